"""People and touchpoints that facts name and no sheet lists: listed from there, with their area, by a small load that
can be undone."""

import hashlib
import json
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet, SourceFile
from momentos.domain.viewer import Viewer, need_lead
from momentos.loading.same_names import Named
from momentos.loading.screen_edit import SCREEN_EDIT
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.dataset_tables import ARROW_TYPES, COLUMN_TYPES
from momentos.warehouse.history import SheetOutcome
from momentos.warehouse.loads import commit

_DATASET = {Named.EMPLOYEE: "employees", Named.TOUCHPOINT: "touchpoints"}


def unlisted(cursor: DuckDBPyConnection, named: Named) -> list[str]:
    """The names that facts carry and no sheet lists, by alphabet, as they are shown."""
    rows = cursor.execute(
        f"select distinct {named} from known_{named}s where not is_listed and {named} is not null order by 1"
    ).fetchall()
    return [name for (name,) in rows]


def create(
    warehouse: Warehouse,
    viewer: Viewer,
    named: Named,
    names: Sequence[str],
    *,
    area: str = "",
    author: str,
    at: datetime,
) -> SheetOutcome | None:
    """List these names, each under itself as code, all in this area if one is given; nothing is done without names.

    Raises ``Refused`` to who does not lead.
    """
    need_lead(viewer)
    if not names:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = _written(Path(folder), named, names, area, author, at)
        return commit(warehouse, source, [_sheet(named, names, area)], author=author, at=at)[0]


def _written(folder: Path, named: Named, names: Sequence[str], area: str, author: str, at: datetime) -> SourceFile:
    """What was listed as a file, kept with the other loads' files."""
    told = {"author": author, "at": at, _DATASET[named]: list(names), "area": area}
    content = json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()
    path = folder / "edit.json"
    path.write_bytes(content)
    return SourceFile(SCREEN_EDIT, path, hashlib.sha256(content).hexdigest(), len(content))


def _sheet(named: Named, names: Sequence[str], area: str) -> CheckedSheet:
    dataset = DATASETS[_DATASET[named]]
    filled = {named.value: names, "name": names, "area": [area or None] * len(names)}
    columns = {
        field.name: pa.array(filled.get(field.name, [None] * len(names)), ARROW_TYPES[COLUMN_TYPES[field.type]])
        for field in dataset.stored
    }
    columns[ROW_NUMBER] = pa.array(range(1, len(names) + 1), pa.int64())
    mapping = {field: field for field in (named.value, "name", *(["area"] if area else []))}
    return CheckedSheet(SCREEN_EDIT, 0, dataset.name, mapping, (), pa.table(columns), len(names), 0, 0)
