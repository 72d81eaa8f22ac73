"""Team: people beside their team, compared like with like."""

import streamlit as st

from momentos.charts import people
from momentos.queries.people import team_board
from momentos.ui.asking import ask
from momentos.ui.board import board_for_chart, board_table, say_how_it_is_compared
from momentos.ui.cards import card
from momentos.ui.empty import nothing_measured
from momentos.ui.findings import team_finding
from momentos.ui.head import page
from momentos.ui.language import t, tell
from momentos.ui.metrics import PEOPLE_METRIC, pick_metric, say_meaning
from momentos.ui.showing import show, style

head = page(t("Team"))
metric = pick_metric(PEOPLE_METRIC, has_counts=False)
if metric is None:
    nothing_measured()
    st.stop()
say_meaning(metric)
board = ask(team_board, metric, head.filters)
head.say(team_finding(board))
if board.rows.empty:
    nothing_measured()
    st.stop()

with card(
    t("{metric} per person, beside the team", metric=tell(metric.label)),
    t(
        "The mark is the person's fair figure, the line its 95 % interval, and shape and colour say the group. The "
        "order inside a group means nothing."
    ),
):
    show(
        people.team_board,
        board_for_chart(board),
        board.team,
        metric,
        key="board",
        legend=people.legend(style()),
        alt=t("{metric} per person, beside the team", metric=tell(metric.label)),
    )
    board_table(board)
    say_how_it_is_compared(board)
