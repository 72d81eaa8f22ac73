"""A policy in plain words: what a person reads to know how they are evaluated. The screen and the printed page say
the same."""

from dataclasses import dataclass

from momentos.domain.messages import Message, say
from momentos.people.meanings.policy import Policy, PolicyThreshold, WeighedMetric


@dataclass(frozen=True)
class Section:
    """A heading and its sentences."""

    heading: Message
    sentences: tuple[Message, ...]


def in_words(policy: Policy) -> tuple[Section, ...]:
    """The whole policy, in the order a person would ask."""
    return (
        Section(say("What is looked at"), (*map(_metric, policy.metrics), *map(_threshold, policy.thresholds))),
        Section(say("How it is compared"), _comparison(policy)),
        Section(say("How many answers it takes"), _minimums(policy)),
        Section(say("What is recognised"), (*(award.rule for award in policy.awards), _ties())),
        Section(say("Who sees what"), (policy.audience.label, _own_card())),
    )


def _metric(one: WeighedMetric) -> Message:
    return say(
        "{metric}: {weight} % of the points. {minimum} is worth 0 points and {excellent} is worth 100. {formula}",
        metric=one.metric.label,
        weight=f"{one.weight:g}",
        minimum=f"{one.minimum:g}",
        excellent=f"{one.excellent:g}",
        formula=one.metric.formula,
    )


def _threshold(one: PolicyThreshold) -> Message:
    if one.at_least is None:
        return say(
            "{metric}: at most {most}. It gives no points; without it there is no recognition.",
            metric=one.metric.label,
            most=f"{one.at_most or 0:g}",
        )
    if one.at_most is None:
        return say(
            "{metric}: at least {least}. It gives no points; without it there is no recognition.",
            metric=one.metric.label,
            least=f"{one.at_least:g}",
        )
    return say(
        "{metric}: between {least} and {most}. It gives no points; without it there is no recognition.",
        metric=one.metric.label,
        least=f"{one.at_least:g}",
        most=f"{one.at_most:g}",
    )


_LIKE = {
    1: say("Each person is compared with what the team achieves in cases of the same kind: {one}."),
    2: say("Each person is compared with what the team achieves in cases of the same kind: {one}, {two}."),
    3: say("Each person is compared with what the team achieves in cases of the same kind: {one}, {two}, {three}."),
    4: say(
        "Each person is compared with what the team achieves in cases of the same kind: {one}, {two}, {three}, {four}."
    ),
}


def _comparison(policy: Policy) -> tuple[Message, ...]:
    return (
        like_with_like(policy),
        say(
            "Everybody is given the same {k} imaginary answers with the team's average, so that few answers never win "
            "by luck nor lose by it.",
            k=f"{policy.k:g}",
        ),
        say("Only the last {days} days count.", days=policy.window_days),
        say("When several people attended one case, it counts to: {credit}.", credit=policy.credit.label),
        say(
            "We say that somebody is above the team only with {certainty} % certainty; otherwise we say "
            "that they cannot "
            "be told apart.",
            certainty=f"{100 * policy.clearly:g}",
        ),
    )


def like_with_like(policy: Policy) -> Message:
    """With whom a person is compared."""
    if not policy.case_mix:
        return say("Each person is compared with the whole team, whatever their cases.")
    names = dict(zip(("one", "two", "three", "four"), (one.label for one in policy.case_mix), strict=False))
    return Message(_LIKE[len(policy.case_mix)].text, names)


def _minimums(policy: Policy) -> tuple[Message, ...]:
    return (
        say("From {n} answers you see your own figure, and only you and your lead see it.", n=policy.own_n),
        say(
            "From {n} answers your group is said: above the team, impossible to tell apart, or below.", n=policy.band_n
        ),
        say("From {n} answers you can be recognised for your figures.", n=policy.award_n),
    )


def _ties() -> Message:
    return say(
        "The number of recognitions is not fixed: ties are shared, and where nobody stands out nobody is chosen."
    )


def _own_card() -> Message:
    return say("Each person sees their own card, may comment on any figure and receives an answer.")
