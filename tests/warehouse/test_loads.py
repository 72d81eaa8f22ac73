"""Loading, loading again, and what is said of it."""

from datetime import date, datetime
from typing import Any

import pytest

from momentos.datasets import DATASETS, Dataset
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.dataset_tables import COLUMN_TYPES, LOAD_COLUMNS, columns_of, folded_fields
from momentos.warehouse.history import find_file, list_loads
from momentos.warehouse.loads import preview
from momentos.warehouse.staging import WORKING_COLUMNS, nth_key
from tests.warehouse.conftest import Load
from tests.warehouse.content import current_content
from tests.warehouse.sheets import file_of, sheet_of

MONDAY, TUESDAY = datetime(2026, 5, 4, 9), datetime(2026, 5, 5, 9)


def call(ticket: str | None, at: datetime = MONDAY, **fields: Any) -> dict[str, Any]:
    return {"interaction": ticket, "occurred_at": at, **fields}


def current(warehouse: Warehouse, dataset: str, columns: str) -> list[tuple[Any, ...]]:
    grouping = " group by all" if "count(" in columns else ""
    with warehouse.cursor() as cursor:
        return cursor.execute(f"select {columns} from current_{dataset}{grouping} order by all").fetchall()


def test_a_first_load_stores_every_row_and_tells_the_period(warehouse: Warehouse, load: Load) -> None:
    (outcome,) = load(sheet_of("interactions", [call("T1"), call("T2", TUESDAY)], rejected=1, skipped=2))

    assert (outcome.read, outcome.loaded, outcome.rejected, outcome.skipped) == (5, 2, 1, 2)
    assert (outcome.replaced, outcome.unchanged) == (0, 0)
    assert (outcome.first_on, outcome.last_on) == (date(2026, 5, 4), date(2026, 5, 5))
    assert current(warehouse, "interactions", "interaction, sheet, row_number") == [
        ("T1", "Hoja1", 2),
        ("T2", "Hoja1", 3),
    ]


def test_a_row_already_there_is_not_stored_again(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1"), call("T2")]))
    (outcome,) = load(sheet_of("interactions", [call("T1"), call("T2"), call("T3")]))

    assert (outcome.read, outcome.loaded, outcome.unchanged) == (3, 1, 2)
    assert len(current(warehouse, "interactions", "interaction")) == 3


def test_a_corrected_row_takes_the_place_of_the_earlier_one_however_its_id_is_written(
    warehouse: Warehouse, load: Load
) -> None:
    load(sheet_of("interactions", [call("T1", wait_seconds=10.0), call("T2", wait_seconds=20.0)]))
    (outcome,) = load(sheet_of("interactions", [call(" t1 ", wait_seconds=99.0)]))

    assert (outcome.loaded, outcome.replaced) == (1, 1)
    assert current(warehouse, "interactions", "wait_seconds") == [(20.0,), (99.0,)]


def test_an_id_written_twice_in_one_file_is_two_events(warehouse: Warehouse, load: Load) -> None:
    twice = [call("T1", wait_seconds=1.0), call("T1", wait_seconds=2.0)]
    load(sheet_of("interactions", twice))
    (again,) = load(sheet_of("interactions", twice))

    assert again.unchanged == 2
    assert current(warehouse, "interactions", "interaction, wait_seconds") == [("T1", 1.0), ("T1", 2.0)]


def test_a_file_saved_again_with_its_rows_in_another_order_counts_nothing_twice(
    warehouse: Warehouse, load: Load
) -> None:
    lines = [call("T1", wait_seconds=1.0), call("T1", wait_seconds=2.0), call("T1", wait_seconds=2.0), call("T2")]
    load(sheet_of("interactions", lines))
    load(sheet_of("interactions", lines[::-1]))

    waits = [("T1", 1.0), ("T1", 2.0), ("T1", 2.0), ("T2", None)]
    assert current(warehouse, "interactions", "interaction, wait_seconds") == waits


def test_fewer_rows_of_a_number_take_nothing_from_another_numbering(warehouse: Warehouse, load: Load) -> None:
    def numbered(channel: str, rows: int) -> list[dict[str, Any]]:
        return [call(f"{number}", channel=channel, reason=channel) for number in range(40) for _ in range(rows)]

    load(sheet_of("interactions", numbered("Web", 2)))
    load(sheet_of("interactions", numbered("Tienda", 2)))
    load(sheet_of("interactions", numbered("Tienda", 1)))
    assert current(warehouse, "interactions", "channel, count(*)") == [("Tienda", 40), ("Web", 80)]


def test_the_same_row_has_the_same_key_however_its_digits_are_written(warehouse: Warehouse) -> None:
    with warehouse.cursor() as cursor:
        quick, plain = nth_key("key", "2"), "md5_number(key::varchar || '#' || 2)"
        question = f"from (select md5_number(range::varchar) as key from range(2000)) where {quick} <> {plain}"
        assert cursor.execute(question).fetchall() == []


def test_rows_without_an_id_are_known_by_their_whole_content(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call(None, channel="Web"), call(None, channel="Web")]))
    (again,) = load(sheet_of("interactions", [call(None, channel="Web")] * 3))

    assert (again.unchanged, again.loaded) == (2, 1)
    assert len(current(warehouse, "interactions", "channel")) == 3


def test_a_person_described_twice_and_differently_is_kept_as_first_described(warehouse: Warehouse, load: Load) -> None:
    first = sheet_of("employees", [{"employee": "E1", "area": "Caja"}], sheet="Enero")
    second = sheet_of(
        "employees", [{"employee": "e1", "area": "Piso"}, {"employee": "E1", "area": "Caja"}], sheet="Mayo"
    )
    january, may = load(first, second)

    assert (january.loaded, may.loaded, may.rejected, may.unchanged) == (1, 0, 1, 1)
    assert may.warnings
    assert may.read == may.loaded + may.rejected + may.skipped + may.unchanged
    assert current(warehouse, "employees", "employee, area") == [("E1", "Caja")]


def test_the_preview_says_what_the_load_then_says_and_stores_nothing(
    warehouse: Warehouse, load: Load, tmp_path
) -> None:
    load(sheet_of("interactions", [call("T1"), call("T2")]))
    version = warehouse.data_version()
    sheets = (
        sheet_of("interactions", [call("T1", channel="Web"), call("T2"), call("T3")]),
        sheet_of("employees", [{"employee": "E1"}], sheet="Personal"),
    )
    foretold = preview(warehouse, file_of(tmp_path, content=b"foretold"), sheets)

    assert warehouse.data_version() == version
    assert len(current(warehouse, "interactions", "interaction")) == 2
    told = load(*sheets)
    assert [(one.sheet, one.loaded, one.replaced, one.unchanged) for one in foretold] == [
        ("Hoja1", 2, 1, 1), ("Personal", 1, 0, 0),
    ]  # fmt: skip
    assert [{**vars(one), "load_id": ""} for one in told] == [vars(one) for one in foretold]


def test_the_file_is_kept_and_found_by_its_bytes(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1")]), content=b"the very bytes")
    with warehouse.cursor() as cursor:
        (record,) = list_loads(cursor)
        assert find_file(cursor, record.sha256) == record
        assert find_file(cursor, "0" * 64) is None
    assert (warehouse.files_folder / record.sha256).read_bytes() == b"the very bytes"
    assert record.sheets[0].outcome.loaded == 1
    assert record.author == "ana"


def test_the_same_file_again_is_told_and_changes_nothing(warehouse: Warehouse, load: Load) -> None:
    sheet = sheet_of("interactions", [call("T1"), call(None)])
    load(sheet, content=b"same")
    before = current_content(warehouse)
    (again,) = load(sheet, content=b"same")
    assert again.unchanged == again.read == 2
    assert "datos.xlsx" in str(again.warnings[0])
    assert current_content(warehouse) == before


def test_the_data_version_changes_with_every_load(warehouse: Warehouse, load: Load) -> None:
    versions = [warehouse.data_version()]
    for ticket in ("T1", "T2"):
        load(sheet_of("interactions", [call(ticket)]))
        versions.append(warehouse.data_version())
    assert len(set(versions)) == 3


def test_touchpoints_without_a_position_or_with_the_same_one_are_all_loaded(warehouse: Warehouse, load: Load) -> None:
    places = [None, 1.0, 1.0]
    load(sheet_of("touchpoints", [{"touchpoint": f"P{one}", "position": place} for one, place in enumerate(places)]))
    assert current(warehouse, "touchpoints", "touchpoint, position") == [("P0", None), ("P1", 1.0), ("P2", 1.0)]


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=list(DATASETS))
def test_no_field_has_the_name_of_a_column_of_ours(dataset: Dataset) -> None:
    ours = {*LOAD_COLUMNS, *WORKING_COLUMNS}
    assert len(columns_of(dataset)) == len(dataset.stored) + len(folded_fields(dataset)) + len(LOAD_COLUMNS)
    assert not ours & {field.name for field in dataset.stored}


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_row_of_any_dataset_comes_back_as_it_was_loaded(warehouse: Warehouse, load: Load, dataset: str) -> None:
    values = {
        "varchar": " Ñandú ", "double": 1.5, "bigint": 3, "boolean": True, "date": date(2026, 5, 4), "timestamp": MONDAY,
    }  # fmt: skip
    fields = DATASETS[dataset].stored
    row = {field.name: values[COLUMN_TYPES[field.type]] for field in fields}
    load(sheet_of(dataset, [row]))
    assert current(warehouse, dataset, ", ".join(row)) == [tuple(row.values())]
    (again,) = load(sheet_of(dataset, [row]))
    assert again.unchanged == 1


def test_a_sheet_of_which_no_row_can_be_used_is_a_load_all_the_same(warehouse: Warehouse, load: Load) -> None:
    (outcome,) = load(sheet_of("interactions", [], rejected=3, skipped=1))
    assert (outcome.read, outcome.loaded, outcome.rejected, outcome.skipped) == (4, 0, 3, 1)
    assert (outcome.first_on, outcome.last_on) == (None, None)
