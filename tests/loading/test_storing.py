"""What a load changed in the main figures is written beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from momentos.domain.errors import Refused
from momentos.loading.storing import effect_of, foresee, store
from momentos.warehouse.connection import Warehouse
from tests.warehouse.content import whole_content
from tests.warehouse.sheets import NOON, file_of, sheet_of


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        yield opened


def load_waits(warehouse: Warehouse, folder: Path, *waits: float) -> str:
    calls = [{"occurred_at": NOON, "answered": "yes", "wait_seconds": wait} for wait in waits]
    source = file_of(folder, content=repr(waits).encode())
    return store(warehouse, source, [sheet_of("interactions", calls)], [], author="ana", at=NOON)[0].load_id


def test_the_mean_wait_before_and_after(warehouse: Warehouse, tmp_path: Path) -> None:
    first = load_waits(warehouse, tmp_path, 10, 30)
    second = load_waits(warehouse, tmp_path, 80)

    with warehouse.cursor() as cursor:
        assert effect_of(cursor, first)["interactions"] == (None, 2)
        assert effect_of(cursor, second)["interactions"] == (2, 3)
        assert (20, 40) in effect_of(cursor, second).values()
        assert effect_of(cursor, "L09999") == {}


def test_nobody_signs_as_the_invented_company(warehouse: Warehouse, tmp_path: Path) -> None:
    sheets = [sheet_of("interactions", [{"occurred_at": NOON, "answered": "yes"}])]
    before = whole_content(warehouse)
    with pytest.raises(Refused):
        store(warehouse, file_of(tmp_path), sheets, [], author=" Sample ", at=NOON)
    assert whole_content(warehouse) == before


def test_what_a_load_would_change_is_told_and_nothing_is_stored(warehouse: Warehouse, tmp_path: Path) -> None:
    load_waits(warehouse, tmp_path, 10, 30)
    before, version = whole_content(warehouse), warehouse.data_version()
    calls = [{"occurred_at": NOON, "answered": "yes", "wait_seconds": 80}]

    outcomes, effect = foresee(warehouse, file_of(tmp_path, content=b"more"), [sheet_of("interactions", calls)])

    assert (outcomes[0].load_id, outcomes[0].loaded) == ("", 1)
    assert (effect["interactions"], effect["wait"]) == ((2, 3), (20, 40))
    assert whole_content(warehouse) == before
    assert warehouse.data_version() == version
    assert load_waits(warehouse, tmp_path, 80) == "L00002"
    with warehouse.cursor() as cursor:
        assert effect_of(cursor, "L00002") == effect


def test_rows_already_there_would_change_nothing(warehouse: Warehouse, tmp_path: Path) -> None:
    load_waits(warehouse, tmp_path, 10)
    calls = [{"occurred_at": NOON, "answered": "yes", "wait_seconds": 10}]

    outcomes, effect = foresee(warehouse, file_of(tmp_path), [sheet_of("interactions", calls)])

    assert (outcomes[0].unchanged, effect) == (1, {})
