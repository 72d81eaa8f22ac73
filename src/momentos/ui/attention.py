"""What to look at now: moments of truth that miss their target, and real changes, each with the way to its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import pandas as pd
import streamlit as st

from momentos.analysis.signals import Verdict
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import METRICS, Direction, Kind, Metric
from momentos.queries.compare import compare, is_comparable, with_change
from momentos.queries.filters import Filters
from momentos.queries.measure import measure
from momentos.queries.mixing import mixture
from momentos.queries.monitor import monitored
from momentos.queries.weighing import to_fix_first
from momentos.ui import address
from momentos.ui.asking import ask
from momentos.ui.figures import beside_target, count_text, figure_text
from momentos.ui.findings import misses_target
from momentos.ui.language import t, tell
from momentos.ui.mixed import mixed_in, say_not_compared
from momentos.ui.periods import history_of
from momentos.ui.safe import as_text, unparted

MOST_MOMENTS, MOST_CHANGES = 3, 4
_WATCHED = ("csat", "nps", "wait", "fcr", "abandonment")


@dataclass(frozen=True)
class Matter:
    """One thing to look at: in words, how grave, and where it is seen."""

    words: str
    is_good: bool
    page: str
    picks: dict[str, str]


def show_matters(journey: pd.DataFrame, measured: list[Metric], filters: Filters) -> None:
    """The list, what is wrong first; a calm sentence if there is nothing."""
    found = (_moments(journey), _targets(measured, filters), _changes(measured, filters), _signals(measured, filters))
    matters = list(chain.from_iterable(found))
    mixed = mixed_in([one for one in measured if one.key in _WATCHED], filters)
    if not matters and _can_tell(measured, filters):
        st.markdown(t("Of what has enough answers, nothing stands out from its ordinary ups and downs."))
    elif not matters and not mixed:
        st.markdown(t("There is too little yet to tell a change from chance: every answer that comes in helps."))
    for place, matter in enumerate(sorted(matters, key=lambda one: one.is_good)):
        _show(place, matter)
    say_not_compared(mixed)


def _can_tell(measured: list[Metric], filters: Filters) -> bool:
    """Whether anything has cases enough to stand out: against the period before, or against its own earlier months."""
    if filters.from_on is not None and filters.to_on is not None:
        return ask(is_comparable, tuple(measured), filters)
    return any(found not in (Verdict.TOO_FEW, Verdict.MIXED) for _, found in _latest_months(measured, filters))


def _show(place: int, matter: Matter) -> None:
    row = st.container(horizontal=True, vertical_alignment="center", key=f"matter_row_{place}")
    icon = ":green[:material/trending_up:]" if matter.is_good else ":red[:material/priority_high:]"
    row.markdown(f"{icon} {unparted(as_text(matter.words))}", width="stretch")
    if row.button(t("See"), key=f"matter_{place}", type="tertiary", icon=":material/arrow_forward:"):
        for key, value in matter.picks.items():
            address.put(key, value)
        st.switch_page(st.session_state["pages"][matter.page])


def _moments(journey: pd.DataFrame) -> Iterator[Matter]:
    """Moments of truth that clearly miss their target."""
    score = METRICS["score"]
    row: Any
    for row in to_fix_first(journey).head(MOST_MOMENTS).itertuples():
        words = t(
            "«{touchpoint}» weighs {impact} of 5 and scores {score}, below its target of {target} (n = {n})",
            touchpoint=row.touchpoint,
            impact=count_text(row.impact),
            score=figure_text(score, row.score),
            target=figure_text(score, row.target),
            n=count_text(row.n),
        )
        yield Matter(words, False, "journey", {"touchpoint": row.touchpoint})


def _changes(measured: list[Metric], filters: Filters) -> Iterator[Matter]:
    """Areas whose satisfaction really changed since the period before."""
    metric = next((one for one in measured if one.key == "csat"), None)
    if metric is None or filters.from_on is None or filters.to_on is None:
        return
    changes = ask(compare, metric, filters, (Dimension.AREA,))
    real = changes[changes["is_real"] & (changes[["n", "previous_n"]] >= metric.minimum_n).all(axis="columns")]
    row: Any
    for row in (
        real.reindex(real["difference"].abs().sort_values(ascending=False).index).head(MOST_CHANGES).itertuples()
    ):
        values = {
            "metric": tell(metric.label),
            "area": row.area,
            "before": figure_text(metric, row.previous),
            "value": figure_text(metric, row.value),
            "n": count_text(row.n),
        }
        if row.difference > 0:
            words = t("{area}: {metric} rose from {before} to {value} (n = {n})", **values)
        else:
            words = t("{area}: {metric} fell from {before} to {value} (n = {n})", **values)
        yield Matter(words, row.difference > 0, "service", {"metric": metric.key, "by": Dimension.AREA.value})


def _targets(measured: list[Metric], filters: Filters) -> Iterator[Matter]:
    """Metrics that clearly miss the target the company took, with cases enough."""
    for metric in measured:
        figure = ask(with_change, metric, filters)
        if figure.empty or figure["n"].iloc[0] < metric.minimum_n or not misses_target(metric, figure.iloc[0]):
            continue
        words = t(
            "{metric}: {value}, missing its target of {target} (n = {n})",
            metric=tell(metric.label),
            n=count_text(figure["n"].iloc[0]),
            **beside_target(metric, float(figure["value"].iloc[0])),
        )
        yield Matter(words, False, "service", {"metric": metric.key})


def _signals(measured: list[Metric], filters: Filters) -> Iterator[Matter]:
    """Metrics whose latest month is outside its ordinary noise."""
    for metric, found in _latest_months(measured, filters):
        if found is Verdict.DETERIORATION:
            yield Matter(
                t("{metric}: the latest month is worse than its ordinary ups and downs", metric=tell(metric.label)),
                False,
                "service",
                {"metric": metric.key},
            )
        if found is Verdict.IMPROVEMENT:
            yield Matter(
                t("{metric}: the latest month is better than its ordinary ups and downs", metric=tell(metric.label)),
                True,
                "service",
                {"metric": metric.key},
            )


def _latest_months(measured: list[Metric], filters: Filters) -> Iterator[tuple[Metric, Verdict]]:
    """The metrics watched, each with what its latest month says against its own history."""
    for metric in measured:
        if metric.key not in _WATCHED or metric.kind is Kind.COUNT or metric.direction is Direction.NEITHER:
            continue
        history = history_of(filters)
        months = ask(measure, metric, (Dimension.MONTH,), history)
        is_mixed = ask(mixture, metric, history).is_mixed
        yield metric, monitored(months, metric, Dimension.MONTH, is_mixed=is_mixed).verdict
