"""The tables of the datasets, made from their declarations: a field more there is a column more here."""

from collections.abc import Mapping

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset, Field, FieldType
from momentos.warehouse.folding import fold_column

COLUMN_TYPES: dict[FieldType, str] = {
    FieldType.TEXT: "varchar",
    FieldType.IDENTIFIER: "varchar",
    FieldType.CHOICE: "varchar",
    FieldType.INTEGER: "bigint",
    FieldType.NUMBER: "double",
    FieldType.MONEY: "double",
    FieldType.DURATION: "double",
    FieldType.SCORE: "double",
    FieldType.DATE: "date",
    FieldType.INSTANT: "timestamp",
    FieldType.YES_NO: "boolean",
}

ARROW_TYPES: dict[str, pa.DataType] = {
    "varchar": pa.string(),
    "bigint": pa.int64(),
    "double": pa.float64(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us"),
    "boolean": pa.bool_(),
}

LOAD_COLUMNS = {
    "load_no": "integer not null",
    "sheet": "varchar not null",
    "row_number": "integer not null",
    "record_key": "uhugeint not null",
    "content_hash": "ubigint not null",
    "superseded_by": "integer",
    "is_gone": "boolean",
}
"""Where a row came from, what identifies it, what it says in one number, the load that took its place, and whether it
says that there is no such row: where a corrected file has fewer rows of a number than before."""


def folded_fields(dataset: Dataset) -> tuple[Field, ...]:
    return tuple(field for field in dataset.stored if field.is_folded)


def columns_of(dataset: Dataset) -> dict[str, str]:
    """Name and type of every column of the dataset's table, in order."""
    stored = {field.name: COLUMN_TYPES[field.type] for field in dataset.stored}
    keys = {f"{field.name}_key": "varchar" for field in folded_fields(dataset)}
    return {**stored, **keys, **LOAD_COLUMNS}


def content_hash(dataset: Dataset) -> str:
    """All that a row says, as one number, to tell whether two rows of the same thing differ.

    DuckDB's own hash is by far the quickest, but neither it nor the list of fields is for ever: ``hash_again``.
    """
    return f"hash({', '.join(field.name for field in dataset.stored)})"


def hashing(datasets: Mapping[str, Dataset]) -> str:
    """What content hashes are made with: DuckDB's version and every dataset's fields."""
    return f"{duckdb.__version__}: {' '.join(content_hash(dataset) for dataset in datasets.values())}"


def hash_again(cursor: DuckDBPyConnection, datasets: Mapping[str, Dataset] = DATASETS) -> None:
    """Work the stored content hashes out anew if fields were added or DuckDB has changed since they were."""
    wanted = hashing(datasets)
    (hashed_with,) = cursor.execute("select hashed_with from state").fetchone() or (None,)
    if hashed_with == wanted:
        return
    for name, dataset in datasets.items():
        cursor.execute(f"update {name} set content_hash = {content_hash(dataset)}")
    cursor.execute("update state set hashed_with = ?", [wanted])


def missing_columns(cursor: DuckDBPyConnection, datasets: Mapping[str, Dataset] = DATASETS) -> list[tuple[str, str]]:
    """Declared columns that the file does not have yet, as (dataset, column); a new dataset misses them all."""
    missing = []
    for name, dataset in datasets.items():
        present = _present(cursor, name)
        missing += [(name, column) for column in columns_of(dataset) if column not in present]
    return missing


def add_missing_columns(cursor: DuckDBPyConnection, datasets: Mapping[str, Dataset] = DATASETS) -> None:
    """Make the tables and columns that are declared and not there; what is there stays as it is."""
    for name, dataset in datasets.items():
        present = _present(cursor, name)
        if not present:
            cursor.execute(_create(name, columns_of(dataset)))
            continue
        added = [column for column in columns_of(dataset) if column not in present]
        for column in added:
            cursor.execute(f"alter table {name} add column {column} {columns_of(dataset)[column]}")
        for field in folded_fields(dataset):
            if f"{field.name}_key" in added and field.name in present:
                _fold_stored(cursor, name, field.name)


def _create(name: str, columns: dict[str, str]) -> str:
    lines = ",\n    ".join(f"{column} {type_}" for column, type_ in columns.items())
    return f"create table {name} (\n    {lines}\n)"


def _present(cursor: DuckDBPyConnection, table: str) -> set[str]:
    rows = cursor.execute(
        "select column_name from duckdb_columns() where table_name = ? and database_name = current_database()", [table]
    )
    return {column for (column,) in rows.fetchall()}


def _fold_stored(cursor: DuckDBPyConnection, table: str, column: str) -> None:
    """Fill the key column of a field that was stored before it had one."""
    written = cursor.execute(f"select distinct {column} from {table} where {column} is not null").fetchall()
    texts = pa.array([text for (text,) in written], pa.string())
    cursor.register("folded_texts", pa.table({"written": texts, "folded": fold_column(texts)}))
    cursor.execute(f"update {table} set {column}_key = folded from folded_texts where {column} = written")
    cursor.unregister("folded_texts")
