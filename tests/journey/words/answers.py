"""Answers to questions, made up for words to tell, and readers to tell them to."""

from types import SimpleNamespace
from typing import Any

import pandas as pd

from momentos.analysis.impact import Evidence, ImpactReport, Method
from momentos.analysis.survey_quality import Warned
from momentos.domain.messages import Message
from momentos.domain.outcomes import Outcome
from momentos.figures.loyalty import Loyalty
from momentos.journey.questions.impact import COLUMNS, JourneyImpact
from momentos.journey.questions.impact_lack import Lack
from momentos.locales.reader import reader

NAN = float("nan")

WEIGHED = {
    "touchpoint": "Caja", "assigned": 5.0, "derived": 3.0, "low": 2.0, "high": 4.0, "share": 0.4, "strength": 0.5,
    "strength_low": 0.25, "strength_high": 0.75, "n": 120, "missing": 0, "verdict": "data suggest less",
}  # fmt: skip
"""One row of the impact according to the data."""

PRIORITISED = {
    "touchpoint": "Caja", "impact": 5.0, "impact_low": 5.0, "impact_high": 5.0, "score": 3.0, "low": 2.8, "high": 3.2,
    "n": 40, "target": 4.0, "goal": 4.0, "gap": 1.0, "reach": 0.5, "priority": 2.5, "priority_low": 2.0,
    "priority_high": 3.0, "quadrant": "fix first", "strength": 0.5, "gain": 0.25, "gain_low": 0.125, "gain_high": 0.375,
    "dissatisfied": 0.6,
}  # fmt: skip
"""One row of the priorities: it weighs 5 and misses its target of 4 by a point; half of the customers pass."""


def english(message: Message | None) -> str | None:
    return None if message is None else reader("en").words(message)


def spanish(message: Message | None) -> str | None:
    return None if message is None else reader("es").words(message)


def row(base: dict[str, Any], **other: Any) -> Any:
    """A row as a frame hands it out, with some of its values otherwise."""
    return SimpleNamespace(**{**base, **other})


def rows(base: dict[str, Any], *others: dict[str, Any]) -> pd.DataFrame:
    """A frame with one row for each of these differences from the first."""
    return pd.DataFrame([{**base, **other} for other in others], columns=list(base))


def impact(
    *others: dict[str, Any],
    method: Method = Method.SHAPLEY,
    evidence: Evidence = Evidence.FIRM,
    outcome: Outcome = Outcome.RECOMMENDATION,
    respondents: int = 250,
    missing: int = 0,
    r_squared: float | None = 0.45,
    warnings: tuple[Warned, ...] = (),
    lack: Lack | None = None,
    loyal: int = 0,
) -> JourneyImpact:
    """The impact of touchpoints that differ so from ``WEIGHED``, out of one report."""
    report = ImpactReport(method, evidence, respondents, missing, r_squared, (), warnings)
    frame = pd.DataFrame([{**WEIGHED, **other} for other in others], columns=COLUMNS)
    return JourneyImpact(report, Loyalty(outcome, 90), frame, (), lack, loyal)
