"""Whether a column can hold the number of something: what counts things numbers none, and a row's number is its own.

Taken for the number of its rows, a column of counts makes next month's file replace this month's rows.
"""

import re
from collections.abc import Callable

from momentos.datasets import Field
from momentos.intake.convert.answered import uniques
from momentos.intake.headers import speaks_of_a_count
from momentos.intake.raw_table import Column

TO_BE_ASKED = 0.85
"""How sure a header is at most of a number that the values do not confirm: enough to ask, never to take."""

MOSTLY = 0.9
"""The share of values that must be of a kind for the column to be of it."""

NEARLY_ALL_DIFFERENT = 0.75
"""The share of rows from which values hardly repeat: a few cases may well stand twice."""

LONG_NUMBER = 4
"""Digits from which plain numbers that hardly repeat may number things under a header that would rather count them."""

CODE_NUMBER = 5
"""Digits from which a plain number is a code like any other, also where an order's lines repeat it."""

MOST_LINES = 20
"""How many rows share one number at most, on average, where it is certain to be one."""

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:[.,]\d+)?")
_CODE = re.compile(r"(?=\D*\d)\S+")


def sureness(column: Column, field: Field, near: float) -> float:
    """How surely the header names this identifier, having seen its values; 0 where it counts things."""
    if not speaks_of_a_count(column.header, field):
        return near
    texts = _texts(column)
    if not texts or _share(texts, _is_plain_number) < MOSTLY:
        return near
    may_number = _hardly_repeats(column) and _share(texts, lambda text: len(text) >= LONG_NUMBER) >= MOSTLY
    return min(near, TO_BE_ASKED) if may_number else 0.0


def may_number_rows(column: Column) -> bool:
    """Whether the values look like numbers of the rows: they hardly repeat, or are codes that a few lines share, or
    number those lines from the first to the last. Words and small numbers that come again are neither.
    """
    texts = _texts(column)
    if _hardly_repeats(column) or len(texts) * MOST_LINES < _filled(column):
        return _hardly_repeats(column)
    return _share(texts, _is_code) >= MOSTLY or _runs_on(column)


def _texts(column: Column) -> list[str]:
    """The different values, as written."""
    return [text.strip() for text in uniques(column).texts if text and text.strip()]


def _share(texts: list[str], is_such: Callable[[str], bool]) -> float:
    return sum(map(is_such, texts)) / len(texts) if texts else 1.0


def _is_plain_number(text: str) -> bool:
    return _PLAIN_NUMBER.fullmatch(text) is not None


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None and (not _is_plain_number(text) or len(text) >= CODE_NUMBER)


def _filled(column: Column) -> int:
    return len(column.values) - column.values.null_count


def _hardly_repeats(column: Column) -> bool:
    return len(_texts(column)) >= NEARLY_ALL_DIFFERENT * _filled(column)


def _runs_on(column: Column) -> bool:
    """Whether plain numbers never go down and leave hardly any out, from one row to the next."""
    found = uniques(column)
    if _share(_texts(column), str.isdecimal) < 1:
        return False
    numbers = [int(found.texts[code]) for code in found.codes.to_pylist() if code is not None]
    return numbers == sorted(numbers) and 1 < numbers[-1] - numbers[0] + 1 <= len(set(numbers)) / MOSTLY
