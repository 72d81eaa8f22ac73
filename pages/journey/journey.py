"""Moments map: which touchpoints weigh, how each goes, and who stands behind it."""

import streamlit as st

from momentos.journey.pictures import emotional_curve
from momentos.journey.questions.journey import journey
from momentos.journey.screen.map_view import (
    by_basis,
    clickable_map,
    comparison_table,
    map_frame,
    pick_view,
    show_moments_of_truth,
)
from momentos.journey.screen.moments import moments_list, say_what_is_missing
from momentos.journey.screen.touchpoint_panel import touchpoint_in_detail
from momentos.journey.words.finding import journey_finding
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import no_impact_yet, no_journey
from momentos.screen.head import page
from momentos.screen.language import t
from momentos.screen.part import part
from momentos.screen.showing import show, style

head = page(t("Moments map"))
rows = ask(journey, head.filters)
if rows.empty:
    no_journey()
    st.stop()
head.say(journey_finding(rows, head.filters))
if not rows["impact"].notna().any():
    no_impact_yet()
say_what_is_missing(rows)

with box(
    t("Map of moments of truth"),
    t(
        "Each bubble is a touchpoint: the higher, the more it weighs; the bigger, the more answers; its number is the "
        "metric picked and its colour how good it is. A thick ring marks what to fix first. Click one to see more."
    ),
):
    view = pick_view(rows, head.filters)
    weighed = by_basis(rows, view.basis, head.filters)
    head.say(journey_finding(weighed, head.filters, view.basis))
    shown = map_frame(weighed, view, head.filters)
    part("touchpoint", clickable_map, shown)
    moments_list(shown)
    comparison_table(view, head.filters)

with box(t("Touchpoint in detail")):
    part("touchpoint", touchpoint_in_detail, shown, rows, view.metric, head.filters)

with box(
    t("Emotional curve"),
    t(
        "The metric of the map, touchpoint by touchpoint along the journey; the band is its 95 % interval: narrow "
        "where many answered."
    ),
):
    show(
        emotional_curve.emotional_curve,
        shown,
        key="curve",
        legend=emotional_curve.legend(style(), view.metric.label),
        alt=t("Emotional curve"),
    )

with box(
    t("Moments of truth"), t("By rule, those that were given an impact of 4 or 5; by the data, those that weigh so.")
):
    show_moments_of_truth(rows, head.filters)
