"""Impact: what was assigned to each touchpoint beside what the answers say of it."""

import streamlit as st

from momentos.journey.pictures import impact
from momentos.journey.screen.impact_list import impact_list, penalty_card, say_cautions, say_method
from momentos.journey.screen.weights import loyalty_controls, no_loyalty, weigh
from momentos.journey.words.impact import impact_finding
from momentos.screen.box import box
from momentos.screen.empty import nothing_measured
from momentos.screen.head import page
from momentos.screen.language import t
from momentos.screen.showing import show, style

head = page(t("Impact"))
filters, loyalty = loyalty_controls(head.filters)
found = weigh(filters, loyalty)
head.say(impact_finding(found))
if found.rows.empty:
    nothing_measured()
    st.stop()
say_cautions(found)
if found.report.respondents == 0:
    no_loyalty(found)
    st.stop()

with box(
    t("Assigned impact against the impact the data suggest"),
    t(
        "The ring is what you assigned, the dot what the answers suggest, and its bar the doubt. Where they do not "
        "touch, one of the two deserves a talk: the greatest disagreement comes first."
    ),
):
    show(
        impact.assigned_against_derived,
        found.rows,
        key="impact",
        legend=impact.legend(style()),
        alt=t("Assigned impact against the impact the data suggest"),
    )
    say_method(found)

with box(t("Touchpoint by touchpoint"), t("To read aloud in the meeting, and how each figure was computed.")):
    impact_list(found)

penalty_card(found)
