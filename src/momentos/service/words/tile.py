"""What a tile says of a figure: what stands behind it, and how it changed since the equal period before."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Kind, Metric
from momentos.domain.quantities import Number, Reading, count, interval
from momentos.figures.filters import Filters

NOTHING_MEASURED = say("nothing measured")


@dataclass(frozen=True)
class Change:
    """The words of a change; with an arrow (``has_arrow``) where it was measured, and what stands beside it then."""

    words: Message
    has_arrow: bool = False
    is_real: bool = False
    beside: Message | None = None


def what_stands_behind(metric: Metric, row: Any) -> Message:
    """How many answers or cases, the interval, and the target where there is one. ``row``: ``n, low, high``."""
    if metric.kind is Kind.COUNT:
        return metric.formula
    n, within = count(row.n), interval(metric, row.low, row.high)
    target = None if metric.target is None else Reading(metric, metric.target)
    if within is not None and target is not None:
        return say("n = {n} · 95 %: {interval} · target {target}", n=n, interval=within, target=target)
    if within is not None:
        return say("n = {n} · 95 %: {interval}", n=n, interval=within)
    return say("n = {n} · target {target}", n=n, target=target) if target is not None else say("n = {n}", n=n)


def missing(metric: Metric, n: float) -> Message:
    """How many answers a figure lacks before it is compared."""
    return say("{missing} more needed to compare", missing=count(metric.minimum_n - n))


def change_of(metric: Metric, row: Any, filters: Filters) -> Change | None:
    """What changed since the window before, or why nothing is said of it; ``None`` where there is no window before.

    ``row``: the metric's row of ``with_change`` under the ``filters``.
    """
    if row.n < metric.minimum_n and not row.is_mixed:
        return Change(missing(metric, row.n))
    if row.is_mixed:
        return Change(say("mixes two surveys") if row.is_mixed_now else say("another survey before"))
    if filters.from_on is None or filters.to_on is None:
        return None
    if metric.kind is Kind.COUNT:
        return _change_of_count(row)
    if pd.isna(row.difference):
        return Change(say("no earlier period"))
    if row.previous_n < metric.minimum_n:
        return Change(say("only {n} before, too few to compare", n=count(row.previous_n)))
    before = say("before {before}", before=Reading(metric, float(row.previous)))
    signed = say("{value}", value=Reading(metric, row.difference, is_signed=True))
    return Change(
        signed, has_arrow=True, is_real=bool(row.is_real), beside=before if row.is_real else say("could be chance")
    )


def _change_of_count(row: Any) -> Change:
    if pd.isna(row.previous) or not row.previous:
        return Change(say("no earlier period"))
    change = 100 * (row.value / row.previous - 1)
    signed = say("{value} %", value=Number(change, 1, is_signed=True))
    return Change(signed, has_arrow=True, beside=say("before {before}", before=count(row.previous)))
