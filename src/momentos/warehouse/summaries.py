"""Sums of the facts kept at a few grains, so that screens need not read the facts; always equal to them.

Each summary is refreshed for the days a change touched, in the change's own transaction. Those of surveys keep what
the surveys are about apart (``questionnaires.py``).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import TIME_DIMENSIONS, Dimension
from momentos.facts import FACTS, INTERACTIONS, RESPONSES, SCORES, Fact
from momentos.warehouse import shown_names

SURVEYED = (RESPONSES, SCORES)


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

    @property
    def keys(self) -> tuple[str, ...]:
        """What tells its rows apart."""
        about = ("about",) if self.fact in SURVEYED else ()
        return (*self.times, *self.dimensions, *about)

    def answers(self, asked: Iterable[Dimension], needs_days: bool) -> bool:
        """Whether the question can be read from here: it has the dimensions, and days if days matter."""
        return (self.is_daily or not needs_days) and set(asked) <= set(self.dimensions)


_TOUCHPOINT = (Dimension.TOUCHPOINT, Dimension.STAGE, Dimension.AREA)
_EMPLOYEE = (Dimension.EMPLOYEE, Dimension.SUPERVISOR, Dimension.SITE)


def _of(fact: Fact) -> tuple[Summary, ...]:
    return (
        Summary(fact, is_daily=False, dimensions=(Dimension.SEGMENT,)),
        Summary(fact, is_daily=True, dimensions=(Dimension.AREA,)),
        Summary(fact, is_daily=True, dimensions=(Dimension.CHANNEL,)),
        Summary(fact, is_daily=True, dimensions=_TOUCHPOINT),
        Summary(fact, is_daily=False, dimensions=(*_EMPLOYEE, *_TOUCHPOINT, Dimension.CHANNEL)),
        Summary(fact, is_daily=True, dimensions=_EMPLOYEE),
    )


SUMMARIES: tuple[Summary, ...] = (
    Summary(INTERACTIONS, is_daily=False, dimensions=(Dimension.REASON,)),
    *(summary for fact in FACTS.values() for summary in _of(fact)),
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
    return facts_for(fact, kept)


def facts_for(fact: Fact, dimensions: Iterable[Dimension]) -> str:
    """The facts themselves. Surveys have the reason of their contact, which is looked for only when it is asked for."""
    needs_reason = Dimension.REASON in set(dimensions) and fact in SURVEYED
    return f"{fact}_with_reason_measured" if needs_reason else f"{fact}_measured"


def questions() -> list[str]:
    """What the summaries are filled from."""
    return [_sums(fact, _of_fact(fact)) for fact in FACTS.values()]


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
        _add_up(cursor, fact, summaries)
        for grain, summary in enumerate(summaries):
            cursor.execute(f"create table {summary.name} as {_summed(summary, grain)}")


def refresh_all(cursor: DuckDBPyConnection) -> None:
    """Add everything up again."""
    for fact in FACTS.values():
        _refresh(cursor, fact, _of_fact(fact))


def refresh_surveys(cursor: DuckDBPyConnection) -> None:
    """Add up again all that was said in surveys."""
    for fact in SURVEYED:
        _refresh(cursor, fact, _of_fact(fact))


def refresh_segments(cursor: DuckDBPyConnection) -> None:
    """Add up again what is kept by customer segment."""
    for fact in FACTS.values():
        _refresh(cursor, fact, tuple(one for one in _of_fact(fact) if Dimension.SEGMENT in one.dimensions))


def refresh_days(cursor: DuckDBPyConnection, fact: Fact, days: str) -> None:
    """Add up again the days (for monthly summaries, their months) that the relation ``days`` lists in ``day``."""
    _refresh(cursor, fact, _of_fact(fact), days)


def _of_fact(fact: Fact) -> tuple[Summary, ...]:
    return tuple(summary for summary in SUMMARIES if summary.fact is fact)


def _refresh(cursor: DuckDBPyConnection, fact: Fact, summaries: tuple[Summary, ...], days: str | None = None) -> None:
    """Add the facts up at every grain, and put the sums in the place of those they renew."""
    _add_up(cursor, fact, summaries, _is_touched("month", days))
    for grain, summary in enumerate(summaries):
        touched = _is_touched(summary.times[0], days)
        cursor.execute(f"delete from {summary.name} where {touched}")
        cursor.execute(f"insert into {summary.name} by name {_summed(summary, grain)} and {touched}")


def _add_up(cursor: DuckDBPyConnection, fact: Fact, summaries: tuple[Summary, ...], condition: str = "true") -> None:
    """Read the facts once, into the temporary table ``summed``."""
    cursor.execute(f"create or replace temp table summed as {_sums(fact, summaries, condition)}")


def _summed(summary: Summary, grain: int) -> str:
    """The summary's rows among all that were added up."""
    columns = (*summary.keys, *summary.fact.measures)
    return f"select {', '.join(columns)} from summed where grain = {grain}"


def _sums(fact: Fact, summaries: tuple[Summary, ...], condition: str = "true") -> str:
    """The fact's measures at the grain of each summary; ``grain`` says which, by its place."""
    keys = list(dict.fromkeys(key for summary in summaries for key in summary.keys))
    whens = " ".join(f"when {_grouping(summary, keys)} then {place}" for place, summary in enumerate(summaries))
    sets = ",\n    ".join(f"({', '.join(summary.keys)})" for summary in summaries)
    measures = ",\n    ".join(f"sum({measure})::{_type(measure)} as {measure}" for measure in fact.measures)
    return (
        f"select\n    {', '.join(keys)},\n    {measures},\n    case grouping({', '.join(keys)}) {whens} end as grain\n"
        f"from {fact}_measured\nwhere {condition}\ngroup by grouping sets (\n    {sets}\n)"
    )


def _grouping(summary: Summary, keys: list[str]) -> int:
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
