"""What the map shows: whose impact, which metric, and beside what; and the frame that the picture is drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from momentos.analysis.priority import Quadrant
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.figures.catalogue import values_of
from momentos.figures.compare import beside
from momentos.figures.filters import Filters, previous_window
from momentos.figures.measure import measure, measured_metrics
from momentos.figures.targets import held_metrics
from momentos.journey.pictures import moments_map
from momentos.journey.questions.map_figures import arrows, by_difference, placed
from momentos.journey.questions.moments_of_truth import by_rule_and_by_data
from momentos.journey.questions.priorities import Basis, by_derived_impact
from momentos.journey.screen.moments import take_touchpoint
from momentos.journey.screen.priority_list import pick_basis
from momentos.journey.screen.weights import all_history, weigh
from momentos.journey.words.map_figures import figure, is_more_than_chance, with_n
from momentos.journey.words.moments_of_truth import groups, no_moment
from momentos.screen.asking import ask
from momentos.screen.figure_table import text_table
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show_clickable, style
from momentos.screen.writing import interval_text

_SCORES = ("score", "csat", "nps", "ces")
_BY = (Dimension.TOUCHPOINT,)
_NOTHING, _BEFORE = "nothing", "before"
_GROUPS = (Dimension.CHANNEL, Dimension.SEGMENT, Dimension.SITE)


@dataclass(frozen=True)
class MapView:
    """What was picked; ``others`` are the filters to compare with, if any, and ``versus`` names them."""

    basis: Basis
    metric: Metric
    others: Filters | None
    versus: str


def pick_view(rows: pd.DataFrame, filters: Filters) -> MapView:
    """The pickers of the map, in one line; where no impact was assigned, the one the data suggest is shown first."""
    held = ask(held_metrics)
    measured = [one.key for one in ask(measured_metrics) if one.key in _SCORES]
    offered = sorted(measured, key=_SCORES.index) or ["score"]
    comparisons = _comparisons(filters)
    with st.container(horizontal=True, vertical_alignment="bottom", key="map_controls"):
        basis = pick_basis(rows)
        metric = pick("map_metric", t("Metric"), offered, words=lambda one: tell(held[one].label), width=280)
        against = pick(
            "against", t("Compare with"), list(comparisons), words=lambda one: comparisons[one][0], width=280
        )
    versus, others = comparisons[against]
    return MapView(basis, held[metric], others, versus)


def by_basis(rows: pd.DataFrame, basis: Basis, filters: Filters) -> pd.DataFrame:
    """The journey's rows with the impact picked, and what follows from it: quadrant, priority and the ring of what to
    fix first."""
    shown = by_derived_impact(rows, weigh(all_history(filters))) if basis is Basis.DERIVED else rows
    return shown.assign(is_priority=shown["quadrant"] == Quadrant.FIX_FIRST)


def map_frame(rows: pd.DataFrame, view: MapView, filters: Filters) -> pd.DataFrame:
    """The rows of ``by_basis`` as the pictures want them: the metric and comparison picked; ``score, low, high`` are
    the metric's place from 1 to 5."""
    if view.metric.key == "score" and view.others is None:
        return rows.copy()
    metric = view.metric
    ways = {} if view.others is None else arrows(ask(beside, metric, filters, view.others, _BY))
    shown = placed(rows, ask(measure, metric, _BY, filters), metric)
    shown["figure"] = [
        None if pd.isna(value) else style().number(value, 0 if metric.factor == 100 else 1) for value in shown["value"]
    ]
    shown["arrow"] = [ways.get(name, "") for name in shown["touchpoint"]]
    words = [figure(metric, *values) for values in _pairs(shown, "value", "value_low", "value_high")]
    shown["says"] = [None if sentence is None else tell(sentence) for sentence in words]
    return shown


def clickable_map(shown: pd.DataFrame) -> None:
    """The map; a click on a bubble takes its touchpoint to the panel."""
    show_clickable(
        moments_map.moments_map,
        shown,
        key="map",
        legend=moments_map.legend(style()),
        alt=t("Map of moments of truth"),
        on_click=take_touchpoint,
        parts="touchpoint",
    )


def comparison_table(view: MapView, filters: Filters) -> None:
    """Each touchpoint beside the other period or group, and whether the difference is more than chance: those that are
    first, then by how much they differ."""
    if view.others is None:
        return
    rows = by_difference(ask(beside, view.metric, filters, view.others, _BY))
    with st.expander(t("The comparison, touchpoint by touchpoint"), expanded=True):
        if rows.empty:
            st.markdown(t("There is nothing to compare with there."))
            return
        text_table(
            pd.DataFrame(
                {
                    t("Touchpoint"): rows["touchpoint"],
                    t("In the map"): [tell(with_n(view.metric, *one)) for one in _pairs(rows, "value", "n")],
                    view.versus: [tell(with_n(view.metric, *one)) for one in _pairs(rows, "previous", "previous_n")],
                    t("Difference (95 %)"): [
                        "–" if is_mixed else interval_text(view.metric, low, high)
                        for is_mixed, low, high in _pairs(rows, "is_mixed", "difference_low", "difference_high")
                    ],
                    t("More than chance?"): [
                        tell(is_more_than_chance(*one)) for one in _pairs(rows, "is_mixed", "is_real")
                    ],
                }
            ),
            alt=t("The comparison, touchpoint by touchpoint"),
        )


def show_moments_of_truth(rows: pd.DataFrame, filters: Filters) -> None:
    """The moments of truth by rule (the impact assigned), by the data where these suffice, or by both."""
    moments = by_rule_and_by_data(rows, weigh(all_history(filters)).rows)
    for title, names in groups(moments):
        st.markdown(f"**{tell(title)}**  \n{as_text(' · '.join(names))}")
    if moments.is_empty:
        st.markdown(tell(no_moment(moments)))


def _comparisons(filters: Filters) -> dict[str, tuple[str, Filters | None]]:
    """What the map can be held against, by key: its name and its filters."""
    found: dict[str, tuple[str, Filters | None]] = {_NOTHING: (t("nothing"), None)}
    if filters.from_on is not None and filters.to_on is not None:
        found[_BEFORE] = (t("The period before"), filters.within(*previous_window(filters.from_on, filters.to_on)))
    for dimension in _GROUPS:
        values: Sequence[str] = ask(values_of, dimension)
        for value in values if len(values) > 1 else ():
            name = t("{dimension}: {value}", dimension=tell(dimension.label), value=value)
            found[f"{dimension}:{value}"] = (name, filters.only(dimension, value))
    return found


def _pairs(rows: pd.DataFrame, *columns: str) -> Any:
    return zip(*(rows[column] for column in columns), strict=True)
