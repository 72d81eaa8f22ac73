"""How the journey was drawn before: the map of a past day, and every change with its author."""

from datetime import date, datetime, time

import pandas as pd
import streamlit as st

from momentos.figures.filters import Filters
from momentos.journey.pictures import moments_map
from momentos.journey.questions.drawing_changes import changes
from momentos.journey.questions.past import journey_at
from momentos.journey.words.drawing_changes import NOTHING, NOTHING_DRAWN, as_it_was, change
from momentos.locales.writing import instant_text
from momentos.screen.asking import ask
from momentos.screen.figure_table import text_table
from momentos.screen.language import locale, t, tell
from momentos.screen.showing import show, style
from momentos.warehouse.history import list_loads

CHANGES_SHOWN = 100


def show_past_map(today: date) -> None:
    """The map as it was drawn at the end of a day, with what was answered in the three months before it."""
    first = min((load.loaded_at.date() for load in ask(list_loads)), default=today)
    day = st.date_input(
        t("The map as it was on"), value=today, min_value=first, max_value=today, format="DD/MM/YYYY", width=240,
        key="past_day",
    )  # fmt: skip
    if not isinstance(day, date):
        return
    rows = ask(journey_at, datetime.combine(day, time.max), Filters(to_on=day))
    if rows.empty:
        st.markdown(tell(NOTHING_DRAWN))
        return
    st.caption(tell(as_it_was(day)))
    show(
        moments_map.moments_map,
        rows.assign(is_priority=False),
        key="past_map",
        legend=moments_map.legend(style()),
        alt=t("Map of moments of truth"),
    )


def show_changes(touchpoint_key: str | None = None, since: datetime | None = None) -> None:
    """Who changed what and when, the latest first."""
    found = ask(changes, touchpoint_key, since)
    if not found:
        st.markdown(tell(NOTHING))
        return
    shown = found[:CHANGES_SHOWN]
    text_table(
        pd.DataFrame(
            {
                t("When"): [instant_text(one.at, locale()) for one in shown],
                t("Who"): [one.author or "–" for one in shown],
                t("Touchpoint"): [one.touchpoint for one in shown],
                t("What"): [" · ".join(map(tell, change(one))) for one in shown],
            }
        ),
        alt=t("Changes of the journey"),
    )
