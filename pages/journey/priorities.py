"""Priorities: what to mend first, where the money belongs, what a moment is worth, and what one bad moment costs."""

import streamlit as st

from momentos.journey.pictures import priority_matrix
from momentos.journey.questions.journey import journey
from momentos.journey.questions.priorities import prioritise
from momentos.journey.questions.weighing import common_target
from momentos.journey.screen.bad_moment import one_bad_moment
from momentos.journey.screen.priority_list import pick_basis, pick_trial, priority_list
from momentos.journey.screen.resources import resources
from momentos.journey.screen.weights import all_history, weigh
from momentos.journey.screen.worth import money_worth
from momentos.journey.words.finding import priorities_finding, trial_finding
from momentos.journey.words.priorities import what_classifies, what_orders
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import no_journey
from momentos.screen.head import page
from momentos.screen.language import t, tell
from momentos.screen.part import part
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.service.screen.targets import link_to_target

head = page(t("Priorities"))
if ask(journey, head.filters).empty:
    no_journey()
    st.stop()
with st.container(horizontal=True, vertical_alignment="bottom", key="priority_controls"):
    trial = pick_trial()
    rows = ask(journey, head.filters, trial)
    basis = pick_basis(rows)
    if rows["target"].isna().any():
        link_to_target()
history = all_history(head.filters)
impact = weigh(history)
found = prioritise(rows, impact, basis)
finding = priorities_finding(found, head.filters)
head.say(finding if trial is None else trial_finding(trial))
if trial is not None:
    st.markdown(as_text(tell(finding)))

with box(t("What to mend and what to protect"), tell(what_classifies(found.rows))):
    show(
        priority_matrix.priority_matrix,
        found.rows,
        common_target(found.rows),
        key="matrix",
        legend=priority_matrix.legend(style(), has_targets=bool(found.rows["target"].notna().any())),
        alt=t("What to mend and what to protect"),
    )

with box(t("In order of priority"), tell(what_orders(found.rows))):
    priority_list(found, impact)

with box(
    t("Resources by area"),
    t("A budget shared out by priority, beside what each area spends today. No area below its floor."),
):
    part("resources", resources, found.areas)

with box(
    t("What each moment is worth in money"),
    t("What satisfied customers spend after the answer, less what dissatisfied ones do, × the margin. All history."),
):
    money_worth(history)

with box(
    t("One bad moment"),
    t("Customers with at least one bad encounter against customers alike with none, by the area where it happened."),
):
    part("bad_moment", one_bad_moment, history)
