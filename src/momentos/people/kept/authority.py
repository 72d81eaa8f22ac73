"""What each role may give on its own to settle a conflict, and which contact reasons are conflicts: as declared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry
from momentos.warehouse.journal_kinds import kept_as

_COMPANY = "company"


@kept_as("authority")
@dataclass(frozen=True)
class DeclaredLimits:
    """What the company declared at once: the limits by role, in money, and the reasons that are conflicts."""

    limits: Mapping[str, float]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Authority:
    """The limits by role, in money, and the reasons that are conflicts (``None``: nobody has said which)."""

    limits: Mapping[str, float] = field(default_factory=dict)
    reasons: tuple[str, ...] | None = None
    author: str = ""
    declared_at: datetime | None = None

    def limit(self, role: str | None) -> float | None:
        """The role's limit, however its name is written; nothing where none was declared."""
        return {fold(name): amount for name, amount in self.limits.items()}.get(fold(role or ""))


def authority(cursor: DuckDBPyConnection) -> Authority:
    """What was declared last."""
    entry = journal.latest(cursor, DeclaredLimits, _COMPANY).get(_COMPANY)
    if entry is None:
        return Authority()
    limits = {role: float(amount) for role, amount in entry.said.limits.items()}
    return Authority(limits, entry.said.reasons, entry.author, entry.written_at)


def declare(
    warehouse: Warehouse,
    viewer: Viewer,
    limits: Mapping[str, float],
    reasons: Sequence[str],
    *,
    author: str,
    at: datetime,
) -> Entry[DeclaredLimits]:
    """Keep the limits and the reasons, in place of those before. Raises ``Refused`` to who does not lead, without a
    name, without reasons, or for a limit below nought."""
    need_lead(viewer)
    signature = signed(author, say("Limits are declared by somebody: write your name."))
    if not reasons:
        raise WrongInput(say("Choose at least one contact reason that is a conflict."))
    for role, amount in limits.items():
        if not amount >= 0:
            raise WrongInput(say("The limit of {role} cannot be below nought.", role=role))
    return journal.write(warehouse, DeclaredLimits(limits, tuple(reasons)), _COMPANY, author=signature, at=at)
