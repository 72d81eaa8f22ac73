"""Keeping the tables of names true: which texts mean the same touchpoint, person, channel…, and how it is shown."""

from collections import defaultdict
from collections.abc import Mapping

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.domain.dimensions import THINGS, TIME_DIMENSIONS, Dimension
from momentos.domain.names import fold
from momentos.facts import FACTS
from momentos.warehouse.views import read_sql

NAMES = ("labels", "touchpoint_names", "employee_names", "customer_names")
"""In this order: the later ones read the labels."""


def questions() -> list[str]:
    """What the tables of names are filled from."""
    return [question_of(table) for table in NAMES]


def question_of(table: str) -> str:
    """What one of the tables of names is filled from, every text that facts or sheets write among it."""
    written = _written_words() if table == "labels" else _written_names(table.removesuffix("_names"))
    return read_sql(table).format(written="\n    union all\n    ".join(written))


def _written_names(thing: str) -> list[str]:
    """What the rows of facts call a touchpoint or an employee: ``key, label``."""
    return [f"select {thing}_key as key, {thing} as label from current_{dataset}" for dataset in _naming(thing)]


def _written_words() -> list[str]:
    """Every word that a fact or the sheet of a thing says of itself: ``dimension, key, label``."""
    words = [one for one in Dimension if one not in TIME_DIMENSIONS and one not in THINGS]
    return [
        f"select '{word}' as dimension, {word}_key as key, {word} as label from current_{dataset}"
        for word in words
        for name in word.known_by
        for dataset in ([THINGS[name]] if name in THINGS else _naming(name))
        if word in DATASETS[dataset]
    ]


def _naming(name: str) -> list[str]:
    """The datasets whose rows are counted and may name this."""
    return list(dict.fromkeys(dataset for fact in FACTS.values() if name in fact.names for dataset in fact.datasets))


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
    cursor.execute(f"create or replace temp table fresh as {question_of(table)}")
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
