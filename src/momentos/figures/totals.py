"""Every metric over everything that is loaded, asked at once: what a load changes is told from them."""

from duckdb import DuckDBPyConnection

from momentos.domain.metrics import Kind, Metric
from momentos.facts import FACTS, METRICS, Fact, facts_of
from momentos.figures.filters import Filters
from momentos.figures.source import source_for


def totals(cursor: DuckDBPyConnection) -> dict[str, float]:
    """The value that ``measure`` gives without groups or filters, by metric; those without a case are not there."""
    found: dict[str, float] = {}
    for fact in FACTS.values():
        metrics = [metric for metric in METRICS.values() if fact in facts_of(metric) and metric.key not in found]
        for metric, (numerator, denominator) in zip(metrics, _sums(cursor, fact, metrics), strict=True):
            if numerator is not None and denominator:
                found[metric.key] = numerator if metric.kind is Kind.COUNT else metric.factor * numerator / denominator
    return found


def _sums(cursor: DuckDBPyConnection, fact: Fact, metrics: list[Metric]) -> list[tuple[float | None, float | None]]:
    if not metrics:
        return []
    sums = ", ".join(f"sum({one.numerator})::double, sum({one.denominator})::double" for one in metrics)
    row = cursor.execute(f"select {sums} from {source_for(fact, (), Filters())}").fetchone() or ()
    return list(zip(row[::2], row[1::2], strict=True))
