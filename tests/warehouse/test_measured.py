"""What the facts' views show: names resolved, areas found, measures as defined; and the choice of a summary."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from momentos.domain.dimensions import TIME_DIMENSIONS, Dimension
from momentos.domain.viewer import OWNER
from momentos.facts import FACTS, INTERACTIONS, RESPONSES, Fact
from momentos.loading.emptying import empty
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.settings import SERVICE_LEVEL_SECONDS, service_level_seconds, set_setting
from momentos.warehouse.summaries import SUMMARIES, facts_for, summary_for
from momentos.warehouse.undo import undo
from tests.warehouse.conftest import Load
from tests.warehouse.content import assert_summaries_equal_facts, whole_content
from tests.warehouse.sheets import NOON, sheet_of
from tests.warehouse.test_loads import MONDAY, call

STAFF = [
    {"employee": "E-1", "name": "Lucía Bernal", "area": "Caja", "supervisor": "Marta", "site": "Centro"},
    {"employee": "E-2", "name": "Ana Ruiz", "area": "Piso"},
    {"employee": "E-3", "name": "Ana Ruiz", "area": "caja"},
]
JOURNEY = [
    {"touchpoint": "P1", "name": "Paga", "stage": "Comprar", "area": "Cajas", "impact": 5.0, "position": 1.0},
    {"touchpoint": "P2", "name": "Espera", "stage": "Recibir"},
]


def rows(warehouse: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    with warehouse.cursor() as cursor:
        return cursor.execute(sql).fetchall()


def shown(warehouse: Warehouse, columns: str, fact: str = "interactions") -> list[tuple[Any, ...]]:
    return rows(warehouse, f"select {columns} from {fact}_measured order by occurred_at")


def test_a_person_is_found_by_code_or_by_name_however_written(warehouse: Warehouse, load: Load) -> None:
    load(
        sheet_of("employees", STAFF, sheet="Personal"),
        sheet_of("interactions", [call("1", employee="e-1"), call("2", employee="LUCÍA  bernal"), call("3", employee="Lucia Bernal")]),
    )  # fmt: skip
    people = rows(warehouse, "select employee, count(*) from interactions_measured group by all order by all")
    assert people == [("Lucia Bernal", 1), ("Lucía Bernal", 2)]


def test_two_people_of_one_name_are_told_apart_and_the_name_alone_is_neither(warehouse: Warehouse, load: Load) -> None:
    load(
        sheet_of("employees", STAFF, sheet="Personal"),
        sheet_of(
            "interactions", [call(str(place), employee=one) for place, one in enumerate(("E-2", "E-3", "ana ruiz"))]
        ),
    )
    people = rows(warehouse, "select employee from interactions_measured order by all")
    assert people == [("Ana Ruiz (E-2)",), ("Ana Ruiz (E-3)",), ("ana ruiz",)]


def test_who_is_in_no_sheet_shows_as_most_often_written(warehouse: Warehouse, load: Load) -> None:
    load(
        sheet_of(
            "interactions", [call(str(place), employee=one) for place, one in enumerate(("pedro", "Pedro", "Pedro"))]
        )
    )
    assert rows(warehouse, "select employee, is_listed from known_employees") == [("Pedro", False)]
    assert rows(warehouse, "select distinct employee from interactions_measured") == [("Pedro",)]


def test_the_area_is_the_touchpoints_and_else_the_persons(warehouse: Warehouse, load: Load) -> None:
    load(
        sheet_of("employees", STAFF, sheet="Personal"),
        sheet_of("touchpoints", JOURNEY, sheet="Puntos"),
        sheet_of("interactions", [
            call("1", datetime(2026, 5, 1), employee="E-1", touchpoint="paga"),
            call("2", datetime(2026, 5, 2), employee="E-3", touchpoint="P2"),
            call("3", datetime(2026, 5, 3)),
        ]),
    )  # fmt: skip
    assert shown(warehouse, "touchpoint, stage, area") == [
        ("Paga", "Comprar", "Cajas"), ("Espera", "Recibir", "Caja"), (None, None, None),
    ]  # fmt: skip


def test_a_month_is_one_number(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("1", datetime(2025, 12, 31, 23, 59)), call("2", datetime(2026, 1, 1))]))
    assert shown(warehouse, "month") == [(2025 * 12 + 11,), (2026 * 12,)]


@pytest.mark.parametrize(
    ("answered", "wait", "counts"),
    [
        # offered, abandoned, timed, in_time, wait_n, handle_n
        ("yes", 20.0, (1, 0, 1, 1, 1, 1)),
        ("yes", 20.5, (1, 0, 1, 0, 1, 1)),
        ("yes", None, (1, 0, 0, 0, 0, 1)),
        ("no", 5.0, (1, 1, 1, 0, 0, 0)),
        ("other", 5.0, (0, 0, 0, 0, 0, 0)),
        (None, 5.0, (0, 0, 1, 1, 1, 1)),
    ],
)
def test_waits_and_attention_are_those_of_the_served(
    warehouse: Warehouse, load: Load, answered: str | None, wait: float | None, counts: tuple[int, ...]
) -> None:
    load(sheet_of("interactions", [call("1", answered=answered, wait_seconds=wait, handle_seconds=60.0)]))
    assert shown(warehouse, "offered, abandoned, timed, in_time, wait_n, handle_n") == [counts]


@pytest.mark.parametrize(
    ("nps", "net", "square"),
    [(10.0, 1, 1), (9.0, 1, 1), (8.0, 0, 0), (7.0, 0, 0), (6.0, -1, 1), (0.0, -1, 1), (None, 0, 0)],
)
def test_promoters_count_one_and_detractors_minus_one(
    warehouse: Warehouse, load: Load, nps: float | None, net: int, square: int
) -> None:
    load(sheet_of("responses", [{"response": "1", "answered_at": MONDAY, "nps": nps}]))
    assert shown(warehouse, "nps_n, nps_net, nps_squares", "responses") == [(int(nps is not None), net, square)]


def test_scores_are_surveys_that_name_a_touchpoint_and_every_rating(warehouse: Warehouse, load: Load) -> None:
    answers = [
        {"response": "1", "answered_at": MONDAY, "csat": 5.0, "touchpoint": "Paga"},
        {"response": "2", "answered_at": MONDAY, "csat": 1.0},
    ]
    load(sheet_of("responses", answers, more={"ratings": [{"response": "2", "touchpoint": "Espera", "score": 3.0}]}))
    assert rows(warehouse, "select touchpoint, csat_sum, csat_top from scores_measured order by all") == [
        ("Espera", 3.0, 0), ("Paga", 5.0, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_every_relation_of_a_fact_has_its_measures_and_the_dimensions_it_is_chosen_for(
    warehouse: Warehouse, fact: Fact
) -> None:
    for needs_days in (True, False):
        for dimension in fact.offered:
            relation = summary_for(fact, (dimension,), needs_days=needs_days)
            columns = {name for name, *_ in rows(warehouse, f"describe {relation}")}
            assert {str(dimension), *relation.times, *fact.measures} <= columns
            assert relation.has((dimension,))
            assert "occurred_on" in relation.times or not needs_days


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_a_fact_has_no_column_of_what_it_does_not_name(warehouse: Warehouse, fact: Fact) -> None:
    columns = {name for name, *_ in rows(warehouse, f"describe {fact.view}")}
    assert columns & {str(one) for one in Dimension if one not in TIME_DIMENSIONS} == set(map(str, fact.dimensions))


def test_what_a_fact_cannot_tell_is_no_reason_to_read_its_rows() -> None:
    assert summary_for(RESPONSES, (Dimension.AREA,)).name == "responses_by_day_area"
    assert summary_for(RESPONSES, (Dimension.REASON,)).name == "responses_with_reason_measured"
    without_customers = replace(RESPONSES, names=("touchpoint", "employee", "channel"), looks_up=())
    assert Dimension.SEGMENT not in without_customers.offered
    assert facts_for(without_customers, (Dimension.SEGMENT,)).sql_of(Dimension.SEGMENT) == "null::varchar"


def test_the_smallest_summary_that_answers_is_chosen() -> None:
    day_area = summary_for(INTERACTIONS, (Dimension.AREA,), needs_days=True)
    assert day_area.name == "interactions_by_day_area"
    assert summary_for(INTERACTIONS, (Dimension.DAY, Dimension.STAGE)).name == "interactions_by_day_touchpoint"
    assert summary_for(INTERACTIONS, (Dimension.SITE,), needs_days=True).name == "interactions_by_day_employee"
    by_segment = summary_for(INTERACTIONS, (Dimension.MONTH,), (Dimension.SEGMENT,))
    assert by_segment.name == "interactions_by_month_segment"
    by_site = summary_for(INTERACTIONS, (Dimension.SITE,), (Dimension.TOUCHPOINT,))
    assert by_site.name == "interactions_by_month_employee"


def test_what_no_summary_holds_is_read_from_the_facts() -> None:
    for asked in ((Dimension.REASON, Dimension.CHANNEL), (Dimension.DAY, Dimension.SEGMENT)):
        assert summary_for(INTERACTIONS, asked).name == "interactions_measured"


def test_another_agreed_wait_changes_who_was_served_in_time_at_once(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("1", wait_seconds=10.0), call("2", wait_seconds=25.0)]))
    set_setting(warehouse, SERVICE_LEVEL_SECONDS, "30.0", author="ana", at=NOON)

    assert rows(warehouse, "select sum(in_time) from interactions_by_day_area") == [(2,)]
    assert_summaries_equal_facts(warehouse)
    with warehouse.cursor() as cursor:
        assert service_level_seconds(cursor) == 30


def test_naming_people_later_renames_them_in_the_summaries_and_undoing_it_back(
    warehouse: Warehouse, load: Load
) -> None:
    load(sheet_of("interactions", [call("1", employee="E-1", touchpoint="P1"), call("2", customer="C1")]))
    before = whole_content(warehouse)
    named = load(
        sheet_of("employees", STAFF, sheet="Personal"),
        sheet_of("touchpoints", JOURNEY, sheet="Puntos"),
        sheet_of("customers", [{"customer": "c1", "segment": "Oro"}], sheet="Clientes"),
    )
    assert ("Lucía Bernal",) in rows(warehouse, "select employee from interactions_by_day_employee")
    assert ("Oro",) in rows(warehouse, "select segment from interactions_by_month_segment")
    assert_summaries_equal_facts(warehouse)

    undo(warehouse, OWNER, named[0].load_id, author="ana", at=NOON)
    assert whole_content(warehouse) == before


def test_surveys_without_a_date_are_summed_up_too(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("responses", [{"response": "1", "csat": 4.0}]))
    load(sheet_of("responses", [{"response": "1", "csat": 5.0}, {"response": "2", "answered_at": MONDAY, "csat": 1.0}]))
    assert rows(warehouse, "select occurred_on, csat_sum from responses_by_day_area order by all") == [
        (MONDAY.date(), 1.0), (None, 5.0),
    ]  # fmt: skip
    assert_summaries_equal_facts(warehouse)


def test_an_emptied_warehouse_holds_nothing_but_what_was_set(warehouse: Warehouse, load: Load) -> None:
    nothing = whole_content(warehouse)
    load(sheet_of("interactions", [call("1", employee="E-1")]), sheet_of("employees", STAFF, sheet="Personal"))
    empty(warehouse, OWNER)
    assert whole_content(warehouse) == nothing
    assert not warehouse.files_folder.exists()
    (again,) = load(sheet_of("interactions", [call("1")]))
    assert (again.loaded, again.load_id) == (1, "L00002")


def test_every_summary_has_a_name_of_its_own() -> None:
    assert len({summary.name for summary in SUMMARIES}) == len(SUMMARIES)
