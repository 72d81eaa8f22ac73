"""Small sheets, as the intake would hand them over."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from momentos.datasets import DATASETS
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet, SourceFile
from momentos.warehouse.dataset_tables import ARROW_TYPES, COLUMN_TYPES

NOON = datetime(2026, 5, 3, 12)
Row = Mapping[str, Any]


def table_of(dataset: str, rows: Sequence[Row]) -> pa.Table:
    """The rows with every stored column of the dataset, and their numbers from 2 on as under a header."""
    columns = {
        field.name: pa.array([row.get(field.name) for row in rows], ARROW_TYPES[COLUMN_TYPES[field.type]])
        for field in DATASETS[dataset].stored
    }
    numbers = [row.get(ROW_NUMBER, place) for place, row in enumerate(rows, start=2)]
    return pa.table({**columns, ROW_NUMBER: pa.array(numbers, pa.int64())})


def sheet_of(
    dataset: str,
    rows: Sequence[Row],
    *,
    sheet: str = "Hoja1",
    rejected: int = 0,
    skipped: int = 0,
    more: Mapping[str, Sequence[Row]] | None = None,
) -> CheckedSheet:
    return CheckedSheet(
        sheet=sheet,
        header_row=1,
        dataset=dataset,
        mapping={field: field for row in rows[:1] for field in row},
        unmapped=(),
        rows=table_of(dataset, rows),
        read=len(rows) + rejected + skipped,
        rejected=rejected,
        skipped=skipped,
        more={name: table_of(name, other) for name, other in (more or {}).items()},
    )


def file_of(folder: Path, name: str = "datos.xlsx", content: bytes = b"bytes") -> SourceFile:
    path = folder / name
    path.write_bytes(content)
    return SourceFile(name, path, hashlib.sha256(content).hexdigest(), len(content))
