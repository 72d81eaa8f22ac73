"""Journey: draw its stages and touchpoints, vote their impact, see what does not fit and how it was before."""

import streamlit as st

from momentos.domain import clock
from momentos.domain.messages import say
from momentos.journey.meanings import journey_edits
from momentos.journey.questions.journey import journey
from momentos.journey.screen.drawing.applying import described, tell_result
from momentos.journey.screen.drawing.doubts import show_doubts
from momentos.journey.screen.drawing.looking_back import show_changes, show_past_map
from momentos.journey.screen.drawing.starting import offer_undescribed, start_somewhere
from momentos.journey.screen.drawing.touchpoint_list import show_journey
from momentos.journey.screen.drawing.votes import show_agreement, your_name
from momentos.journey.words.drawing import drawing_finding
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.head import plain_page
from momentos.screen.language import t, tell
from momentos.screen.letting_in import leads_here
from momentos.screen.picking import pick

VIEWS = {
    "draw": say("Draw"),
    "check": say("Check against the data"),
    "votes": say("Votes on the impact"),
    "before": say("How it was"),
    "changes": say("Changes"),
}

today = clock.today()
drawn = described()
rows = ask(journey)
plain_page(tell(drawing_finding(journey_edits.in_order(drawn, today), journey_edits.stages(drawn, today))))
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
    with box(
        t("Stages and touchpoints"),
        t("Every change is kept like a load: with author and date, and undone from «Upload data»."),
    ):
        show_journey(drawn, dict(zip(rows["touchpoint_key"], rows["impact"], strict=True)), today)
elif view == "check":
    with box(
        t("What does not fit"),
        t("What the journey declares, beside what surveys and contacts say, over all the history."),
    ):
        show_doubts(today)
elif view == "votes":
    with box(
        t("How much people agree"), t("Two points or more between the highest and the lowest vote is a disagreement.")
    ):
        show_agreement()
elif view == "before":
    with box(t("The map as it was")):
        show_past_map(today)
else:
    with box(t("Changes of the journey"), t("Undone loads do not count. The latest first.")):
        show_changes()
