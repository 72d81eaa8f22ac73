"""Where a question is read from, the smallest relation that can answer it, and the conditions it is read under."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import THINGS, TIME_DIMENSIONS, Dimension
from momentos.domain.names import fold
from momentos.facts import Fact
from momentos.figures.filters import Filters
from momentos.warehouse.summaries import Relation, summary_for


@dataclass(frozen=True)
class Condition:
    """A piece of a ``where`` and the values for its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


def source_for(fact: Fact, by: Sequence[Dimension], filters: Filters) -> Relation:
    """The smallest relation that holds the fact's measures by these dimensions and can be filtered so."""
    return summary_for(fact, by, filters.where, needs_days=not is_whole_months(filters))


def grouped(
    cursor: DuckDBPyConnection,
    source: Relation,
    columns: Mapping[str, str],
    by: Sequence[Dimension],
    filters: Filters,
    *,
    with_unknown: bool = False,
) -> pd.DataFrame:
    """One row per group: the dimensions, and the columns, each given by its SQL; without groups, one row.

    What is not known makes a group of its own only ``with_unknown``; a dimension that the fact does not have is known
    of no row.
    """
    is_known = [] if with_unknown else [Condition(f"{source.sql_of(dimension)} is not null") for dimension in by]
    asked = [*conditions(cursor, filters, source), *is_known]
    named = {**{str(dimension): source.sql_of(dimension) for dimension in by}, **columns}
    sql = f"select {', '.join(f'{column} as {name}' for name, column in named.items())} from {source}"
    if asked:
        sql += f" where {' and '.join(one.sql for one in asked)}"
    if by:
        sql += " group by all order by all"
    return cursor.execute(sql, [value for one in asked for value in one.values]).df()


def conditions(cursor: DuckDBPyConnection, filters: Filters, source: Relation) -> list[Condition]:
    """The filters in SQL, as this relation can be asked; held to a dimension that the fact does not have, no row is."""
    return [*window(filters, source), *(_one_of(cursor, source, *held) for held in filters.where.items())]


def window(filters: Filters, source: Relation) -> Iterator[Condition]:
    """The filters' window. Facts are asked for instants, by which they lie sorted and can be skipped; summaries for
    days, or months where none is cut, which every one of them has."""
    if "occurred_at" in source.times:
        yield from instants(filters)
    elif is_whole_months(filters):
        yield from _bounds("month >= ?", filters.from_on, _month)
        yield from _bounds("month <= ?", filters.to_on, _month)
    else:
        yield from days(filters)


def instants(filters: Filters) -> Iterator[Condition]:
    """The window as a condition on ``occurred_at``."""
    yield from _bounds("occurred_at >= ?", filters.from_on, _midnight)
    yield from _bounds("occurred_at < ?", filters.to_on and filters.to_on + timedelta(days=1), _midnight)


def days(filters: Filters) -> Iterator[Condition]:
    """The window as a condition on ``occurred_on``."""
    yield from _bounds("occurred_on >= ?", filters.from_on)
    yield from _bounds("occurred_on <= ?", filters.to_on)


def _bounds(sql: str, day: date | None, written: Callable[[date], Any] = lambda day: day) -> Iterator[Condition]:
    """The condition with the day as the column writes it; none where that end is open."""
    if day is not None:
        yield Condition(sql, (written(day),))


def is_whole_months(filters: Filters) -> bool:
    """Whether no month of the window is cut."""
    starts = filters.from_on is None or filters.from_on.day == 1
    return starts and (filters.to_on is None or (filters.to_on + timedelta(days=1)).day == 1)


def _one_of(cursor: DuckDBPyConnection, source: Relation, dimension: Dimension, values: Sequence[str]) -> Condition:
    """The dimension's value is one of these."""
    shown = shown_values(cursor, dimension, values)
    return Condition(f"{source.sql_of(dimension)} in ({', '.join('?' * len(shown))})", tuple(shown))


def shown_values(cursor: DuckDBPyConnection, dimension: Dimension, values: Sequence[str]) -> list[str]:
    """The values themselves and the names they show under: however spelled, and codes of people and touchpoints too."""
    if dimension in TIME_DIMENSIONS:
        return list(values)
    folded = [fold(value) for value in values]
    if dimension in THINGS:
        sql = f"select distinct {dimension} from {dimension}_names where list_contains(?::varchar[], key)"
        found = cursor.execute(sql, [folded])
    else:
        sql = "select label from labels where dimension = ? and list_contains(?::varchar[], key)"
        found = cursor.execute(sql, [str(dimension), folded])
    return [*values, *(label for (label,) in found.fetchall())]


def _month(day: date) -> int:
    """A month as one number, the way the warehouse counts them."""
    return day.year * 12 + day.month - 1


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)
