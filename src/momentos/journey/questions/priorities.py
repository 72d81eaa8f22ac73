"""Where effort belongs: every touchpoint by impact × gap × reach, and the areas behind them."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from typing import Any

import pandas as pd

from momentos.analysis.impact import Method
from momentos.analysis.intervals import Interval
from momentos.analysis.priority import Measured, expected_gain
from momentos.domain.messages import Message, say
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.questions.weighing import WEIGHED, in_order, weighed

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


def usual_basis(journey: pd.DataFrame) -> Basis:
    """Whose impact counts unless somebody picks otherwise: as assigned, where any is."""
    return Basis.ASSIGNED if journey["impact"].notna().any() else Basis.DERIVED


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
    """Priorities of a journey as ``questions.journey`` answers it; the impact according to the data, and what mending
    would bring, come from ``found``."""
    heard = _heard(found)
    impacts = [_impact(row, heard.get(row.touchpoint), basis) for row in journey.itertuples()]
    rows = journey[["touchpoint", "stage", "area", "score", "low", "high", "n", "target", "reach"]]
    rows = rows.assign(dissatisfied=1 - journey["csat"] / 100)
    rows = weighed(rows.join(_frame(impacts, IMPACT, rows.index)))
    gains = [_gain(row, heard.get(row.touchpoint)) for row in rows.itertuples()]
    ordered = in_order(rows.join(_frame(gains, GAINS, rows.index)))
    return Priorities(basis, ordered.reset_index(drop=True), _areas(ordered))


def by_derived_impact(journey: pd.DataFrame, found: JourneyImpact) -> pd.DataFrame:
    """The journey's rows with the impact that the data show in place of the one assigned, and what follows from it."""
    derived = prioritise(journey, found, Basis.DERIVED).rows.set_index("touchpoint")
    columns = ("impact", "quadrant", *WEIGHED)
    return journey.assign(**{column: journey["touchpoint"].map(derived[column]) for column in columns})


def _frame(rows: list[tuple[float | None, ...]], columns: list[str], index: pd.Index) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns, index=index).astype(float)


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
