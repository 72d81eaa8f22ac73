"""The questions about one table, drawn: none of them is answered beforehand."""

from collections.abc import Mapping

import streamlit as st

from momentos.intake.raw_table import RawTable
from momentos.intake.recognise import default_choices
from momentos.intake.sheet_proposal import Doubt, Proposal
from momentos.loading.answering import Answer, Answered, answered, asked_of, contradicted, header_of
from momentos.loading.words.table import contradiction, samples
from momentos.screen.language import language, t, tell
from momentos.screen.safe import as_text


def ask_all(table: RawTable, proposal: Proposal, key: str, corrected: Mapping[str, str]) -> Answered:
    """Draw the questions and answer the choices; answers that contradict each other are told and do not hold."""
    start = default_choices(proposal)
    answers = [(doubt, _ask(table, doubt, f"{key}_{place}")) for place, doubt in enumerate(asked_of(proposal, start))]
    for letter in sorted(contradicted(answers)):
        st.warning(as_text(tell(contradiction(header_of(table, letter)))), icon=":material/call_split:")
    return answered(table, start, answers, corrected)


def _ask(table: RawTable, doubt: Doubt, key: str) -> Answer:
    if doubt.kind == "missing":
        return _pick_column(table, doubt, key)
    if doubt.kind == "undated":
        return st.date_input(
            as_text(tell(doubt.question)),
            None,
            format="DD/MM/YYYY",
            key=f"date_{key}",
            min_value="1990-01-01",
            width=420,
        )
    return ask_yes_or_no(doubt, key)


def ask_yes_or_no(doubt: Doubt, key: str) -> bool | None:
    """The question with samples beside it; ``None`` until somebody answers."""
    st.markdown(f":orange[:material/help:] {as_text(tell(doubt.question))}")
    if doubt.samples and doubt.kind != "not scores":
        st.caption(as_text(tell(samples(doubt.samples))))
    picked = st.segmented_control(
        tell(doubt.question),
        ["yes", "no"],
        default=None,
        format_func=lambda one: t("Yes") if one == "yes" else t("No"),
        key=f"yes_{key}_{language()}",
        label_visibility="collapsed",
    )
    return None if picked is None else picked == "yes"


def _pick_column(table: RawTable, doubt: Doubt, key: str) -> str | None:
    """Which column a field is, the likeliest first in the list and none of them picked."""
    letters = [column.letter for column in table.columns]
    likely = [letter for letter in doubt.letters if letter in letters]
    return st.selectbox(
        as_text(tell(doubt.question)),
        [*likely, *(letter for letter in letters if letter not in likely)],
        index=None,
        format_func=lambda letter: t("{header} (column {letter})", header=header_of(table, letter), letter=letter),
        placeholder=t("Choose the column"),
        key=f"missing_{key}_{language()}",
        width=420,
    )
