"""Where effort belongs: every touchpoint by impact × gap × reach, the reason in words, and the areas behind them."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from typing import Any

import pandas as pd

from momentos.analysis.impact import Method
from momentos.analysis.intervals import UNKNOWN, Interval
from momentos.analysis.priority import Measured, Quadrant, expected_gain, gap_to_target, priority, quadrant
from momentos.domain.messages import Message, say
from momentos.queries.impact import JourneyImpact

FIGURES = ["impact", "impact_low", "impact_high", "gap", "priority", "priority_low", "priority_high"]
GAINS = ["strength", "gain", "gain_low", "gain_high"]


class Basis(StrEnum):
    """Whose impact the priorities are computed with."""

    ASSIGNED = "assigned"
    DERIVED = "derived"

    @property
    def label(self) -> Message:
        return _BASES[self]


_BASES = {Basis.ASSIGNED: say("As assigned"), Basis.DERIVED: say("According to the data")}


@dataclass(frozen=True)
class Priorities:
    """The journey by priority.

    ``rows``: ``touchpoint, stage, area, score, low, high, n, target, reach`` of the journey; ``impact`` by the basis,
    with ``impact_low, impact_high`` where it comes from the data; ``gap, priority, priority_low, priority_high,
    quadrant``; ``gain, gain_low, gain_high``: loyalty gained on the mean, were the association causal, if the
    touchpoint reached its target or, where surveys are about one touchpoint each, if those ``dissatisfied`` there (a
    share, 0 to 1) became satisfied; ``strength``: the loyalty per point, or the difference, that it comes from. The
    first priority comes first; those without one last. ``areas``: each area's priority, the sum of its touchpoints'.
    """

    basis: Basis
    rows: pd.DataFrame
    areas: dict[str, Measured]


def prioritise(journey: pd.DataFrame, found: JourneyImpact | None, basis: Basis = Basis.ASSIGNED) -> Priorities:
    """Priorities of a journey as ``queries.journey`` answers it; the impact according to the data, and what mending
    would bring, come from ``found``."""
    heard = _heard(found)
    figures = [_figures(row, heard.get(row.touchpoint), basis) for row in journey.itertuples()]
    columns = [*FIGURES, "quadrant", *GAINS]
    kept = journey[["touchpoint", "stage", "area", "score", "low", "high", "n", "target", "reach"]]
    kept = kept.assign(dissatisfied=1 - journey["csat"] / 100)
    rows = kept.join(
        pd.DataFrame(figures, columns=columns, index=journey.index).astype(dict.fromkeys([*FIGURES, *GAINS], float))
    )
    ordered = rows.sort_values(["priority", "gap"], ascending=False, na_position="last", kind="stable")
    return Priorities(basis, ordered.reset_index(drop=True), _areas(ordered))


def reason(row: Any, number: Callable[[float, int], str]) -> Message:
    """Why the touchpoint stands where it stands, in one sentence; ``number`` writes figures as the reader does."""
    if row.score != row.score:
        return say("Nobody has scored it in this period.")
    facts = {"score": number(row.score, 1), "target": number(row.target, 1)}
    if row.impact != row.impact:
        return say("It scores {score} against a target of {target}; its impact is not known.", **facts)
    if row.low != row.low:
        return say("A single answer, {score}, says nothing of a priority.", score=facts["score"])
    facts["impact"] = number(row.impact, 0 if row.impact == round(row.impact) else 1)
    if row.quadrant == Quadrant.UNCLASSIFIED:
        return _why_unclassified(row, facts, number)
    if row.score >= row.target:
        return say("It weighs {impact} of 5 and meets its target: {score} against {target}.", **facts)
    return say(
        "It weighs {impact} of 5, scores {score} against a target of {target}, and {reach} % of the customers pass "
        "through it.",
        **facts,
        reach=number(100 * row.reach, 0),
    )


def _why_unclassified(row: Any, facts: dict[str, str], number: Callable[[float, int], str]) -> Message:
    ends = {"low": number(row.low, 2), "high": number(row.high, 2)}
    if row.low < row.target <= row.high:
        return say(
            "It weighs {impact} of 5 and its score lies between {low} and {high}, on both sides of the target of "
            "{target}: more answers would tell.",
            impact=facts["impact"],
            target=facts["target"],
            **ends,
        )
    return say(
        "It scores {score} against a target of {target}, and the data put its impact between {impact_low} and "
        "{impact_high} of 5: more answers would tell whether it is a moment of truth.",
        score=facts["score"],
        target=facts["target"],
        impact_low=number(row.impact_low, 0),
        impact_high=number(row.impact_high, 0),
    )


def _heard(found: JourneyImpact | None) -> dict[Hashable, Any]:
    return {} if found is None else {row.touchpoint: (row, found.report.method) for row in found.rows.itertuples()}


def _figures(row: Any, heard: Any, basis: Basis) -> tuple[Any, ...]:
    """``FIGURES``, quadrant and ``GAINS`` of one touchpoint; empty where nothing can be said."""
    said = None if heard is None else heard[0]
    impact = _impact(row, said, basis)
    known_impact = (None, None, None) if impact is None else (impact.value, impact.low, impact.high)
    nothing = [None] * (len(FIGURES) + 1 + len(GAINS) - len(known_impact))
    if row.score != row.score:
        return (*known_impact, *nothing)
    score = Measured(row.score, UNKNOWN if row.low != row.low else Interval(row.low, row.high))
    gap = gap_to_target(score, row.target)
    if impact is None or row.reach != row.reach or row.low != row.low:
        return (*known_impact, gap.value, *nothing[1:])
    weight = priority(impact, gap, row.reach)
    place = str(quadrant(impact, score, row.target))
    return (*known_impact, gap.value, weight.value, weight.low, weight.high, place, *_gain(row, heard, gap))


def _impact(row: Any, said: Any, basis: Basis) -> Measured | None:
    if basis is Basis.ASSIGNED:
        return None if row.impact != row.impact else Measured(row.impact)
    if said is None or said.derived != said.derived:
        return None
    return Measured(said.derived, Interval(said.low, said.high))


def _gain(row: Any, heard: Any, gap: Measured) -> tuple[float | None, float | None, float | None, float | None]:
    """``GAINS``: nothing to gain at a touchpoint that meets its target."""
    if heard is None or heard[0].strength_low != heard[0].strength_low:
        return None, None, None, None
    said, method = heard
    to_mend = gap.value
    if method is Method.SATISFIED_GAP:
        to_mend = 1 - row.csat / 100 if gap.value > 0 else 0.0
    strength = Measured(said.strength, Interval(said.strength_low, said.strength_high))
    gain = expected_gain(strength, to_mend, row.reach)
    return strength.value, gain.value, gain.low, gain.high


def _areas(rows: pd.DataFrame) -> dict[str, Measured]:
    """Each area's priority; the intervals of its touchpoints joined as independent."""
    weighed = rows[rows["area"].notna() & rows["priority"].notna()]
    found: dict[str, Measured] = {}
    for area, own in weighed.groupby("area", sort=False):
        value = float(own["priority"].sum())
        below = hypot(*(own["priority"] - own["priority_low"]))
        above = hypot(*(own["priority_high"] - own["priority"]))
        found[str(area)] = Measured(value, Interval(max(value - below, 0.0), value + above))
    return dict(sorted(found.items(), key=lambda one: -one[1].value))
