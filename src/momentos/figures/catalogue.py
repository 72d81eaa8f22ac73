"""What there is to ask about: datasets loaded, what the missing ones would unlock, periods covered, values to pick."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset
from momentos.domain.dimensions import TIME_DIMENSIONS, Dimension
from momentos.facts import FACTS, Fact
from momentos.figures.filters import Filters, end_of_month
from momentos.warehouse.summaries import summary_for

OF_SERVICE = tuple(fact for fact in FACTS.values() if fact.is_of_service)
"""What happens with customers: the windows of screens count back from its last day."""

STRAY_CASES, STRAY_SHARE, STRAY_DAYS = 5, 0.01, 366
"""Cases, at most and as a part of all, that say nothing of the days covered where they lie this far from the others."""


@dataclass(frozen=True)
class Presence:
    """One dataset: how many rows hold now; if it has none, its ``unlocks`` says what it would show."""

    dataset: Dataset
    rows: int

    @property
    def is_present(self) -> bool:
        return self.rows > 0


def datasets_present(cursor: DuckDBPyConnection) -> list[Presence]:
    """Every dataset, in the order they are declared."""
    counted = " union all ".join(f"select '{name}', count(*) from current_{name}" for name in DATASETS)
    rows = dict(cursor.execute(counted).fetchall())
    return [Presence(dataset, rows[name]) for name, dataset in DATASETS.items()]


def period_covered(
    cursor: DuckDBPyConnection, today: date, facts: Sequence[Fact] = OF_SERVICE
) -> tuple[date, date] | None:
    """First and last day with a case, up to ``today``; nothing without dated cases.

    Of what happens with customers, which is what every window counts back from, or of other facts: each has a last day
    of its own. A date beyond today is mistyped or planned and ends nothing, unless there are
    no others. Nor do a handful of cases that lie more than a year from all others, before or after them.
    """
    days = _cases_by_day(cursor, facts)
    past = [(day, cases) for day, cases in days if day <= today]
    known = _without_strays(past or days)
    return (known[0][0], known[-1][0]) if known else None


def cases_after(cursor: DuckDBPyConnection, day: date) -> int:
    """Contacts and surveys dated after a day."""
    return sum(cases for on, cases in _cases_by_day(cursor, OF_SERVICE) if on > day)


def ended(cursor: DuckDBPyConnection, filters: Filters, today: date) -> Filters:
    """The same filters, ending with the month of the last day of data where they have no end: for what is told over
    time, where a date beyond today would be the latest period."""
    covered = period_covered(cursor, today)
    if covered is None or filters.to_on is not None:
        return filters
    return filters.within(filters.from_on, end_of_month(covered[1]))


def _cases_by_day(cursor: DuckDBPyConnection, facts: Sequence[Fact]) -> list[tuple[date, int]]:
    """Every day with a case, in order, and how many; the scores of a survey are no cases beside it."""
    names = {fact.name for fact in facts}
    days = " union all ".join(
        f"select occurred_on, {'0' if fact.part_of in names else fact} as cases"
        f" from {summary_for(fact, (), needs_days=True)} where occurred_on is not null"
        for fact in facts
    )
    return cursor.execute(
        f"select occurred_on, sum(cases)::bigint from ({days}) group by occurred_on order by occurred_on"
    ).fetchall()


def _without_strays(days: list[tuple[date, int]]) -> list[tuple[date, int]]:
    """The days, in order, without the few cases at either end that lie far from all others."""
    few = min(STRAY_CASES, STRAY_SHARE * sum(cases for _, cases in days))
    for _ in ("the end", "the beginning"):
        left, cut = 0.0, len(days)
        for place in range(len(days) - 1, 0, -1):
            left += days[place][1]
            if left > few:
                break
            if abs((days[place][0] - days[place - 1][0]).days) > STRAY_DAYS:
                cut = place
        days = days[:cut][::-1]
    return days


def recent_window(cursor: DuckDBPyConnection, days: int, today: date) -> tuple[date, date] | None:
    """The last days of data, however long ago; none beyond ``today``."""
    covered = period_covered(cursor, today)
    return None if covered is None else (covered[1] - timedelta(days=days - 1), covered[1])


def values_of(cursor: DuckDBPyConnection, dimension: Dimension) -> list[str]:
    """The values a filter can offer: touchpoints and stages in the order of the journey, the rest by alphabet."""
    if dimension in TIME_DIMENSIONS:
        raise ValueError(f"{dimension} is filtered by a window")
    return [value for (value,) in cursor.execute(_VALUES.get(dimension, _LABELS), _parameters(dimension)).fetchall()]


_LABELS = "select distinct label from labels where dimension = ? order by label"

_VALUES = {
    Dimension.TOUCHPOINT: "select touchpoint from known_touchpoints order by not is_listed, position, touchpoint",
    Dimension.STAGE: """
        select stage from known_touchpoints where stage is not null group by stage order by min(position), stage
    """,
    Dimension.EMPLOYEE: "select employee from known_employees order by employee",
}


def _parameters(dimension: Dimension) -> list[str]:
    return [] if dimension in _VALUES else [str(dimension)]
