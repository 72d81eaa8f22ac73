"""What matters now in the service: missed targets, real changes, and months outside their ordinary noise."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from momentos.analysis.signals import Verdict
from momentos.domain.dimensions import Dimension
from momentos.domain.matters import Matter
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import Reading, beside_target, count, listed
from momentos.figures.targets import misses_target

MOST_CHANGES = 4


def when_nothing_matters(*, can_tell: bool, is_mixed: bool) -> Message | None:
    """The calm sentence: nothing stands out of what has answers enough (``can_tell``), or there are too few to tell.

    ``None`` where it is only that two surveys are mixed, which is told by itself.
    """
    if can_tell:
        return say("Of what has enough answers, nothing stands out from its ordinary ups and downs.")
    if is_mixed:
        return None
    return say("There is too little yet to tell a change from chance: every answer that comes in helps.")


def could_stand_out(latest: Iterable[Verdict]) -> bool:
    """Whether any of the latest months has cases enough, of one kind of survey, to lie outside its ordinary noise."""
    return any(verdict not in (Verdict.TOO_FEW, Verdict.MIXED) for verdict in latest)


def missed_target(metric: Metric, figure: pd.DataFrame) -> Matter | None:
    """That the metric clearly misses the target the company took, with cases enough; ``None`` where it does not.

    ``figure``: the answer of ``with_change``.
    """
    if figure.empty or figure["n"].iloc[0] < metric.minimum_n or not misses_target(metric, figure.iloc[0]):
        return None
    words = say(
        "{metric}: {value}, missing its target of {target} (n = {n})",
        metric=metric.label,
        n=count(figure["n"].iloc[0]),
        **beside_target(metric, float(figure["value"].iloc[0])),
    )
    return Matter(words, False, "service", {"metric": metric.key})


def changes_by_area(metric: Metric, changes: pd.DataFrame) -> Iterator[Matter]:
    """Areas whose figure really changed since the period before, the largest changes first.

    ``changes``: the answer of ``compare`` by area.
    """
    real = changes[changes["is_real"] & (changes[["n", "previous_n"]] >= metric.minimum_n).all(axis="columns")]
    largest_first = real["difference"].abs().sort_values(ascending=False).index
    row: Any
    for row in real.reindex(largest_first).head(MOST_CHANGES).itertuples():
        yield Matter(_changed(metric, row), row.difference > 0, "service", {"metric": metric.key, "by": Dimension.AREA})


def _changed(metric: Metric, row: Any) -> Message:
    values = {
        "metric": metric.label,
        "area": row.area,
        "before": Reading(metric, row.previous),
        "value": Reading(metric, row.value),
        "n": count(row.n),
    }
    if row.difference > 0:
        return say("{area}: {metric} rose from {before} to {value} (n = {n})", **values)
    return say("{area}: {metric} fell from {before} to {value} (n = {n})", **values)


def outside_its_noise(metric: Metric, latest: Verdict) -> Matter | None:
    """That the latest month is better or worse than the metric's ordinary ups and downs; ``None`` where it is not."""
    if latest is Verdict.DETERIORATION:
        words = say("{metric}: the latest month is worse than its ordinary ups and downs", metric=metric.label)
        return Matter(words, False, "service", {"metric": metric.key})
    if latest is Verdict.IMPROVEMENT:
        words = say("{metric}: the latest month is better than its ordinary ups and downs", metric=metric.label)
        return Matter(words, True, "service", {"metric": metric.key})
    return None


def not_compared(mixed: list[Metric]) -> Message | None:
    """Of which metrics no change is told, because two surveys are mixed in them; ``None`` where there are none."""
    if not mixed:
        return None
    return say(
        "Two surveys of different kinds are mixed in {metrics}: nothing is said of how these change.",
        metrics=listed(metric.label for metric in mixed),
    )
