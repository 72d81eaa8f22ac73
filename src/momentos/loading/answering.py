"""What a person answers about one table, and the choices that follow: what nobody answered is not taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from momentos.datasets import DATASETS
from momentos.intake.choices import IGNORED, RATING, Choices
from momentos.intake.questions import questions
from momentos.intake.raw_table import RawTable
from momentos.intake.sheet_proposal import Doubt, Proposal

ABOUT_VALUES = ("dates", "scale", "not scores")
"""Questions about how the values of columns are read: without an answer those columns stay out."""

Answer = bool | str | date | None
"""Yes or no, the letter of a column, or a date; ``None`` until somebody answers."""

Answers = Sequence[tuple[Doubt, Answer]]


@dataclass(frozen=True)
class Answered:
    """What was answered so far: the choices that follow, the questions left open, and whether any was answered."""

    choices: Choices
    unanswered: tuple[Doubt, ...]
    is_any: bool


def asked_of(proposal: Proposal, choices: Choices) -> list[Doubt]:
    """The questions that stood open before anybody answered, so that a question does not vanish when it is answered.

    Each is asked once: not of one column as well, where it is asked which column a field is; and the order of day and
    month of all columns together, as it holds for the table.
    """
    asked = [doubt for doubt in questions(proposal, choices) if doubt.kind not in ("dataset", "periods across")]
    missing = {doubt.field for doubt in asked if doubt.kind == "missing"}
    dates = [doubt for doubt in asked if doubt.kind == "dates"]
    others = [
        doubt for doubt in asked if doubt not in dates and not (doubt.kind == "column" and doubt.field in missing)
    ]
    if dates:
        others.append(replace(dates[0], letters=tuple(letter for doubt in dates for letter in doubt.letters)))
    return others


def answered(table: RawTable, start: Choices, answers: Answers, corrected: Mapping[str, str]) -> Answered:
    """The choices: what was recognised (``start``), then the answers that do not contradict each other, then the
    columns that were corrected. The columns of what nobody answered stay out."""
    choices, twice = start, contradicted(answers)
    for doubt, answer in answers:
        if twice.isdisjoint(letter for letter, _ in _claimed(doubt, answer)):
            choices = _follow(table, doubt, answer, choices)
    choices = with_corrections(table, choices, corrected)
    still_open = [doubt for doubt, answer in answers if answer is None and _matters(doubt, choices, corrected)]
    for doubt in still_open:
        for letter in doubt.letters if doubt.kind in ABOUT_VALUES else ():
            choices = with_column(table, choices, letter, IGNORED)
    return Answered(choices, tuple(still_open), bool(corrected) or any(answer is not None for _, answer in answers))


def contradicted(answers: Answers) -> set[str]:
    """The letters of columns of which two answers make different things: none of those answers holds."""
    claims = [claim for doubt, answer in answers for claim in _claimed(doubt, answer)]
    return {letter for letter, target in claims if any(other != target for one, other in claims if one == letter)}


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
        ratings[letter] = header_of(table, letter)
    elif target != IGNORED:
        mapping[letter] = target
    constants = {name: text for name, text in choices.constants.items() if name != target}
    return replace(choices, mapping=mapping, ratings=ratings, constants=constants)


def taken_as(choices: Choices, letter: str) -> str:
    """What a column is taken for: a field, a rating, or nothing."""
    return RATING if letter in choices.ratings else choices.mapping.get(letter, IGNORED)


def open_blocks(proposal: Proposal, so_far: Answered) -> list[Doubt]:
    """What still keeps the table from loading; the questions without an answer too, if no answer of a survey is left
    without them."""
    choices = so_far.choices
    if choices.dataset not in DATASETS:
        return []
    blocking = [doubt for doubt in questions(proposal, choices) if doubt.blocks]
    wanted = DATASETS[choices.dataset].answers
    says_nothing = wanted and not choices.ratings and set(wanted).isdisjoint(choices.mapping.values())
    return blocking or (list(so_far.unanswered) if says_nothing else [])


def header_of(table: RawTable, letter: str) -> str:
    """The column's header, or its letter where it has none."""
    return next((one.header for one in table.columns if one.letter == letter and one.header), letter)


def _matters(doubt: Doubt, choices: Choices, corrected: Mapping[str, str]) -> bool:
    """Whether a question without an answer is still one: not of a column that was corrected, nor of a field that
    another answer gave a column, nor how to read values that are not loaded."""
    if doubt.kind in ABOUT_VALUES:
        return not {*choices.mapping, *choices.ratings}.isdisjoint(doubt.letters)
    given = {*choices.mapping.values(), *choices.constants}
    return doubt.field not in given and not (doubt.letters and corrected.keys() >= set(doubt.letters))


def _claimed(doubt: Doubt, answer: Answer) -> list[tuple[str, str]]:
    """The columns that the answer takes, each with what it is taken for."""
    if doubt.kind == "missing":
        return [(str(answer), doubt.field or IGNORED)] if answer else []
    if doubt.kind not in ("column", "grid") or answer is not True:
        return []
    return [(letter, RATING if doubt.kind == "grid" else doubt.field or IGNORED) for letter in doubt.letters]


def _follow(table: RawTable, doubt: Doubt, answer: Answer, choices: Choices) -> Choices:
    if answer is None:
        return choices
    if doubt.kind == "dates":
        return replace(choices, day_first=bool(answer))
    if doubt.kind == "undated":
        return _with_one_date(doubt, answer, choices)
    if doubt.kind == "scale":
        scales = {one: scale for one, scale in choices.scales.items() if answer or one not in doubt.letters}
        return replace(choices, scales=scales)
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
    """The codes left out of these columns, or taken for grades."""
    codes = frozenset(float(code.replace(",", ".")) for code in doubt.samples)
    not_scores = {one: found for one, found in choices.not_scores.items() if one not in doubt.letters}
    if yes:
        not_scores.update(dict.fromkeys(doubt.letters, codes))
    return replace(choices, not_scores=not_scores)
