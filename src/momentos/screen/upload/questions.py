"""The questions about one table, and the choices that follow from the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from momentos.datasets import DATASETS
from momentos.intake.choices import RATING, Choices
from momentos.intake.questions import questions
from momentos.intake.raw_table import RawTable
from momentos.intake.recognise import default_choices
from momentos.intake.sheet_proposal import Doubt, Proposal
from momentos.screen.language import language, t, tell
from momentos.screen.safe import as_text

NOT_LOADED = "-"

ABOUT_VALUES = ("dates", "scale", "not scores")
"""Questions about how the values of columns are read: without an answer those columns stay out."""

Answer = bool | str | date | None
"""Yes or no, the letter of a column, or a date; ``None`` until somebody answers."""


@dataclass(frozen=True)
class Answered:
    """What was answered so far: the choices that follow, the questions left open, and whether any was answered."""

    choices: Choices
    unanswered: tuple[Doubt, ...]
    is_any: bool


def ask_all(table: RawTable, proposal: Proposal, key: str, corrected: Mapping[str, str]) -> Answered:
    """Draw the questions, none of them answered beforehand, and answer the choices: what was recognised, then the
    answers, then the corrected columns. What nobody answered is not taken: its columns stay out."""
    start = default_choices(proposal)
    answers = [(doubt, _ask(table, doubt, f"{key}_{place}")) for place, doubt in enumerate(_asked(proposal, start))]
    choices = start
    for doubt, answer in _without_contradictions(table, answers):
        choices = _answered(table, doubt, answer, choices)
    choices = with_corrections(table, choices, corrected)
    still_open = [doubt for doubt, answer in answers if answer is None and _matters(doubt, choices, corrected)]
    for doubt in still_open:
        for letter in doubt.letters if doubt.kind in ABOUT_VALUES else ():
            choices = with_column(table, choices, letter, NOT_LOADED)
    return Answered(choices, tuple(still_open), bool(corrected) or any(answer is not None for _, answer in answers))


def _matters(doubt: Doubt, choices: Choices, corrected: Mapping[str, str]) -> bool:
    """Whether a question without an answer is still one: not of a column that was corrected, nor of a field that
    another answer gave a column, nor how to read values that are not loaded."""
    if doubt.kind in ABOUT_VALUES:
        return not {*choices.mapping, *choices.ratings}.isdisjoint(doubt.letters)
    given = {*choices.mapping.values(), *choices.constants}
    return doubt.field not in given and not (doubt.letters and corrected.keys() >= set(doubt.letters))


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
    """The questions that stood open before anybody answered, so that a question does not vanish when it is answered.

    Each is asked once: not of one column as well, where it is asked which column a field is; and the order of day and
    month of all columns together, as it holds for the table.
    """
    asked = [doubt for doubt in questions(proposal, choices) if doubt.kind not in ("dataset", "periods across")]
    missing = {doubt.field for doubt in asked if doubt.kind == "missing"}
    dates = [doubt for doubt in asked if doubt.kind == "dates"]
    kept = [doubt for doubt in asked if doubt not in dates and not (doubt.kind == "column" and doubt.field in missing)]
    if dates:
        kept.append(replace(dates[0], letters=tuple(letter for doubt in dates for letter in doubt.letters)))
    return kept


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
        st.caption(t("For example: {samples}", samples=as_text(", ".join(doubt.samples))))
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
        format_func=lambda letter: t("{header} (column {letter})", header=_header(table, letter), letter=letter),
        placeholder=t("Choose the column"),
        key=f"missing_{key}_{language()}",
        width=420,
    )


def _without_contradictions(table: RawTable, answers: Sequence[tuple[Doubt, Answer]]) -> list[tuple[Doubt, Answer]]:
    """The answers, less those that make two things of one column: it is told, and none of them holds."""
    claims = [(letter, target) for doubt, answer in answers for letter, target in _claimed(doubt, answer)]
    twice = {letter for letter, target in claims if any(other != target for one, other in claims if one == letter)}
    for letter in sorted(twice):
        words = t("Two answers make different things of the column {header}; until one changes, neither holds.",
                  header=_header(table, letter))  # fmt: skip
        st.warning(as_text(words), icon=":material/call_split:")
    return [(doubt, answer) for doubt, answer in answers if twice.isdisjoint(one for one, _ in _claimed(doubt, answer))]


def _claimed(doubt: Doubt, answer: Answer) -> list[tuple[str, str]]:
    """The columns that the answer takes, each with what it is taken for."""
    if doubt.kind == "missing":
        return [(str(answer), doubt.field or NOT_LOADED)] if answer else []
    if doubt.kind not in ("column", "grid") or answer is not True:
        return []
    return [(letter, RATING if doubt.kind == "grid" else doubt.field or NOT_LOADED) for letter in doubt.letters]


def _answered(table: RawTable, doubt: Doubt, answer: Answer, choices: Choices) -> Choices:
    if answer is None:
        return choices
    if doubt.kind == "dates":
        return replace(choices, day_first=bool(answer))
    if doubt.kind == "undated":
        return _with_one_date(doubt, answer, choices)
    if doubt.kind == "scale":
        kept = {one: scale for one, scale in choices.scales.items() if answer or one not in doubt.letters}
        return replace(choices, scales=kept)
    if doubt.kind == "not scores":
        return _with_codes(doubt, bool(answer), choices)
    for letter, target in _claimed(doubt, answer):
        choices = with_column(table, choices, letter, target)
    return choices


def _with_one_date(doubt: Doubt, answer: Answer, choices: Choices) -> Choices:
    if not isinstance(answer, date) or doubt.field is None or doubt.field in choices.mapping.values():
        return choices
    return replace(choices, constants={**choices.constants, doubt.field: answer.isoformat()})


def _with_codes(doubt: Doubt, yes: bool, choices: Choices) -> Choices:
    """The codes left out of these columns, or kept as grades."""
    codes = frozenset(float(code.replace(",", ".")) for code in doubt.samples)
    kept = {one: found for one, found in choices.not_scores.items() if one not in doubt.letters}
    if yes:
        kept.update(dict.fromkeys(doubt.letters, codes))
    return replace(choices, not_scores=kept)


def _header(table: RawTable, letter: str) -> str:
    return next((one.header for one in table.columns if one.letter == letter and one.header), letter)


def open_blocks(proposal: Proposal, answered: Answered) -> list[Doubt]:
    """What still keeps the table from loading; the questions without an answer too, if no answer of a survey is left
    without them."""
    choices = answered.choices
    if choices.dataset not in DATASETS:
        return []
    blocking = [doubt for doubt in questions(proposal, choices) if doubt.blocks]
    wanted = DATASETS[choices.dataset].answers
    says_nothing = wanted and not choices.ratings and set(wanted).isdisjoint(choices.mapping.values())
    return blocking or (list(answered.unanswered) if says_nothing else [])
