"""Keeping the tables of names true: which texts mean the same touchpoint, person, channel…, and how it is shown."""

from collections import defaultdict
from collections.abc import Mapping

from duckdb import DuckDBPyConnection

from momentos.domain.names import fold
from momentos.warehouse.views import read_sql

NAMES = ("labels", "touchpoint_names", "employee_names", "customer_names")
"""In this order: the later ones read the labels."""


def questions() -> list[str]:
    """What the tables of names are filled from."""
    return [read_sql(table) for table in NAMES]


def refresh_names(cursor: DuckDBPyConnection) -> set[str]:
    """Work the names out again from what is current; which of the tables changed how an existing text is shown."""
    return {table for table in NAMES if _refresh(cursor, table)}


def employees_meant(cursor: DuckDBPyConnection) -> Mapping[str, frozenset[str]]:
    """By folded text (a code, a name, a name they had, or the one shown), the keys of the employees it may mean."""
    meant: dict[str, set[str]] = defaultdict(set)
    rows = cursor.execute("select distinct key, employee_key, employee from employee_names").fetchall()
    for text, key, shown in rows:
        meant[text].add(key)
        meant[fold(shown)].add(key)
    return {text: frozenset(keys) for text, keys in meant.items()}


def _refresh(cursor: DuckDBPyConnection, table: str) -> bool:
    """Write the table again if it differs; whether anything that was there before and still is reads otherwise."""
    cursor.execute(f"create or replace temp table fresh as {read_sql(table)}")
    if _is_empty(cursor, f"from {table} except from fresh") and _is_empty(cursor, f"from fresh except from {table}"):
        return False
    identity = "(fresh.dimension, fresh.key) = (old.dimension, old.key)" if table == "labels" else "fresh.key = old.key"
    reads_otherwise = not _is_empty(
        cursor, f"select * from {table} as old semi join fresh on {identity} except from fresh"
    )
    cursor.execute(f"delete from {table}")
    cursor.execute(f"insert into {table} from fresh")
    return reads_otherwise


def _is_empty(cursor: DuckDBPyConnection, question: str) -> bool:
    return cursor.execute(f"from ({question}) limit 1").fetchone() is None
