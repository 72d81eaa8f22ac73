"""Long work in a thread of its own, with its progress on the screen: other people's pages go on, and leaving the page
and coming back finds the work where it is."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, TypeVar

import streamlit as st

from momentos.domain.waiting import left_by_measure, left_by_share, progress
from momentos.screen.language import tell
from momentos.screen.safe import as_text

_JOBS = "jobs"
_SHOWN_AFTER_SECONDS = 0.4
_FEWEST_MEASURED = 1_000
"""Work on fewer rows is over before it can be measured."""

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Effort:
    """How long work should take: what others of its kind took, row by row, on this machine."""

    kind: str
    rows: int


Measures = dict[str, tuple[int, float]]
"""The rows and the seconds of the last work of each kind."""


class Job:
    """One piece of work: since when it is done, and how much of it is (0 to 1, ``None`` if it does not tell)."""

    def __init__(self, effort: Effort | None, measures: Measures) -> None:
        self.effort = effort
        self.measures = measures
        self.share: float | None = None
        self.began: float | None = None
        self.result: Future[Any] = Future()

    def tell_share(self, share: float) -> None:
        """Called by the work itself, from its own thread."""
        self.share = share

    def run(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """The work, timed; how long it took is kept for the next of its kind."""
        self.began = time.monotonic()
        result = function(*args, **kwargs)
        if self.effort is not None and self.effort.rows >= _FEWEST_MEASURED:
            self.measures[self.effort.kind] = (self.effort.rows, time.monotonic() - self.began)
        return result

    def seconds_gone(self) -> float:
        """Since it began; 0 while it waits its turn."""
        return 0 if self.began is None else time.monotonic() - self.began

    def seconds_left(self) -> float | None:
        """``None`` where nothing is known that would tell."""
        if self.began is None:
            return None
        elapsed = time.monotonic() - self.began
        if self.effort is not None:
            return left_by_measure(elapsed, self.effort.rows, self.measures.get(self.effort.kind))
        return left_by_share(elapsed, self.share)


@st.cache_resource(show_spinner=False)
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="work")


@st.cache_resource(show_spinner=False)
def _measures() -> Measures:
    return {}


def work(
    key: str,
    saying: str,
    function: Callable[..., _Result],
    *args: Any,
    effort: Effort | None = None,
    tells_share: bool = False,
    **kwargs: Any,
) -> _Result:
    """The function's result, once it is there; ``key`` tells this piece of work from others of the session.

    An error of the function is raised here. The function must not use Streamlit. The time left is shown if ``effort``
    says what it is to be measured by, or if the function tells its share (``tells_share``): it is handed ``on_share``.
    """
    jobs: dict[str, Job] = st.session_state.setdefault(_JOBS, {})
    if key not in jobs:
        job = Job(effort, _measures())
        if tells_share:
            kwargs["on_share"] = job.tell_share
        job.result = _workers().submit(job.run, function, *args, **kwargs)
        jobs[key] = job
    _wait_on_screen(jobs[key], saying)
    return jobs.pop(key).result.result()


def _wait_on_screen(job: Job, saying: str) -> None:
    """Nothing is shown of work that is done at once."""
    wait([job.result], timeout=_SHOWN_AFTER_SECONDS)
    if job.result.done():
        return
    place = st.empty()
    while not job.result.done():
        place.info(
            as_text(tell(progress(saying, job.seconds_gone(), job.seconds_left()))), icon=":material/hourglass_top:"
        )
        wait([job.result], timeout=1)
    place.empty()
