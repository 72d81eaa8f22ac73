"""A policy in plain words: what a person reads to know how they are evaluated. The screen and the printed page say
the same."""

from dataclasses import dataclass

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Number, count, exact
from momentos.people.meanings.policy import Policy, PolicyThreshold, WeighedMetric
from momentos.people.questions.seen import Weights

HOW_WEIGHTS_DECIDE = say("A metric in which people hardly differ decides little, whatever its weight on paper.")


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


@dataclass(frozen=True)
class WeightRow:
    """A metric's weight on paper, and the one it really has."""

    metric: Message
    on_paper: Message
    real: Message


def weight_rows(policy: Policy, weights: Weights) -> tuple[WeightRow, ...]:
    """Beside the weight written down, the one that each metric really has, where it is known."""
    rows = []
    for one in policy.metrics:
        nominal, real = weights.get(one.key, (one.weight / 100, None))
        rows.append(
            WeightRow(one.metric.label, _share(nominal), say("not known yet") if real is None else _share(real))
        )
    return tuple(rows)


def what_decides(policy: Policy, weights: Weights) -> tuple[Message, ...]:
    """What each metric really decides, for those of which it is known."""
    return tuple(
        say(
            "{metric}: {weight} % on paper, {real} % with the last data.",
            metric=one.metric.label,
            weight=exact(one.weight),
            real=Number(100 * real, 0),
        )
        for one in policy.metrics
        if (real := weights.get(one.key, (0.0, None))[1]) is not None
    )


def _share(part: float) -> Message:
    return say("{value} %", value=Number(100 * part, 0))


def _metric(one: WeighedMetric) -> Message:
    return say(
        "{metric}: {weight} % of the points. {minimum} is worth 0 points and {excellent} is worth 100. {formula}",
        metric=one.metric.label,
        weight=exact(one.weight),
        minimum=exact(one.minimum),
        excellent=exact(one.excellent),
        formula=one.metric.formula,
    )


def _threshold(one: PolicyThreshold) -> Message:
    if one.at_least is None:
        return say(
            "{metric}: at most {most}. It gives no points; without it there is no recognition.",
            metric=one.metric.label,
            most=exact(one.at_most or 0),
        )
    if one.at_most is None:
        return say(
            "{metric}: at least {least}. It gives no points; without it there is no recognition.",
            metric=one.metric.label,
            least=exact(one.at_least),
        )
    return say(
        "{metric}: between {least} and {most}. It gives no points; without it there is no recognition.",
        metric=one.metric.label,
        least=exact(one.at_least),
        most=exact(one.at_most),
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
            k=exact(policy.k),
        ),
        say("Only the last {days} days count.", days=count(policy.window_days)),
        say("When several people attended one case, it counts to: {credit}.", credit=policy.credit.label),
        say(
            "We say that somebody is above the team only with {certainty} % certainty; otherwise we say that they "
            "cannot be told apart.",
            certainty=exact(100 * policy.clearly),
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
        say("From {n} answers you see your own figure, and only you and your lead see it.", n=count(policy.own_n)),
        say(
            "From {n} answers your group is said: above the team, impossible to tell apart, or below.",
            n=count(policy.band_n),
        ),
        say("From {n} answers you can be recognised for your figures.", n=count(policy.award_n)),
    )


def _ties() -> Message:
    return say(
        "The number of recognitions is not fixed: ties are shared, and where nobody stands out nobody is chosen."
    )


def _own_card() -> Message:
    return say("Each person sees their own card, may comment on any figure and receives an answer.")
