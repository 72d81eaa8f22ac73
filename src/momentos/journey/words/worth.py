"""What each moment is worth in money, in words: the moment surely worth most, what is missing, and how it was found."""

from typing import Any

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Number, count
from momentos.domain.samples import WORTH_EACH_SIDE
from momentos.journey.questions.worth import Worth
from momentos.journey.words.loyalty import ASSOCIATION

NOTHING_SURE = say("No difference in money is sure yet.")


def what_it_takes(worth: Worth) -> Message:
    """What is missing where nothing can be known of it."""
    return say("It takes purchases of the same customers who answer surveys, and {days} days after.", days=worth.days)


def worth_most(worth: Worth) -> Message | None:
    """The moment whose satisfied customers surely leave most more; ``None`` where no difference is sure."""
    sure = worth.rows[worth.rows["value"].notna() & (worth.rows["low"] > 0)]
    if sure.empty:
        return None
    first = sure.sort_values("value").iloc[-1]
    return say(
        "Each customer satisfied at «{touchpoint}» leaves {value} more of margin in {days} days than a "
        "dissatisfied one ({low} to {high}). Its {dissatisfied} dissatisfied customers: {at_stake}.",
        touchpoint=first["touchpoint"],
        days=count(worth.days),
        **{name: count(first[name]) for name in ("value", "low", "high", "at_stake", "dissatisfied")},
    )


def with_what_margin(worth: Worth) -> Message:
    """The margin and the range under the sentence, and why it is no cause."""
    return say(
        "Margin of {margin} %. Range of 95 %. Satisfied customers may have bought more before too: it is an "
        "association.",
        margin=_percent(worth),
    )


def how_valued(worth: Worth, *, is_known: bool) -> list[Message]:
    """The method and, of each touchpoint with a figure, what both sides spent; ``is_known``: the purchases say the
    margin, and nobody had to set it."""
    known = worth.rows[worth.rows["value"].notna()].sort_values("value", ascending=False)
    return [
        say(
            "Satisfied (4 or 5) against dissatisfied at each touchpoint, by the first score each customer gave there; "
            "what each bought in the {days} days after it.",
            days=count(worth.days),
        ),
        say("Only customers who could be watched for all of those days count; who bought nothing counts as nothing."),
        say("Margin: that of the purchases themselves, {margin} % of what was sold.", margin=_percent(worth))
        if is_known
        else say("Margin: {margin} %, as set above.", margin=_percent(worth)),
        *(_both_sides(row) for row in known.itertuples()),
        say("Range: 95 % interval of the difference of two means (Welch)."),
        say("Least: {each} customers on each side.", each=count(WORTH_EACH_SIDE)),
        ASSOCIATION,
    ]


def _both_sides(row: Any) -> Message:
    return say(
        "{touchpoint}: {satisfied_mean} a customer of {satisfied} satisfied, {dissatisfied_mean} of "
        "{dissatisfied} dissatisfied, before the margin.",
        touchpoint=row.touchpoint,
        satisfied_mean=count(row.satisfied_mean),
        satisfied=count(row.satisfied),
        dissatisfied_mean=count(row.dissatisfied_mean),
        dissatisfied=count(row.dissatisfied),
    )


def _percent(worth: Worth) -> Number:
    return count(100 * (1.0 if worth.margin is None else worth.margin))
