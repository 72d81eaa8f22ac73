"""Moments map: which touchpoints weigh, how each goes, and who stands behind it."""

import streamlit as st

from momentos.charts import emotional_curve, moments_map
from momentos.queries.journey import journey
from momentos.ui.asking import ask
from momentos.ui.cards import card
from momentos.ui.empty import no_journey
from momentos.ui.findings import journey_finding, to_fix_first
from momentos.ui.head import page
from momentos.ui.language import t
from momentos.ui.moments import moments_list, pick_touchpoint, say_what_is_missing, touchpoint_details
from momentos.ui.showing import show, show_clickable, style

head = page(t("Moments map"))
rows = ask(journey, head.filters)
if rows.empty:
    no_journey()
    st.stop()
head.say(journey_finding(rows))
say_what_is_missing(rows)
rows["is_priority"] = rows["touchpoint"].isin(to_fix_first(rows)["touchpoint"])

with card(
    t("Map of moments of truth"),
    t(
        "Each bubble is a touchpoint: the higher, the more it weighs; the bigger, the more answers; its number and "
        "colour are its score from 1 to 5. A thick ring marks what to fix first. Click one to see more."
    ),
):
    clicked = show_clickable(
        moments_map.moments_map,
        rows,
        key="map",
        legend=moments_map.legend(style()),
        alt=t("Map of moments of truth"),
    )
    moments_list(rows)

with card(t("Touchpoint in detail")):
    touchpoint = pick_touchpoint(rows, clicked)
    touchpoint_details(rows[rows["touchpoint"] == touchpoint].iloc[0], head.filters)

with card(
    t("Emotional curve"),
    t(
        "The mean score of each touchpoint along the journey; the band is its 95 % interval: narrow where many "
        "answered."
    ),
):
    show(
        emotional_curve.emotional_curve,
        rows,
        key="curve",
        legend=emotional_curve.legend(style()),
        alt=t("Emotional curve"),
    )
