"""The team board's table and its explanation."""

import pandas as pd
import streamlit as st

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.samples import BAND_N
from momentos.queries.people import TeamBoard
from momentos.ui.figures import count_text, figure_text, interval_text
from momentos.ui.language import t, tell
from momentos.ui.tables import text_table

_BANDS: dict[str, Message] = {
    "above": say("Above the team"),
    "same": say("Cannot be told apart"),
    "below": say("Below the team"),
}


def board_for_chart(board: TeamBoard) -> pd.DataFrame:
    """The board's rows with the fair score as the value to draw."""
    return board.rows.assign(value=board.rows["score"])


def board_table(board: TeamBoard) -> None:
    """The exact numbers, folded away."""
    rows, metric = board.rows, board.metric
    with st.expander(t("See the numbers")):
        shown = pd.DataFrame(
            {
                t("Person"): rows["employee"].astype(str),
                t("Area"): rows["area"].fillna("").astype(str),
                t("Result"): [
                    _band(band, missing) for band, missing in zip(rows["band"], rows["missing"], strict=True)
                ],
                t("Fair figure"): [_figure(metric, value) for value in rows["score"]],
                t("95 % interval"): [
                    interval_text(metric, low, high) for low, high in zip(rows["low"], rows["high"], strict=True)
                ],
                t("As measured"): [_figure(metric, value) for value in rows["observed"]],
                t("Expected in the same cases"): [_figure(metric, value) for value in rows["expected"]],
                t("Answers or cases (n)"): [count_text(n) for n in rows["n"]],
            }
        )
        text_table(shown, alt=t("{metric} per person", metric=tell(metric.label)))


def say_how_it_is_compared(board: TeamBoard) -> None:
    """How the comparison is made, for whoever asks in the meeting."""
    with st.expander(t("How people are compared")):
        st.markdown(
            t(
                "- **Like with like.** Each person is compared with what the team achieves in the same kinds of cases: "
                "same touchpoint and same channel.\n"
                "- **The same doubt for all.** Everybody starts from the team's figure, as if they had {k} average "
                "answers more: few answers move it little.\n"
                "- **Three groups and no ranking.** Above, below, or impossible to tell apart from the team. The order "
                "inside a group means nothing.\n"
                "- **At least {minimum} answers.** With fewer, the board says how many are missing and says no more.",
                k=count_text(board.k),
                minimum=count_text(BAND_N),
            )
        )


def _band(band: object, missing: int) -> str:
    if isinstance(band, str):
        return tell(_BANDS[band])
    return t("{n} answers missing", n=count_text(missing))


def _figure(metric: Metric, value: float) -> str:
    return "" if pd.isna(value) else figure_text(metric, value)
