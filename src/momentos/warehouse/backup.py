"""A copy of the database, checked before it counts as one."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from momentos.domain import clock
from momentos.domain.errors import Unavailable
from momentos.domain.messages import say
from momentos.warehouse.connection import Warehouse, one_value, text_literal

_ALIAS = "backup_copy"


def back_up(warehouse: Warehouse) -> Path:
    """Copy everything to a new file under ``backups/``; returned once its content was compared with the original's."""
    folder = warehouse.backups_folder
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{warehouse.path.stem}-{clock.now():%Y%m%d-%H%M%S-%f}"
    unfinished, finished = folder / f"{stem}.unfinished", folder / f"{stem}.duckdb"
    try:
        with warehouse.cursor() as cursor:
            _copy(cursor, unfinished)
        unfinished.rename(finished)
    finally:
        unfinished.unlink(missing_ok=True)
    return finished


def _copy(cursor: DuckDBPyConnection, target: Path) -> None:
    """Copy, close the copy, open it again and compare every table."""
    source = str(one_value(cursor, "select current_database()"))
    attach = f"attach {text_literal(str(target))} as {_ALIAS}"
    cursor.execute(attach)
    try:
        cursor.execute(f'copy from database "{source}" to {_ALIAS}')
        cursor.execute(f"detach {_ALIAS}")
        cursor.execute(f"{attach} (read_only)")
        if _digests(cursor, source) != _digests(cursor, _ALIAS):
            raise Unavailable(say("The backup does not match the data, so it was discarded. Nothing else was changed."))
    finally:
        cursor.execute(f"detach database if exists {_ALIAS}")


def _digests(cursor: DuckDBPyConnection, database: str) -> dict[str, tuple[int, int | None] | None]:
    """Rows of every table, and a number that changes if any of them does."""
    names = cursor.execute("select table_name from duckdb_tables() where database_name = ?", [database]).fetchall()
    return {
        name: cursor.execute(f'select count(*), bit_xor(hash(kept)) from "{database}".{name} as kept').fetchone()
        for (name,) in names
    }
