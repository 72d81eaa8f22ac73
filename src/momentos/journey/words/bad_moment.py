"""One bad moment in words: what became of customers after it beside those alike without any, and how that was found."""

from momentos.analysis.matched import Matched
from momentos.domain.messages import Message, say
from momentos.domain.outcomes import Outcome
from momentos.domain.quantities import count
from momentos.journey.questions.bad_moment import BAD_SCORE, DAYS_BEFORE, BadMoments
from momentos.journey.words.loyalty import ASSOCIATION

DIFFERENCES: dict[Outcome, Message] = {
    Outcome.BUYS_AGAIN: say(
        "Customers of every 100 who buy again, more or fewer than of those alike without a bad moment:"
    ),
    Outcome.RECOMMENDATION: say("Points of recommendation, more or fewer than those alike without a bad moment:"),
}
"""What the difference of each outcome is counted in."""


def what_it_takes() -> Message:
    """What is missing where nothing can be told."""
    return say("It takes scores that name the customer, and a recommendation or purchases of the same customers.")


def aftermath(matched: Matched, outcome: Outcome, days: int) -> Message:
    """What became of both sides within the ``days``; how many customers are missing where that cannot be told."""
    if matched.exposed_mean is None or matched.others_mean is None or matched.difference is None:
        return say("{missing} more customers are needed on the thinner side.", missing=count(matched.missing))
    values = {"bad": count(matched.exposed_mean), "none": count(matched.others_mean), "ends": _ends(matched)}
    change = count(abs(matched.difference))
    if outcome is not Outcome.BUYS_AGAIN:
        return say(
            "After one bad moment the recommendation index is {bad}; of customers alike without any, {none}: {change} "
            "points apart ({ends}).",
            change=change,
            **values,
        )
    if matched.difference < 0:
        return say(
            "After one bad moment {bad} of every 100 customers buy again within {days} days; of customers alike "
            "without any, {none}: {change} fewer ({ends}).",
            days=count(days),
            change=change,
            **values,
        )
    return say(
        "After one bad moment {bad} of every 100 customers buy again within {days} days; of customers alike "
        "without any, {none}: not fewer ({ends}).",
        days=count(days),
        **values,
    )


def _ends(matched: Matched) -> Message:
    """The interval's ends; without their sign, the smaller first, where both lie on one side of nought."""
    low, high = matched.interval.low or 0.0, matched.interval.high or 0.0
    ends = sorted((abs(low), abs(high))) if low * high > 0 else (low, high)
    return say("{low} to {high}", low=count(ends[0]), high=count(ends[1]))


def how_compared(moments: BadMoments, matched: Matched) -> list[Message]:
    """Who was compared with whom, one line each."""
    return [
        say("A bad moment is a score of {score} or less; the first of each customer counts.", score=BAD_SCORE),
        say(
            "Each is compared with customers without any bad moment who came as often in the {days} days before, in "
            "the same quarter of the year.",
            days=count(DAYS_BEFORE),
        ),
        say("Coming is a purchase.") if moments.by_purchases else say("Coming is a contact: no purchases are loaded."),
        say(
            "{exposed} customers with a bad moment, {others} without; {unmatched} had nobody like them.",
            exposed=count(matched.exposed),
            others=count(matched.others),
            unmatched=count(matched.unmatched),
        ),
        say("What follows is looked for in the {days} days after. Intervals of 95 %.", days=count(moments.days)),
        ASSOCIATION,
    ]
