"""Money by area: today's, as loaded or typed, and what the priorities propose for a budget with floors."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from momentos.analysis.priority import AreaShare, FloorsExceedBudgetError, Measured, allocate
from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.journey.kept.resource_plan import ResourcePlan

BUDGET_OF_NOTHING_KNOWN = 100.0
"""The budget where nobody said one and nothing is known of today: what areas get then reads as per cent of it."""


@dataclass(frozen=True)
class Proposal:
    """Money a month: the budget, each area's floor, and what each would get, in the order of their priority."""

    budget: float
    floors: Mapping[str, float]
    shares: tuple[AreaShare, ...]

    @property
    def has_today(self) -> bool:
        """Whether anything is known of what areas spend."""
        return any(one.today for one in self.shares)


def todays_money(areas: Mapping[str, Measured], loaded: Mapping[str, float], plan: ResourcePlan) -> dict[str, float]:
    """What each area spends a month: as the sheet of spending says, else as typed."""
    return {area: loaded.get(area, 0.0) if loaded else plan.spending_of(area) for area in areas}


def usual_budget(today: Mapping[str, float]) -> float:
    """As much as is spent today, rounded up to whole money."""
    return float(ceil(sum(today.values()))) or BUDGET_OF_NOTHING_KNOWN


def propose(areas: Mapping[str, Measured], today: Mapping[str, float], plan: ResourcePlan) -> Proposal:
    """The plan's budget by priority, no area below its floor; as much as today's, rounded up, where it has none.

    Where nothing is known of today, floors are shares of an equal part. ``Refused`` if they exceed the budget.
    """
    spent = sum(today.values())
    budget = usual_budget(today) if plan.budget is None else plan.budget
    base = today if spent else dict.fromkeys(areas, budget / max(len(areas), 1))
    floors = {area: base[area] * plan.floor_of(area) / 100 for area in areas}
    try:
        return Proposal(budget, floors, allocate(budget, areas, floors, today))
    except FloorsExceedBudgetError as error:
        raise WrongInput(
            say("The floors add up to more than the budget: lower one of them or raise the budget.")
        ) from error
