"""The questions about one table, and the choices that follow from the answers."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from momentos.datasets import DATASETS
from momentos.intake.choices import RATING, Choices
from momentos.intake.proposal import Doubt, Proposal
from momentos.intake.questions import questions
from momentos.intake.recognise import default_choices
from momentos.intake.tables import RawTable
from momentos.ui.language import language, t, tell
from momentos.ui.safe import as_text

NOT_LOADED = "-"


def choices_for(table: RawTable, proposal: Proposal, key: str, corrected: Mapping[str, str]) -> Choices:
    """Draw the questions and answer the choices: what was recognised, then the answers, then the corrected columns."""
    choices = default_choices(proposal)
    for place, doubt in enumerate(_asked(proposal, choices)):
        choices = _answered(table, doubt, f"{key}_{place}", choices)
    return with_corrections(table, choices, corrected)


def with_corrections(table: RawTable, choices: Choices, corrected: Mapping[str, str]) -> Choices:
    """The choices with the columns that the person corrected."""
    for letter, target in corrected.items():
        choices = with_column(table, choices, letter, target)
    return choices


def with_column(table: RawTable, choices: Choices, letter: str, target: str) -> Choices:
    """The choices with one column taken for a field, for a rating, or left out; a field has one column at most."""
    mapping = {one: name for one, name in choices.mapping.items() if one != letter and name != target}
    ratings = {one: name for one, name in choices.ratings.items() if one != letter}
    if target == RATING:
        ratings[letter] = _header(table, letter)
    elif target != NOT_LOADED:
        mapping[letter] = target
    constants = {name: text for name, text in choices.constants.items() if name != target}
    return replace(choices, mapping=mapping, ratings=ratings, constants=constants)


def _asked(proposal: Proposal, choices: Choices) -> list[Doubt]:
    """The questions that stood open before anybody answered, so that a question does not vanish when it is answered."""
    return [doubt for doubt in questions(proposal, choices) if doubt.kind not in ("dataset", "periods across")]


def _answered(table: RawTable, doubt: Doubt, key: str, choices: Choices) -> Choices:
    if doubt.kind == "missing":
        return _with_missing_column(table, doubt, key, choices)
    if doubt.kind == "undated":
        return _with_one_date(doubt, key, choices)
    yes = ask_yes_or_no(doubt, key)
    if doubt.kind == "dates":
        return replace(choices, day_first=yes)
    if doubt.kind == "scale":
        kept = {one: scale for one, scale in choices.scales.items() if yes or one not in doubt.letters}
        return replace(choices, scales=kept)
    if doubt.kind == "not scores":
        return _with_codes(doubt, yes, choices)
    if not yes:
        return choices
    for letter in doubt.letters:
        choices = with_column(table, choices, letter, RATING if doubt.kind == "grid" else doubt.field or NOT_LOADED)
    return choices


def ask_yes_or_no(doubt: Doubt, key: str) -> bool:
    """The question with samples beside it; what holds without an answer is picked already."""
    st.markdown(f":orange[:material/help:] {as_text(tell(doubt.question))}")
    if doubt.samples and doubt.kind != "not scores":
        st.caption(t("For example: {samples}", samples=as_text(", ".join(doubt.samples))))
    picked = st.segmented_control(
        tell(doubt.question),
        ["yes", "no"],
        default="yes" if doubt.accepted else "no",
        format_func=lambda one: t("Yes") if one == "yes" else t("No"),
        key=f"yes_{key}_{language()}",
        label_visibility="collapsed",
        required=True,
    )
    return picked == "yes"


def _with_missing_column(table: RawTable, doubt: Doubt, key: str, choices: Choices) -> Choices:
    letters = [column.letter for column in table.columns]
    likely = next((letters.index(one) for one in doubt.letters if one in letters), None)
    picked = st.selectbox(
        as_text(tell(doubt.question)),
        letters,
        index=likely,
        format_func=lambda letter: t("{header} (column {letter})", header=_header(table, letter), letter=letter),
        placeholder=t("Choose the column"),
        key=f"missing_{key}_{language()}",
        width=420,
    )
    return with_column(table, choices, picked, doubt.field or NOT_LOADED) if picked else choices


def _with_one_date(doubt: Doubt, key: str, choices: Choices) -> Choices:
    picked = st.date_input(
        as_text(tell(doubt.question)), None, format="DD/MM/YYYY", key=f"date_{key}", min_value="1990-01-01", width=420
    )
    if picked is None or doubt.field is None or doubt.field in choices.mapping.values():
        return choices
    return replace(choices, constants={**choices.constants, doubt.field: picked.isoformat()})


def _with_codes(doubt: Doubt, yes: bool, choices: Choices) -> Choices:
    """The codes left out of these columns, or kept as grades."""
    codes = frozenset(float(code.replace(",", ".")) for code in doubt.samples)
    kept = {one: found for one, found in choices.not_scores.items() if one not in doubt.letters}
    if yes:
        kept.update(dict.fromkeys(doubt.letters, codes))
    return replace(choices, not_scores=kept)


def _header(table: RawTable, letter: str) -> str:
    return next((one.header for one in table.columns if one.letter == letter and one.header), letter)


def open_blocks(proposal: Proposal, choices: Choices) -> list[Doubt]:
    """What still keeps the table from loading."""
    if choices.dataset not in DATASETS:
        return []
    return [doubt for doubt in questions(proposal, choices) if doubt.blocks]
