"""Aligned tables for a terminal."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from momentos.locales.reader import Reader

GAP = "–"
_BETWEEN = "  "
_WIDEST = 48


def aligned(headings: Sequence[str], rows: Sequence[Sequence[Any]], reader: Reader) -> str:
    """Text columns to the left, numbers to the right and as the reader writes them; what is not known is a dash.

    Long text is cut, but for the last column's.
    """
    texts = [[*(_shortened(cell(value, reader)) for value in row[:-1]), cell(row[-1], reader)] for row in rows]
    widths = [max(map(_width, column)) for column in zip(headings, *texts, strict=True)]
    is_number = [_is_numeric(column) for column in zip(*rows, strict=True)] or [False] * len(headings)
    lines = [headings, ["─" * width for width in widths], *texts]
    return "\n".join(_line(line, widths, is_number) for line in lines)


def cell(value: Any, reader: Reader) -> str:
    """One value as a person reads it, on one line."""
    if value is None or value != value:
        return GAP
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "".join(one if one.isprintable() else " " for one in str(value))
    return reader.number(value, _decimals(value))


def _decimals(value: float) -> int:
    if isinstance(value, int):
        return 0
    return 2 if abs(value) < 10 else 1


def _is_numeric(column: Sequence[Any]) -> bool:
    known = [value for value in column if value is not None]
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in known) and bool(known)


def _line(texts: Sequence[str], widths: Sequence[int], is_number: Sequence[bool]) -> str:
    padded = (
        " " * (width - _width(text)) + text if right else text + " " * (width - _width(text))
        for text, width, right in zip(texts, widths, is_number, strict=True)
    )
    return _BETWEEN.join(padded).rstrip()


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _width(text: str) -> int:
    """Columns on a terminal: wide letters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text
    )
