"""Sums of the facts kept at a few grains, so that screens need not read the facts; always equal to them.

Each summary is refreshed for the days a change touched, in the change's own transaction.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import TIME_DIMENSIONS, Dimension
from momentos.domain.metrics import MEASURES, Fact
from momentos.warehouse import names
from momentos.warehouse.connection import one_value
from momentos.warehouse.views import read_sql, view_statements


@dataclass(frozen=True)
class Summary:
    """One table: the fact's measures added up by day (or month) and by these dimensions, as they are shown."""

    fact: Fact
    is_daily: bool
    dimensions: tuple[Dimension, ...]

    @property
    def name(self) -> str:
        grain = "day" if self.is_daily else "month"
        return f"{self.fact}_by_{grain}_{self.dimensions[0]}"

    @property
    def times(self) -> tuple[str, ...]:
        return ("occurred_on", "month") if self.is_daily else ("month",)

    def answers(self, asked: Iterable[Dimension], needs_days: bool) -> bool:
        """Whether the question can be read from here: it has the dimensions, and days if days matter."""
        return (self.is_daily or not needs_days) and set(asked) <= set(self.dimensions)


_TOUCHPOINT = (Dimension.TOUCHPOINT, Dimension.STAGE, Dimension.AREA)
_EMPLOYEE = (Dimension.EMPLOYEE, Dimension.SUPERVISOR, Dimension.SITE, *_TOUCHPOINT)


def _of(fact: Fact) -> tuple[Summary, ...]:
    return (
        Summary(fact, is_daily=False, dimensions=(Dimension.SEGMENT,)),
        Summary(fact, is_daily=True, dimensions=(Dimension.AREA,)),
        Summary(fact, is_daily=True, dimensions=(Dimension.CHANNEL,)),
        Summary(fact, is_daily=True, dimensions=_TOUCHPOINT),
        Summary(fact, is_daily=True, dimensions=_EMPLOYEE),
    )


SUMMARIES: tuple[Summary, ...] = (
    Summary(Fact.INTERACTIONS, is_daily=False, dimensions=(Dimension.REASON,)),
    *(summary for fact in Fact for summary in _of(fact)),
)
"""Smallest first within a fact: the first that answers is the one to read."""


def summary_for(
    fact: Fact, dimensions: Iterable[Dimension], filtered: Iterable[Dimension] = (), *, needs_days: bool = False
) -> str:
    """The smallest relation that can group by ``dimensions`` and filter by ``filtered``: else the facts' view.

    Either has the dimensions under their own names, ``month`` (year * 12 + month - 1) and the measures of the fact to
    be summed; ``occurred_on`` too where ``needs_days`` (a filter or group by days that does not fall on whole months)
    or a day or week is asked for.
    """
    asked = {*dimensions, *filtered}
    needs_days = needs_days or bool(asked & {Dimension.DAY, Dimension.WEEK})
    kept = asked - set(TIME_DIMENSIONS)
    for summary in SUMMARIES:
        if summary.fact is fact and summary.answers(kept, needs_days):
            return summary.name
    return f"{fact}_measured"


def make_fit(cursor: DuckDBPyConnection) -> None:
    """Make the summaries that this version declares; fill them anew if what they are made from has changed."""
    wanted = _recipe()
    if one_value(cursor, "select derived_from from state") == wanted:
        return
    stale = cursor.execute(
        "select table_name from duckdb_tables() where regexp_matches(table_name, '_by_(day|month)_')"
        " and database_name = current_database()"
    ).fetchall()
    for (table,) in stale:
        cursor.execute(f"drop table {table}")
    names.refresh_names(cursor)
    for summary in SUMMARIES:
        cursor.execute(f"create table {summary.name} as {_sums(summary)}")
    cursor.execute("update state set derived_from = ?", [wanted])


def refresh_all(cursor: DuckDBPyConnection) -> None:
    """Add everything up again."""
    for summary in SUMMARIES:
        cursor.execute(f"delete from {summary.name}")
        cursor.execute(f"insert into {summary.name} {_sums(summary)}")


def refresh_days(cursor: DuckDBPyConnection, fact: Fact, days: str) -> None:
    """Add up again the days (for monthly summaries, their months) that the relation ``days`` lists in ``day``."""
    for summary in SUMMARIES:
        if summary.fact is fact:
            touched = _is_touched(summary, days)
            cursor.execute(f"delete from {summary.name} where {touched}")
            cursor.execute(f"insert into {summary.name} {_sums(summary, touched)}")


def refresh_segments(cursor: DuckDBPyConnection) -> None:
    """Add up again what is kept by customer segment."""
    for summary in SUMMARIES:
        if Dimension.SEGMENT in summary.dimensions:
            cursor.execute(f"delete from {summary.name}")
            cursor.execute(f"insert into {summary.name} {_sums(summary)}")


def _sums(summary: Summary, condition: str = "true") -> str:
    keys = ",\n    ".join((*summary.times, *summary.dimensions))
    measures = ",\n    ".join(f"sum({measure})::{_type(measure)} as {measure}" for measure in MEASURES[summary.fact])
    return f"select\n    {keys},\n    {measures}\nfrom {summary.fact}_measured\nwhere {condition}\ngroup by all"


def _type(measure: str) -> str:
    return "double" if measure.endswith(("_sum", "_squares")) else "bigint"


def _is_touched(summary: Summary, days: str) -> str:
    time = summary.times[0]
    touched = "day" if summary.is_daily else "(year(day) * 12 + month(day) - 1)::integer"
    undated = f"{time} is null and exists (from {days} where day is null)"
    return f"({time} in (select {touched} from {days}) or ({undated}))"


def _recipe() -> str:
    """A short text that changes whenever the views, the names or the summaries are declared otherwise."""
    parts = [*view_statements(), *(read_sql(name) for name in names.NAMES), *(_sums(one) for one in SUMMARIES)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
