"""A metric over time: gaps stay, thin months stand with their quarter, targets are held against the limits."""

from datetime import datetime

import pytest

from momentos.analysis.control import Limits
from momentos.analysis.signals import Assurance, Verdict
from momentos.domain.dimensions import Dimension
from momentos.facts import METRICS
from momentos.figures.measure import measure
from momentos.figures.monitor import fitting_period, monitor, starts_on
from tests.figures.company import company, full_row

# The orange-juice p chart: 30 samples of 50, with their defectives.
DEFECTIVES = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]  # fmt: skip


def _month(position: int) -> datetime:
    return datetime(2023 + position // 12, position % 12 + 1, 10)


def _escalated(position: int, yes: int, no: int):
    return [
        full_row("interactions", occurred_at=_month(position), escalated=one) for one in [True] * yes + [False] * no
    ]


def test_the_published_orange_juice_series_has_its_centre_and_its_highest_month_is_outside(tmp_path):
    calls = [row for place, bad in enumerate(DEFECTIVES) for row in _escalated(place, bad, 50 - bad)]
    with company(tmp_path, interactions=calls) as cursor:
        found = monitor(cursor, METRICS["escalation"], target=10)
    assert found.centre == pytest.approx(23.133, abs=0.001)
    assert (len(found.points), found.limits) == (30, Limits.FIRM)
    assert found.points["n"].tolist() == [50] * 30
    assert found.points["value"].max() == 48.0
    assert found.assurance is Assurance.HIT_AND_MISS


def test_a_month_in_which_nothing_was_measured_keeps_its_place_without_a_value(tmp_path):
    calls = [*_escalated(0, 5, 10), *_escalated(3, 5, 10)]
    with company(tmp_path, interactions=calls) as cursor:
        points = monitor(cursor, METRICS["escalation"]).points
    assert points["period"].tolist() == ["2023-01", "2023-02", "2023-03", "2023-04"]
    assert points["n"].tolist() == [15, 0, 0, 15]
    assert points["value"].isna().tolist() == [False, True, True, False]


def test_a_thin_month_stands_with_its_whole_quarter(tmp_path):
    calls = [*_escalated(1, 1, 2), *_escalated(2, 5, 10), *_escalated(3, 5, 10)]
    with company(tmp_path, interactions=calls) as cursor:
        points = monitor(cursor, METRICS["escalation"]).points
    assert points["period"].tolist() == ["2023-Q1", "2023-04"]
    assert points["n"].tolist() == [18, 15]


@pytest.mark.parametrize(
    ("period", "labels"),
    [(Dimension.WEEK, ["2023-01-09", "2023-01-16"]), (Dimension.QUARTER, ["2023-Q1"]), (Dimension.MONTH, ["2023-01"])],
)
def test_counts_are_charted_by_week_month_and_quarter(tmp_path, period, labels):
    calls = [full_row("interactions", occurred_at=datetime(2023, 1, day)) for day in (10, 11, 16)]
    with company(tmp_path, interactions=calls) as cursor:
        found = monitor(cursor, METRICS["interactions"], period)
    assert found.points["period"].tolist() == labels
    assert found.points["value"].sum() == 3
    assert (found.verdict, found.centre) == (Verdict.TOO_FEW, None)


def test_nothing_measured_is_an_empty_chart(tmp_path):
    with company(tmp_path) as cursor:
        for metric in METRICS.values():
            found = monitor(cursor, metric)
            assert (len(found.points), found.verdict) == (0, Verdict.TOO_FEW)


@pytest.mark.parametrize(
    ("period", "day"),
    [("2026", "2026-01-01"), ("2026-Q3", "2026-07-01"), ("2026-02", "2026-02-01"), ("2026-01-05",) * 2],
)
def test_a_period_begins_on_its_first_day(period, day):
    assert starts_on(period).isoformat() == day


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ([datetime(2026, month, 3) for month in range(1, 9)], Dimension.MONTH),
        ([datetime(2024 + quarter // 4, 1 + 3 * (quarter % 4), 3) for quarter in range(8)], Dimension.QUARTER),
        ([datetime(year, 1, 1) for year in range(2010, 2019)], Dimension.YEAR),
        ([], Dimension.MONTH),
    ],
)
def test_the_period_fits_how_often_something_was_measured(tmp_path, days, period):
    answers = [{"response": f"R{n}", "answered_at": day, "csat": 4.0} for n, day in enumerate(days)]
    with company(tmp_path, responses=answers) as cursor:
        assert fitting_period(measure(cursor, METRICS["score"], (Dimension.MONTH,))) is period


def _by_quarter(count: int, *scores: float) -> list[dict]:
    """Answers over seven quarters, so many in each."""
    days = [datetime(2024 + quarter // 4, 1 + 3 * (quarter % 4), 3) for quarter in range(7)]
    return [
        {"response": f"R{at}-{n}", "answered_at": day, "csat": scores[(at + n) % len(scores)]}
        for at, day in enumerate(days)
        for n in range(count)
    ]


def test_seven_perfect_answers_in_all_assure_nothing_and_have_no_limits(tmp_path):
    with company(tmp_path, responses=_by_quarter(1, 5.0)) as cursor:
        found = monitor(cursor, METRICS["csat"], Dimension.QUARTER, target=80)
    assert found.points["low"].isna().all()
    assert (found.limits, found.verdict, found.assurance) == (Limits.NONE, Verdict.TOO_FEW, None)


@pytest.mark.parametrize(("each", "assured"), [(4, None), (5, Assurance.ALWAYS)])
def test_a_target_is_assured_from_thirty_answers(tmp_path, each, assured):
    with company(tmp_path, responses=_by_quarter(each, 4.0, 5.0, 4.0)) as cursor:
        found = monitor(cursor, METRICS["score"], Dimension.QUARTER, target=1)
    assert found.limits is Limits.TRIAL
    assert found.assurance is assured


def test_waits_that_are_all_equal_have_no_limits(tmp_path):
    calls = [
        full_row("interactions", occurred_at=_month(month), answered="yes", wait_seconds=60.0)
        for month in range(12)
        for _ in range(12)
    ]
    with company(tmp_path, interactions=calls) as cursor:
        found = monitor(cursor, METRICS["wait"], target=90)
    assert found.points["value"].tolist() == [60.0] * 12
    assert (found.limits, found.assurance, found.centre) == (Limits.NONE, None, None)


def test_yearly_surveys_have_a_chart_without_gaps(tmp_path):
    answers = [
        {"response": f"R{year}-{n}", "answered_at": datetime(year, 1, 1), "csat": 3.0 + (n + year) % 3}
        for year in range(2010, 2019)
        for n in range(40)
    ]
    with company(tmp_path, responses=answers) as cursor:
        found = monitor(cursor, METRICS["score"], Dimension.YEAR)
    assert found.points["period"].tolist() == [str(year) for year in range(2010, 2019)]
    assert found.points["low"].notna().all()
