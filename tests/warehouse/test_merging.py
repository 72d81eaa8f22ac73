"""A later sheet of a known customer, employee or touchpoint adds to what is known of it, and takes nothing away."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from momentos.datasets import DATASETS
from momentos.domain.touchpoint import Touchpoint
from momentos.domain.viewer import OWNER
from momentos.journey.questions.drawing_changes import changes
from momentos.journey.questions.past import journey_at
from momentos.loading.emptying import empty
from momentos.loading.screen_edit import described_touchpoints, save
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import preview
from momentos.warehouse.undo import undo
from tests.warehouse.conftest import Load
from tests.warehouse.content import assert_summaries_equal_facts, current_content, whole_content
from tests.warehouse.sheets import NOON, file_of, sheet_of
from tests.warehouse.test_loads import current
from tests.warehouse.test_undo import undo_load

REASONS = [
    {"customer": "C1", "name": "Tienda Sol", "reason_for_leaving": "Precio"},
    {"customer": "C2", "name": "Bazar Luna", "reason_for_leaving": "Demora"},
]
SEGMENTS = [{"customer": "c1", "segment": "Oro"}, {"customer": "C2", "segment": "Plata", "reason_for_leaving": None}]


def customers(warehouse: Warehouse) -> list[tuple[Any, ...]]:
    return current(warehouse, "customers", "customer_key, name, segment, reason_for_leaving")


def test_a_sheet_without_a_column_keeps_what_an_earlier_one_brought(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("customers", REASONS))
    (later,) = load(sheet_of("customers", SEGMENTS))

    assert (later.loaded, later.replaced) == (2, 2)
    assert customers(warehouse) == [("c1", "Tienda Sol", "Oro", "Precio"), ("c2", "Bazar Luna", "Plata", "Demora")]


@pytest.mark.parametrize("order", permutations(range(3)), ids=str)
def test_undoing_any_of_three_sheets_leaves_what_the_others_say(
    warehouse: Warehouse, load: Load, order: tuple[int, ...]
) -> None:
    before = whole_content(warehouse)
    files = [REASONS, SEGMENTS, [{"customer": "C1", "name": "Tienda del Sol"}]]
    ids = [load(sheet_of("customers", rows))[0].load_id for rows in files]
    left = set(range(3))
    for place in order:
        undo_load(warehouse, ids[place])
        left.remove(place)
        assert current_content(warehouse)["customers"] == merged("customers", [files[one] for one in sorted(left)])
    assert whole_content(warehouse) == before


def test_a_sheet_that_says_nothing_new_is_told_as_unchanged_and_stands_when_the_other_is_undone(
    warehouse: Warehouse, load: Load
) -> None:
    (first,) = load(sheet_of("customers", REASONS))
    (later,) = load(sheet_of("customers", [{"customer": "C1", "name": "Tienda Sol"}]))
    assert (later.loaded, later.replaced, later.unchanged) == (0, 0, 1)

    undo_load(warehouse, first.load_id)
    assert customers(warehouse) == [("c1", "Tienda Sol", None, None)]


def test_the_segment_that_a_later_sheet_lacks_still_groups_the_facts(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("customers", SEGMENTS))
    load(sheet_of("responses", [{"response": "R1", "answered_at": NOON, "customer": "C1", "csat": 5.0}]))
    load(sheet_of("customers", REASONS))

    assert current(warehouse, "customers", "segment") == [("Oro",), ("Plata",)]
    with warehouse.cursor() as cursor:
        assert cursor.execute("select segment from responses_by_month_segment").fetchall() == [("Oro",)]
    assert_summaries_equal_facts(warehouse)


def test_people_keep_their_area_and_lead_when_a_list_of_telephones_comes(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("employees", [{"employee": "E1", "name": "Ana Ruiz", "area": "Caja", "supervisor": "Marta"}]))
    load(sheet_of("employees", [{"employee": "E1", "name": "Ana R. Ruiz"}]))

    with warehouse.cursor() as cursor:
        people = cursor.execute("select employee, area, supervisor from known_employees").fetchall()
        former = cursor.execute("select employee from employee_names where key = 'ana ruiz'").fetchall()
    assert people == [("Ana R. Ruiz", "Caja", "Marta")]
    assert former == [("Ana R. Ruiz",)]


PAYS = {"touchpoint": "T1", "name": "Paga", "stage": "Comprar", "promise": "En un minuto", "impact": 3.0}


def edit(warehouse: Warehouse, **said: Any) -> str:
    with warehouse.cursor() as cursor:
        known = described_touchpoints(cursor)["t1"]
    outcome = save(warehouse, OWNER, [replace(known, **said)], author="ana", at=NOON)
    assert outcome is not None
    return outcome.load_id


def test_what_is_emptied_on_the_drawing_is_empty_until_a_sheet_or_an_undo_brings_it_back(
    warehouse: Warehouse, load: Load
) -> None:
    load(sheet_of("touchpoints", [PAYS]))
    load(sheet_of("touchpoints", [{"touchpoint": "T1", "name": "Paga", "stage": "Comprar", "impact": 3.0}]))
    emptied = edit(warehouse, promise=None)
    assert current(warehouse, "touchpoints", "promise") == [(None,)]

    load(sheet_of("touchpoints", [{"touchpoint": "T1", "impact": 5.0}]))
    assert current(warehouse, "touchpoints", "name, promise, impact") == [("Paga", None, 5.0)]
    undo_load(warehouse, emptied)
    assert current(warehouse, "touchpoints", "name, promise, impact") == [("Paga", "En un minuto", 5.0)]


def test_a_narrow_sheet_replaces_no_edit_and_one_that_says_otherwise_says_so(
    warehouse: Warehouse, load: Load, tmp_path
) -> None:
    load(sheet_of("touchpoints", [PAYS]))
    edit(warehouse, promise="Sin espera")
    edit(warehouse, stage=None)
    assert load(sheet_of("touchpoints", [{"touchpoint": "T1", "area": "Caja"}]))[0].warnings == ()
    refilled = sheet_of("touchpoints", [{"touchpoint": "T1", "stage": "Comprar"}])
    assert len(preview(warehouse, file_of(tmp_path, content=b"stage"), [refilled])[0].warnings) == 1

    whole = preview(warehouse, file_of(tmp_path, content=b"whole"), [sheet_of("touchpoints", [PAYS])])[0]
    assert [one.values["names"] for one in whole.warnings] == ["«Paga»"]


def test_the_journey_of_then_and_its_changes_are_told_with_what_was_kept(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("touchpoints", [PAYS]))
    load(sheet_of("touchpoints", [{"touchpoint": "T1", "impact": 5.0}]))

    with warehouse.cursor() as cursor:
        assert [one.fields for one in changes(cursor)] == [{}, {"impact": (3.0, 5.0)}]
        then = journey_at(cursor, NOON)
    assert then[["touchpoint", "stage", "impact"]].values.tolist() == [["Paga", "Comprar", 5.0]]


def test_two_sheets_of_one_file_say_different_things_of_the_same_person(warehouse: Warehouse, load: Load) -> None:
    areas = sheet_of("employees", [{"employee": "E1", "area": "Caja"}, {"employee": "E2", "area": "Piso"}])
    names = sheet_of("employees", [
        {"employee": "e1", "name": "Ana Ruiz"}, {"employee": "E2", "name": "Luis Mora", "area": "Bodega"},
    ], sheet="Nombres")  # fmt: skip
    first, second = load(areas, names)

    assert (first.loaded, second.loaded, second.rejected) == (2, 1, 1)
    people = [("E1", "Ana Ruiz", "Caja"), ("E2", None, "Piso")]
    assert current(warehouse, "employees", "employee, name, area") == people
    again, names_again = load(areas, names)
    assert (again.unchanged, names_again.unchanged, names_again.rejected) == (2, 1, 1)
    undo_load(warehouse, first.load_id)
    assert current(warehouse, "employees", "employee, name, area") == people


# Whatever was loaded and undone


def merged(dataset: str, files: list[list[dict[str, Any]]]) -> list[tuple[Any, ...]]:
    """What loading these files one after the other leaves, worked out plainly: field by field, the last word."""
    columns = [field.name for field in DATASETS[dataset].stored]
    key = DATASETS[dataset].key[0]
    said: dict[str, dict[str, Any]] = {}
    for rows in files:
        for row in rows:
            known = {} if row.get("is_whole") else said.get(row[key].casefold(), {})
            said[row[key].casefold()] = known | {column: row[column] for column in columns if row.get(column)}
    rows = [tuple(row.get(column) for column in columns) for row in said.values()]
    return sorted(rows, key=lambda row: tuple((value is None, str(value)) for value in row))


ROWS = st.fixed_dictionaries(
    {"touchpoint": st.sampled_from(["A", "B"])},
    optional={
        "name": st.sampled_from(["Paga", "Cobra", None]),
        "stage": st.sampled_from(["Comprar", "Recibir", None]),
        "impact": st.sampled_from([1.0, 5.0, None]),
    },
)
FILES = st.lists(
    st.tuples(st.booleans(), st.lists(ROWS, min_size=1, max_size=2, unique_by=lambda row: row["touchpoint"])),
    min_size=2,
    max_size=6,
)


def drawn(warehouse: Warehouse, row: dict[str, Any]) -> str:
    """The row as somebody would draw it: whole, and empty where it says nothing."""
    outcome = save(warehouse, OWNER, [Touchpoint(**row)], author="ana", at=NOON)
    assert outcome is not None
    return outcome.load_id


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, data=st.data())
def test_whatever_sheets_and_drawings_came_and_were_undone_the_rest_is_as_if_it_had_come_alone(
    warehouse: Warehouse, load: Load, files: list[tuple[bool, list[dict[str, Any]]]], data: st.DataObject
) -> None:
    empty(warehouse, OWNER)
    ids, said = [], []
    for is_drawn, rows in files:
        if is_drawn:
            ids.append(drawn(warehouse, rows[0]))
            said.append([{**rows[0], "is_whole": True}])
        else:
            ids.append(load(sheet_of("touchpoints", rows))[0].load_id)
            said.append(rows)
    order = data.draw(st.permutations(range(len(files))))
    undone = order[: data.draw(st.integers(1, len(files)))]
    for place in undone:
        undo(warehouse, OWNER, ids[place], author="luis", at=NOON)
    left = [rows for place, rows in enumerate(said) if place not in undone]
    assert current_content(warehouse)["touchpoints"] == merged("touchpoints", left)
