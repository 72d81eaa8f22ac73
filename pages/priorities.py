"""Priorities: what to mend first, where the money belongs, what a moment is worth, and what one bad moment costs."""

import streamlit as st

from momentos.charts import priority_matrix
from momentos.queries.journey import journey
from momentos.queries.priorities import prioritise
from momentos.ui.asking import ask
from momentos.ui.bad_moment import one_bad_moment
from momentos.ui.cards import card
from momentos.ui.empty import no_journey
from momentos.ui.findings import priorities_finding
from momentos.ui.head import page
from momentos.ui.language import t
from momentos.ui.priority_list import common_target, pick_basis, pick_trial, priority_list, what_classifies, what_orders
from momentos.ui.resources import resources
from momentos.ui.safe import as_text
from momentos.ui.showing import show, style
from momentos.ui.targets import link_to_target
from momentos.ui.weights import all_history, weigh
from momentos.ui.worth import money_worth

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
if trial is None:
    head.say(priorities_finding(found, head.filters))
else:
    head.say(t("Trial: how it would be with a target of {target} for all", target=style().number(trial, 1)))
    st.markdown(as_text(priorities_finding(found, head.filters)))

with card(t("What to mend and what to protect"), what_classifies(found.rows)):
    show(
        priority_matrix.priority_matrix,
        found.rows,
        common_target(found.rows),
        key="matrix",
        legend=priority_matrix.legend(style(), has_targets=bool(found.rows["target"].notna().any())),
        alt=t("What to mend and what to protect"),
    )

with card(t("In order of priority"), what_orders(found.rows)):
    priority_list(found, impact)

with card(
    t("Resources by area"),
    t("A budget shared out by priority, beside what each area spends today. No area below its floor."),
):
    resources(found.areas)

with card(
    t("What each moment is worth in money"),
    t("What satisfied customers spend after the answer, less what dissatisfied ones do, × the margin. All history."),
):
    money_worth(history)

with card(
    t("One bad moment"),
    t("Customers with at least one bad encounter against customers alike with none, by the area where it happened."),
):
    one_bad_moment(history)
