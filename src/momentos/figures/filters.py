"""Which rows a question is about: a window of days, and values of dimensions."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from momentos.domain.dimensions import Dimension


@dataclass(frozen=True)
class Filters:
    """Both days are inside the window; ``None`` leaves that end open.

    ``where`` keeps the rows whose value in each dimension is one of those named, as they show on screens: case
    and extra spaces do not matter. Hashable, so that an answer can be kept by the filters it was asked with.
    """

    from_on: date | None = None
    to_on: date | None = None
    where: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.from_on, self.to_on, frozenset(self.where.items())))

    def within(self, from_on: date | None, to_on: date | None) -> "Filters":
        """The same values in another window."""
        return replace(self, from_on=from_on, to_on=to_on)

    def only(self, dimension: Dimension, *values: str) -> "Filters":
        """The same filters with this dimension held to these values."""
        return replace(self, where={**self.where, dimension: values})


def previous_window(from_on: date, to_on: date) -> tuple[date, date]:
    """The window just before, of equal length: as many whole months where the window is whole months, else days."""
    before = from_on - timedelta(days=1)
    if from_on.day == 1 and (to_on + timedelta(days=1)).day == 1:
        months = (to_on.year - from_on.year) * 12 + to_on.month - from_on.month + 1
        return _months_earlier(from_on, months), before
    return before - (to_on - from_on), before


def end_of_month(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _months_earlier(first_of_month: date, months: int) -> date:
    position = first_of_month.year * 12 + first_of_month.month - 1 - months
    return date(position // 12, position % 12 + 1, 1)
