"""The current rows of a dataset, as stored."""

from collections.abc import Iterator
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.datasets import Dataset
from momentos.domain.viewer import Viewer, need_lead

_BATCH = 5_000


def stored_columns(dataset: Dataset) -> list[str]:
    """The columns of ``current_rows``, in order."""
    return [field.name for field in dataset.stored]


def current_rows(cursor: DuckDBPyConnection, viewer: Viewer, dataset: Dataset) -> Iterator[tuple[Any, ...]]:
    """Every row that holds now, in the order of its load and of its sheet; read little by little. Raises ``Refused`` to
    who does not lead."""
    need_lead(viewer)
    columns = ", ".join(stored_columns(dataset))
    cursor.execute(f"select {columns} from current_{dataset.name} order by load_no, sheet, row_number, record_key")
    return _in_batches(cursor)


def _in_batches(cursor: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while batch := cursor.fetchmany(_BATCH):
        yield from batch
