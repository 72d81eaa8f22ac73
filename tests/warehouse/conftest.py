"""A warehouse of one's own, and loading into it."""

from collections.abc import Callable, Iterator
from itertools import count
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
    """Load these sheets as one file, each time another unless its content is given."""
    numbers = count()

    def load_sheets(*sheets: CheckedSheet, content: bytes | None = None) -> list[SheetOutcome]:
        file = file_of(tmp_path, content=content or b"file %d" % next(numbers))
        return commit(warehouse, file, sheets, author="ana", at=NOON)

    return load_sheets
