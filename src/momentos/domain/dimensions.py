"""The ways a figure can be broken down. Each is declared once: grouping, filtering, joins and labels follow."""

from dataclasses import dataclass
from enum import StrEnum

from momentos.domain.messages import Message, say

THINGS = {"touchpoint": "touchpoints", "employee": "employees", "customer": "customers"}
"""What a row may name that a sheet of its own describes, and that sheet's dataset."""


@dataclass(frozen=True)
class Declaration:
    """What there is to say of a dimension, its key apart.

    ``known_by`` names what tells it: the things of which it is a property, the first that has it; none where the row
    says it itself. ``period`` writes a stretch of time from ``occurred_on`` or ``month`` (year * 12 + month - 1), as
    text that sorts by time.
    """

    label: Message
    known_by: tuple[str, ...] = ()
    is_of_journey: bool = False
    names_people: bool = False
    period: str | None = None
    needs_days: bool = False


class Dimension(StrEnum):
    """A way to group or filter; the value is its key on the command line and its column in answers."""

    DAY = "day", Declaration(say("Day"), period="strftime(occurred_on, '%Y-%m-%d')", needs_days=True)
    WEEK = (
        "week",
        Declaration(say("Week"), period="strftime(date_trunc('week', occurred_on), '%Y-%m-%d')", needs_days=True),
    )
    MONTH = "month", Declaration(say("Month"), period="format('{:04d}-{:02d}', month // 12, month % 12 + 1)")
    QUARTER = "quarter", Declaration(say("Quarter"), period="format('{:04d}-Q{:d}', month // 12, month % 12 // 3 + 1)")
    YEAR = "year", Declaration(say("Year"), period="format('{:04d}', month // 12)")
    TOUCHPOINT = "touchpoint", Declaration(say("Touchpoint"), ("touchpoint",), is_of_journey=True)
    STAGE = "stage", Declaration(say("Stage"), ("touchpoint",), is_of_journey=True)
    AREA = "area", Declaration(say("Area"), ("touchpoint", "employee"), is_of_journey=True)
    CHANNEL = "channel", Declaration(say("Channel"))
    REASON = "reason", Declaration(say("Reason"))
    EMPLOYEE = "employee", Declaration(say("Employee"), ("employee",), names_people=True)
    SUPERVISOR = "supervisor", Declaration(say("Supervisor"), ("employee",), names_people=True)
    SITE = "site", Declaration(say("Site"), ("employee",))
    SEGMENT = "segment", Declaration(say("Customer segment"), ("customer",))

    declared: Declaration

    def __new__(cls, key: str, declared: Declaration | None = None) -> "Dimension":
        """A member; what is written ``Dimension("area")`` elsewhere looks one up and never comes here."""
        assert declared is not None
        member = str.__new__(cls, key)
        member._value_ = key
        member.declared = declared
        return member

    @property
    def label(self) -> Message:
        return self.declared.label

    @property
    def known_by(self) -> tuple[str, ...]:
        """What a row must name, one of them at least, for the dimension to be known of it."""
        return self.declared.known_by or (self.value,)


TIME_DIMENSIONS = tuple(one for one in Dimension if one.declared.period)
JOURNEY_DIMENSIONS = tuple(one for one in Dimension if one.declared.is_of_journey)
PEOPLE_DIMENSIONS = tuple(one for one in Dimension if one.declared.names_people)
"""The groups that are somebody's name."""
