"""Priorities: what to mend first, where the money belongs, what a moment is worth, and what one bad moment costs."""

import streamlit as st

from momentos.charts import priority_matrix
from momentos.domain.performance import DEFAULT_SCORE_TARGET
from momentos.queries.journey import journey
from momentos.queries.priorities import prioritise
from momentos.ui.asking import ask
from momentos.ui.bad_moment import one_bad_moment
from momentos.ui.cards import card
from momentos.ui.empty import no_journey
from momentos.ui.head import page
from momentos.ui.language import t
from momentos.ui.priority_list import pick_basis, pick_target, priorities_finding, priority_list
from momentos.ui.resources import resources
from momentos.ui.showing import show, style
from momentos.ui.weights import all_history, weigh
from momentos.ui.worth import money_worth

head = page(t("Priorities"))
if ask(journey, head.filters).empty:
    no_journey()
    st.stop()
with st.container(horizontal=True, vertical_alignment="bottom", key="priority_controls"):
    target = pick_target(DEFAULT_SCORE_TARGET)
    rows = ask(journey, head.filters, target)
    basis = pick_basis(rows)
history = all_history(head.filters)
impact = weigh(history)
found = prioritise(rows, impact, basis)
head.say(priorities_finding(found))

with card(
    t("What to mend and what to protect"),
    t(
        "Across, the score; upwards, the impact. The lines stand at your target and at the impact of a moment of "
        "truth. A hollow grey mark has an interval that crosses a line: it cannot be classified yet."
    ),
):
    show(
        priority_matrix.priority_matrix,
        found.rows,
        target,
        key="matrix",
        legend=priority_matrix.legend(style()),
        alt=t("What to mend and what to protect"),
    )

with card(t("In order of priority"), t("Impact × what the score lacks to the target × customers who pass.")):
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
