"""The metrics as this company holds them: each with the target it took, if it took one."""

from dataclasses import replace

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.metrics import Direction, Metric
from momentos.facts import METRICS
from momentos.figures.taken_targets import taken_targets


def held_metrics(cursor: DuckDBPyConnection) -> dict[str, Metric]:
    """Every metric by its key, with the company's target in it; without one it judges nothing."""
    taken = taken_targets(cursor)
    return {
        key: replace(metric, target=taken[key].value) if key in taken else metric for key, metric in METRICS.items()
    }


def misses_target(metric: Metric, figure: pd.Series) -> bool:
    """Whether the whole interval is on the wrong side of the target. ``figure``: ``low, high``."""
    if metric.target is None or pd.isna(figure["low"]) or metric.direction is Direction.NEITHER:
        return False
    if metric.direction is Direction.HIGHER:
        return bool(figure["high"] < metric.target)
    return bool(figure["low"] > metric.target)
