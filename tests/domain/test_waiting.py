"""What is said of the time that long work still takes."""

import pytest

from momentos.domain.waiting import in_words, left_by_measure, left_by_share, progress


def test_a_quarter_done_in_ten_seconds_leaves_thirty() -> None:
    assert left_by_share(10, 0.25) == 30


@pytest.mark.parametrize(("elapsed", "share"), [(10, None), (0.5, 0.5), (10, 0.001), (10, 1.5), (10, float("nan"))])
def test_nothing_is_said_before_anything_is_known(elapsed: float, share: float | None) -> None:
    assert left_by_share(elapsed, share) is None


def test_rows_take_what_others_took() -> None:
    assert left_by_measure(3, 200_000, (100_000, 4.0)) == 5  # 8 seconds for twice the rows, 3 of them gone


def test_few_rows_say_nothing_of_many() -> None:
    assert left_by_measure(0, 300_000, (1_000, 0.5)) is None
    assert left_by_measure(0, 300_000, None) is None
    assert left_by_measure(0, 300_000, (0, 0.5)) is None


def test_work_that_takes_longer_than_it_should_has_no_estimate_any_more() -> None:
    assert left_by_measure(9, 200_000, (100_000, 4.0)) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "nearly done"),
        (7, "about 10 s left"),
        (18, "about 20 s left"),
        (21, "about 30 s left"),
        (50, "about 50 s left"),
        (51, "about one minute left"),
        (75, "about one minute left"),
        (76, "about 2 minutes left"),
        (500, "about 9 minutes left"),
    ],
)
def test_it_is_told_in_round_words(seconds: float, words: str) -> None:
    assert str(in_words(seconds)) == words


def test_what_is_being_done_is_told_with_the_time_left_where_it_is_known() -> None:
    assert progress("Reading a.xlsx…", 9.6, None).render() == "Reading a.xlsx… 10 s"
    assert progress("Reading a.xlsx…", 9.6, 10.0).render() == "Reading a.xlsx… 10 s · about 10 s left"
