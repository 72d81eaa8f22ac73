"""Scores: grades, ``5 - Excelente``, ``8/10``, ``90 %``, stars, and words such as ``Muy satisfecho``."""

import re
from collections.abc import Mapping
from math import isfinite

import pyarrow as pa

from momentos.datasets.checked import Severity
from momentos.datasets.field import Field
from momentos.domain.messages import say
from momentos.intake.convert.answered import (
    Converted,
    Fault,
    Notice,
    Unknown,
    Ways,
    as_array,
    by_unique,
    number_text,
    told,
    uniques,
)
from momentos.intake.convert.numbers import is_per_cent, parse_number
from momentos.intake.raw_table import Column
from momentos.intake.scales import SHARES, Scale, level_word, rescaled, scale_of, scale_told, shares_of_words
from momentos.intake.text import clean, is_missing

NOT_A_SCORE = Fault("not a score", say("This is not a score."), say("Write a number, or an answer of one known scale."))
BETWEEN_ANSWERS = Fault(
    "between two answers",
    say("The score lies between two answers; here only whole numbers are answers."),
    say("Write the answer as it was given, not an average."),
)
IMPOSSIBLE = Fault(
    "impossible score",
    say("No such score can be given: it is not on the scale that the cell itself names."),
    say("Correct the score, or what it is out of."),
)
PER_CENT: Scale = (0, 100)
AS_SHARES = Notice(
    "scores as shares",
    say("The scores of this column are shares of one, as cells shown in per cent hold them (0.85 is 85 %)."),
    say("They were carried from 0–100 % to the usual scale. If they are something else, leave the column out."),
    Severity.WARNING,
)
IN_PER_CENT = Notice(
    "scores in per cent",
    say(
        "Scores of this column in per cent were carried to the usual scale: 0 % is its lowest score, 100 % its highest."
    ),
    say("If they sum up several customers (how many were satisfied, say), leave the column out."),
    Severity.WARNING,
)
MOST_BEYOND = 0.1
"""The share of grades off the scale that a header names, up to which they are mistakes on it."""
LARGEST_FROM_ONE = 7
"""A grade out of so many or fewer is counted from 1, as such questions are; out of more, from 0."""

_LABELLED = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:[-–—:.)=]|\()\s*\D.*")
_LABEL_FIRST = re.compile(r"[^\d]+[-–—:(=]\s*(\d+)\s*\)?")
_COUNTED = re.compile(r"(\d+)\s*(?:estrellas?|stars?|puntos?|points?)", re.IGNORECASE)
_OUT_OF = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|de|of|out of)\s*(\d+)")
_STARS = re.compile(r"([★⭐✭🌟]+)[☆✩]*")


def convert_score(column: Column, field: Field, ways: Ways) -> Converted:
    """Doubles on the field's own scale. Codes that are not scores become empty."""
    wanted = _scale_of_field(field)
    written, notices = _scale(column, field, ways)
    if holds_per_cents(column):
        notices = (*notices, IN_PER_CENT)
    places = word_places(column)
    codes = ways.not_scores

    def understand(text: str, is_number: bool) -> float | Unknown | Fault | None:
        own = None if is_number else _with_own_scale(text, written if ways.scale else wanted)
        if own is not None:
            return _whole_if_wanted(_on_own_scale(*own, wanted), field)
        grade = grade_of(text, is_number)
        if grade is not None:
            if grade in codes:
                return Unknown(number_text(grade))
            carried = _on_scale(grade, written, wanted)
            return _whole_if_wanted(carried, field) if written == wanted else carried
        word = level_word(text)
        if word in places:
            return rescaled(places[word], (0, 1), wanted)
        return NOT_A_SCORE

    return told(by_unique(column, pa.float64(), field, understand), *notices)


def _scale_of_field(field: Field) -> Scale:
    return (field.low if field.low is not None else 1.0, field.high if field.high is not None else 5.0)


def _on_scale(grade: float, written: Scale, wanted: Scale) -> float | Fault:
    if not written[0] <= grade <= written[1]:
        return outside(written)
    return grade if written == wanted else rescaled(grade, written, wanted)


def _with_own_scale(text: str, usual: Scale) -> tuple[float, Scale] | None:
    """The grade of a cell that says what it is out of (``8/10``, ``90 %``), and that scale; ``None`` for any other.

    The usual scale is meant where it has the same highest grade.
    """
    cleaned = clean(text)
    if is_per_cent(cleaned):
        grade = parse_number(cleaned.removesuffix("%"), decimal_comma=True)
        return None if grade is None else (grade, PER_CENT)
    match = _OUT_OF.fullmatch(cleaned)
    grade = parse_number(match[1], decimal_comma=True) if match else None
    if match is None or grade is None:
        return None
    highest = float(match[2])
    lowest = usual[0] if highest == usual[1] else 1.0 if highest <= LARGEST_FROM_ONE else 0.0
    return grade, (lowest, highest)


def _on_own_scale(grade: float, own: Scale, wanted: Scale) -> float | Fault:
    """The grade carried from the scale its cell names; a fault if it cannot be on it."""
    if own[0] >= own[1] or not own[0] <= grade <= own[1] or not isfinite(own[1]):
        return IMPOSSIBLE
    return grade if own == wanted else round(rescaled(grade, own, wanted), 9)


def _whole_if_wanted(grade: float | Fault, field: Field) -> float | Fault:
    if field.is_whole and not isinstance(grade, Fault) and grade != int(grade):
        return BETWEEN_ANSWERS
    return grade


def outside(scale: Scale) -> Fault:
    """The fault of a grade that is not on the scale."""
    low, high = (number_text(bound) for bound in scale)
    return Fault(
        "outside the scale",
        say("The score is outside the scale from {low} to {high}.", low=low, high=high),
        say("Correct it, or mark it as a code that is not a score."),
    )


def found_scale(column: Column, field: Field, counts: Mapping[float, int]) -> tuple[Scale | None, frozenset[float]]:
    """The scale the grades are on and the codes among them, as ``scale_of``; but the one the header names, if nearly
    all fit. Not where only whole numbers are answers: nine of «1 a 10» is still a nine.
    """
    wanted, told_in_header = _scale_of_field(field), scale_told(column.header)
    if told_in_header and not field.is_whole:
        low, high = told_in_header
        beyond = sum(count for grade, count in counts.items() if not low <= grade <= high)
        if beyond <= MOST_BEYOND * sum(counts.values()):
            return told_in_header, frozenset()
    return scale_of(counts, wanted)


def _scale(column: Column, field: Field, ways: Ways) -> tuple[Scale, tuple[Notice, ...]]:
    """The scale that the grades are written on: as chosen, else the field's own unless the grades cannot be on it."""
    if ways.scale is not None:
        return ways.scale, ()
    wanted = _scale_of_field(field)
    counts = {grade: count for grade, count in grade_counts(column, wanted).items() if grade not in ways.not_scores}
    found, _ = found_scale(column, field, counts)
    total = sum(counts.values())
    beyond = sum(count for grade, count in counts.items() if not wanted[0] <= grade <= wanted[1])
    if found is None or found == wanted or (beyond < MOST_BEYOND * total and found != scale_told(column.header)):
        return wanted, ()
    if found == SHARES:
        return found, (AS_SHARES,)
    low, high = (number_text(bound) for bound in found)
    notice = Notice(
        "scale converted",
        say(
            "The scores of this column were read as {low} to {high} and carried to the usual scale.", low=low, high=high
        ),
        say("If they are on another scale, say so in the choices of this column."),
        Severity.WARNING,
    )
    return found, (notice,)


def grade_counts(column: Column, wanted: Scale = (1, 5)) -> Mapping[float, int]:
    """How many cells hold each grade; words are not counted.

    A cell that names its own scale counts with the grade it comes to on the wanted one.
    """
    different = uniques(column)
    rows = different.rows
    counts: dict[float, int] = {}
    for place, (text, number) in enumerate(zip(different.texts, different.are_numbers, strict=True)):
        if is_missing(text) or (grade := _grade_counted(text, number, wanted)) is None:
            continue
        counts[grade] = counts.get(grade, 0) + rows.get(place, 0)
    return counts


def _grade_counted(text: str, is_number: bool, wanted: Scale) -> float | None:
    own = None if is_number else _with_own_scale(text, wanted)
    if own is None:
        return grade_of(text, is_number)
    carried = _on_own_scale(*own, wanted)
    return None if isinstance(carried, Fault) else carried


def holds_per_cents(column: Column) -> bool:
    """Whether cells of the column are in per cent, written so or shown so."""
    if pa.types.is_floating(as_array(column.values).type):
        return False
    different = uniques(column)
    return any(
        not number and is_per_cent(clean(text))
        for text, number in zip(different.texts, different.are_numbers, strict=True)
    )


def word_places(column: Column) -> Mapping[str, float]:
    """Where each answer in words stands on its scale, 0 to 1; empty if the words are of no one scale."""
    if pa.types.is_floating(as_array(column.values).type):
        return {}
    different = uniques(column)
    words = [
        text
        for text, number in zip(different.texts, different.are_numbers, strict=True)
        if not is_missing(text) and grade_of(text, number) is None
    ]
    return (shares_of_words(words) if len(words) <= 50 else None) or {}


def grade_of(text: str, is_number: bool) -> float | None:
    """The grade a cell holds as a number, as written, whatever stands around it; ``None`` if it holds none."""
    if is_number:
        return parse_number(text, decimal_comma=False)
    cleaned = clean(text)
    stars = _STARS.fullmatch(cleaned)
    if stars:
        return float(len(stars[1]))
    for pattern in (_OUT_OF, _COUNTED, _LABELLED, _LABEL_FIRST):
        match = pattern.fullmatch(cleaned)
        if match:
            return parse_number(match[1], decimal_comma=True)
    return parse_number(cleaned, decimal_comma=True)
