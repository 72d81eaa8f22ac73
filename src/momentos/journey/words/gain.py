"""What mending a touchpoint would bring, were the association causal, and how that was computed."""

from typing import Any

import pandas as pd

from momentos.analysis.impact import Method
from momentos.domain.messages import Message, say
from momentos.domain.outcomes import Outcome
from momentos.domain.quantities import Number
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.words.loyalty import ASSOCIATION, what_stands_for_it

_LEAST_GAIN = 0.01
"""Gains below are not worth a sentence."""


def gain(row: Any, impact: JourneyImpact) -> Message | None:
    """The loyalty gained on the mean; ``None`` where there is nothing to gain. ``row``: one of ``Priorities.rows``."""
    outcome = impact.loyalty.outcome
    factor = 100 if outcome.is_share else 1
    if pd.isna(row.gain) or factor * row.gain < _LEAST_GAIN:
        return None
    is_gap = impact.report.method is Method.SATISFIED_GAP
    decimals = 1 if is_gap else 2
    values = {
        "gain": Number(factor * row.gain, decimals),
        "low": Number(factor * row.gain_low, decimals),
        "high": Number(factor * row.gain_high, decimals),
    }
    if is_gap:
        return _of_satisfying(outcome, {**values, "share": Number(100 * row.dissatisfied, 0)})
    return _of_the_target(outcome, {**values, "target": Number(row.target, 1)})


def _of_the_target(outcome: Outcome, values: dict[str, Number]) -> Message:
    if outcome is Outcome.RECOMMENDATION:
        return say(
            "Bringing it to {target} would raise the mean recommendation by {gain} points ({low} to {high}), if the "
            "association were causal.",
            **values,
        )
    if outcome is Outcome.OVERALL:
        return say(
            "Bringing it to {target} would raise the mean overall score by {gain} points ({low} to {high}), if the "
            "association were causal.",
            **values,
        )
    return say(
        "Bringing it to {target} would add {gain} loyal customers of every 100 ({low} to {high}), if the association "
        "were causal.",
        **values,
    )


def _of_satisfying(outcome: Outcome, values: dict[str, Number]) -> Message:
    if outcome is Outcome.RECOMMENDATION:
        return say(
            "If those dissatisfied here ({share} %) became satisfied, the recommendation index would rise by {gain} "
            "points ({low} to {high}), if the association were causal.",
            **values,
        )
    return say(
        "If those dissatisfied here ({share} %) became satisfied, {gain} more customers of every 100 would be loyal "
        "({low} to {high}), if the association were causal.",
        **values,
    )


def how_gained(row: Any, impact: JourneyImpact) -> list[Message]:
    """Where the gain comes from, one line each; nothing where none is told."""
    if gain(row, impact) is None:
        return []
    return [
        _formula(row, impact),
        what_stands_for_it(impact.loyalty),
        say("The range of the gain is the 95 % interval of the first factor; all the history counts."),
        ASSOCIATION,
    ]


def _formula(row: Any, impact: JourneyImpact) -> Message:
    factor = 100 if impact.loyalty.outcome.is_share else 1
    values = {"strength": Number(factor * row.strength, 2), "reach": Number(row.reach, 2)}
    if impact.report.method is Method.SATISFIED_GAP:
        return say(
            "Gain: difference in loyalty between satisfied and dissatisfied {strength} × share dissatisfied {share} × "
            "reach {reach}.",
            share=Number(row.dissatisfied, 2),
            **values,
        )
    return say(
        "Gain: loyalty per point of score {strength} × gap to the target {gap} × reach {reach}.",
        gap=Number(row.target - row.score, 2),
        **values,
    )
