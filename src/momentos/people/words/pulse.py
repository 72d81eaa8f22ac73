"""What is told of the employee pulse: only what was published, and why a quarter is not shown yet."""

from collections.abc import Sequence

from momentos.domain.messages import Message, as_written, say
from momentos.domain.quantities import Number, count, listed
from momentos.domain.samples import PULSE_GROUP
from momentos.people.kept.pulse import Waiting
from momentos.people.meanings.pulse_groups import ITEMS, TOGETHER, Quarter
from momentos.people.questions.pulse import Felt

DECIMALS = 2

WHAT_THE_SHEET_HAS = say(
    "One row an anonymous answer: the day, the area and three items from 1 to 5. Never a name, a code or an "
    "e-mail: take those columns out before uploading. Nothing is ever shown for fewer than five people."
)
WHY_NO_FILTERS = say(
    "No filters here: only fixed groups and quarters are shown, so that nobody's answer can be worked out."
)
NO_AREA_BY_ITSELF = say("No area can be shown by itself without showing too few of the others.")
HOW_IT_IS_SHOWN = (
    say("Only whole answers count: those with every item asked that quarter. Each person's items are averaged first."),
    say("An area with fewer than {n} answers is never shown by itself.", n=count(PULSE_GROUP)),
    say(
        "Everybody less the areas shown must be nobody, or {n} people or more: else the smallest area joins the "
        "others. So no small group can be worked out by subtracting.",
        n=count(PULSE_GROUP),
    ),
    say("What is shown is what was published: later answers change nothing, and there are no filters."),
    say(
        "Interval of 95 % (Student's t). A change is real when the interval of the difference (Welch) leaves out zero."
    ),
)


def pulse_finding(groups: Sequence[Felt]) -> Message:
    """The mean of everybody in the last published quarter; ``groups`` are of all quarters, oldest first."""
    everybody = [group for group in groups if not group.areas]
    if not everybody:
        return say("The pulse of the team, without anybody's name")
    last = everybody[-1]
    return say("Pulse of {quarter}: {mean} of 5", quarter=last.quarter.label, mean=Number(last.mean, 1))


def pulse_of(quarter: Quarter) -> Message:
    """What the picture of a quarter is called."""
    return say("Pulse of {quarter}", quarter=quarter.label)


def item_words(item: str) -> Message:
    """What was asked, or that all the items are taken together."""
    return say("The three items together") if item == TOGETHER else ITEMS[item]


def group_name(group: Felt) -> Message:
    """The area, or that areas are shown as one; short enough to stand in a picture."""
    if len(group.areas) > 1:
        return say("The other areas together")
    return as_written(group.areas[0]) if group.areas else say("Everybody")


def group_in_full(group: Felt) -> Message:
    """The same with every area of a group by its name."""
    return as_written(listed(group.areas)) if len(group.areas) > 1 else group_name(group)


def shown_together(group: Felt) -> Message | None:
    """Which areas are shown as one, where there are several."""
    return say("Shown together: {areas}.", areas=listed(group.areas)) if len(group.areas) > 1 else None


def how_everybody_feels(everybody: Felt) -> Message:
    """The mean of everybody with its interval, and whether it really changed since the published quarter before."""
    values = {
        "n": count(everybody.n),
        "mean": Number(everybody.mean, DECIMALS),
        "low": Number(everybody.low, DECIMALS),
        "high": Number(everybody.high, DECIMALS),
    }
    if everybody.change is None or everybody.change.value is None:
        return say("{n} people answered: {mean} of 5 ({low} to {high}).", **values)
    if not everybody.change.is_real:
        return say(
            "{n} people answered: {mean} of 5 ({low} to {high}). No real change since the published quarter before.",
            **values,
        )
    if everybody.change.value > 0:
        return say(
            "{n} people answered: {mean} of 5 ({low} to {high}). It really rose since the published quarter before.",
            **values,
        )
    return say(
        "{n} people answered: {mean} of 5 ({low} to {high}). It really fell since the published quarter before.",
        **values,
    )


def real_change(group: Felt) -> Message | None:
    """How a group really changed; ``None`` where it did not, or nobody knows."""
    if group.change is None or group.change.value is None or not group.change.is_real:
        return None
    values = {"area": group_name(group), "change": Number(abs(group.change.value), DECIMALS)}
    if group.change.value > 0:
        return say("{area}: really rose by {change} since the published quarter before.", **values)
    return say("{area}: really fell by {change} since the published quarter before.", **values)


def change_beside(group: Felt) -> Message | None:
    """The change as it stands in a table: the number only where it is more than chance."""
    if group.change is None or group.change.value is None:
        return None
    if not group.change.is_real:
        return say("could be chance")
    return as_written(Number(group.change.value, DECIMALS, is_signed=True))


def interval_of(group: Felt) -> Message:
    """The bounds of the mean."""
    return say("{low} to {high}", low=Number(group.low, DECIMALS), high=Number(group.high, DECIMALS))


def why_waiting(quarter: Waiting) -> Message:
    """Why a quarter with answers is not shown, or that it is ready to be."""
    label = quarter.quarter.label
    if quarter.was_shown:
        return say("{quarter}: it was shown with other answers, and is not published twice.", quarter=label)
    if quarter.missing:
        return say(
            "{quarter}: {n} whole answers are missing to show anything.", quarter=label, n=count(quarter.missing)
        )
    if not quarter.has_ended:
        return say("{quarter}: it has not ended.", quarter=label)
    return say("{quarter}: ready, with {n} whole answers.", quarter=label, n=count(quarter.n))
