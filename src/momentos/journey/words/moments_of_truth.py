"""Which touchpoints are moments of truth by rule, by the data, or by both, in words."""

from momentos.domain.messages import Message, say
from momentos.domain.quantities import count
from momentos.journey.questions.moments_of_truth import MomentsOfTruth


def groups(moments: MomentsOfTruth) -> list[tuple[Message, tuple[str, ...]]]:
    """Each kind of moment of truth that there is, with its touchpoints."""
    kinds = [
        (say("By rule and by the data"), moments.by_both),
        (say("By rule; the data do not confirm it"), moments.unconfirmed),
        (say("By rule; the data do not suffice to say"), moments.unheard),
        (say("Only by the data"), moments.only_by_data),
    ]
    return [(title, touchpoints) for title, touchpoints in kinds if touchpoints]


def no_moment(moments: MomentsOfTruth) -> Message:
    """That there is no moment of truth by rule; and by the data only as far as these say."""
    if not moments.without_weight:
        return say("No touchpoint has an impact of 4 or 5, by rule or by the data.")
    return say(
        "No touchpoint was given an impact of 4 or 5; the data do not show yet the weight of {n} of the {all}.",
        n=count(moments.without_weight),
        all=count(moments.touchpoints),
    )
