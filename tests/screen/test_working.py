"""What is said while long work goes on."""

import time

import pytest

from momentos.screen.working import Effort, Job, Measures


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch):
    """``clock(10)`` lets ten seconds go by."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    def go_by(seconds: float) -> None:
        now[0] += seconds

    return go_by


def test_work_that_tells_its_share_is_reckoned_from_it(clock) -> None:
    job = Job(None, {})
    job.run(lambda: None)
    clock(10)
    assert job.seconds_left() is None

    job.tell_share(0.25)

    assert job.seconds_left() == 30


def test_the_next_work_of_a_kind_is_measured_by_the_last(clock) -> None:
    measures: Measures = {}
    Job(Effort("load", 100_000), measures).run(clock, 8)

    second = Job(Effort("load", 200_000), measures)
    assert second.seconds_left() is None  # it waits its turn: when it begins is not known
    left = second.run(lambda: [clock(6), second.seconds_left()])

    assert left[1] == 10  # sixteen seconds for twice the rows, six of them gone


def test_work_that_fails_measures_nothing(clock) -> None:
    measures: Measures = {}
    with pytest.raises(ZeroDivisionError):
        Job(Effort("load", 100_000), measures).run(lambda: 1 / 0)

    assert measures == {}


def test_how_long_work_goes_on_is_counted_from_its_beginning(clock) -> None:
    job = Job(None, {})
    assert job.seconds_gone() == 0
    job.run(lambda: None)
    clock(10)
    assert job.seconds_gone() == 10
