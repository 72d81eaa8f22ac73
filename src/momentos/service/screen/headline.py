"""The metric that speaks where no moment of truth is to mend."""

from momentos.domain.messages import Message
from momentos.domain.metrics import Metric
from momentos.figures.compare import with_change
from momentos.figures.filters import Filters
from momentos.screen.asking import ask
from momentos.service.meanings.watched import for_the_headline
from momentos.service.words.finding import service_finding


def headline(measured: list[Metric], filters: Filters) -> Message:
    """How the first metric with something measured in this period moved: what customers say before how they are served,
    and a count only where there is nothing else."""
    ordered = for_the_headline(measured)
    chosen = next((metric for metric in ordered if not ask(with_change, metric, filters).empty), ordered[0])
    return service_finding(chosen, ask(with_change, chosen, filters), filters)
