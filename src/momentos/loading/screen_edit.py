"""Editing the journey on a screen: a small load like any other, in the list of loads and undone like them."""

import hashlib
import json
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet, SourceFile
from momentos.domain.touchpoint import Touchpoint
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.dataset_tables import ARROW_TYPES, COLUMN_TYPES
from momentos.warehouse.history import SCREEN_EDIT, SheetOutcome
from momentos.warehouse.loads import check_author, commit

_TOUCHPOINTS = DATASETS["touchpoints"]
_FIELDS = tuple(field.name for field in fields(Touchpoint))


def described_touchpoints(cursor: DuckDBPyConnection) -> dict[str, Touchpoint]:
    """Every touchpoint that a sheet or a screen describes, retired and merged ones too, by key."""
    rows = cursor.execute(
        f"select {', '.join(_FIELDS)} from current_touchpoints where touchpoint is not null"
        " order by load_no, row_number, touchpoint_key"
    ).fetchall()
    return {one.key: one for one in (Touchpoint(*row) for row in rows)}


def save(
    warehouse: Warehouse,
    viewer: Viewer,
    changed: Iterable[Touchpoint],
    *,
    author: str,
    at: datetime,
    name: str = SCREEN_EDIT,
) -> SheetOutcome | None:
    """Load these touchpoints in place of what was said of them before; nothing is done where nothing changes.

    Raises ``Refused`` to who does not lead, or if it is signed as the invented company.
    """
    need_lead(viewer)
    check_author(author)
    touchpoints = list(changed)
    if not touchpoints:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = _written(Path(folder), name, touchpoints, author, at)
        return commit(warehouse, source, [_sheet(name, touchpoints)], author=author, at=at)[0]


def _written(folder: Path, name: str, touchpoints: list[Touchpoint], author: str, at: datetime) -> SourceFile:
    """The edit as a file, kept with the other loads' files."""
    told = {"author": author, "at": at, "touchpoints": [asdict(one) for one in touchpoints]}
    content = json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()
    path = folder / "edit.json"
    path.write_bytes(content)
    return SourceFile(name, path, hashlib.sha256(content).hexdigest(), len(content))


def _sheet(name: str, touchpoints: list[Touchpoint]) -> CheckedSheet:
    columns: dict[str, Any] = {
        field.name: pa.array([getattr(one, field.name) for one in touchpoints], ARROW_TYPES[COLUMN_TYPES[field.type]])
        for field in _TOUCHPOINTS.stored
    }
    columns[ROW_NUMBER] = pa.array(range(1, len(touchpoints) + 1), pa.int64())
    return CheckedSheet(
        sheet=name,
        header_row=0,
        dataset=_TOUCHPOINTS.name,
        mapping={field: field for field in _FIELDS},
        unmapped=(),
        rows=pa.table(columns),
        read=len(touchpoints),
        rejected=0,
        skipped=0,
    )
