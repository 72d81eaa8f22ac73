"""Figures in words, as whoever looks at this page gets them."""

from momentos.domain.metrics import Metric
from momentos.domain.quantities import Reading, count, interval
from momentos.screen.language import reader, tell


def figure_text(metric: Metric, value: float) -> str:
    """A value with its unit."""
    return reader().write(Reading(metric, value))


def count_text(n: float) -> str:
    """A whole number."""
    return reader().write(count(n))


def interval_text(metric: Metric, low: float, high: float) -> str:
    """Both bounds with their unit; empty where there is no interval."""
    words = interval(metric, low, high)
    return "" if words is None else tell(words)
