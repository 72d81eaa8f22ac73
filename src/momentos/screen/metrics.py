"""Picking a metric: only those the data can answer are offered, and each says in words what it means."""

import pandas as pd
import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message
from momentos.domain.metrics import Kind, Metric
from momentos.figures.measure import measured_metrics
from momentos.figures.words.figure import figure_of_the_period, good_news, which_answers
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text

METRIC, PEOPLE_METRIC = "metric", "people_metric"


def pick_metric(key: str = METRIC, *, has_counts: bool = True) -> Metric | None:
    """The metric picked from those with data; ``None`` when nothing is measured yet. Counts compare no people."""
    offered = {one.key: one for one in ask(measured_metrics) if has_counts or one.kind is not Kind.COUNT}
    if not offered:
        return None
    keys, label = list(offered), t("Metric")
    return offered[pick(key, label, keys, words=lambda one: tell(offered[one].label), default="csat", width=320)]


def say_meaning(metric: Metric) -> None:
    """What the metric is, and which way is good, in words."""
    st.caption(as_text(f"{tell(metric.formula)} {tell(good_news(metric))}"))


def say_figure(metric: Metric, overall: pd.DataFrame) -> None:
    """The figure of the period with its interval and its number of answers or cases. ``overall``: one row, or none."""
    _say(figure_of_the_period(metric, overall))


def say_which_answers(whole: pd.DataFrame, overall: pd.DataFrame, by: Dimension) -> None:
    """Where groups are told apart among other answers than the figure of the period, which those are."""
    _say(which_answers(whole, overall, by))


def _say(words: Message | None) -> None:
    if words is not None:
        st.caption(as_text(tell(words)))
