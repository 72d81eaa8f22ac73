"""The metrics as this company holds them: each with the target it took, if it took one."""

from dataclasses import replace

from duckdb import DuckDBPyConnection

from momentos.domain.metrics import METRICS, Metric
from momentos.warehouse.targets import taken_targets


def held_metrics(cursor: DuckDBPyConnection) -> dict[str, Metric]:
    """Every metric by its key, with the company's target in it; without one it judges nothing."""
    taken = taken_targets(cursor)
    return {
        key: replace(metric, target=taken[key].value) if key in taken else metric for key, metric in METRICS.items()
    }
