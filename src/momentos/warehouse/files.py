"""The bytes of loaded files, kept beside the database under the name of their hash."""

import os
import shutil
import uuid
from pathlib import Path

from momentos.datasets.checked import SourceFile
from momentos.warehouse.connection import Warehouse


def keep_file(warehouse: Warehouse, source: SourceFile) -> None:
    """Copy the file beside the database, whole or not at all; the same bytes are kept once."""
    kept = kept_file(warehouse, source.sha256)
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


def kept_file(warehouse: Warehouse, sha256: str) -> Path:
    """Where the bytes of this hash are kept, if they are."""
    return warehouse.files_folder / sha256
