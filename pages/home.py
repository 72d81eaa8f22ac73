"""Home: what matters now, in words, four tiles, and the way to the rest."""

import streamlit as st

from momentos.queries.journey import journey
from momentos.queries.measure import measured_metrics
from momentos.ui.asking import ask
from momentos.ui.attention import show_matters
from momentos.ui.cards import card
from momentos.ui.empty import welcome, what_each_sheet_unlocks
from momentos.ui.findings import home_finding
from momentos.ui.head import page, plain_page
from momentos.ui.language import t
from momentos.ui.moments import moments_of_truth, say_what_is_missing
from momentos.ui.tiles import show_tiles

measured = ask(measured_metrics)
if not measured:
    plain_page(t("See which moments decide whether your customers stay"))
    welcome()
    st.stop()

head = page(t("Home"))
rows = ask(journey, head.filters)
head.say(home_finding(rows, measured, head.filters))
show_tiles(measured, head.filters)
has_moments = rows["is_moment_of_truth"].any()
places = st.columns(2 if has_moments else 1)
with places[0], card(t("What to look at now")):
    show_matters(rows, measured, head.filters)
if has_moments:
    told = t("The touchpoints that weigh 4 or 5 of 5; those with a priority first, in its order.")
    with places[1], card(t("Moments of truth"), told):
        moments_of_truth(rows)
say_what_is_missing(rows)
what_each_sheet_unlocks(is_folded=True)
