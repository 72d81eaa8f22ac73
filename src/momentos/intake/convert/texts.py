"""Text and identifiers: kept as written, cleaned of what cannot be seen."""

import re
from math import isfinite

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import Severity
from momentos.datasets.field import Field
from momentos.domain.messages import say
from momentos.intake.convert.answered import (
    FORMULA_ERROR,
    NOT_FINITE,
    TURNED,
    Converted,
    Fault,
    Notice,
    Ways,
    as_array,
    by_unique,
    emptied,
    is_long_text,
    number_text,
    refused_where,
    told,
    uniques,
)
from momentos.intake.raw_table import Column
from momentos.intake.text import DROPPED, FORBIDDEN, FORMULA_ERROR_PATTERN, MISSING, SPACES, clean, fold

LOST_DIGITS = Fault(
    "lost digits",
    say("A number of more than 15 digits has lost its last ones in the spreadsheet."),
    say("Format the column as text and type the number again, or export it as text."),
)
FIFTEEN_DIGITS = 1e15

SHORTENED = Notice(
    "shortened number",
    say("Numbers written like 6.02701E+11 were read as whole numbers; their last digits may have been lost."),
    say("Export the column as text to keep every digit."),
    Severity.WARNING,
)

_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e\+\d+", re.IGNORECASE)
_HAS_SCIENTIFIC = r"(?i)^\s*\d(?:[.,]\d+)?e\+\d+\s*$"
_TIDY = r"^[!-~¡-¬®-ſ]+(?: [!-~¡-¬®-ſ]+)*$"
"""Latin letters, digits and signs with single spaces between them: nothing to clean."""


def convert_identifier(column: Column, field: Field, _ways: Ways) -> Converted:
    """Text that names one thing: leading zeros kept, a number cell as its digits."""
    values = as_array(column.values)
    if pa.types.is_floating(values.type):
        return _numbers_as_text(column, values, field)
    if is_long_text(column) and not pc.any(pc.match_substring_regex(values, _HAS_SCIENTIFIC)).as_py():
        return _cleaned_at_once(values, field)
    converted = by_unique(column, pa.string(), field, _understand_identifier)
    shortened = any(map(_is_shortened, uniques(column).texts))
    return told(converted, SHORTENED) if shortened else converted


def _numbers_as_text(column: Column, values: pa.Array, field: Field) -> Converted:
    """Whole numbers as digits, all at once; a column with fractions or words for "not known" goes cell by cell."""
    finite = pc.fill_null(pc.is_finite(values), True)
    small = pc.fill_null(pc.less(pc.abs(values), FIFTEEN_DIGITS), True)
    usable = pc.and_(finite, small)
    whole = pc.if_else(usable, values, None)
    if not pc.all(pc.fill_null(pc.equal(whole, pc.floor(whole)), True)).as_py():
        return by_unique(column, pa.string(), field, _understand_identifier)
    digits = pc.cast(pc.cast(whole, pa.int64()), pa.string())
    unknown = pa.array([word for word in field.unknown if word.isdigit()], pa.string())
    emptied = pc.fill_null(pc.is_in(digits, unknown), False)
    counts = {entry["values"]: entry["counts"] for entry in pc.value_counts(digits.filter(emptied)).to_pylist()}
    converted = Converted(pc.if_else(emptied, None, digits), unknown=counts)
    converted = refused_where(converted, pc.invert(finite), NOT_FINITE)
    return refused_where(converted, pc.invert(small), LOST_DIGITS)


def _understand_identifier(text: str, is_number: bool) -> str | Fault:
    if is_number and _is_long(text):
        return LOST_DIGITS
    cleaned = clean(text)
    if not _is_shortened(cleaned):
        return cleaned
    number = float(cleaned.replace(",", "."))
    return number_text(number) if number < FIFTEEN_DIGITS else LOST_DIGITS


def _is_shortened(text: str) -> bool:
    """Whether a spreadsheet wrote it: ``5.73E+11``. No number of any has as many digits as ``1E+411``."""
    written = text.strip()
    return _SCIENTIFIC.fullmatch(written) is not None and isfinite(float(written.replace(",", ".")))


def _is_long(text: str) -> bool:
    try:
        return abs(float(text)) >= FIFTEEN_DIGITS
    except ValueError:
        return False


def convert_text(column: Column, field: Field, _ways: Ways) -> Converted:
    """Text, cleaned."""
    if is_long_text(column):
        return _cleaned_at_once(as_array(column.values), field)
    return by_unique(column, pa.string(), field, lambda text, _: clean(text))


def _cleaned_at_once(values: pa.Array, field: Field) -> Converted:
    """The same as cell by cell, for columns whose every cell is different (numbers of tickets, comments)."""
    cleaned, wrong = values, None
    if not pc.all(pc.fill_null(pc.match_substring_regex(values, _TIDY), True)).as_py():
        wrong = pc.match_substring_regex(values, f"[{FORBIDDEN}]")
        visible = pc.replace_substring_regex(values, f"[{DROPPED}]", "")
        cleaned = pc.utf8_trim_whitespace(pc.replace_substring_regex(visible, SPACES, " "))
    unknown = emptied(cleaned, {fold(word) for word in field.unknown})
    counts = {entry["values"]: entry["counts"] for entry in pc.value_counts(cleaned.filter(unknown)).to_pylist()}
    missing = pc.or_(unknown, emptied(cleaned, MISSING))
    converted = Converted(pc.if_else(missing, None, cleaned), unknown=counts)
    errors = pc.and_(pc.match_substring_regex(cleaned, FORMULA_ERROR_PATTERN), pc.invert(missing))
    converted = refused_where(converted, errors, FORMULA_ERROR)
    return converted if wrong is None else refused_where(converted, wrong, TURNED)
