"""The metric that speaks where no moment of truth is to mend."""

from momentos.domain.messages import Message
from momentos.domain.metrics import Kind, Metric
from momentos.figures.compare import with_change
from momentos.figures.filters import Filters
from momentos.screen.asking import ask
from momentos.service.words.finding import service_finding

_FIRST = ("csat", "nps")


def headline(measured: list[Metric], filters: Filters) -> Message:
    """How the first metric with something measured in this period moved: what customers say before how they are served,
    and a count only where there is nothing else."""
    heard = [metric for metric in measured if metric.kind is not Kind.COUNT] or measured
    ordered = sorted(heard, key=lambda metric: metric.key not in _FIRST)
    chosen = next((metric for metric in ordered if not ask(with_change, metric, filters).empty), ordered[0])
    return service_finding(chosen, ask(with_change, chosen, filters), filters)
