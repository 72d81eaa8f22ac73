"""A warehouse of one's own, and loading into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from momentos.datasets.checked import CheckedSheet
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import SheetOutcome
from momentos.warehouse.loads import commit
from tests.warehouse.sheets import NOON, file_of

Load = Callable[..., list[SheetOutcome]]


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        yield opened


@pytest.fixture
def load(warehouse: Warehouse, tmp_path: Path) -> Load:
    """Load these sheets as one file."""

    def load_sheets(*sheets: CheckedSheet, content: bytes = b"bytes") -> list[SheetOutcome]:
        return commit(warehouse, file_of(tmp_path, content=content), sheets, author="ana", at=NOON)

    return load_sheets
