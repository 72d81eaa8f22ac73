"""What the map says of each touchpoint: the figure of the metric picked, and how it stands beside another group."""

import pandas as pd

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import Reading, count, interval


def figure(metric: Metric, value: float, low: float, high: float) -> Message | None:
    """The metric's value with its interval where there is one; ``None`` where nothing was measured."""
    if pd.isna(value):
        return None
    within = interval(metric, low, high)
    if within is None:
        return say("{metric}: {value}", metric=metric.label, value=Reading(metric, value))
    return say("{metric}: {value} ({interval})", metric=metric.label, value=Reading(metric, value), interval=within)


def with_n(metric: Metric, value: float, n: float) -> Message:
    """A value and on how many answers it rests."""
    return say("{value} · n = {n}", value=Reading(metric, value), n=count(n))


def is_more_than_chance(is_mixed: bool, is_real: bool) -> Message:
    """The verdict on a difference; none where surveys of two kinds are mixed in it."""
    if is_mixed:
        return say("mixes two surveys")
    return say("yes") if is_real else say("it could be chance")
