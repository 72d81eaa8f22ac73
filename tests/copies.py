"""Small companies made once and copied: the same sheets loaded in the same order give the same database."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from momentos.warehouse.connection import FILES, Warehouse

Stamp = tuple[int, int]
_kept = tempfile.TemporaryDirectory(prefix="momentos-copies-")
_holds: dict[Path, tuple[str, Stamp]] = {}
"""By database, what was put into it, and how the file was when that was all."""


def add(database: Path, what: str, put_in: Callable[[], None]) -> None:
    """Do ``put_in`` to the database, or copy what came of it when ``what`` was put into one that held the same.

    ``what`` says all that ``put_in`` depends on. A database that is open, or that anybody else has changed, is not
    copied and not kept.
    """
    before = _content_of(database)
    if before is None or database.resolve() in Warehouse._opened:
        put_in()
        return
    content = hashlib.sha256(f"{before} {what}".encode()).hexdigest()
    copy = Path(_kept.name) / content
    if copy.exists():
        _copy(copy / database.name, database)
    else:
        put_in()
        _copy(database, copy / database.name)
    _holds[database] = content, _stamp_of(database)


def _content_of(database: Path) -> str | None:
    """What is in the database: nothing, what was put in here, or ``None`` if that is not known."""
    if not database.exists():
        return "" if database.parent.is_dir() else None
    content, stamp = _holds.get(database, ("", (0, 0)))
    return content if stamp == _stamp_of(database) else None


def _stamp_of(database: Path) -> Stamp:
    status = database.stat()
    return status.st_mtime_ns, status.st_size


def _copy(source: Path, target: Path) -> None:
    """The closed database and the files it keeps."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    if (source.parent / FILES).is_dir():
        shutil.copytree(source.parent / FILES, target.parent / FILES, dirs_exist_ok=True)
