"""The metrics of the service that are watched month by month, and those that speak first."""

from collections.abc import Iterable

from momentos.domain.metrics import Kind, Metric

WATCHED = ("csat", "nps", "wait", "fcr", "abandonment")
"""Told of when their latest month lies outside its ordinary ups and downs."""

_HEADLINES = ("csat", "nps")
_TILES = ("csat", "nps", "fcr", "wait", "service_level", "score", "abandonment", "interactions", "handle_time", "ces")


def watched(measured: Iterable[Metric]) -> list[Metric]:
    """Those of the metrics measured that are watched."""
    return [metric for metric in measured if metric.key in WATCHED]


def for_the_headline(measured: Iterable[Metric]) -> list[Metric]:
    """What customers say before how they are served, and counts only where there is nothing else."""
    metrics = list(measured)
    heard = [metric for metric in metrics if metric.kind is not Kind.COUNT] or metrics
    return sorted(heard, key=lambda metric: metric.key not in _HEADLINES)


def for_tiles(measured: Iterable[Metric]) -> list[Metric]:
    """What customers say first, then how they are served."""
    by_key = {metric.key: metric for metric in measured}
    return [by_key[key] for key in _TILES if key in by_key]
