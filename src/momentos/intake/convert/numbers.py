"""Numbers and money as people write them: ``1.234,56``, ``1,234.56``, ``$ 45.900``, ``(120)``, ``12 %``."""

import re
from collections.abc import Iterable
from math import isfinite

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.field import Field, FieldType
from momentos.domain.messages import say
from momentos.intake.convert.answered import (
    NOT_FINITE,
    Converted,
    Fault,
    Notice,
    Ways,
    as_array,
    by_unique,
    emptied,
    is_long_text,
    refused_where,
    told,
    uniques,
)
from momentos.intake.raw_table import Column
from momentos.intake.text import MISSING, clean, is_missing

NOT_A_NUMBER = Fault("not a number", say("This is not a number."), say("Write digits alone, such as 1234,5."))
EITHER_NUMBER = Fault(
    "number of two readings",
    say("This column writes decimals in two ways, so this number could be read in two ways."),
    say("Write every number of the column in the same way."),
)
NO_PER_CENT = Fault(
    "per cent of money",
    say("This is a per cent, and an amount of money is wanted here."),
    say("Write the amount itself."),
)

_CURRENCY = re.compile(
    r"(?:US\$|USD|EUR|MXN|COP|ARS|CLP|PEN|UYU|BRL|GBP|R\$|S/\.?|Bs\.?|pesos|soles|euros|dólares|[$€£¥])", re.IGNORECASE
)
_SCIENTIFIC = r"\d(?:[.,]\d+)?e\d{1,3}|\d{1,3}(?:[.,]\d+)?e[+-]\d{1,3}"
"""As spreadsheets and programs shorten numbers: ``1,5E+03``. Other digits around an e are a code: ``653e970001``."""
_PLAIN = re.compile(rf"[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+|{_SCIENTIFIC})", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})+")
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}")


def convert_number(column: Column, field: Field, ways: Ways) -> Converted:
    """Doubles. The whole column decides whether the comma or the point marks decimals."""
    values = as_array(column.values)
    if pa.types.is_floating(values.type) and not field.unknown:
        return refused_where(Converted(values), pc.invert(pc.is_finite(values)), NOT_FINITE)
    if is_long_text(column) and not field.unknown and (at_once := _at_once(values, ways.decimal_comma)) is not None:
        return Converted(at_once)
    comma, notices, conflict = decimal_mark(_texts(column), ways.decimal_comma)

    def understand(text: str, is_number: bool) -> float | Fault:
        if field.type is FieldType.MONEY and is_per_cent(text):
            return NO_PER_CENT
        if conflict and not is_number and _EITHER.fullmatch(_bare(text)[0]):
            return EITHER_NUMBER
        number = parse_number(text, decimal_comma=comma and not is_number)
        return NOT_A_NUMBER if number is None else number

    return told(by_unique(column, pa.float64(), field, understand), *notices)


def _at_once(values: pa.Array, comma: bool | None) -> pa.Array | None:
    """All the numbers of a long column that writes them in one unmistakable way; ``None`` if it does not."""
    bare = pc.replace_substring_regex(pc.if_else(emptied(values, MISSING), None, values), r"[\s$€]", "")
    for mark, thousands, chosen in ((r"\.", ",", comma is False), (",", r"\.", comma is True)):
        shape = rf"^[+-]?(?:\d{{1,3}}(?:{thousands}\d{{3}})+|\d+)(?:{mark}\d+)?$"
        proof = rf"{mark}(?:\d{{1,2}}|\d{{4,}})$|{thousands}\d{{3}}{mark}"
        if not pc.all(pc.fill_null(pc.match_substring_regex(bare, shape), True)).as_py():
            continue
        if chosen or (comma is None and _any(bare, proof)) or not _any(bare, r"[.,]"):
            whole = pc.replace_substring_regex(bare, thousands, "")
            numbers = pc.cast(pc.replace_substring_regex(whole, mark, "."), pa.float64())
            return numbers if pc.all(pc.is_finite(numbers), min_count=0).as_py() else None
    return None


def _any(values: pa.Array, pattern: str) -> bool:
    return bool(pc.any(pc.match_substring_regex(values, pattern)).as_py())


def _texts(column: Column) -> list[str]:
    different = uniques(column)
    return [text for text, number in zip(different.texts, different.are_numbers, strict=True) if not number]


def decimal_mark(texts: Iterable[str], chosen: bool | None) -> tuple[bool, tuple[Notice, ...], bool]:
    """Whether the comma marks decimals, what to tell about it, and whether the column contradicts itself.

    A text with both marks, a mark written twice, or digits after it that are not three, is evidence. Without any,
    ``1.234`` alone is taken for one thousand two hundred and thirty-four, and said.
    """
    bare = [_bare(text)[0] for text in texts if not is_missing(text)]
    if chosen is not None:
        return chosen, (), False
    votes = {mark for text in bare if (mark := _decimal_mark_of(text))}
    either = {match.group(1) for text in bare if (match := _EITHER.fullmatch(text))}
    if len(votes) == 1:
        return votes == {","}, (), False
    if len(votes) > 1 or len(either) > 1:
        return True, (), bool(either)
    if not either:
        return True, (), False
    notice = Notice(
        "thousands assumed",
        say("Numbers like 1.234 in this column were read as thousands, without decimals."),
        say("If the mark is for decimals, say so in the choices of this column."),
    )
    return either == {"."}, (notice,), False


def mark_told(texts: Iterable[str]) -> bool | None:
    """Whether the comma marks decimals, as far as these texts can be read in one way alone; ``None`` if they cannot."""
    votes = {mark for text in texts if not is_missing(text) and (mark := _decimal_mark_of(_bare(text)[0]))}
    return votes == {","} if len(votes) == 1 else None


def _decimal_mark_of(text: str) -> str | None:
    """The mark this text can only mean as decimal, or the opposite of the one it can only mean as thousands."""
    marks = [one for one in text if one in ".,"]
    if not marks or _EITHER.fullmatch(text):
        return None
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) > 1:
        return "," if marks[0] == "." else "."
    return marks[0]


def parse_number(text: str, *, decimal_comma: bool) -> float | None:
    """The number, or ``None`` if it is none or not finite; a text that has one reading is read in that one."""
    bare, negative, percent = _bare(text)
    if not _PLAIN.fullmatch(bare):
        return None
    mark = _decimal_mark_of(bare) or ("," if decimal_comma else ".")
    thousands = "." if mark == "," else ","
    whole, _, decimals = bare.partition(mark)
    if mark in decimals or thousands in decimals:
        return None
    if thousands in whole and not _THOUSANDS.fullmatch(whole):
        return None
    number = float(f"{whole.replace(thousands, '')}.{decimals}" if decimals else whole.replace(thousands, ""))
    return (-number if negative else number) / (100 if percent else 1) if isfinite(number) else None


def is_per_cent(text: str) -> bool:
    """Whether the text is a number of per cent: ``90 %``."""
    bare, _, percent = _bare(text)
    return percent and _PLAIN.fullmatch(bare) is not None


def _bare(text: str) -> tuple[str, bool, bool]:
    """The digits and marks alone, whether they are negative by brackets or a trailing minus, whether per cent."""
    bare = _CURRENCY.sub("", clean(text)).replace(" ", "").replace("−", "-")
    bare = re.sub(r"(?<=\d)'(?=\d)", "", bare)
    percent = bare.endswith("%")
    bare = bare.removesuffix("%")
    negative = (bare.startswith("(") and bare.endswith(")")) or (bare.endswith("-") and len(bare) > 1)
    bare = bare.strip("()") if negative else bare
    return bare.removesuffix("-"), negative, percent
