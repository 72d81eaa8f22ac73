"""Why a touchpoint stands where it stands in the order of priority, in one sentence."""

from typing import Any

from momentos.analysis.priority import Quadrant
from momentos.domain.messages import Message, say
from momentos.domain.performance import BEST_SCORE
from momentos.domain.quantities import Number, count
from momentos.domain.samples import JUDGED_N


def reason(row: Any) -> Message:
    """``row``: one of ``Priorities.rows``."""
    if row.score != row.score:
        return say("Nobody has scored it in this period.")
    if row.n < JUDGED_N:
        return _how_many_are_missing(row)
    if row.target != row.target:
        return _without_target(row)
    facts = {"score": Number(row.score, 1), "target": Number(row.target, 1)}
    if row.impact != row.impact:
        return say("It scores {score} against a target of {target}; its impact is not known.", **facts)
    if row.quadrant == Quadrant.UNCLASSIFIED:
        return _why_unclassified(row)
    if row.score >= row.target:
        return say(
            "It weighs {impact} of 5 and meets its target: {score} against {target}.", impact=_impact(row), **facts
        )
    return say(
        "It weighs {impact} of 5, scores {score} against a target of {target}, and {reach} % of the customers pass "
        "through it.",
        impact=_impact(row),
        reach=Number(100 * row.reach, 0),
        **facts,
    )


def _how_many_are_missing(row: Any) -> Message:
    values = {"score": Number(row.score, 1), "n": count(row.n)}
    if row.n == JUDGED_N - 1:
        return say("One more answer is needed to judge it: it has {n}, with a score of {score}.", **values)
    return say(
        "{missing} more answers are needed to judge it: it has {n}, with a score of {score}.",
        missing=count(JUDGED_N - row.n),
        **values,
    )


def _without_target(row: Any) -> Message:
    """What is known of a touchpoint that nobody gave a target: how far it is from the best score, and no verdict."""
    score = Number(row.score, 1)
    if row.impact != row.impact:
        return say("It scores {score}; its impact is not known, and nobody has set its target.", score=score)
    return say(
        "It weighs {impact} of 5, scores {score}, {room} short of {best}, and {reach} % of the customers pass through "
        "it. Nobody has set its target.",
        impact=_impact(row),
        score=score,
        room=Number(BEST_SCORE - row.score, 1),
        best=count(BEST_SCORE),
        reach=Number(100 * row.reach, 0),
    )


def _impact(row: Any) -> Number:
    return Number(row.impact, 0 if row.impact == round(row.impact) else 1)


def _why_unclassified(row: Any) -> Message:
    target = Number(row.target, 1)
    if row.low < row.target <= row.high:
        return say(
            "It weighs {impact} of 5 and its score lies between {low} and {high}, on both sides of the target of "
            "{target}: more answers would tell.",
            impact=_impact(row),
            target=target,
            low=Number(row.low, 2),
            high=Number(row.high, 2),
        )
    return say(
        "It scores {score} against a target of {target}, and the data put its impact between {impact_low} and "
        "{impact_high} of 5: more answers would tell whether it is a moment of truth.",
        score=Number(row.score, 1),
        target=target,
        impact_low=count(row.impact_low),
        impact_high=count(row.impact_high),
    )
