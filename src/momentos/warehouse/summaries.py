"""Sums of the facts kept at a few grains, so that screens need not read the facts; always equal to them.

Each summary is refreshed for the days a change touched, in the change's own transaction. Those of surveys keep what
the surveys are about apart (``questionnaires.py``).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.facts import FACTS, Fact
from momentos.facts.fact import Grain
from momentos.warehouse import shown_names


@dataclass(frozen=True)
class Relation:
    """A fact's measures as they can be read: its view, row by row, or a summary. In SQL it is written by its name.

    It has the ``dimensions`` as they are shown, and the ``times``: ``occurred_at`` (only a view), ``occurred_on`` (not
    where whole months are added up) and ``month`` (year * 12 + month - 1).
    """

    fact: Fact
    name: str
    dimensions: tuple[Dimension, ...]
    times: tuple[str, ...]

    def __str__(self) -> str:
        return self.name

    @property
    def keys(self) -> tuple[str, ...]:
        """What tells a summary's rows apart."""
        about = ("about",) if self.fact.is_surveyed else ()
        return (*self.times, *self.dimensions, *about)

    def has(self, dimensions: Iterable[Dimension]) -> bool:
        return set(dimensions) <= set(self.dimensions)

    def sql_of(self, dimension: Dimension) -> str:
        """The dimension as it is spelled here, periods as text that sorts by time; unknown where there is none."""
        if dimension.declared.period:
            return dimension.declared.period
        return str(dimension) if dimension in self.dimensions else "null::varchar"


def _summary(fact: Fact, grain: Grain) -> Relation:
    """The table that holds the fact at this grain."""
    times = ("occurred_on", "month") if grain.is_daily else ("month",)
    name = f"{fact}_by_{'day' if grain.is_daily else 'month'}_{grain.dimensions[0]}"
    return Relation(fact, name, grain.dimensions, times)


SUMMARIES: tuple[Relation, ...] = tuple(_summary(fact, grain) for fact in FACTS.values() for grain in fact.grains)
"""Smallest first within a fact: the first that answers is the one to read."""


def summary_for(
    fact: Fact, dimensions: Iterable[Dimension], filtered: Iterable[Dimension] = (), *, needs_days: bool = False
) -> Relation:
    """The smallest relation that can group by ``dimensions`` and filter by ``filtered``, as far as the fact can at all:
    else the fact's view.

    It has ``occurred_on`` where ``needs_days`` (a filter or group by days that does not fall on whole months) or a day
    or week is asked for.
    """
    asked = {*dimensions, *filtered}
    needs_days = needs_days or any(one.declared.needs_days for one in asked)
    offered = asked & set(fact.offered)
    for summary in _of_fact(fact):
        if summary.has(offered) and ("occurred_on" in summary.times or not needs_days):
            return summary
    return facts_for(fact, offered)


def facts_for(fact: Fact, dimensions: Iterable[Dimension] = ()) -> Relation:
    """The fact row by row. What it looks up through other rows is looked for only when it is asked for."""
    looked_up = tuple(one for one in fact.looks_up if one in set(dimensions))
    name = "_".join([str(fact), *(f"with_{one}" for one in looked_up), "measured"])
    return Relation(fact, name, (*fact.dimensions, *looked_up), ("occurred_at", "occurred_on", "month"))


def questions() -> list[str]:
    """What the summaries are filled from."""
    return [_sums(fact, _of_fact(fact)) for fact in FACTS.values() if fact.grains]


def make_again(cursor: DuckDBPyConnection) -> None:
    """Put the summaries that this version declares in the place of those there are, and fill them."""
    old = cursor.execute(
        "select table_name from duckdb_tables() where regexp_matches(table_name, '_by_(day|month)_')"
        " and database_name = current_database()"
    ).fetchall()
    for (table,) in old:
        cursor.execute(f"drop table {table}")
    shown_names.refresh_names(cursor)
    for fact in FACTS.values():
        summaries = _of_fact(fact)
        if summaries:
            _add_up(cursor, fact, summaries)
        for grain, summary in enumerate(summaries):
            cursor.execute(f"create table {summary.name} as {_summed(summary, grain)}")


def refresh_all(cursor: DuckDBPyConnection) -> None:
    """Add everything up again."""
    for fact in FACTS.values():
        _refresh(cursor, fact, _of_fact(fact))


def refresh_surveys(cursor: DuckDBPyConnection) -> None:
    """Add up again all that was said in surveys."""
    for fact in FACTS.values():
        if fact.is_surveyed:
            _refresh(cursor, fact, _of_fact(fact))


def refresh_of_customers(cursor: DuckDBPyConnection) -> None:
    """Add up again what is kept by what the customers' sheet says."""
    for fact in FACTS.values():
        summaries = [one for one in _of_fact(fact) if any("customer" in by.known_by for by in one.dimensions)]
        _refresh(cursor, fact, tuple(summaries))


def refresh_days(cursor: DuckDBPyConnection, fact: Fact, days: str) -> None:
    """Add up again the days (for monthly summaries, their months) that the relation ``days`` lists in ``day``."""
    _refresh(cursor, fact, _of_fact(fact), days)


def _of_fact(fact: Fact) -> tuple[Relation, ...]:
    return tuple(summary for summary in SUMMARIES if summary.fact is fact)


def _refresh(cursor: DuckDBPyConnection, fact: Fact, summaries: tuple[Relation, ...], days: str | None = None) -> None:
    """Add the facts up at every grain, and put the sums in the place of those they renew."""
    if not summaries:
        return
    _add_up(cursor, fact, summaries, _is_touched("month", days))
    for grain, summary in enumerate(summaries):
        touched = _is_touched(summary.times[0], days)
        cursor.execute(f"delete from {summary.name} where {touched}")
        cursor.execute(f"insert into {summary.name} by name {_summed(summary, grain)} and {touched}")


def _add_up(cursor: DuckDBPyConnection, fact: Fact, summaries: tuple[Relation, ...], condition: str = "true") -> None:
    """Read the facts once, into the temporary table ``summed``."""
    cursor.execute(f"create or replace temp table summed as {_sums(fact, summaries, condition)}")


def _summed(summary: Relation, grain: int) -> str:
    """The summary's rows among all that were added up."""
    columns = (*summary.keys, *summary.fact.measures)
    return f"select {', '.join(columns)} from summed where grain = {grain}"


def _sums(fact: Fact, summaries: tuple[Relation, ...], condition: str = "true") -> str:
    """The fact's measures at the grain of each summary; ``grain`` says which, by its place."""
    keys = list(dict.fromkeys(key for summary in summaries for key in summary.keys))
    whens = " ".join(f"when {_grouping(summary, keys)} then {place}" for place, summary in enumerate(summaries))
    sets = ",\n    ".join(f"({', '.join(summary.keys)})" for summary in summaries)
    measures = ",\n    ".join(f"sum({measure})::{_type(measure)} as {measure}" for measure in fact.measures)
    return (
        f"select\n    {', '.join(keys)},\n    {measures},\n    case grouping({', '.join(keys)}) {whens} end as grain\n"
        f"from {fact.view}\nwhere {condition}\ngroup by grouping sets (\n    {sets}\n)"
    )


def _grouping(summary: Relation, keys: list[str]) -> int:
    """What ``grouping(keys)`` is for the rows of this summary: a bit for every key that it does not have."""
    return sum(1 << place for place, key in enumerate(reversed(keys)) if key not in summary.keys)


def _type(measure: str) -> str:
    return "double" if measure.endswith(("_sum", "_squares")) else "bigint"


def _is_touched(time: str, days: str | None) -> str:
    """The condition that a row's day or month is among those listed; every row's is if none are."""
    if days is None:
        return "true"
    listed = "day" if time == "occurred_on" else "(year(day) * 12 + month(day) - 1)::integer"
    undated = f"{time} is null and exists (from {days} where day is null)"
    return f"({time} in (select {listed} from {days}) or ({undated}))"
