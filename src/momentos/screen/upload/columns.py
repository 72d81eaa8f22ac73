"""The columns of one table: what each was taken for, how surely, and a list to correct it."""

import pandas as pd
import streamlit as st

from momentos.datasets import DATASETS
from momentos.intake.choices import IGNORED, RATING, Choices
from momentos.intake.raw_table import RawTable
from momentos.intake.sheet_proposal import Proposal
from momentos.loading.answering import taken_as
from momentos.loading.words.table import column_taken_as, how_much_is_recognised, how_sure
from momentos.screen.figure_table import text_table
from momentos.screen.language import language, t, tell
from momentos.screen.safe import as_text

_CORRECTED = "corrected_{key}"


def corrected_columns(key: str) -> dict[str, str]:
    """The columns that the person corrected, by letter."""
    return st.session_state.get(_CORRECTED.format(key=key), {})


def show_columns(table: RawTable, proposal: Proposal, choices: Choices, key: str) -> None:
    """What each column was taken for, folded away, and the lists to correct it where they are opened."""
    title = tell(how_much_is_recognised(table, choices))
    with st.expander(title, key=f"columns_{key}"):
        text_table(_as_table(proposal, choices), alt=title, key=key)
        if st.toggle(t("Correct the columns"), key=f"correct_{key}"):
            _correct(proposal, choices, key)


def _as_table(proposal: Proposal, choices: Choices) -> pd.DataFrame:
    dataset = DATASETS[choices.dataset]
    return pd.DataFrame(
        {
            t("Column in the sheet"): [one.header or one.letter for one in proposal.matches],
            t("Taken as"): [tell(column_taken_as(dataset, taken_as(choices, one.letter))) for one in proposal.matches],
            t("How sure"): [
                "" if sure is None else tell(sure) for sure in (how_sure(one, choices) for one in proposal.matches)
            ],
            t("Values in it"): [", ".join(one.samples) for one in proposal.matches],
        }
    )


def _correct(proposal: Proposal, choices: Choices, key: str) -> None:
    """One list a column; what is picked is kept until the files are loaded."""
    dataset = DATASETS[choices.dataset]
    ratings = [RATING] if dataset.name == "responses" else []
    options = [IGNORED, *(one.name for one in dataset.fields), *ratings]
    with st.grid(3, min_column_width=260):
        for match in proposal.matches:
            st.selectbox(
                as_text(match.header or match.letter),
                options,
                index=options.index(taken_as(choices, match.letter)),
                format_func=lambda name: tell(column_taken_as(dataset, name)),
                key=_widget(key, dataset.name, match.letter),
                on_change=_remember,
                args=(key, dataset.name, match.letter),
            )


def _widget(key: str, dataset: str, letter: str) -> str:
    return f"column_{key}_{dataset}_{letter}_{language()}"


def _remember(key: str, dataset: str, letter: str) -> None:
    picked = st.session_state[_widget(key, dataset, letter)]
    st.session_state[_CORRECTED.format(key=key)] = {**corrected_columns(key), letter: picked}


def forget_corrections(key: str) -> None:
    """When the table is taken for another dataset, its columns are matched anew."""
    st.session_state.pop(_CORRECTED.format(key=key), None)
