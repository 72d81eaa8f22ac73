"""Team: people beside their team, compared like with like, as the policy says."""

from dataclasses import replace

import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.people.kept.policies import policy_on
from momentos.people.meanings.policy import ONLY_THRESHOLDS
from momentos.people.questions.board import are_all_equal
from momentos.people.questions.seen import may_see_board, seen_board
from momentos.people.screen.board import show_board, show_funnel, show_raw_ranking, show_staff_notes
from momentos.people.screen.board_choices import pick_board
from momentos.people.words.board import ALL_EQUAL, ONLY_A_LIMIT, all_equal
from momentos.people.words.finding import board_finding
from momentos.screen.asking import ask
from momentos.screen.empty import nothing_measured
from momentos.screen.head import page
from momentos.screen.language import t, tell
from momentos.screen.metrics import say_meaning
from momentos.screen.safe import as_text

head = page(t("Team"))
policy = ask(policy_on, clock.today())
choices = pick_board(policy)
if choices is None:
    nothing_measured()
    st.stop()
metric, by, viewer = choices.metric, choices.by, choices.viewer
policy = replace(policy, credit=choices.credit)
say_meaning(metric)
if not may_see_board(viewer, policy, by):
    st.info(as_text(tell(policy.audience.label)), icon=":material/lock:")
    st.stop()
board = ask(seen_board, viewer, policy, metric, head.filters, by)
rows, team = board.rows, board.team or 0.0
head.say(board_finding(rows, metric, by))
if metric.key in ONLY_THRESHOLDS:
    st.info(tell(ONLY_A_LIMIT))
if rows.empty:
    nothing_measured()
    st.stop()
if are_all_equal(rows):
    head.say(ALL_EQUAL)
    st.info(as_text(tell(all_equal(metric, team))), icon=":material/balance:")
    st.stop()
show_board(rows, board.team, choices, policy, head.filters)
if viewer.is_lead:
    show_raw_ranking(rows, metric, team)
    show_funnel(rows, metric, team, by)
if by is Dimension.EMPLOYEE:
    show_staff_notes(head.filters)
