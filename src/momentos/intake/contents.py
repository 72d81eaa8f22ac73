"""What stands in a column, whatever its header says: amounts, marks of yes and no, dates with hours."""

import re

import pyarrow as pa

from momentos.intake.convert.answered import as_array, texts_of, uniques
from momentos.intake.convert.numbers import parse_number
from momentos.intake.convert.words import NO, YES
from momentos.intake.raw_table import Column
from momentos.intake.text import is_missing, plain
from momentos.intake.understanding import has_hours

SHORTEST_PHONE = 7
"""Numbers of so many digits are telephones and codes, no amounts."""

SHOWN = 100
"""How many values show whether a column of dates has hours."""

_CODE_OR_AGE = re.compile(
    r"\b(?:id|codigo|cod|numero|nro|no|code|number|edad|age|postal|zip|ano|year|mes|month|semana|week)\b"
)
_CLOCK = re.compile(r"\d{4}.*\b\d{1,2}:\d{2}")


def holds_numbers(column: Column, *, are_whole: bool = False) -> bool:
    """Whether all that stands in the column are numbers, money and per cents too; whole ones where that is asked."""
    values = as_array(column.values)
    if not (pa.types.is_string(values.type) or pa.types.is_floating(values.type)):
        return False
    is_typed = pa.types.is_floating(values.type)
    numbers = [parse_number(text, decimal_comma=not is_typed) for text in filled(column)]
    return bool(numbers) and all(one is not None and (not are_whole or one == int(one)) for one in numbers)


def holds_amounts(column: Column) -> bool:
    """Whether the column holds figures that count or weigh something: no codes, telephones, ages or years."""
    if _CODE_OR_AGE.search(plain(column.header)) or holds_marks(column) or not holds_numbers(column):
        return False
    return not all(sum(map(str.isdigit, text)) >= SHORTEST_PHONE for text in filled(column))


def holds_marks(column: Column) -> bool:
    """Whether yes and no stand in the column, in words or as 1 and 0."""
    if pa.types.is_boolean(column.values.type):
        return True
    words = {plain(text).strip(" .") for text in filled(column)}
    return bool(words) and words <= YES | NO


def filled(column: Column) -> list[str]:
    """The different texts of the column, but for marks of a missing value."""
    return [text for text in uniques(column).texts if not is_missing(text)]


def is_empty(column: Column) -> bool:
    """Whether nothing but spaces stands in the column."""
    return not any(text.strip() for text in filled(column))


def tells_hours(column: Column) -> bool:
    """Whether the column holds dates with their hour."""
    values = as_array(column.values)
    if pa.types.is_timestamp(values.type):
        return has_hours(values)
    return pa.types.is_string(values.type) and any(map(_CLOCK.search, texts_of(values)[:SHOWN]))
