"""Signals to review: who is invited and answers, what looks odd, and the rows behind each signal."""

from itertools import groupby

import pandas as pd
import streamlit as st

from momentos.domain.viewer import Viewer
from momentos.figures.filters import Filters
from momentos.locales.writing import instant_text
from momentos.people.pictures import funnel
from momentos.people.questions.honesty import MOST_ROWS, Honesty, Signal, rows_behind_signal
from momentos.people.words.honesty import how_to_read, not_looked_at, nothing_odd, signal_words
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.figure_table import text_table
from momentos.screen.history import file_text
from momentos.screen.language import locale, t, tell
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.writing import count_text


def show_signals(found: Honesty, viewer: Viewer, filters: Filters) -> None:
    """Person by person, each signal in words, with the rows behind it."""
    with box(
        t("What looks odd"),
        t(
            "A signal to talk about, not a verdict: ask first, there may be a good reason. It takes no recognition "
            "away."
        ),
    ):
        for place, (employee, signals) in enumerate(groupby(found.signals, key=lambda signal: signal.employee)):
            with st.container(border=True):
                st.markdown(f"**{as_text(employee)}**")
                for signal in signals:
                    st.markdown(f"- {as_text(tell(signal_words(signal)))}")
                    _rows(signal, viewer, filters, f"{place}_{signal.check}")
        nothing = nothing_odd(found)
        if nothing is not None:
            st.markdown(as_text(tell(nothing)))
        for unseen in found.not_looked_at:
            st.caption(as_text(tell(not_looked_at(unseen))))


def show_funnels(found: Honesty) -> None:
    """Every person's rate against how many cases they have."""
    for one in found.funnels:
        title = tell(one.metric.label)
        with box(title, tell(how_to_read(one))):
            show(
                funnel.funnel,
                one.rows,
                one.centre,
                one.metric,
                key=one.metric.key,
                legend=funnel.legend(style()),
                alt=title,
                widening=one.widening,
                unit=t("Number of contacts"),
            )


def _rows(signal: Signal, viewer: Viewer, filters: Filters, key: str) -> None:
    """Asked for only when wanted."""
    if not st.toggle(t("See the rows behind it"), key=f"signal_rows_{key}"):
        return
    rows = ask(rows_behind_signal, viewer, signal.employee, signal.check, filters)
    if len(rows) == MOST_ROWS:
        st.caption(t("The latest {n}.", n=count_text(MOST_ROWS)))
    text_table(
        pd.DataFrame(
            {
                t("When"): ["–" if pd.isna(at) else instant_text(at, locale()) for at in rows["occurred_at"]],
                t("Customer"): rows["customer"].fillna("–"),
                t("Number"): rows["number"].fillna("–"),
                t("Score"): ["–" if pd.isna(score) else style().number(score, 0) for score in rows["score"]],
                t("Comment"): rows["comment"].fillna("–"),
                t("File"): [file_text(name) for name in rows["file_name"]],
                t("Sheet"): rows["sheet"],
                t("Row"): [count_text(number) for number in rows["row_number"]],
            }
        ),
        alt=t("See the rows behind it"),
        key=key,
    )
