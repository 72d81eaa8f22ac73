"""Undoing loads: in any order, what is left is what there would be had they never been."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from momentos import facts
from momentos.datasets.interactions import INTERACTIONS
from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.viewer import OWNER
from momentos.loading.emptying import empty
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import list_loads
from momentos.warehouse.undo import undo
from tests.warehouse.conftest import Load
from tests.warehouse.content import assert_summaries_equal_facts, current_content, whole_content
from tests.warehouse.sheets import NOON, sheet_of
from tests.warehouse.test_loads import MONDAY, TUESDAY, call, current

STAFF = [
    {"employee": "E1", "name": "Ana Ruiz", "area": "Caja", "supervisor": "Marta", "site": "Centro"},
    {"employee": "E2", "name": "Luis Mora", "area": "Piso", "supervisor": "Marta", "site": "Norte"},
]
SURVEY = {"response": "R1", "answered_at": MONDAY, "touchpoint": "Pago", "employee": "E1", "csat": 5.0, "nps": 9.0}


def undo_load(warehouse: Warehouse, load_id: str) -> None:
    undo(warehouse, OWNER, load_id, author="luis", at=NOON)


def test_undoing_the_last_load_restores_everything_as_it_was(warehouse: Warehouse, load: Load) -> None:
    load(
        sheet_of("interactions", [call("T1", employee="e1", wait_seconds=5.0), call("T2", employee="Luis Mora")]),
        sheet_of("responses", [SURVEY], sheet="Encuestas", more={"ratings": [
            {"response": "R1", "touchpoint": "Entrega", "score": 3.0, "answered_at": MONDAY},
        ]}),
        sheet_of("employees", STAFF, sheet="Personal"),
        sheet_of("customers", [{"customer": "C1", "segment": "Oro"}], sheet="Clientes"),
    )  # fmt: skip
    before = whole_content(warehouse)

    second = load(
        sheet_of("interactions", [call("T1", TUESDAY, employee="E2", channel="web"), call("T3"), call("T2", employee="Luis Mora")]),
        sheet_of("responses", [{**SURVEY, "csat": 1.0}, {**SURVEY, "response": "R2"}], sheet="Encuestas", more={"ratings": [
            {"response": "R1", "touchpoint": "entrega", "score": 1.0, "answered_at": TUESDAY},
            {"response": "R2", "touchpoint": "Pago", "score": 4.0, "answered_at": TUESDAY},
        ]}),
        sheet_of("employees", [{**STAFF[0], "area": "Envíos", "name": "Ana R."}], sheet="Personal"),
        sheet_of("customers", [{"customer": "C1", "segment": "Plata"}], sheet="Clientes"),
    )  # fmt: skip
    assert whole_content(warehouse) != before

    undo_load(warehouse, second[0].load_id)
    assert whole_content(warehouse) == before


def test_a_replaced_row_comes_back(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1", wait_seconds=1.0)]))
    (second,) = load(sheet_of("interactions", [call("T1", wait_seconds=2.0)]))
    undo_load(warehouse, second.load_id)
    assert current(warehouse, "interactions", "wait_seconds") == [(1.0,)]


def test_a_row_that_a_later_load_held_too_stays_with_that_load(warehouse: Warehouse, load: Load) -> None:
    (april,) = load(sheet_of("interactions", [call("T1")], sheet="Abril"))
    (may,) = load(sheet_of("interactions", [call("T0"), call("T1"), call("T2")], sheet="Mayo"))
    undo_load(warehouse, april.load_id)

    rows = [("T0", "Mayo", 2), ("T1", "Mayo", 3), ("T2", "Mayo", 4)]
    assert current(warehouse, "interactions", "interaction, sheet, row_number") == rows
    undo_load(warehouse, may.load_id)
    assert current(warehouse, "interactions", "interaction") == []


def test_the_history_keeps_an_undone_load_and_says_who_undid_it(warehouse: Warehouse, load: Load) -> None:
    (outcome,) = load(sheet_of("interactions", [call("T1")]))
    undo_load(warehouse, outcome.load_id)
    with warehouse.cursor() as cursor:
        (record,) = list_loads(cursor)
    assert (record.is_undone, record.undone_by) == (True, "luis")


def test_a_load_is_undone_once(warehouse: Warehouse, load: Load) -> None:
    (outcome,) = load(sheet_of("interactions", [call("T1")]))
    undo_load(warehouse, outcome.load_id)
    with pytest.raises(WrongInput, match="already undone by luis"):
        undo_load(warehouse, outcome.load_id)


def test_a_load_that_never_was_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(NotFound, match="no load L99999"):
        undo_load(warehouse, "L99999")


def test_an_order_corrected_to_fewer_lines_loses_the_others_until_the_correction_is_undone(
    warehouse: Warehouse, load: Load
) -> None:
    three = [call("T1", wait_seconds=wait) for wait in (1.0, 2.0, 3.0)]
    (first,) = load(sheet_of("interactions", [*three, call("T2")]))
    before = whole_content(warehouse)
    (second,) = load(sheet_of("interactions", [call("T1", wait_seconds=9.0), call("T3")]))
    assert current(warehouse, "interactions", "interaction, wait_seconds") == [("T1", 9.0), ("T2", None), ("T3", None)]
    assert [one.values for one in second.warnings] == [{"count": 2}]
    assert_summaries_equal_facts(warehouse, [facts.INTERACTIONS])

    undo_load(warehouse, second.load_id)
    assert whole_content(warehouse) == before
    undo_load(warehouse, first.load_id)
    assert current(warehouse, "interactions", "interaction") == []


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5], ids=str)
def test_lines_that_go_come_back_and_go_again_are_undone_in_any_order(
    warehouse: Warehouse, load: Load, order: tuple[int, ...]
) -> None:
    files = [[call("T1", wait_seconds=float(place)) for place in range(count)] for count in (3, 1, 2, 1)]
    ids = [load(sheet_of("interactions", rows))[0].load_id for rows in files]
    assert current(warehouse, "interactions", "wait_seconds") == [(0.0,)]
    left = set(range(4))
    for place in order:
        undo_load(warehouse, ids[place])
        left.remove(place)
        assert current_content(warehouse)["interactions"] == replayed([files[one] for one in sorted(left)])


VERSIONS = [
    [call("A", wait_seconds=1.0), call("B", wait_seconds=1.0)],
    [call("A", wait_seconds=2.0), call("B", wait_seconds=1.0), call(None)],
    [call("A", wait_seconds=2.0), call("C", TUESDAY), call(None), call(None)],
    [call("A", wait_seconds=1.0), call("B", wait_seconds=3.0), call("C", MONDAY)],
]
"""Four files over the same ids: corrected, repeated, corrected back."""


@pytest.mark.parametrize("order", list(permutations(range(4)))[::8], ids=str)
def test_four_loads_undone_in_any_order_leave_what_the_others_say(
    warehouse: Warehouse, load: Load, order: tuple[int, ...]
) -> None:
    empty_content = whole_content(warehouse)
    ids = [load(sheet_of("interactions", rows))[0].load_id for rows in VERSIONS]
    left = set(range(4))
    for place in order:
        undo_load(warehouse, ids[place])
        left.remove(place)
        assert current_content(warehouse)["interactions"] == replayed([VERSIONS[one] for one in sorted(left)])
        assert_summaries_equal_facts(warehouse, [facts.INTERACTIONS])
    assert whole_content(warehouse) == empty_content


def replayed(files: list[list[dict[str, Any]]]) -> list[tuple]:
    """What loading these files one after the other leaves, worked out plainly: the last word on each thing.

    A file that has a number says all the rows there are of it; rows without a number are only ever added.
    """
    said: dict[tuple, dict[str, Any]] = {}
    for rows in files:
        seen: list[Any] = []
        told_again = {row["interaction"] for row in rows if row["interaction"]}
        said = {place: row for place, row in said.items() if place[0] not in told_again}
        for row in rows:
            identity = row["interaction"] or tuple(sorted((k, v) for k, v in row.items() if v is not None))
            said[identity, seen.count(identity)] = row
            seen.append(identity)
    columns = [field.name for field in INTERACTIONS.stored]
    rows = [tuple(row.get(column) for column in columns) for row in said.values()]
    return sorted(rows, key=lambda row: tuple((value is None, str(value)) for value in row))


ROWS = st.builds(
    call,
    st.sampled_from(["A", "B", "C", None]),
    st.sampled_from([MONDAY, TUESDAY]),
    wait_seconds=st.sampled_from([None, 1.0, 2.0]),
    employee=st.sampled_from([None, "e1", "E1", "Ana Ruiz"]),
)
FILES = st.lists(st.lists(ROWS, min_size=1, max_size=6), min_size=2, max_size=5)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, data=st.data())
def test_whatever_was_loaded_and_undone_the_rest_is_as_if_loaded_alone(
    warehouse: Warehouse, load: Load, files: list[list[dict[str, Any]]], data: st.DataObject
) -> None:
    empty(warehouse, OWNER)
    ids = [load(sheet_of("interactions", rows))[0].load_id for rows in files]
    order = data.draw(st.permutations(range(len(files))))
    undone = order[: data.draw(st.integers(1, len(files)))]
    for place in undone:
        undo_load(warehouse, ids[place])
    left = [rows for place, rows in enumerate(files) if place not in undone]
    assert current_content(warehouse)["interactions"] == replayed(left)
    assert_summaries_equal_facts(warehouse, [facts.INTERACTIONS])
