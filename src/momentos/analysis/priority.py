"""Where to put effort and money: priorities, their matrix, a budget by area, and what mending would bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from momentos.analysis.intervals import UNKNOWN, Interval
from momentos.domain.impact import MOMENT_OF_TRUTH_IMPACT
from momentos.domain.messages import Message, say

IMPACT_LINE = MOMENT_OF_TRUTH_IMPACT - 0.5
"""Where the matrix is cut: between the touchpoints that are moments of truth and those that are not."""


class Quadrant(StrEnum):
    """What to do about a touchpoint, by its impact and its distance to the target."""

    FIX_FIRST = "fix first"
    KEEP_UP = "keep up"
    FIX_LATER = "fix later"
    LEAVE = "leave as it is"
    UNCLASSIFIED = "unclassified"


QUADRANT_SENTENCES: dict[Quadrant, Message] = {
    Quadrant.FIX_FIRST: say("Fix first: it matters and misses its target."),
    Quadrant.KEEP_UP: say("Keep it up: it matters and meets its target."),
    Quadrant.FIX_LATER: say("Fix later: it misses its target and matters less."),
    Quadrant.LEAVE: say("Leave as it is: it meets its target and matters less."),
    Quadrant.UNCLASSIFIED: say("Unclassified: the answers do not tell on which side it lies."),
}


@dataclass(frozen=True)
class Measured:
    """A figure with its interval; a figure nobody doubts (an assigned impact) has no interval."""

    value: float
    interval: Interval = UNKNOWN

    @property
    def low(self) -> float:
        return self.value if self.interval.low is None else self.interval.low

    @property
    def high(self) -> float:
        return self.value if self.interval.high is None else self.interval.high


@dataclass(frozen=True)
class AreaShare:
    """An area's proposed money beside today's; ``is_uncertain`` when its priority may well be nothing."""

    area: str
    share: float
    proposed: float
    today: float
    is_uncertain: bool


class FloorsExceedBudgetError(ValueError):
    """The amounts promised to the areas add up to more than there is to give out."""


def gap_to_target(score: Measured, target: float, *, is_higher_better: bool = True) -> Measured:
    """How far the score falls short of the target, in its own unit; 0 when it is met."""
    sign = 1 if is_higher_better else -1
    shortfalls = [max(sign * (target - at), 0.0) for at in (score.value, score.low, score.high)]
    return Measured(shortfalls[0], Interval(min(shortfalls), max(shortfalls)))


def priority(impact: Measured, gap: Measured, reach: float) -> Measured:
    """Impact × gap to the target × reach (share of customers who pass, 0 to 1), with its interval.

    The interval joins those of impact and gap as independent, each side by itself (Zou & Donner 2008, Statistics in
    Medicine 27, 1693-1702, first order), and is never below 0.
    """
    value = impact.value * gap.value * reach
    below = _joined(impact, gap, impact.value - impact.low, gap.value - gap.low) * reach
    above = _joined(impact, gap, impact.high - impact.value, gap.high - gap.value) * reach
    return Measured(value, Interval(max(value - below, 0.0), value + above))


def quadrant(
    impact: Measured,
    score: Measured,
    target: float,
    *,
    impact_line: float = IMPACT_LINE,
    is_higher_better: bool = True,
) -> Quadrant:
    """The touchpoint's place in the matrix; unclassified when an interval crosses a line.

    The lines are the policy's target and an impact, never the mean of the data: touchpoints that all do well are all
    left in peace.
    """
    if impact.low < impact_line <= impact.high or _crosses(score, target, is_higher_better):
        return Quadrant.UNCLASSIFIED
    matters = impact.value >= impact_line
    meets = score.value >= target if is_higher_better else score.value <= target
    if matters:
        return Quadrant.KEEP_UP if meets else Quadrant.FIX_FIRST
    return Quadrant.LEAVE if meets else Quadrant.FIX_LATER


def allocate(
    budget: float,
    priorities: Mapping[str, Measured],
    floors: Mapping[str, float] | None = None,
    today: Mapping[str, float] | None = None,
) -> tuple[AreaShare, ...]:
    """The budget in proportion to each area's priority, no area below its floor; in the order given.

    Where a floor lifts an area above its proportion, the others share what is left in theirs. Where no area has
    any priority, only floors are proposed and the rest stays unassigned. Raises ``FloorsExceedBudgetError``.
    """
    floor = {area: (floors or {}).get(area, 0.0) for area in priorities}
    if sum(floor.values()) > budget:
        raise FloorsExceedBudgetError("the floors add up to more than the budget")
    weight = {area: measured.value for area, measured in priorities.items()}
    total = sum(weight.values())
    amounts = _above_floors(budget, weight, floor)
    return tuple(
        AreaShare(
            area,
            weight[area] / total if total else 0.0,
            amounts[area],
            (today or {}).get(area, 0.0),
            measured.value > 0 and measured.low <= 0,
        )
        for area, measured in priorities.items()
    )


def expected_gain(strength: Measured, feasible_points: float, reach: float) -> Measured:
    """Change in mean loyalty if the touchpoint's score rose by ``feasible_points``, were the association causal.

    Where strength is the difference between satisfied and dissatisfied, the points are the share that changes side.
    """
    factor = feasible_points * reach
    return Measured(strength.value * factor, Interval(strength.low * factor, strength.high * factor))


def _joined(impact: Measured, gap: Measured, impact_half: float, gap_half: float) -> float:
    return ((gap.value * impact_half) ** 2 + (impact.value * gap_half) ** 2) ** 0.5


def _crosses(score: Measured, target: float, is_higher_better: bool) -> bool:
    return score.low < target <= score.high if is_higher_better else score.low <= target < score.high


def _above_floors(budget: float, weight: Mapping[str, float], floor: Mapping[str, float]) -> dict[str, float]:
    """Proportional amounts; whoever would get less than their floor gets the floor, and the rest is shared again."""
    at_floor = {area for area in weight if weight[area] <= 0}
    while True:
        left = budget - sum(floor[area] for area in at_floor)
        total = sum(weight[area] for area in weight if area not in at_floor)
        amounts = {area: floor[area] if area in at_floor else left * weight[area] / total for area in weight}
        lifted = {area for area in weight if area not in at_floor and amounts[area] < floor[area]}
        if not lifted:
            return amounts
        at_floor |= lifted
