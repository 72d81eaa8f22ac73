"""What the map shows: whose impact, which metric, and beside what; and the frame that the picture is drawn from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from momentos.analysis.priority import Quadrant
from momentos.domain.dimensions import Dimension
from momentos.domain.impact import is_moment_of_truth
from momentos.domain.metrics import Direction, Metric
from momentos.figures.catalogue import values_of
from momentos.figures.compare import beside
from momentos.figures.filters import Filters, previous_window
from momentos.figures.measure import measure, measured_metrics
from momentos.figures.targets import held_metrics
from momentos.journey.pictures import moments_map
from momentos.journey.questions.priorities import Basis, prioritise
from momentos.journey.questions.weighing import WEIGHED
from momentos.journey.screen.moments import take_touchpoint
from momentos.journey.screen.priority_list import pick_basis
from momentos.journey.screen.weights import all_history, weigh
from momentos.screen.asking import ask
from momentos.screen.figure_table import text_table
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show_clickable, style
from momentos.screen.writing import count_text, figure_text, interval_text

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
    shown = rows.copy()
    if basis is Basis.DERIVED:
        found = prioritise(rows, weigh(all_history(filters)), basis).rows.set_index("touchpoint")
        for column in ("impact", "quadrant", *WEIGHED):
            shown[column] = shown["touchpoint"].map(found[column])
    shown["is_priority"] = shown["quadrant"] == Quadrant.FIX_FIRST
    return shown


def map_frame(rows: pd.DataFrame, view: MapView, filters: Filters) -> pd.DataFrame:
    """The rows of ``by_basis`` as the pictures want them: the metric and comparison picked; ``score, low, high`` are
    the metric's place from 1 to 5."""
    shown = rows.copy()
    if view.metric.key == "score" and view.others is None:
        return shown
    measured = ask(measure, view.metric, _BY, filters).set_index("touchpoint")
    arrows = _arrows(view, filters)
    for column in ("value", "n", "low", "high"):
        shown[column] = shown["touchpoint"].map(measured[column])
    shown["n"] = shown["n"].fillna(0).astype("int64")
    shown["score"] = [place_on_scale(view.metric, value) for value in shown["value"]]
    shown["figure"] = [
        None if pd.isna(value) else style().number(value, 0 if view.metric.factor == 100 else 1)
        for value in shown["value"]
    ]
    shown["arrow"] = [arrows.get(name, "") for name in shown["touchpoint"]]
    shown["says"] = [_says(view.metric, *one) for one in zip(shown["value"], shown["low"], shown["high"], strict=True)]
    ends = shown[["low", "high"]].map(lambda value: place_on_scale(view.metric, value))
    shown["low"], shown["high"] = ends.min(axis="columns"), ends.max(axis="columns")
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
    rows = ask(beside, view.metric, filters, view.others, _BY)
    rows = rows[rows["previous_n"] > 0]
    rows = rows.sort_values("difference", key=abs, ascending=False, na_position="last", kind="stable")
    rows = rows.sort_values("is_real", ascending=False, kind="stable")
    with st.expander(t("The comparison, touchpoint by touchpoint"), expanded=True):
        if rows.empty:
            st.markdown(t("There is nothing to compare with there."))
            return
        text_table(
            pd.DataFrame(
                {
                    t("Touchpoint"): rows["touchpoint"],
                    t("In the map"): [_with_n(view.metric, *one) for one in _pairs(rows, "value", "n")],
                    view.versus: [_with_n(view.metric, *one) for one in _pairs(rows, "previous", "previous_n")],
                    t("Difference (95 %)"): [
                        "–" if is_mixed else interval_text(view.metric, low, high)
                        for is_mixed, low, high in _pairs(rows, "is_mixed", "difference_low", "difference_high")
                    ],
                    t("More than chance?"): [_verdict(*one) for one in _pairs(rows, "is_mixed", "is_real")],
                }
            ),
            alt=t("The comparison, touchpoint by touchpoint"),
        )


def _verdict(is_mixed: bool, is_real: bool) -> str:
    if is_mixed:
        return t("mixes two surveys")
    return t("yes") if is_real else t("it could be chance")


def show_moments_of_truth(rows: pd.DataFrame, filters: Filters) -> None:
    """The moments of truth by rule (the impact assigned), by the data where these suffice, or by both."""
    found = weigh(all_history(filters)).rows
    heard = dict(zip(found["touchpoint"], found["low"], strict=True))
    by_rule = dict(zip(rows["touchpoint"], rows["is_moment_of_truth"], strict=True))
    by_data = {name: is_moment_of_truth(heard.get(name)) for name in by_rule}
    both = [name for name in by_rule if by_rule[name] and by_data[name]]
    unheard = [name for name in by_rule if by_rule[name] and pd.isna(heard.get(name))]
    alone = [name for name in by_rule if by_rule[name] and name not in (*both, *unheard)]
    only_data = [name for name in by_rule if by_data[name] and not by_rule[name]]
    for title, names in (
        (t("By rule and by the data"), both),
        (t("By rule; the data do not confirm it"), alone),
        (t("By rule; the data do not suffice to say"), unheard),
        (t("Only by the data"), only_data),
    ):
        if names:
            st.markdown(f"**{title}**  \n{as_text(' · '.join(names))}")
    if not any((both, unheard, alone, only_data)):
        st.markdown(_no_moment(heard, by_rule))


def _no_moment(heard: dict[str, float], touchpoints: Collection[str]) -> str:
    """That there is no moment of truth by rule; and by the data only as far as these say."""
    silent = sum(bool(pd.isna(heard.get(name))) for name in touchpoints)
    if not silent:
        return t("No touchpoint has an impact of 4 or 5, by rule or by the data.")
    return t(
        "No touchpoint was given an impact of 4 or 5; the data do not show yet the weight of {n} of the {all}.",
        n=count_text(silent),
        all=count_text(len(touchpoints)),
    )


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


def _arrows(view: MapView, filters: Filters) -> dict[Any, str]:
    """An arrow for every difference that is more than chance."""
    if view.others is None:
        return {}
    rows = ask(beside, view.metric, filters, view.others, _BY)
    real = rows[rows["is_real"].astype(bool)]
    return {name: "▲" if change > 0 else "▼" for name, change in _pairs(real, "touchpoint", "difference")}


def place_on_scale(metric: Metric, value: float) -> float:
    """Where the value stands from 1, the worst it can be, to 5, the best."""
    if metric.scale is None or pd.isna(value):
        return float("nan")
    low, high = metric.scale
    share = (value - low) / (high - low)
    return 1 + 4 * (1 - share if metric.direction is Direction.LOWER else share)


def _says(metric: Metric, value: float, low: float, high: float) -> str | None:
    if pd.isna(value):
        return None
    words = {"metric": tell(metric.label), "value": figure_text(metric, value)}
    if pd.isna(low):
        return t("{metric}: {value}", **words)
    return t("{metric}: {value} ({interval})", **words, interval=interval_text(metric, low, high))


def _with_n(metric: Metric, value: float, n: float) -> str:
    return t("{value} · n = {n}", value=figure_text(metric, value), n=count_text(n))


def _pairs(rows: pd.DataFrame, *columns: str) -> Any:
    return zip(*(rows[column] for column in columns), strict=True)
