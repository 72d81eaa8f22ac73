"""The ways a figure can be broken down."""

from enum import StrEnum

from momentos.domain.messages import Message, say


class Dimension(StrEnum):
    """A way to group or filter; the value is its key on the command line and its column in answers."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    TOUCHPOINT = "touchpoint"
    STAGE = "stage"
    AREA = "area"
    CHANNEL = "channel"
    REASON = "reason"
    EMPLOYEE = "employee"
    SUPERVISOR = "supervisor"
    SITE = "site"
    SEGMENT = "segment"

    @property
    def label(self) -> Message:
        return _LABELS[self]


TIME_DIMENSIONS = (Dimension.DAY, Dimension.WEEK, Dimension.MONTH, Dimension.QUARTER, Dimension.YEAR)
JOURNEY_DIMENSIONS = (Dimension.TOUCHPOINT, Dimension.STAGE, Dimension.AREA)

_LABELS = {
    Dimension.DAY: say("Day"),
    Dimension.WEEK: say("Week"),
    Dimension.MONTH: say("Month"),
    Dimension.QUARTER: say("Quarter"),
    Dimension.YEAR: say("Year"),
    Dimension.TOUCHPOINT: say("Touchpoint"),
    Dimension.STAGE: say("Stage"),
    Dimension.AREA: say("Area"),
    Dimension.CHANNEL: say("Channel"),
    Dimension.REASON: say("Reason"),
    Dimension.EMPLOYEE: say("Employee"),
    Dimension.SUPERVISOR: say("Supervisor"),
    Dimension.SITE: say("Site"),
    Dimension.SEGMENT: say("Customer segment"),
}
