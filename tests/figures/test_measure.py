"""The fast question against its slow, obvious twin: every metric, every dimension, many filters."""

from datetime import date, datetime

import pytest

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.figures.measure import coverage, measure, whole_of
from tests.figures.company import company, full_row, invented_company
from tests.figures.twin import slow_measure

COMPANY = invented_company()

FILTERS = {
    "everything": Filters(),
    "whole months": Filters(date(2026, 1, 1), date(2026, 3, 31)),
    "a cut month": Filters(date(2026, 1, 10), date(2026, 4, 20)),
    "from a day on": Filters(from_on=date(2026, 2, 2)),
    "one area": Filters(where={Dimension.AREA: ("caja",)}),
    "two touchpoints, one by its code": Filters(where={Dimension.TOUCHPOINT: ("PAGA", "Espera")}),
    "one person in a window": Filters(date(2026, 1, 10), None, {Dimension.EMPLOYEE: ("Ana Ruiz",)}),
    "a channel and a segment": Filters(where={Dimension.CHANNEL: ("Tienda",), Dimension.SEGMENT: ("Nuevo",)}),
    "one month": Filters(where={Dimension.MONTH: ("2026-02",)}),
}


@pytest.fixture(scope="module")
def cursor(tmp_path_factory):
    with company(tmp_path_factory.mktemp("measure"), **COMPANY) as cursor:
        yield cursor


def _assert_same(cursor, metric: Metric, by: tuple[Dimension, ...], filters: Filters) -> None:
    """The same groups, each once and in order, with the same value and n."""
    expected = slow_measure(COMPANY, metric, by, filters)
    frame = measure(cursor, metric, by, filters)
    groups = list(zip(*(frame[dimension] for dimension in by), strict=True)) if by else [()] * len(frame)
    assert groups == sorted(expected), metric.key
    assert list(frame["n"]) == [expected[group][1] for group in groups], metric.key
    assert list(frame["value"]) == pytest.approx([expected[group][0] for group in groups]), metric.key


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
@pytest.mark.parametrize("dimension", Dimension)
def test_every_metric_by_every_dimension_agrees_with_its_twin(cursor, metric, dimension):
    _assert_same(cursor, metric, (dimension,), Filters())


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("by", [(), (Dimension.MONTH,), (Dimension.AREA,), (Dimension.WEEK, Dimension.EMPLOYEE)])
def test_every_metric_under_every_filter_agrees_with_its_twin(cursor, by, filters):
    for metric in METRICS.values():
        _assert_same(cursor, metric, by, filters)


def test_every_metric_has_something_to_say_in_the_invented_company(cursor):
    for metric in METRICS.values():
        assert len(measure(cursor, metric)) == 1, metric.key


def test_several_dimensions_make_one_group_of_each_pair(cursor):
    for metric in METRICS.values():
        _assert_same(cursor, metric, (Dimension.QUARTER, Dimension.CHANNEL, Dimension.STAGE), Filters())


def test_a_month_in_which_nobody_answered_has_no_row(tmp_path):
    with company(tmp_path, responses=[_answer("2026-01-05", csat=4), _answer("2026-03-05", csat=2)]) as cursor:
        assert list(measure(cursor, METRICS["csat"], (Dimension.MONTH,))["month"]) == ["2026-01", "2026-03"]


def test_nothing_measured_at_all_is_an_empty_answer(tmp_path):
    with company(tmp_path) as cursor:
        for metric in METRICS.values():
            frame = measure(cursor, metric)
            assert frame.empty
            assert list(frame) == ["value", "n", "low", "high", "numerator", "denominator", "squares"]


def test_calls_without_an_employee_are_in_the_total_and_in_no_group(tmp_path):
    calls = [_call("2026-01-05", employee="Ana"), _call("2026-01-05", employee=None)]
    with company(tmp_path, interactions=calls) as cursor:
        metric = METRICS["interactions"]
        assert measure(cursor, metric)["n"].sum() == 2
        assert measure(cursor, metric, (Dimension.EMPLOYEE,))["n"].sum() == 1
        assert coverage(cursor, metric, Dimension.EMPLOYEE) == (1, 2)


def test_satisfaction_by_touchpoint_is_read_from_the_scores_given_to_touchpoints(tmp_path):
    surveys = [_answer("2026-01-05", csat=5, response="R1"), _answer("2026-01-05", csat=5, response="R2")]
    scores = [full_row("ratings", response="R1", touchpoint="Caja", score=2.0)]
    with company(tmp_path, responses=surveys, ratings=scores) as cursor:
        assert measure(cursor, METRICS["score"])["value"].tolist() == [5.0]
        assert measure(cursor, METRICS["score"], (Dimension.TOUCHPOINT,))["value"].tolist() == [2.0]


def test_surveys_without_an_overall_score_are_measured_by_their_scores(tmp_path):
    scores = [full_row("ratings", response="R1", touchpoint="Caja", score=2.0)]
    with company(tmp_path, responses=[_answer("2026-01-05", nps=9)], ratings=scores) as cursor:
        assert measure(cursor, METRICS["score"])["value"].tolist() == [2.0]


def test_satisfaction_by_area_of_surveys_that_name_no_touchpoint_is_that_of_their_employees_area(tmp_path):
    staff = [full_row("employees", employee="E1", name="Ana", area="Caja")]
    with company(tmp_path, employees=staff, responses=[_answer("2026-01-05", csat=5, employee="E1")]) as cursor:
        frame = measure(cursor, METRICS["csat"], (Dimension.AREA,))
        assert frame["area"].tolist() == ["Caja"]


def test_a_day_outside_the_window_by_one_is_left_out(tmp_path):
    days = ["2026-01-04", "2026-01-05", "2026-01-11", "2026-01-12"]
    with company(tmp_path, interactions=[_call(day) for day in days]) as cursor:
        frame = measure(cursor, METRICS["interactions"], (Dimension.DAY,), Filters(date(2026, 1, 5), date(2026, 1, 11)))
        assert frame["day"].tolist() == ["2026-01-05", "2026-01-11"]


def test_a_week_is_written_by_its_monday_also_across_new_year(tmp_path):
    with company(tmp_path, interactions=[_call("2026-01-04"), _call("2026-01-01"), _call("2025-12-29")]) as cursor:
        assert measure(cursor, METRICS["interactions"], (Dimension.WEEK,))["week"].tolist() == ["2025-12-29"]


def test_a_value_nobody_wrote_gives_an_empty_answer(cursor):
    assert measure(cursor, METRICS["interactions"], filters=Filters(where={Dimension.AREA: ("Nadie",)})).empty


def test_names_that_are_sql_are_only_names(cursor):
    odd = Filters(where={Dimension.AREA: ("Caja' or '1'='1",)})
    assert measure(cursor, METRICS["interactions"], filters=odd).empty


def test_filters_can_be_the_key_of_a_kept_answer():
    first = Filters(date(2026, 1, 1), None, {Dimension.AREA: ("Caja",), Dimension.STAGE: ("Comprar",)})
    second = Filters(date(2026, 1, 1), None, {Dimension.STAGE: ("Comprar",), Dimension.AREA: ("Caja",)})
    assert first == second
    assert hash(first) == hash(second)
    assert first != first.only(Dimension.AREA, "Piso")


def _answer(day: str, **given):
    return full_row("responses", answered_at=datetime.fromisoformat(day), **given)


def _call(day: str, **given):
    return full_row("interactions", occurred_at=datetime.fromisoformat(day), **given)


@pytest.mark.parametrize("key", ["csat", "score", "resolution"])
@pytest.mark.parametrize("by", [Dimension.TOUCHPOINT, Dimension.AREA, Dimension.CHANNEL])
def test_the_whole_of_groups_is_made_of_the_answers_that_the_groups_are_made_of(cursor, key, by):
    metric = METRICS[key]
    answered, _ = coverage(cursor, metric, by)
    whole, groups = whole_of(cursor, metric, (by,)), measure(cursor, metric, (by,))
    assert groups["denominator"].sum() == answered <= whole["denominator"].iloc[0] == coverage(cursor, metric, by)[1]
