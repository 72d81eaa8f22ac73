"""The bytes of loaded files, kept beside the database under the name of their hash."""

import os
import shutil
import uuid
from pathlib import Path

from momentos.datasets.checked import SourceFile
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse.connection import Warehouse


def keep_file(warehouse: Warehouse, source: SourceFile) -> None:
    """Copy the file beside the database, whole or not at all; the same bytes are kept once."""
    kept = _place(warehouse, source.sha256)
    if kept.exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_name(f"{kept.name}.{uuid.uuid4().hex}")
    try:
        with source.path.open("rb") as original, unfinished.open("wb") as copy:
            shutil.copyfileobj(original, copy)
            copy.flush()
            os.fsync(copy.fileno())
        unfinished.replace(kept)
    finally:
        unfinished.unlink(missing_ok=True)


def is_kept(warehouse: Warehouse, sha256: str) -> bool:
    """Whether the bytes of this hash are here."""
    return _place(warehouse, sha256).exists()


def kept_file(warehouse: Warehouse, viewer: Viewer, sha256: str) -> Path:
    """Where the bytes of this hash are kept, if they are. Raises ``Refused`` to who does not lead: whatever is left out
    on screens stands in the file."""
    need_lead(viewer)
    return _place(warehouse, sha256)


def _place(warehouse: Warehouse, sha256: str) -> Path:
    return warehouse.files_folder / sha256
