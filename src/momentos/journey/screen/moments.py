"""Touchpoints on a screen: the list under the map on a phone, what is missing, and one touchpoint in detail."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from momentos.charts.colours import Colours
from momentos.figures.filters import Filters
from momentos.journey.questions.comments import comments_count
from momentos.journey.questions.weighing import in_order
from momentos.journey.words.moments import Fact, entry, facts, where_answers_are_missing
from momentos.screen import address
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_html, as_text, unparted, write_html
from momentos.screen.showing import style

TOUCHPOINT = "touchpoint"
"""The widget's key and its name in the address."""


def moments_list(rows: pd.DataFrame) -> None:
    """The map's touchpoints in words, in the order of priority, for screens too narrow for labels."""
    with st.container(key="narrow_moments"):
        _show_list(in_order(rows))


def moments_of_truth(rows: pd.DataFrame) -> None:
    """The moments of truth in words, in the order of priority."""
    _show_list(in_order(rows[rows["is_moment_of_truth"]]))


def _show_list(rows: pd.DataFrame) -> None:
    write_html(['<ul class="moments">', *(_list_item(row, style().colours) for row in rows.itertuples()), "</ul>"])


def say_what_is_missing(rows: pd.DataFrame) -> None:
    """Which touchpoints still have too few answers to be judged."""
    missing = where_answers_are_missing(rows)
    if missing is not None:
        st.info(as_text(tell(missing)), icon=":material/hourglass_empty:")


def take_touchpoint(name: str) -> None:
    """The touchpoint that was clicked is the one to look at."""
    address.put(TOUCHPOINT, name)


def pick_touchpoint(rows: pd.DataFrame) -> str:
    """The touchpoint to look at: the one clicked on the map or picked here; first the one to fix first."""
    first = in_order(rows)["touchpoint"].iloc[0]
    return pick(TOUCHPOINT, t("Touchpoint"), list(rows["touchpoint"]), words=str, default=first, width=420)


def touchpoint_facts(row: pd.Series, filters: Filters) -> None:
    """What stands behind a touchpoint, fact by fact."""
    show_facts(facts(row, ask(comments_count, row.touchpoint, filters)))


def show_facts(known: Iterable[Fact]) -> None:
    """Facts of a touchpoint, each under its label."""
    for fact in known:
        st.markdown(f"**{tell(fact.label)}**  \n{as_text(tell(fact.value))}")


def _figure(row: Any) -> str:
    """What stands in the touchpoint's bubble: its score, or the figure and arrow that the map shows in its place."""
    figure = getattr(row, "figure", None)
    return f"{figure} {row.arrow}".strip() if isinstance(figure, str) else style().number(row.score, 1)


def _list_item(row: Any, colours: Colours) -> str:
    """One touchpoint as a list entry: score in its colour, name, stage, impact and n."""
    is_measured = not pd.isna(row.score)
    fill = colours.of_score(row.score) if is_measured else colours.band
    return as_html(
        '<li><span class="figure" style="background:{fill};color:{ink}">{score}</span>'
        '<span class="what"><strong>{name}</strong><br><small>{words}</small></span></li>',
        fill=fill,
        ink=colours.over(fill),
        score=_figure(row) if is_measured else "–",
        name=row.touchpoint,
        words=unparted(tell(entry(row))),
    )
