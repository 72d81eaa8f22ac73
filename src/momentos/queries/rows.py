"""The current rows of a dataset, as stored."""

from collections.abc import Iterator
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.datasets import Dataset

_BATCH = 5_000


def stored_columns(dataset: Dataset) -> list[str]:
    """The columns of ``current_rows``, in order."""
    return [field.name for field in dataset.stored]


def current_rows(cursor: DuckDBPyConnection, dataset: Dataset) -> Iterator[tuple[Any, ...]]:
    """Every row that holds now, in the order of its load and of its sheet; read little by little."""
    columns = ", ".join(stored_columns(dataset))
    cursor.execute(f"select {columns} from current_{dataset.name} order by load_no, sheet, row_number, record_key")
    while batch := cursor.fetchmany(_BATCH):
        yield from batch
