"""How evenly recognitions fall, in words."""

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Number, count
from momentos.people.questions.recognition_proposals import Equity
from momentos.people.questions.shifts import Shift

WITHOUT_STAFF = say("Without the staff sheet it cannot be said who is never recognised. Upload it to see it here.")
HOW_SHIFTS_ARE_KNOWN = say("The shift is the one in which each person attends most of their cases.")


def never(equity: Equity) -> Message:
    """How many have not been recognised."""
    return say(
        "{never} of {people} people have not been recognised in this period.",
        never=count(len(equity.never)),
        people=count(equity.people),
    )


def top_share(equity: Equity) -> Message | None:
    """How much falls on a few, where there are recognitions enough to say it."""
    if equity.top_share is None:
        return None
    share = Number(100 * equity.top_share, 0)
    return say("The tenth most recognised received {share} % of the recognitions.", share=share)


def days_to_thanks(equity: Equity) -> Message | None:
    """How long half of the thanks took at most, where any says the day of its fact."""
    middle = equity.days_to_thanks
    if middle is None:
        return None
    days = Number(middle, 0 if middle == round(middle) else 1)
    return say("From the fact to the thanks, half of them took {days} days or less.", days=days)


def slowest(equity: Equity) -> tuple[Message, ...]:
    """The recognitions that took longer than half of them did, the slowest first."""
    middle = equity.days_to_thanks or 0.0
    return tuple(
        say("{name}: {days} days. {reason}", name=given.employee, days=count(days), reason=given.reason)
        for given, days in equity.slowest
        if days > middle
    )


def shift_name(shift: Shift | None) -> Message:
    """The shift, or that no case of theirs has an hour."""
    return say("Not known") if shift is None else shift.label
