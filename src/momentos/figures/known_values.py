"""The names and words a company already uses, for the drop-down lists of its templates."""

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset, Field, FieldType
from momentos.domain.viewer import Viewer

LONGEST_LIST = 500
"""Values beyond which a list helps nobody: a field with more has none."""
LONGEST_VALUE = 60
"""Characters beyond which a value is prose."""
LEAST_REPEATED = 2
"""Rows a value of free text fills on average, from which the text is one of a few words and not a name or a comment."""


def known_values(cursor: DuckDBPyConnection, viewer: Viewer) -> dict[str, list[str]]:
    """By field name, the values in current rows, by alphabet; only fields with a handful of values that come again.

    Customers are listed only for who leads.
    """
    found: dict[str, set[str]] = {}
    unlisted: set[str] = set()
    for dataset in DATASETS.values():
        for field in filter(_may_list, dataset.fields):
            if not viewer.is_lead and _names_a_customer(dataset, field):
                continue
            values, rows = _values(cursor, dataset, field)
            if not _makes_a_list(values, rows, is_name=_names_a_thing(dataset, field)):
                unlisted.add(field.name)
            found.setdefault(field.name, set()).update(values)
    return {name: sorted(values) for name, values in found.items() if values and name not in unlisted}


def _may_list(field: Field) -> bool:
    return field.is_stored and field.type in (FieldType.IDENTIFIER, FieldType.TEXT)


def _names_a_customer(dataset: Dataset, field: Field) -> bool:
    is_listed_there = dataset.name == "customers" and field.name in (*dataset.key, "name")
    return is_listed_there or field.refers_to == "customers"


def _names_a_thing(dataset: Dataset, field: Field) -> bool:
    """Whether the field is the name of a person or touchpoint: each stands once in its own sheet."""
    return field.name in dataset.key or field.refers_to is not None


def _makes_a_list(values: list[str], rows: int, *, is_name: bool) -> bool:
    """Whether these values, found in so many rows, are few and short enough, and words that come again if not names."""
    is_short = len(values) <= LONGEST_LIST and max(map(len, values), default=0) <= LONGEST_VALUE
    return is_short and (is_name or len(values) * LEAST_REPEATED <= rows)


def _values(cursor: DuckDBPyConnection, dataset: Dataset, field: Field) -> tuple[list[str], int]:
    """Up to one value more than a list may hold, and how many rows have one."""
    rows = cursor.execute(
        f"select {field.name}, count(*) from current_{dataset.name} where {field.name} is not null"
        f" group by all order by 1 limit {LONGEST_LIST + 1}"
    ).fetchall()
    return [value for value, _ in rows], sum(count for _, count in rows)
