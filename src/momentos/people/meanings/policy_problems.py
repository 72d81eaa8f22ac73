"""What keeps a policy from being published, said so that whoever writes it can put it right."""

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Direction
from momentos.domain.quantities import exact
from momentos.people.meanings.policy import CASE_DIMENSIONS, ONLY_THRESHOLDS, PERIOD_MONTHS, WHOLE_WEIGHT, Policy


def problems(policy: Policy) -> list[Message]:
    """Everything that keeps the policy from being published, one sentence each; nothing where it is sound."""
    return [*_problems_of_metrics(policy), *_problems_of_thresholds(policy), *_problems_of_rules(policy)]


def _problems_of_metrics(policy: Policy) -> list[Message]:
    found = []
    if not policy.metrics:
        return [say("Choose at least one metric.")]
    total = sum(one.weight for one in policy.metrics)
    if abs(total - WHOLE_WEIGHT) > 0.01:
        found.append(say("The weights add up to {total}, and they must add up to 100.", total=exact(total)))
    for one in policy.metrics:
        label = one.metric.label
        if one.metric.key in ONLY_THRESHOLDS:
            found.append(say("{metric} counts only as a threshold: as points it would reward haste.", metric=label))
        if one.weight <= 0:
            found.append(say("The weight of {metric} must be more than 0, or take it out.", metric=label))
        if one.minimum == one.excellent:
            found.append(say("In {metric}, the minimum and the excellent figure are the same.", metric=label))
        elif (one.excellent > one.minimum) is not (one.metric.direction is Direction.HIGHER):
            found.append(say("In {metric}, the excellent figure is worse than the minimum: swap them.", metric=label))
    if len(policy.weights) < len(policy.metrics):
        found.append(say("A metric counts twice: leave it once."))
    return found


def _problems_of_thresholds(policy: Policy) -> list[Message]:
    return [
        say(
            "In the threshold for {metric}, the least is more than the most: nobody can be inside.",
            metric=one.metric.label,
        )
        for one in policy.thresholds
        if one.at_least is not None and one.at_most is not None and one.at_least > one.at_most
    ]


def _problems_of_rules(policy: Policy) -> list[Message]:
    found = []
    if not policy.awards:
        found.append(say("Choose at least one award."))
    if not policy.own_n <= policy.band_n <= policy.award_n:
        found.append(
            say(
                "The minimum answers must grow: {own} for one's own figure, {band} for a group and {award} for "
                "an award.",
                own=policy.own_n,
                band=policy.band_n,
                award=policy.award_n,
            )
        )
    if not 0.5 < policy.clearly < 1:
        found.append(say("The certainty asked for must be between 50 % and 100 %."))
    if policy.k < 0 or policy.window_days < 1:
        found.append(say("The imaginary answers cannot be fewer than 0, nor the window shorter than a day."))
    if not set(policy.case_mix) <= set(CASE_DIMENSIONS):
        found.append(say("What makes two cases alike must be the touchpoint, the channel, the segment or the reason."))
    if policy.period_months not in PERIOD_MONTHS:
        found.append(say("A period lasts 1, 3, 6 or 12 months."))
    return found
