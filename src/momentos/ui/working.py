"""Long work in a thread of its own, with its progress on the screen: other people's pages go on, and leaving the page
and coming back finds the work where it is."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

import streamlit as st

from momentos.ui.language import t

_JOBS = "jobs"
_SHOWN_AFTER_SECONDS = 0.4

_Result = TypeVar("_Result")


@st.cache_resource(show_spinner=False)
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="work")


def work(key: str, saying: str, function: Callable[..., _Result], *args: Any, **kwargs: Any) -> _Result:
    """The function's result, once it is there; ``key`` tells this piece of work from others of the session.

    An error of the function is raised here. The function must not use Streamlit.
    """
    jobs: dict[str, Future] = st.session_state.setdefault(_JOBS, {})
    if key not in jobs:
        jobs[key] = _workers().submit(function, *args, **kwargs)
    job = jobs[key]
    _wait_on_screen(job, saying)
    jobs.pop(key, None)
    return job.result()


def _wait_on_screen(job: Future, saying: str) -> None:
    """Nothing is shown of work that is done at once."""
    wait([job], timeout=_SHOWN_AFTER_SECONDS)
    if job.done():
        return
    place = st.empty()
    began = time.monotonic()
    while not job.done():
        place.info(
            t("{work} {seconds} s", work=saying, seconds=round(time.monotonic() - began)),
            icon=":material/hourglass_top:",
        )
        wait([job], timeout=1)
    place.empty()
