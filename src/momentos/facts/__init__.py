"""What is counted: one module and one ``.sql`` a fact. To add one: copy a neighbour, add it to ``FACTS``."""

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Kind, Metric
from momentos.facts.fact import Fact
from momentos.facts.interactions import INTERACTIONS
from momentos.facts.responses import RESPONSES
from momentos.facts.scores import SCORES

FACTS: dict[str, Fact] = {fact.name: fact for fact in (RESPONSES, SCORES, INTERACTIONS)}

_ALL = [metric for fact in FACTS.values() for metric in fact.metrics]
METRICS: dict[str, Metric] = {metric.key: metric for metric in sorted(_ALL, key=lambda one: one.kind is not Kind.COUNT)}
"""First how many there are of each fact, then its figures, in the order of the facts."""


def facts_of(metric: Metric) -> list[Fact]:
    """The facts that have what the metric is made of: its own, and that read along the journey."""
    return [FACTS[name] for name in (metric.fact, metric.along_journey) if name]


def dimensions_of(metric: Metric) -> set[Dimension]:
    """What the metric can be broken down by, periods apart."""
    return {dimension for fact in facts_of(metric) for dimension in fact.offered}


__all__ = ["FACTS", "INTERACTIONS", "METRICS", "RESPONSES", "SCORES", "Fact", "dimensions_of", "facts_of"]
