"""Questions that take seconds: asked once for all sessions, in a thread, with their progress on the screen."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

import streamlit as st

from momentos.screen.asking import warehouse
from momentos.screen.viewer import viewer
from momentos.warehouse.connection import Warehouse

_SHOWN_AFTER_SECONDS = 0.4
_LOOKED_AT_EVERY_SECONDS = 0.2
_ANSWERS_KEPT = 60


class _Job:
    """A question on its way, and how much of it is done, 0 to 1."""

    def __init__(self, opened: Warehouse, question: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self.fraction = 0.0
        self.answer: Future = _workers().submit(self._run, opened, question, args)

    def _run(self, opened: Warehouse, question: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        with opened.cursor() as cursor:
            return question(cursor, *args, progress=self._hear)

    def _hear(self, fraction: float) -> None:
        self.fraction = min(max(fraction, 0.0), 1.0)


def ask_slowly(question: Callable[..., Any], *args: Any, saying: str) -> Any:
    """The answer to ``question(cursor, *args, progress=…)``, kept until data change; ``saying`` stands by the bar.

    The question must not use Streamlit, and nobody may change its answer: every session gets the same one.
    """
    name = f"{question.__module__}.{question.__qualname__}"
    key = (name, args, warehouse().data_version(), viewer().permissions)
    job = _job(*key, question)
    _wait_on_screen(job, saying)
    if job.answer.exception() is not None:
        _job.clear(*key, question)
    return job.answer.result()


@st.cache_resource(show_spinner=False)
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="ask")


@st.cache_resource(show_spinner=False, max_entries=_ANSWERS_KEPT)
def _job(
    name: str,  # noqa: ARG001 - part of the key
    args: tuple[Any, ...],
    data_version: str,  # noqa: ARG001 - part of the key
    permissions: frozenset[str],  # noqa: ARG001 - part of the key
    _question: Callable[..., Any],
) -> _Job:
    return _Job(warehouse(), _question, args)


def _wait_on_screen(job: _Job, saying: str) -> None:
    """Nothing is shown of an answer that is there at once."""
    wait([job.answer], timeout=_SHOWN_AFTER_SECONDS)
    if job.answer.done():
        return
    bar = st.progress(job.fraction, saying)
    while not job.answer.done():
        bar.progress(job.fraction, saying)
        time.sleep(_LOOKED_AT_EVERY_SECONDS)
    bar.empty()
