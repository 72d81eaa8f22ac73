"""Whether touchpoints punish or pay: how many answers it still takes to tell, and how it is told."""

from collections.abc import Sequence

from momentos.analysis.penalty import HIGH_AT_LEAST, LOW_AT_MOST, PenaltyReward
from momentos.domain.messages import Message, say
from momentos.domain.quantities import count, listed
from momentos.domain.samples import PENALTY_EACH_END, PENALTY_RESPONDENTS
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.words.loyalty import ASSOCIATION, known_of, what_stands_for_it


def what_it_takes(impact: JourneyImpact) -> Message:
    """What is missing where it can be told of no touchpoint."""
    missing = PENALTY_RESPONDENTS - impact.report.respondents
    if missing > 0:
        return say(
            "{n} answers so far; {missing} more are needed to tell this.",
            n=count(impact.report.respondents),
            missing=count(missing),
        )
    return say(
        "No touchpoint has {minimum} scores of 1 or 2 and {minimum} of 5, which it takes to tell this.",
        minimum=count(PENALTY_EACH_END),
    )


def where_scores_are_missing(silent: Sequence[PenaltyReward]) -> Message | None:
    """The touchpoints of which it cannot be told, each with how many scores it lacks; ``None`` if there are none."""
    if not silent:
        return None
    names = listed(
        say("«{touchpoint}» ({n})", touchpoint=one.key, n=count(one.missing_lows + one.missing_highs)) for one in silent
    )
    return say("Low or high scores are missing at: {names}.", names=names)


def how_told(impact: JourneyImpact) -> list[Message]:
    """The method and its minimums, one line each."""
    return [
        say(
            "Loyalty explained by two marks a touchpoint: a score of {low} or less, and a score of {high}, against "
            "those with a score between; who did not pass is apart (Brandt's penalty-reward analysis).",
            low=count(LOW_AT_MOST),
            high=count(HIGH_AT_LEAST),
        ),
        what_stands_for_it(impact.loyalty),
        known_of(impact.report.respondents),
        say("All touchpoints at once, each beside the others; intervals of 95 %, robust to unequal spread (HC3)."),
        say("It punishes more if what it takes away is surely more than what it adds; pays more if it is surely less."),
        say(
            "Least: {respondents} answers, and {each} low and {each} high scores of the touchpoint.",
            respondents=count(PENALTY_RESPONDENTS),
            each=count(PENALTY_EACH_END),
        ),
        ASSOCIATION,
    ]
