"""What the map draws of any metric: its place from 1 to 5, and how each touchpoint stands beside another group."""

from typing import Any

import pandas as pd

from momentos.domain.metrics import Direction, Metric


def place_on_scale(metric: Metric, value: float) -> float:
    """Where the value stands from 1, the worst it can be, to 5, the best; NaN without a value or a scale."""
    if metric.scale is None or pd.isna(value):
        return float("nan")
    low, high = metric.scale
    share = (value - low) / (high - low)
    return 1 + 4 * (1 - share if metric.direction is Direction.LOWER else share)


def placed(journey: pd.DataFrame, measured: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """The journey's rows with the metric as ``measured`` by touchpoint in place of the mean score.

    ``value, value_low, value_high`` in the metric's unit, with ``n``, 0 where nobody answered; ``score, low, high`` are
    their places from 1 to 5.
    """
    by_touchpoint = measured.set_index("touchpoint")
    rows = journey.copy()
    for column in ("value", "n", "low", "high"):
        rows[column] = rows["touchpoint"].map(by_touchpoint[column])
    rows["n"] = rows["n"].fillna(0).astype("int64")
    rows["value_low"], rows["value_high"] = rows["low"], rows["high"]
    rows["score"] = [place_on_scale(metric, value) for value in rows["value"]]
    ends = rows[["low", "high"]].map(lambda value: place_on_scale(metric, value))
    rows["low"], rows["high"] = ends.min(axis="columns"), ends.max(axis="columns")
    return rows


def by_difference(compared: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``figures.compare.beside`` that there is something to compare with: differences beyond chance first,
    then by how much they differ."""
    rows = compared[compared["previous_n"] > 0]
    rows = rows.sort_values("difference", key=abs, ascending=False, na_position="last", kind="stable")
    return rows.sort_values("is_real", ascending=False, kind="stable")


def arrows(compared: pd.DataFrame) -> dict[Any, str]:
    """By touchpoint, which way it went: an arrow for every difference of ``figures.compare.beside`` beyond chance."""
    real = compared[compared["is_real"].astype(bool)]
    return {
        name: "▲" if difference > 0 else "▼"
        for name, difference in zip(real["touchpoint"], real["difference"], strict=True)
    }
