"""Text and identifiers: kept as written, cleaned of what cannot be seen."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import Severity
from momentos.datasets.field import Field
from momentos.domain.messages import say
from momentos.intake.convert.outcome import (
    NOT_FINITE,
    TURNED,
    Converted,
    Fault,
    Notice,
    Ways,
    as_array,
    by_unique,
    number_text,
    refused_where,
    told,
    uniques,
)
from momentos.intake.tables import Column
from momentos.intake.text import DROPPED, FORBIDDEN, MISSING, SPACES, clean

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
_MANY = 20_000


def convert_identifier(column: Column, field: Field, _ways: Ways) -> Converted:
    """Text that names one thing: leading zeros kept, a number cell as its digits."""
    values = as_array(column.values)
    if pa.types.is_floating(values.type):
        return _numbers_as_text(column, values, field)
    converted = by_unique(column, pa.string(), field, _understand_identifier)
    shortened = any(_SCIENTIFIC.fullmatch(text.strip()) for text in uniques(column).texts if "+" in text)
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
    if not _SCIENTIFIC.fullmatch(cleaned):
        return cleaned
    number = float(cleaned.replace(",", "."))
    return number_text(number) if number < FIFTEEN_DIGITS else LOST_DIGITS


def _is_long(text: str) -> bool:
    try:
        return abs(float(text)) >= FIFTEEN_DIGITS
    except ValueError:
        return False


def convert_text(column: Column, field: Field, _ways: Ways) -> Converted:
    """Text, cleaned."""
    values = as_array(column.values)
    if pa.types.is_string(values.type) and not field.unknown and pc.count_distinct(values).as_py() > _MANY:
        return _cleaned_at_once(values)
    return by_unique(column, pa.string(), field, lambda text, _: clean(text))


def _cleaned_at_once(values: pa.Array) -> Converted:
    """The same as cell by cell, for columns whose every cell is different (comments)."""
    turned = pc.fill_null(pc.match_substring_regex(values, f"[{FORBIDDEN}]"), False)
    visible = pc.replace_substring_regex(values, f"[{DROPPED}]", "")
    spaced = pc.utf8_trim_whitespace(pc.replace_substring_regex(visible, SPACES, " "))
    missing = pc.is_in(pc.utf8_lower(spaced), pa.array(sorted(MISSING), pa.string()))
    return refused_where(Converted(pc.if_else(missing, None, spaced)), turned, TURNED)
