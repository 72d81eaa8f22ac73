"""Team: people beside their team, compared like with like, as the policy says."""

from dataclasses import replace

import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.messages import say
from momentos.domain.metrics import Kind
from momentos.people.kept.policies import policy_on
from momentos.people.meanings.policy import ONLY_THRESHOLDS, POINTS
from momentos.people.pictures import board as people
from momentos.people.pictures import funnel
from momentos.people.questions.board import have_nothing_alike, unknown_cases
from momentos.people.questions.seen import may_see_board, seen_board, seen_movements
from momentos.people.questions.staff_notes import staff_notes
from momentos.people.screen.board import (
    are_all_equal,
    board_for_chart,
    board_table,
    funnel_frame,
    how_to_read_it,
    say_how_it_is_compared,
    say_movements,
    say_the_rest,
    say_unknown_cases,
    say_weak_comparisons,
    show_raw_ranking,
)
from momentos.people.screen.board_choices import pick_board
from momentos.people.words.finding import groups_finding, team_finding
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import nothing_measured
from momentos.screen.head import page
from momentos.screen.language import t, tell
from momentos.screen.metrics import say_meaning
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.writing import figure_text

FEW_GROUPS = 10  # up to so many teams, areas or sites, the funnel names them all

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
if metric.key in ONLY_THRESHOLDS:
    head.say(say("{metric}, person by person", metric=metric.label))
    st.info(t("Shorter is not better by itself: nobody is recognised for it, and a policy takes it only as a limit."))
else:
    head.say(team_finding(board.rows) if by is Dimension.EMPLOYEE else groups_finding(board.rows))
if board.rows.empty:
    nothing_measured()
    st.stop()
if are_all_equal(board.rows):
    head.say(say("Everybody has the same figure: there is nothing to compare"))
    text = t("{metric} is {value} for all of them. Choose another metric.",
             metric=tell(metric.label), value=figure_text(metric, board.team or 0.0))  # fmt: skip
    st.info(as_text(text), icon=":material/balance:")
    st.stop()
is_people = by is Dimension.EMPLOYEE
title = (
    t("{metric} beside the team, person by person", metric=tell(metric.label))
    if is_people
    else t("{metric} beside all together, by {dimension}", metric=tell(metric.label), dimension=tell(by.label).lower())
)
is_comparable = not have_nothing_alike(board.rows)
drawn = board_for_chart(board.rows)
has_picture = is_comparable and not drawn.empty
with box(title, how_to_read_it(by, viewer) if has_picture else ""):
    if has_picture:
        show(
            people.team_board,
            drawn,
            board.team,
            metric,
            key="board",
            legend=people.legend(
                metric, style(), ("above", "same", "below") if viewer.is_lead or not is_people else ("above",)
            ),
            alt=title,
        )
    say_the_rest(board.rows)
    say_weak_comparisons(board.rows)
    for one in [metric] if metric is not POINTS else [part.metric for part in policy.metrics]:
        say_unknown_cases(ask(unknown_cases, one, head.filters, policy.case_mix))
    say_movements(ask(seen_movements, viewer, policy, metric, head.filters, by), is_lead=viewer.is_lead)
    board_table(board.rows, metric, whose=t("Person") if is_people else tell(by.label))
    say_how_it_is_compared(policy)

if viewer.is_lead:
    with box(t("A bare ranking and the luck in it")):
        show_raw_ranking(board.rows, metric, board.team or 0.0)

if metric.kind is Kind.SHARE and viewer.is_lead and is_comparable:
    with box(
        t("What luck explains at each number of answers"),
        t("One mark each, in cases of the same kind. Between the curves luck explains the distance to all together."),
    ):
        show(
            funnel.funnel,
            funnel_frame(board.rows, board.team or 0.0),
            board.team or 0.0,
            metric,
            key="funnel",
            legend=funnel.legend(style()),
            alt=t("What luck explains at each number of answers"),
            are_all_named=not is_people and len(board.rows) <= FEW_GROUPS,
        )

if by is Dimension.EMPLOYEE:
    notes = ask(staff_notes, head.filters)
    if notes:
        with st.expander(t("What to know of the staff sheet")):
            for note in notes:
                st.markdown(f"- {as_text(tell(note))}")
