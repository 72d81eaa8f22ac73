"""Team: people beside their team, compared like with like, as the policy says."""

import streamlit as st

from momentos.charts import funnel, people
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Kind
from momentos.queries.people import team_board
from momentos.queries.policy import board_policy, changes_since, policy_board
from momentos.queries.staff_notes import staff_notes
from momentos.ui.asking import ask
from momentos.ui.board import (
    board_for_chart,
    board_table,
    funnel_frame,
    say_how_it_is_compared,
    say_movements,
    say_weak_comparisons,
    show_raw_ranking,
)
from momentos.ui.board_choices import may_see_names, pick_board
from momentos.ui.cards import card
from momentos.ui.empty import nothing_measured
from momentos.ui.findings import groups_finding, team_finding
from momentos.ui.head import page
from momentos.ui.language import t, tell
from momentos.ui.metrics import say_meaning
from momentos.ui.safe import as_text
from momentos.ui.showing import show, style
from momentos.ui.signing import now
from momentos.warehouse.policies import policy_on

head = page(t("Team"))
policy = ask(policy_on, now().date())
choices = pick_board(policy)
if choices is None:
    nothing_measured()
    st.stop()
metric, by = choices.metric, choices.by
say_meaning(metric)
board = (
    ask(policy_board, policy, head.filters, by)
    if choices.is_points
    else ask(
        team_board,
        metric,
        head.filters,
        board_policy(policy),
        by=by,
        cases=policy.case_mix,
        credit=choices.credit,
    )
)
head.say(team_finding(board.rows) if by is Dimension.EMPLOYEE else groups_finding(board.rows))
if board.rows.empty:
    nothing_measured()
    st.stop()

if by is Dimension.EMPLOYEE and not may_see_names(policy, choices.is_lead):
    st.info(as_text(tell(policy.audience.label)), icon=":material/lock:")
    st.stop()
title = t("{metric} beside the team: {dimension}", metric=tell(metric.label), dimension=tell(by.label))
with card(
    title,
    t(
        "The mark is the person's fair figure, the line its 95 % interval, and shape and colour say the group. The "
        "order inside a group means nothing."
    ),
):
    show(
        people.team_board,
        board_for_chart(board.rows, is_lead=choices.is_lead),
        board.team,
        metric,
        key="board",
        legend=people.legend(style(), ("above", "same", "below") if choices.is_lead else ("above", "same")),
        alt=title,
    )
    say_weak_comparisons(board.rows)
    if not choices.is_points:
        say_movements(ask(changes_since, policy, metric.key, head.filters, by), is_lead=choices.is_lead)
    board_table(
        board.rows, metric, whose=t("Person") if by is Dimension.EMPLOYEE else tell(by.label), is_lead=choices.is_lead
    )
    say_how_it_is_compared(policy)

with card(t("A bare ranking and the luck in it")):
    show_raw_ranking(board.rows, metric, board.team or 0.0)

if metric.kind is Kind.SHARE and choices.is_lead:
    with card(
        t("What luck explains at each number of answers"),
        t("Each mark is one of them, like with like. Between the curves luck explains the distance to the team."),
    ):
        show(
            funnel.funnel,
            funnel_frame(board.rows, board.team or 0.0),
            board.team or 0.0,
            metric,
            key="funnel",
            legend=funnel.legend(style()),
            alt=t("What luck explains at each number of answers"),
        )

if by is Dimension.EMPLOYEE:
    notes = ask(staff_notes, head.filters)
    if notes:
        with st.expander(t("What to know of the staff sheet")):
            for note in notes:
                st.markdown(f"- {as_text(tell(note))}")
