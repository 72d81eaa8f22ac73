"""Where effort belongs: every touchpoint by impact × gap × reach, the reason in words, and the areas behind them."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from typing import Any

import pandas as pd

from momentos.analysis.impact import Method
from momentos.analysis.intervals import Interval
from momentos.analysis.priority import Measured, Quadrant, expected_gain
from momentos.domain.messages import Message, say
from momentos.domain.performance import BEST_SCORE
from momentos.domain.samples import JUDGED_N
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.questions.weighing import in_order, weighed

IMPACT = ["impact", "impact_low", "impact_high"]
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
    with ``impact_low, impact_high``, apart where it comes from the data; ``goal, gap, priority, priority_low,
    priority_high, quadrant`` as ``weighing.weighed`` says; ``gain, gain_low, gain_high``: loyalty gained on the mean,
    were the association causal, if the touchpoint reached its target or, where surveys are about one touchpoint each,
    if those ``dissatisfied`` there (a share, 0 to 1) became satisfied; ``strength``: the loyalty per point, or the
    difference, that it comes from. In the one order of ``weighing.in_order``. ``areas``: each area's priority, the sum
    of its touchpoints'.
    """

    basis: Basis
    rows: pd.DataFrame
    areas: dict[str, Measured]


def prioritise(journey: pd.DataFrame, found: JourneyImpact | None, basis: Basis = Basis.ASSIGNED) -> Priorities:
    """Priorities of a journey as ``queries.journey`` answers it; the impact according to the data, and what mending
    would bring, come from ``found``."""
    heard = _heard(found)
    impacts = [_impact(row, heard.get(row.touchpoint), basis) for row in journey.itertuples()]
    rows = journey[["touchpoint", "stage", "area", "score", "low", "high", "n", "target", "reach"]]
    rows = rows.assign(dissatisfied=1 - journey["csat"] / 100)
    rows = weighed(rows.join(_frame(impacts, IMPACT, rows.index)))
    gains = [_gain(row, heard.get(row.touchpoint)) for row in rows.itertuples()]
    ordered = in_order(rows.join(_frame(gains, GAINS, rows.index)))
    return Priorities(basis, ordered.reset_index(drop=True), _areas(ordered))


def _frame(rows: list[tuple[float | None, ...]], columns: list[str], index: pd.Index) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns, index=index).astype(float)


def reason(row: Any, number: Callable[[float, int], str]) -> Message:
    """Why the touchpoint stands where it stands, in one sentence; ``number`` writes figures as the reader does."""
    if row.score != row.score:
        return say("Nobody has scored it in this period.")
    facts = {"score": number(row.score, 1), "target": number(row.target, 1) if row.target == row.target else ""}
    if row.n < JUDGED_N:
        return _how_many_are_missing(row, facts, number)
    if row.target != row.target:
        return _without_target(row, facts, number)
    if row.impact != row.impact:
        return say("It scores {score} against a target of {target}; its impact is not known.", **facts)
    facts["impact"] = _impact_text(row, number)
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


def _how_many_are_missing(row: Any, facts: dict[str, str], number: Callable[[float, int], str]) -> Message:
    values = {"score": facts["score"], "n": number(row.n, 0), "missing": number(JUDGED_N - row.n, 0)}
    if row.n == JUDGED_N - 1:
        return say("One more answer is needed to judge it: it has {n}, with a score of {score}.", **values)
    return say("{missing} more answers are needed to judge it: it has {n}, with a score of {score}.", **values)


def _without_target(row: Any, facts: dict[str, str], number: Callable[[float, int], str]) -> Message:
    """What is known of a touchpoint that nobody gave a target: how far it is from the best score, and no verdict."""
    if row.impact != row.impact:
        return say("It scores {score}; its impact is not known, and nobody has set its target.", score=facts["score"])
    return say(
        "It weighs {impact} of 5, scores {score}, {room} short of {best}, and {reach} % of the customers pass through "
        "it. Nobody has set its target.",
        impact=_impact_text(row, number),
        score=facts["score"],
        room=number(BEST_SCORE - row.score, 1),
        best=number(BEST_SCORE, 0),
        reach=number(100 * row.reach, 0),
    )


def _impact_text(row: Any, number: Callable[[float, int], str]) -> str:
    return number(row.impact, 0 if row.impact == round(row.impact) else 1)


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


def _impact(row: Any, heard: Any, basis: Basis) -> tuple[float | None, ...]:
    """``IMPACT``; nobody doubts one that was assigned."""
    if basis is Basis.ASSIGNED:
        return row.impact, row.impact, row.impact
    if heard is None or heard[0].derived != heard[0].derived:
        return None, None, None
    return heard[0].derived, heard[0].low, heard[0].high


def _gain(row: Any, heard: Any) -> tuple[float | None, ...]:
    """``GAINS``: nothing to gain at a touchpoint that meets its target; unknown where nothing is judged."""
    nothing = (None, None, None, None)
    if row.priority != row.priority or heard is None or heard[0].strength_low != heard[0].strength_low:
        return nothing
    said, method = heard
    if row.score >= row.target:
        to_mend = 0.0
    elif method is Method.SATISFIED_GAP:
        to_mend = row.dissatisfied
    elif row.target == row.target:
        to_mend = row.target - row.score
    else:
        return nothing
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
