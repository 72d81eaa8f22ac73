"""The targets a company took for its metrics: in the journal, with author and time; the last of a metric holds."""

from dataclasses import dataclass
from datetime import datetime
from math import isfinite, isinf

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.messages import say
from momentos.domain.metrics import Metric
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, need_lead
from momentos.facts import METRICS
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal_kinds import kept_as

UNSIGNED = say("Write your name: it stays beside the target.")


@kept_as("target")
@dataclass(frozen=True)
class Target:
    """What the company wants of the metric that is the subject; without a value it wants nothing of it any more."""

    value: float | None


@dataclass(frozen=True)
class TakenTarget:
    """What the company wants of a metric, in the metric's own unit, and who said so."""

    metric: str
    value: float
    author: str
    taken_at: datetime


def taken_targets(cursor: DuckDBPyConnection) -> dict[str, TakenTarget]:
    """The targets that hold, by metric; a metric for which nobody took one, or whose target was taken away, is not
    there."""
    return {
        key: TakenTarget(key, one.said.value, one.author, one.written_at)
        for key, one in journal.latest(cursor, Target).items()
        if key in METRICS and one.said.value is not None
    }


def take_target(
    warehouse: Warehouse, viewer: Viewer, key: str, value: float, *, author: str, at: datetime
) -> TakenTarget:
    """Make the value the company's target for a metric, in place of the one before. Raises ``Refused`` to who does not
    lead, without a name, and for a value that the metric cannot have."""
    need_lead(viewer)
    metric = METRICS[key]
    _check(metric, value)
    entry = journal.write(warehouse, Target(float(value)), key, author=signed(author, UNSIGNED), at=at)
    return TakenTarget(key, float(value), entry.author, entry.written_at)


def remove_target(warehouse: Warehouse, viewer: Viewer, key: str, *, author: str, at: datetime) -> None:
    """Leave the metric without a target; the earlier ones stay in the journal. Raises ``Refused`` to who does not lead,
    without a name, and where there is none."""
    need_lead(viewer)
    signature = signed(author, UNSIGNED)
    with warehouse.transaction() as cursor:
        if key not in taken_targets(cursor):
            raise NotFound(say("{metric} has no target to remove.", metric=METRICS[key].label))
        journal.write_in(cursor, Target(None), key, author=signature, at=at)


def _check(metric: Metric, value: float) -> None:
    if not metric.can_have_target:
        raise WrongInput(say("{metric} has no target: neither more nor less of it is better.", metric=metric.label))
    lowest, highest = metric.bounds
    if isfinite(value) and lowest <= value <= highest:
        return
    if isinf(highest):
        raise WrongInput(say("A target for {metric} is a number of seconds, from nought up.", metric=metric.label))
    raise WrongInput(
        say(
            "A target for {metric} goes from {lowest} to {highest}.",
            metric=metric.label,
            lowest=int(lowest),
            highest=int(highest),
        )
    )
