"""Which column could be which field: what its header says, and how many of its values agree."""

import re
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa

from momentos.datasets import Dataset, Field, FieldType
from momentos.intake.convert import Ways, convert
from momentos.intake.convert.answered import as_array, uniques
from momentos.intake.convert.dates import years_alone
from momentos.intake.convert.scores import found_scale, grade_counts, word_places
from momentos.intake.convert.times import header_unit
from momentos.intake.headers import CERTAIN, SAME_WORDS, likeness, place, speaks_of_another_date
from momentos.intake.identities import TO_BE_ASKED, may_number_rows, sureness
from momentos.intake.raw_table import Column
from momentos.intake.scales import scale_of, scale_told
from momentos.intake.text import is_missing, plain

LIKELY = 0.5
"""Below this, a column is not even proposed for a field."""

ENOUGH_FIT, SOME_FIT = 0.9, 0.5
"""Shares of a column's values that read as the field's type: confirmed from the first, doubted from the second."""

ONLY_A_YEAR = 0.7
"""How surely a column of years dates the rows: enough to ask, never to take."""

DATES = (FieldType.DATE, FieldType.INSTANT)
TRIED_WITH_DIGITS = frozenset(
    [*DATES, FieldType.TIME_OF_DAY, FieldType.DURATION, FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY]
)
YEAR_WORDS = frozenset({"year", "ano", "anio", "ejercicio"})

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Candidate:
    """A column that could be a field. ``fit`` is the share of its values that agree, ``None`` if it has none.

    ``is_attempted`` says that its values are of the field, or look like attempts at it, though many are mistaken.
    """

    column: Column
    field: Field
    likeness: float
    fit: float | None
    place: int
    is_attempted: bool = False

    @property
    def is_confirmed(self) -> bool:
        """Whether the values agree with the header. Under one that says just the field's words, attempts are enough:
        what cannot be read is a mistake to name in its cell, never a reason to load the rows without it.
        """
        return self.fit is None or self.fit >= ENOUGH_FIT or (self.likeness >= SAME_WORDS and self.is_attempted)

    @property
    def confidence(self) -> float:
        if self.is_confirmed and (self.fit is None or self.fit > SOME_FIT):
            return self.likeness
        return self.likeness * (0.75 if (self.fit or 0) >= SOME_FIT else 0.5)

    @property
    def certain(self) -> bool:
        return self.likeness >= CERTAIN and self.is_confirmed


def candidate_for(column: Column, one: Field, today: date) -> Candidate | None:
    """The column as this field, if its header says so at all."""
    if one.type in DATES and speaks_of_another_date(column.header) and not _is_such_a_date(one):
        return None
    if one.type is FieldType.IDENTIFIER and header_unit(column.header):
        return None
    near = likeness(column.header, one)
    if near < LIKELY and one.type in DATES and plain(column.header) in YEAR_WORDS and years_alone(column, today):
        near = ONLY_A_YEAR
    if one.type is FieldType.IDENTIFIER:
        near = sureness(column, one, near)
    if near < LIKELY:
        return None
    fit = _fit(column, one, today)
    attempted = near >= SAME_WORDS and fit is not None and _is_attempted(column, one, fit, today)
    return Candidate(column, one, near, fit, place(column.header, one), attempted)


def doubted(candidate: Candidate, dataset: Dataset) -> Candidate:
    """The candidate, less sure where it would number the rows of events and its values do not look like it."""
    numbers_rows = dataset.key == (candidate.field.name,) and not dataset.is_of_things
    if not numbers_rows or candidate.likeness <= TO_BE_ASKED or may_number_rows(candidate.column):
        return candidate
    return replace(candidate, likeness=TO_BE_ASKED)


def _is_such_a_date(one: Field) -> bool:
    """Whether the field itself is a birth or an expiry."""
    return any(map(speaks_of_another_date, one.headers))


def _is_attempted(column: Column, one: Field, fit: float, today: date) -> bool:
    """Whether some value reads as the field's type, or all but are: dates and numbers are tried with digits.

    Years alone are no attempt at a date, nor grades of another scale at a score: both are to be asked.
    """
    if one.type is FieldType.SCORE:
        wanted = (one.low or 0, one.high or 5)
        grades = {grade: count for grade, count in grade_counts(column, wanted).items() if count}
        other = scale_of(grades, wanted)[0] not in (wanted, None) if grades else False
        return not other and any(wanted[0] <= grade <= wanted[1] for grade in grades)
    if one.type in (FieldType.TEXT, FieldType.IDENTIFIER):
        return False
    if one.type in DATES and years_alone(column, today):
        return False
    tried = one.type in TRIED_WITH_DIGITS and any(map(_DIGIT.search, uniques(column).texts))
    return fit > 0 or tried


def _fit(column: Column, one: Field, today: date) -> float | None:
    """The share of the column's values that read as the field's type; ``None`` if there are no values."""
    values = as_array(column.values)
    if len(values) == values.null_count:
        return None
    if one.type is FieldType.SCORE:
        return _score_fit(column, one)
    if one.type in (FieldType.TEXT, FieldType.IDENTIFIER):
        odd = pa.types.is_duration(values.type) or pa.types.is_timestamp(values.type)
        return 0.0 if odd or (one.type is FieldType.TEXT and pa.types.is_boolean(values.type)) else 1.0
    if one.type in DATES and years_alone(column, today):
        return SOME_FIT
    converted = convert(column, one, Ways(today))
    wrong = converted.is_faulty.true_count if converted.fault_of is not None else 0
    present = len(values) - converted.values.null_count + wrong
    return 1 - wrong / present if present else None


def _score_fit(column: Column, one: Field) -> float:
    """1 if the grades are on the field's scale but for codes, or words of one scale; half if on another scale."""
    wanted = (one.low or 0, one.high or 5)
    counts = {grade: count for grade, count in grade_counts(column, wanted).items() if count}
    if not counts:
        return 1.0 if word_places(column) else 0.0
    scale, _ = found_scale(column, one, counts)
    if scale is not None and scale == scale_told(column.header):
        return 1.0
    if scale is None or any(not word_places(column) and text for text in _other_words(column)):
        return 0.0
    return 1.0 if scale == (one.low, one.high) else SOME_FIT


def _other_words(column: Column) -> list[str]:
    graded = grade_counts(column)
    texts = uniques(column).texts
    return [] if len(graded) >= 0.5 * len([text for text in texts if not is_missing(text)]) else texts
