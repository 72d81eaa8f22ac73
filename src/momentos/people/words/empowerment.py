"""What is told of conflicts: who settles them, inside which limits, and which customers come back after them."""

from collections.abc import Iterator, Sequence

from momentos.analysis.intervals import Interval
from momentos.domain.messages import Message, as_written, say
from momentos.domain.outcomes import OUTCOME_DAYS
from momentos.domain.quantities import Day, Number, count, listed
from momentos.people.kept.authority import Authority
from momentos.people.questions.empowerment import CameBack, Ending, Settled, Share

WHAT_IT_TAKES = say(
    "It takes contacts with their reason, whether they were solved at first contact and whether they were "
    "passed on; with the column «Compensation», also what was given. Which reasons are conflicts is chosen "
    "below."
)
WHAT_LIMITS_TAKE = say("It takes the staff sheet with its roles, and contacts with their reason.")
WHO_CAME_BACK = say(
    "Of each customer's first conflict of the period: how many bought again within {days} days.",
    days=count(OUTCOME_DAYS),
)
WHAT_COMING_BACK_TAKES = say(
    "It takes purchases of the same customers, and {days} days after the conflicts.", days=count(OUTCOME_DAYS)
)
HOW_COMING_BACK_IS_COUNTED = (
    say("At once: solved by the first person, not passed on and not opened again. Later: solved otherwise."),
    say("Only conflicts with the whole {days} days after them in the data count.", days=count(OUTCOME_DAYS)),
    say(
        "The difference compares with customers solved at once who had bought as often in the year before. "
        "Intervals of 95 %: Wilson for each share."
    ),
    say("It is an association: it does not prove that one thing causes the other."),
)


def autonomy_finding(groups: Sequence[Settled]) -> Message:
    """How many conflicts the first person settles; ``groups``: all those of the period as one, if there are any."""
    if not groups or groups[0].by_first.value is None:
        return say("Autonomy in conflicts")
    return say("The first person settles {value} % of conflicts", value=count(groups[0].by_first.value))


def who_settles(every: Settled, held: Authority) -> Iterator[Message]:
    """Sentence by sentence: how many, by whom, inside which limit, and what was given; what cannot be measured too."""
    yield say("{n} conflicts in the period.", n=count(every.n))
    if every.by_first.n:
        yield say("Settled by the first person: {share}.", share=share(every.by_first))
    if not held.limits:
        yield say("Inside or beyond the limit: not measurable until limits are declared below.")
    elif not every.inside.n and not every.escalated_inside.n:
        yield say("Inside or beyond the limit: not measurable without compensations, or limits for these roles.")
    if every.inside.n:
        yield say("Of those, inside their limit: {share}.", share=share(every.inside))
    if every.escalated_inside.n:
        yield say("Passed on although it was inside the limit: {share}.", share=share(every.escalated_inside))
    if every.compensated.n:
        yield say("With some compensation: {share}.", share=share(every.compensated))
    else:
        yield say("Compensation: not measurable, the sheets of contacts do not say it.")
    yield from _what_was_given(every)


def _what_was_given(every: Settled) -> Iterator[Message]:
    if every.given is not None:
        values = {"mean": count(every.given), "total": count(every.given_in_all)}
        if every.given_interval.is_known:
            yield say(
                "Mean compensation: {mean} ({low} to {high}); {total} in all.", **values, **_ends(every.given_interval)
            )
        else:
            yield say("Mean compensation: {mean}; {total} in all.", **values)
    if every.of_limit is not None:
        yield say("What was given takes {value} % of the limit on average.", value=count(every.of_limit))


def group_name(group: Settled) -> Message:
    """The role or area, or that it is not known."""
    return as_written(group.name) if group.name else say("Not known")


def share(of: Share) -> Message:
    """A share with its interval and what it is of; nothing where it is of nothing."""
    if of.value is None:
        return as_written("")
    return say("{value} % ({low} to {high}; n = {n})", value=count(of.value), n=count(of.n), **_ends(of.interval))


def how_many_came_back(ended: CameBack) -> Message:
    """How many customers came back after conflicts that ended so, beside those solved at once; or who is missing."""
    ending = ended.ending.label
    if ended.missing:
        return say("{ending}: {n} more customers are needed.", ending=ending, n=count(ended.missing))
    came, beside = share(ended.came), ended.beside
    if ended.ending is Ending.AT_ONCE or beside is None:
        return say("{ending}: {share} came back.", ending=ending, share=came)
    if beside.missing or beside.difference is None:
        return say(
            "{ending}: {share} came back; {n} more customers are needed to compare.",
            ending=ending,
            share=came,
            n=count(beside.missing),
        )
    values = {
        "ending": ending,
        "share": came,
        "change": count(abs(beside.difference)),
        "low": count(beside.interval.low or 0),
        "high": count(beside.interval.high or 0),
    }
    if not beside.is_real:
        return say(
            "{ending}: {share} came back; no sure difference from those solved at once ({low} to {high}).", **values
        )
    if beside.difference < 0:
        return say(
            "{ending}: {share} came back, {change} of every 100 fewer than those solved at once ({low} to {high}).",
            **values,
        )
    return say(
        "{ending}: {share} came back, {change} of every 100 more than those solved at once ({low} to {high}).",
        **values,
    )


def how_it_is_counted(reasons: Sequence[str]) -> tuple[Message, ...]:
    """What counts as a conflict, as settled and as inside the limit. ``reasons``: those that are conflicts."""
    return (
        say("Conflicts: {reasons}.", reasons=listed(reasons) if reasons else "–"),
        say("By the first person: solved at first contact, neither passed on nor opened again."),
        say(
            "Inside the limit: the compensation written on the case is not above the limit of the role of whoever "
            "attended it. A case without compensation is inside. Today's limits are taken for the whole period."
        ),
        say("Passed on inside the limit: cases that the first person could have settled, as far as money goes."),
        say("Intervals of 95 %: Wilson for shares, Student's t for the mean."),
    )


def who_declared(held: Authority) -> Message:
    """Who declared the limits and when, or that nobody has."""
    if held.declared_at is None:
        return say("Nobody has declared limits yet. The conflicts are those whose reason sounds like one.")
    return say("Declared by {author} on {day}.", author=held.author, day=Day(held.declared_at.date()))


def _ends(interval: Interval) -> dict[str, Number]:
    assert interval.low is not None
    assert interval.high is not None
    return {"low": count(interval.low), "high": count(interval.high)}
