"""The journey, touchpoint by touchpoint."""

from datetime import date, datetime

import pytest

from momentos.domain.dimensions import Dimension
from momentos.figures.filters import Filters
from momentos.journey.questions.journey import journey
from momentos.journey.questions.reach import reach
from tests.figures.company import company, full_row

TOUCHPOINTS = [
    full_row("touchpoints", touchpoint="T9", name="Recibe", stage="Recibir", position=2.0, area="Logística", impact=5.0),
    full_row("touchpoints", touchpoint="T1", name="Paga", stage="Comprar", position=1.0, area="Caja", impact=2.0,
             people="Ana Ruiz; Luis Mora,Iván"),
]  # fmt: skip


def _surveys(touchpoint: str, *scores: float, at=datetime(2026, 1, 5), **given):
    return [full_row("responses", answered_at=at, touchpoint=touchpoint, csat=score, **given) for score in scores]


def test_touchpoints_come_in_order_and_those_only_facts_name_come_last(tmp_path):
    surveys = [*_surveys("Reclama", 3), *_surveys("paga", 5), *_surveys("T9", 4)]
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=surveys) as cursor:
        rows = journey(cursor)
    assert rows["touchpoint"].tolist() == ["Paga", "Recibe", "Reclama"]
    assert rows["is_listed"].tolist() == [True, True, False]
    assert rows["is_moment_of_truth"].tolist() == [False, True, False]
    assert rows["stage"].isna().tolist() == [False, False, True]


def test_priority_is_impact_times_gap_times_reach(tmp_path):
    # Recibe: impact 5, score 3 against 4, seen by 3 of the 4 customers, each of them often: 5 · 1 · 0.75.
    surveys = [
        *_surveys("T9", *[3] * 10, customer="C1"), *_surveys("T9", *[2] * 10, customer="C2"),
        *_surveys("T9", *[4] * 10, customer="C3"), *_surveys("T1", *[5] * 15, customer="C3"),
        *_surveys("T1", *[4] * 15, customer="C4"),
    ]  # fmt: skip
    with company(tmp_path, touchpoints=[{**one, "target": 4.0} for one in TOUCHPOINTS], responses=surveys) as cursor:
        rows = journey(cursor).set_index("touchpoint")
    assert rows.loc["Recibe", ["score", "n", "gap", "reach", "priority"]].tolist() == [3.0, 30, 1.0, 0.75, 3.75]
    assert rows.loc["Recibe", "priority_low"] <= 3.75 <= rows.loc["Recibe", "priority_high"]
    assert rows.loc["Paga", ["score", "gap", "reach", "priority"]].tolist() == [4.5, 0.0, 0.5, 0.0]


def test_a_touchpoint_nobody_scored_is_a_gap_and_not_a_zero(tmp_path):
    with company(tmp_path, touchpoints=TOUCHPOINTS) as cursor:
        rows = journey(cursor)
    assert rows["n"].tolist() == [0, 0]
    assert rows[["score", "csat", "reach", "priority"]].isna().all(axis=None)


def test_people_are_those_the_sheet_names_else_those_who_attended_most_often_first(tmp_path):
    calls = [
        full_row("interactions", occurred_at=datetime(2026, 1, 5), touchpoint="T9", employee=who)
        for who in ("Rosa", "Pedro", "Rosa", None)
    ]
    with company(tmp_path, touchpoints=TOUCHPOINTS, interactions=calls) as cursor:
        rows = journey(cursor)
    assert rows["people"].tolist() == [["Ana Ruiz", "Luis Mora", "Iván"], ["Rosa", "Pedro"]]
    assert rows["interactions"].tolist() == [0, 4]


def test_filters_leave_only_their_touchpoints_on_the_map(tmp_path):
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=_surveys("T9", 4)) as cursor:
        assert journey(cursor, Filters(where={Dimension.AREA: ("CAJA",)}))["touchpoint"].tolist() == ["Paga"]
        assert journey(cursor, Filters(where={Dimension.TOUCHPOINT: ("t9",)}))["touchpoint"].tolist() == ["Recibe"]
        later = journey(cursor, Filters(from_on=date(2026, 2, 1)))
    assert later["n"].tolist() == [0, 0]


def test_the_journey_of_an_empty_database_is_empty(tmp_path):
    with company(tmp_path) as cursor:
        assert journey(cursor).empty


def test_the_scores_of_one_anonymous_survey_are_one_persons(tmp_path):
    grid = [
        full_row("ratings", response=response, touchpoint=touchpoint, score=4.0)
        for response, touchpoint in (("R1", "A"), ("R1", "B"), ("R2", "A"))
    ]
    with company(tmp_path, ratings=grid) as cursor:
        assert reach(cursor) == pytest.approx({"A": 1.0, "B": 0.5})


def test_two_equal_scores_of_a_touchpoint_are_not_certain(tmp_path):
    # Two threes and one more answer, half a 1 and half a 5: 3 ± 1.96 · √(4 / 3 / 3).
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=_surveys("Paga", 3, 3)) as cursor:
        row = journey(cursor).set_index("touchpoint").loc["Paga"]
    assert row["score"] == 3.0
    assert [row["low"], row["high"]] == pytest.approx([1.693, 4.307], abs=5e-4)
