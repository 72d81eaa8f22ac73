"""Home: what matters now, in words, four tiles, and the way to the rest."""

import streamlit as st

from momentos.figures.measure import measured_metrics
from momentos.journey.questions.journey import journey
from momentos.journey.screen.moments import moments_of_truth, say_what_is_missing
from momentos.journey.words.finding import to_mend_first
from momentos.journey.words.matters import moments_to_mend
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import welcome, what_each_sheet_unlocks
from momentos.screen.head import page, plain_page
from momentos.screen.language import t
from momentos.service.screen.attention import show_matters
from momentos.service.screen.headline import headline
from momentos.service.screen.tiles import show_tiles

measured = ask(measured_metrics)
if not measured:
    plain_page(t("See which moments decide whether your customers stay"))
    welcome()
    st.stop()

head = page(t("Home"))
rows = ask(journey, head.filters)
head.say(to_mend_first(rows) or headline(measured, head.filters))
show_tiles(measured, head.filters)
has_moments = rows["is_moment_of_truth"].any()
places = st.columns(2 if has_moments else 1)
with places[0], box(t("What to look at now")):
    show_matters(moments_to_mend(rows), measured, head.filters)
if has_moments:
    told = t("The touchpoints that weigh 4 or 5 of 5; those with a priority first, in its order.")
    with places[1], box(t("Moments of truth"), told):
        moments_of_truth(rows)
say_what_is_missing(rows)
what_each_sheet_unlocks(is_folded=True)
