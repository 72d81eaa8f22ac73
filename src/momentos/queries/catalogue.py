"""What there is to ask about: datasets loaded, what the missing ones would unlock, periods covered, values to pick."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset
from momentos.domain.dimensions import TIME_DIMENSIONS, Dimension
from momentos.domain.metrics import Fact
from momentos.domain.samples import BOARD_WINDOW_DAYS
from momentos.warehouse.summaries import summary_for

TREND_MONTHS = 12


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


def period_covered(cursor: DuckDBPyConnection, facts: Iterable[Fact] = Fact) -> tuple[date, date] | None:
    """First and last day with a case of these facts; nothing without dated cases."""
    days = " union all ".join(
        "select min(occurred_on) as first_on, max(occurred_on) as last_on"
        f" from {summary_for(fact, (), needs_days=True)}"
        for fact in facts
    )
    found = cursor.execute(f"select min(first_on), max(last_on) from ({days})").fetchone()
    return None if found is None or found[0] is None else (found[0], found[1])


def recent_window(cursor: DuckDBPyConnection, days: int = BOARD_WINDOW_DAYS) -> tuple[date, date] | None:
    """The last days of data, whatever today is."""
    covered = period_covered(cursor)
    return None if covered is None else (covered[1] - timedelta(days=days - 1), covered[1])


def trend_window(cursor: DuckDBPyConnection, months: int = TREND_MONTHS) -> tuple[date, date] | None:
    """Whole months up to the month of the last day of data."""
    covered = period_covered(cursor)
    if covered is None:
        return None
    first = covered[1].year * 12 + covered[1].month - months
    after = covered[1].year * 12 + covered[1].month
    return date(first // 12, first % 12 + 1, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


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
