"""What the company sets for itself, with who set it and when."""

from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.facts.interactions import DEFAULT_SERVICE_LEVEL_SECONDS
from momentos.warehouse.connection import Warehouse

SERVICE_LEVEL_SECONDS = "service_level_seconds"


def setting(cursor: DuckDBPyConnection, key: str) -> str | None:
    """What was set last; empty if nobody set it."""
    row = cursor.execute("select value from settings where key = ?", [key]).fetchone()
    return row[0] if row else None


def set_setting(warehouse: Warehouse, key: str, value: str, *, author: str, at: datetime) -> None:
    """Keep the value in place of the one before; the summaries follow if they depend on it."""
    with warehouse.transaction() as cursor:
        cursor.execute("delete from settings where key = ?", [key])
        cursor.execute("insert into settings values (?, ?, ?, ?)", [key, value, author, at])
        if key == SERVICE_LEVEL_SECONDS:
            from momentos.warehouse import summaries  # who only reads a setting needs no table of the data

            summaries.refresh_all(cursor)


def service_level_seconds(cursor: DuckDBPyConnection) -> float:
    """The agreed wait: contacts served within it count as served in time."""
    kept = setting(cursor, SERVICE_LEVEL_SECONDS)
    return float(kept) if kept is not None else float(DEFAULT_SERVICE_LEVEL_SECONDS)
