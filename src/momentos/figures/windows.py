"""The windows a person can pick: calendar months back from the last day with data, so that an old history shows."""

from datetime import date
from enum import StrEnum

from momentos.domain.messages import Message, say
from momentos.figures.filters import Filters, end_of_month


class Period(StrEnum):
    """The value is what stands in the address, whatever the language."""

    MONTH = "1m"
    MONTHS_3 = "3m"
    MONTHS_12 = "12m"
    ALL = "all"
    CUSTOM = "custom"

    @property
    def label(self) -> Message:
        return _LABELS[self]


DEFAULT_PERIOD = Period.MONTHS_3

_LABELS = {
    Period.MONTH: say("Last month"),
    Period.MONTHS_3: say("Last 3 months"),
    Period.MONTHS_12: say("Last 12 months"),
    Period.ALL: say("All the history"),
    Period.CUSTOM: say("Other dates"),
}

_MONTHS = {Period.MONTH: 1, Period.MONTHS_3: 3, Period.MONTHS_12: 12}

Window = tuple[date | None, date | None]


def window_of(period: Period, last_day: date | None, custom: Window = (None, None)) -> Window:
    """First and last day of the period, both inside; open ends where there is no data to count back from.

    Whole months, the last one being that of the last day with data, so that the window before it is as long.
    """
    if period is Period.CUSTOM:
        return custom
    if period is Period.ALL or last_day is None:
        return None, None
    first = last_day.year * 12 + last_day.month - _MONTHS[period]
    return date(first // 12, first % 12 + 1, 1), end_of_month(last_day)


def back_a_year(filters: Filters) -> Filters:
    """The same filters in a window that begins at least twelve months before its end."""
    if filters.from_on is None or filters.to_on is None:
        return filters
    first = filters.to_on.year * 12 + filters.to_on.month - 12
    return filters.within(min(filters.from_on, date(first // 12, first % 12 + 1, 1)), filters.to_on)
