"""How money is shared out by area: the budget, each area's floor, and what areas spend where no sheet says it.

The journal keeps every plan with its author and date; the last one holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal_kinds import kept_as

USUAL_FLOOR = 50.0
"""Per cent of today's money that no area goes below, while nobody said otherwise."""


@kept_as("resource_plan")
@dataclass(frozen=True)
class ResourcePlan:
    """``budget`` is money a month, ``None`` for as much as is spent today; ``floor`` per cent of today's money, for
    all areas but those with one of their own in ``floors``; ``spending`` is today's money a month, as typed. Areas go
    by their folded name."""

    budget: float | None = None
    floor: float = USUAL_FLOOR
    floors: Mapping[str, float] = field(default_factory=dict)
    spending: Mapping[str, float] = field(default_factory=dict)

    def floor_of(self, area: str) -> float:
        """The area's floor in per cent."""
        return self.floors.get(fold(area), self.floor)

    def spending_of(self, area: str) -> float:
        """What the area spends a month, as typed; 0 where nobody typed it."""
        return self.spending.get(fold(area), 0.0)


@dataclass(frozen=True)
class KeptPlan:
    """The plan that holds; ``author`` and ``kept_at`` are empty while nobody has kept one."""

    plan: ResourcePlan = field(default_factory=ResourcePlan)
    author: str = ""
    kept_at: datetime | None = None


def kept_plan(cursor: DuckDBPyConnection) -> KeptPlan:
    """The last plan that was kept, else the usual one."""
    entry = journal.latest(cursor, ResourcePlan).get("")
    return KeptPlan() if entry is None else KeptPlan(entry.said, entry.author, entry.written_at)


def keep_plan(warehouse: Warehouse, viewer: Viewer, plan: ResourcePlan, *, author: str, at: datetime) -> None:
    """Keep the plan in place of the one before. ``Refused`` to who does not lead, without a name, or with figures that
    cannot be."""
    need_lead(viewer)
    signature = signed(author, say("Write your name: it stays beside what you keep."))
    if any(not 0 <= percent <= 100 for percent in (plan.floor, *plan.floors.values())):
        raise WrongInput(say("A floor goes from 0 % to 100 % of what the area has today."))
    if any(amount < 0 for amount in (plan.budget or 0.0, *plan.spending.values())):
        raise WrongInput(say("Money to share out or already spent cannot be less than nothing."))
    by_key = replace(plan, floors=_by_key(plan.floors), spending=_by_key(plan.spending))
    journal.write(warehouse, by_key, "", author=signature, at=at)


def _by_key(areas: Mapping[str, float]) -> dict[str, float]:
    return {fold(area): value for area, value in areas.items()}
