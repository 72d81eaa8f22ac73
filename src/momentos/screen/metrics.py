"""Picking a metric: only those the data can answer are offered, and each says in words what it means."""

import pandas as pd
import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import say
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.figures.measure import measured_metrics
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text, figure_text, interval_text

METRIC, PEOPLE_METRIC = "metric", "people_metric"

_GOOD_NEWS = {
    Direction.HIGHER: say("Higher is better."),
    Direction.LOWER: say("Lower is better."),
    Direction.NEITHER: say("Neither more nor less is better by itself."),
}


def pick_metric(key: str = METRIC, *, has_counts: bool = True) -> Metric | None:
    """The metric picked from those with data; ``None`` when nothing is measured yet. Counts compare no people."""
    offered = {one.key: one for one in ask(measured_metrics) if has_counts or one.kind is not Kind.COUNT}
    if not offered:
        return None
    keys, label = list(offered), t("Metric")
    return offered[pick(key, label, keys, words=lambda one: tell(offered[one].label), default="csat", width=320)]


def say_meaning(metric: Metric) -> None:
    """What the metric is, and which way is good, in words."""
    st.caption(as_text(f"{tell(metric.formula)} {tell(_GOOD_NEWS[metric.direction])}"))


def say_figure(metric: Metric, overall: pd.DataFrame) -> None:
    """The figure of the period with its interval and its number of answers or cases. ``overall``: one row, or none."""
    if overall.empty or metric.kind is Kind.COUNT:
        return
    row = overall.iloc[0]
    words = {"value": figure_text(metric, row["value"]), "n": count_text(row["n"])}
    interval = interval_text(metric, row["low"], row["high"])
    said = (
        t("{value} ({interval}) · n = {n}", **words, interval=interval) if interval else t("{value} · n = {n}", **words)
    )
    st.caption(as_text(t("In this period: {figure}", figure=said)))


def say_which_answers(whole: pd.DataFrame, overall: pd.DataFrame, by: Dimension) -> None:
    """Where groups are told apart among other answers than the figure of the period, which those are."""
    if whole.empty or overall.empty or int(whole["n"].iloc[0]) == int(overall["n"].iloc[0]):
        return
    st.caption(
        as_text(
            t(
                "By {dimension}, every score given to a touchpoint counts (n = {n}). The figure above is of surveys as "
                "a whole (n = {all}).",
                dimension=tell(by.label).lower(),
                n=count_text(whole["n"].iloc[0]),
                all=count_text(overall["n"].iloc[0]),
            )
        )
    )
