"""Journey: draw its stages and touchpoints, vote their impact, see what does not fit and how it was before."""

from datetime import date

import streamlit as st

from momentos.domain import journey_edits as edits
from momentos.domain.messages import say
from momentos.queries.journey import journey
from momentos.ui.asking import ask
from momentos.ui.cards import card
from momentos.ui.drawing.applying import described, tell_result
from momentos.ui.drawing.doubts import show_doubts
from momentos.ui.drawing.finding import drawing_finding
from momentos.ui.drawing.looking_back import show_changes, show_past_map
from momentos.ui.drawing.starting import offer_undescribed, start_somewhere
from momentos.ui.drawing.touchpoints import show_journey
from momentos.ui.drawing.votes import show_agreement, your_name
from momentos.ui.head import plain_page
from momentos.ui.language import t, tell
from momentos.ui.letting_in import leads_here
from momentos.ui.picking import pick

VIEWS = {
    "draw": say("Draw"),
    "check": say("Check against the data"),
    "votes": say("Votes on the impact"),
    "before": say("How it was"),
    "changes": say("Changes"),
}

today = date.today()
drawn = described()
rows = ask(journey)
plain_page(drawing_finding(edits.in_order(drawn, today), edits.stages(drawn, today)))
tell_result()
if leads_here(t("Changing the journey and voting on it ask for the lead's code."), key="drawing_code"):
    your_name()
unlisted = list(rows.loc[~rows["is_listed"], "touchpoint"])
if not drawn:
    offer_undescribed(unlisted, drawn)
    start_somewhere()
    st.stop()

view = pick("drawing", t("What to see"), list(VIEWS), words=lambda one: tell(VIEWS[one]), form="row")
if view == "draw":
    offer_undescribed(unlisted, drawn)
    with card(
        t("Stages and touchpoints"),
        t("Every change is kept like a load: with author and date, and undone from «Upload data»."),
    ):
        show_journey(drawn, dict(zip(rows["touchpoint_key"], rows["impact"], strict=True)), today)
elif view == "check":
    with card(
        t("What does not fit"),
        t("What the journey declares, beside what surveys and contacts say, over all the history."),
    ):
        show_doubts(today)
elif view == "votes":
    with card(
        t("How much people agree"), t("Two points or more between the highest and the lowest vote is a disagreement.")
    ):
        show_agreement()
elif view == "before":
    with card(t("The map as it was")):
        show_past_map(today)
else:
    with card(t("Changes of the journey"), t("Undone loads do not count. The latest first.")):
        show_changes()
