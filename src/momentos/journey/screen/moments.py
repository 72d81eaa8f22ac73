"""Touchpoints on a screen: the list under the map on a phone, what is missing, and one touchpoint in detail."""

from typing import Any

import pandas as pd
import streamlit as st

from momentos.charts.colours import Colours
from momentos.domain.impact import IMPACT_LABELS
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.journey.questions.comments import comments_count
from momentos.journey.questions.weighing import in_order
from momentos.screen import address
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_html, as_text, unparted, write_html
from momentos.screen.showing import style
from momentos.screen.writing import count_text, figure_text, interval_text

SCORE, CSAT = METRICS["score"], METRICS["csat"]
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
    few = rows[rows["n"] < SCORE.minimum_n]
    if few.empty:
        return
    missing = ", ".join(
        t("«{touchpoint}» ({n})", touchpoint=name, n=count_text(SCORE.minimum_n - n))
        for name, n in few[["touchpoint", "n"]].head(6).itertuples(index=False, name=None)
    )
    st.info(
        as_text(
            t(
                "{few} of {all} touchpoints have fewer than {minimum} answers. Missing: {missing}.",
                few=count_text(len(few)),
                all=count_text(len(rows)),
                minimum=count_text(SCORE.minimum_n),
                missing=missing,
            )
        ),
        icon=":material/hourglass_empty:",
    )


def take_touchpoint(name: str) -> None:
    """The touchpoint that was clicked is the one to look at."""
    address.put(TOUCHPOINT, name)


def pick_touchpoint(rows: pd.DataFrame) -> str:
    """The touchpoint to look at: the one clicked on the map or picked here; first the one to fix first."""
    first = in_order(rows)["touchpoint"].iloc[0]
    return pick(TOUCHPOINT, t("Touchpoint"), list(rows["touchpoint"]), words=str, default=first, width=420)


def touchpoint_facts(row: pd.Series, filters: Filters) -> None:
    """What stands behind a touchpoint, fact by fact."""
    for label, value in _facts(row, filters):
        st.markdown(f"**{label}**  \n{as_text(value)}")


def impact_text(impact: float) -> str:
    """The assigned impact in words and number."""
    if pd.isna(impact):
        return t("not assigned")
    written = style().number(impact, 0 if impact == round(impact) else 1)
    return t("{impact} of 5 · {word}", impact=written, word=tell(IMPACT_LABELS[round(impact)]).lower())


def _facts(row: pd.Series, filters: Filters) -> list[tuple[str, str]]:
    return [
        (t("Score from 1 to 5"), _score(row)),
        (t("Satisfied customers (4 or 5)"), _share(row)),
        (t("Assigned impact"), impact_text(row.impact)),
        (t("Area"), _or_unknown(row.area)),
        (t("People"), ", ".join(row.people) or t("nobody is named")),
        (t("Interactions"), count_text(row.interactions)),
        (t("Comments"), count_text(ask(comments_count, row.touchpoint, filters))),
    ]


def _score(row: pd.Series) -> str:
    if pd.isna(row.score):
        return t("not measured in this period")
    value, n = figure_text(SCORE, row.score), count_text(row.n)
    if pd.isna(row.low):
        return t("{value} · n = {n}", value=value, n=n)
    return t("{value} ({interval}) · n = {n}", value=value, interval=interval_text(SCORE, row.low, row.high), n=n)


def _share(row: pd.Series) -> str:
    if pd.isna(row.csat):
        return t("not measured in this period")
    interval = interval_text(CSAT, row.csat_low, row.csat_high)
    return t("{value} ({interval})", value=figure_text(CSAT, row.csat), interval=interval)


def _or_unknown(value: object) -> str:
    return value if isinstance(value, str) else t("not known")


def _figure(row: Any) -> str:
    """What stands in the touchpoint's bubble: its score, or the figure and arrow that the map shows in its place."""
    figure = getattr(row, "figure", None)
    return f"{figure} {row.arrow}".strip() if isinstance(figure, str) else style().number(row.score, 1)


def _list_item(row: Any, colours: Colours) -> str:
    """One touchpoint as a list entry: score in its colour, name, stage, impact and n."""
    is_measured = not pd.isna(row.score)
    fill = colours.of_score(row.score) if is_measured else colours.band
    stage = row.stage if isinstance(row.stage, str) else t("without a stage")
    words = t("{stage} · impact: {impact} · n = {n}", stage=stage, impact=impact_text(row.impact), n=count_text(row.n))
    return as_html(
        '<li><span class="figure" style="background:{fill};color:{ink}">{score}</span>'
        '<span class="what"><strong>{name}</strong><br><small>{words}</small></span></li>',
        fill=fill,
        ink=colours.over(fill),
        score=_figure(row) if is_measured else "–",
        name=row.touchpoint,
        words=unparted(words),
    )
