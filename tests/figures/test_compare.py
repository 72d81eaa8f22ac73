"""A change is real only when the interval of the difference leaves out zero."""

from datetime import date, datetime

import pytest

from momentos.domain.dimensions import Dimension
from momentos.facts import METRICS
from momentos.figures.compare import compare, is_comparable
from momentos.figures.filters import Filters
from tests.figures.company import company, full_row

FEBRUARY = Filters(date(2026, 2, 1), date(2026, 2, 28))


def _solved(month: int, yes: int, no: int, **given):
    answers = [True] * yes + [False] * no
    return [full_row("interactions", occurred_at=datetime(2026, month, 5), resolved=one, **given) for one in answers]


def test_newcombes_published_difference_is_a_real_change(tmp_path):
    # Newcombe (1998): 56/70 against 48/80 gives .0524 to .3339.
    with company(tmp_path, interactions=[*_solved(2, 56, 14), *_solved(1, 48, 32)]) as cursor:
        row = compare(cursor, METRICS["resolution"], FEBRUARY).iloc[0]
    assert (row["value"], row["previous"], row["n"], row["previous_n"]) == (80.0, 60.0, 70, 80)
    assert row["difference"] == pytest.approx(20.0)
    assert [row["difference_low"], row["difference_high"]] == pytest.approx([5.24, 33.39], abs=0.01)
    assert row["is_real"]


def test_a_small_change_among_few_answers_is_not_called_real(tmp_path):
    with company(tmp_path, interactions=[*_solved(2, 6, 4), *_solved(1, 5, 5)]) as cursor:
        assert not compare(cursor, METRICS["resolution"], FEBRUARY)["is_real"].iloc[0]


def test_a_group_that_was_not_there_before_has_no_difference(tmp_path):
    calls = [*_solved(2, 3, 1, channel="Web"), *_solved(2, 3, 1, channel="Tienda"), *_solved(1, 2, 2, channel="Tienda")]
    with company(tmp_path, interactions=calls) as cursor:
        rows = compare(cursor, METRICS["resolution"], FEBRUARY, (Dimension.CHANNEL,)).set_index("channel")
    assert rows.loc["Tienda", "difference"] == pytest.approx(25.0)
    assert rows.loc["Web", ["previous", "difference"]].isna().all()
    assert (rows.loc["Web", "previous_n"], rows.loc["Web", "is_real"]) == (0, False)


def test_a_count_has_a_previous_value_and_no_interval(tmp_path):
    with company(tmp_path, interactions=[*_solved(2, 3, 1), *_solved(1, 1, 1)]) as cursor:
        row = compare(cursor, METRICS["interactions"], FEBRUARY).iloc[0]
    assert (row["value"], row["previous"], row["is_real"]) == (4, 2, False)


@pytest.mark.parametrize("key", METRICS)
def test_every_metric_can_be_compared_when_nothing_was_measured(tmp_path, key):
    with company(tmp_path) as cursor:
        assert compare(cursor, METRICS[key], FEBRUARY).empty


def test_a_window_without_an_end_has_nothing_before_it(tmp_path):
    with company(tmp_path) as cursor, pytest.raises(ValueError, match="end"):
        compare(cursor, METRICS["nps"], Filters(date(2026, 2, 1)))


@pytest.mark.parametrize(("before", "now", "enough"), [(30, 30, True), (30, 29, False), (0, 60, False)])
def test_a_change_can_be_told_only_where_both_windows_have_cases_enough(tmp_path, before, now, enough):
    metrics = (METRICS["resolution"], METRICS["interactions"])
    with company(tmp_path, interactions=[*_solved(2, now, 0), *_solved(1, before, 0)]) as cursor:
        assert is_comparable(cursor, metrics, FEBRUARY) is enough
        assert is_comparable(cursor, metrics, Filters()) is (before + now >= 30)


@pytest.mark.parametrize(("key", "field"), [("score", "csat"), ("ces", "ces")])
def test_few_equal_scores_now_and_before_are_no_real_change(tmp_path, key, field):
    answers = [
        full_row("responses", answered_at=datetime(2026, month, 5), **{field: score})
        for month, score in ((1, 4.0), (1, 4.0), (2, 5.0), (2, 5.0))
    ]
    with company(tmp_path, responses=answers) as cursor:
        row = compare(cursor, METRICS[key], FEBRUARY).iloc[0]
    assert row["difference"] == 1.0
    assert row["difference_low"] < 0 < row["difference_high"]
    assert not row["is_real"]


def test_equal_waits_have_no_interval_and_no_real_change(tmp_path):
    calls = [
        full_row("interactions", occurred_at=datetime(2026, month, 5), wait_seconds=seconds)
        for month, seconds in ((1, 60.0), (1, 60.0), (2, 30.0), (2, 30.0))
    ]
    with company(tmp_path, interactions=calls) as cursor:
        row = compare(cursor, METRICS["wait"], FEBRUARY).iloc[0]
    assert (row["value"], row["difference"], row["is_real"]) == (30.0, -30.0, False)
    assert row[["low", "high", "difference_low", "difference_high"]].isna().all()
