"""The finding about a metric in one sentence: what the data say, and no more than they say."""

from typing import Any

import pandas as pd

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Kind, Metric
from momentos.domain.quantities import Reading, beside_target, count
from momentos.figures.filters import Filters
from momentos.figures.targets import misses_target


def service_finding(metric: Metric, now: pd.DataFrame, filters: Filters) -> Message:
    """How the metric moved since the period before, if it did more than chance would; or that the cases are too few.

    ``now``: the answer of ``with_change`` under the ``filters``.
    """
    label = metric.label
    if now.empty:
        return say("{metric}: nothing measured in this period", metric=label)
    value = Reading(metric, float(now["value"].iloc[0]))
    if now["is_mixed"].iloc[0]:
        return _mixed(label, value, is_mixed_now=bool(now["is_mixed_now"].iloc[0]))
    if metric.kind is not Kind.COUNT and now["n"].iloc[0] < metric.minimum_n:
        return say(
            "{metric}: {value} from only {n} cases, too few to judge yet",
            metric=label,
            value=value,
            n=count(now["n"].iloc[0]),
        )
    if filters.from_on is None or filters.to_on is None or metric.kind is Kind.COUNT:
        return _standing(metric, now.iloc[0])
    change = now.iloc[0]
    if pd.isna(change.difference) or change.previous_n < metric.minimum_n:
        return _standing(metric, now.iloc[0])
    words: dict[str, Any] = {"metric": label, "value": value, "before": Reading(metric, float(change.previous))}
    if not change.is_real:
        if misses_target(metric, now.iloc[0]):
            words |= beside_target(metric, float(now["value"].iloc[0]))
            return say("{metric}: {value}, without a real change and missing its target of {target}", **words)
        return say("{metric}: {value}, without a real change", **words)
    if change.difference > 0:
        return say("{metric}: rose from {before} to {value}", **words)
    return say("{metric}: fell from {before} to {value}", **words)


def _mixed(metric: Message, value: Reading, *, is_mixed_now: bool) -> Message:
    """The figure, and that surveys of different kinds are in it, or in it and the period before together."""
    if is_mixed_now:
        return say(
            "{metric}: {value}, from two mixed surveys (one about each contact, one about the relation): not compared",
            metric=metric,
            value=value,
        )
    return say(
        "{metric}: {value}; another kind of survey is in the period before, so they are not compared",
        metric=metric,
        value=value,
    )


def _standing(metric: Metric, figure: pd.Series) -> Message:
    """The figure, and that it misses its target where it clearly does."""
    label, value = metric.label, float(figure["value"])
    if misses_target(metric, figure):
        return say("{metric}: {value}, missing its target of {target}", metric=label, **beside_target(metric, value))
    return say("{metric}: {value}", metric=label, value=Reading(metric, value))
