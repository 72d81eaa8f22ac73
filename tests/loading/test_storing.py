"""What a load changed in the main figures is written beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from momentos.loading.storing import effect_of, store
from momentos.warehouse.connection import Warehouse
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
