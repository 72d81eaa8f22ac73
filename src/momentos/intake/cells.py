"""The cells of one sheet while it is being read: where each stands, what kind it is, and its value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import IntEnum
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

EXACT_INTEGERS = 2**53
"""Beyond this a double no longer tells neighbouring integers apart."""
MILLISECONDS_A_DAY = 86_400_000
EPOCH = datetime(1970, 1, 1)


class Kind(IntEnum):
    """What one cell holds. Instants count milliseconds since 1970, durations milliseconds, yes/no is 1 or 0."""

    NUMBER = 0
    INSTANT = 1
    DURATION = 2
    YES_NO = 3
    TEXT = 4
    ERROR = 5


@dataclass(frozen=True)
class Cells:
    """Non-empty cells in any order, as parallel arrays.

    ``rows`` and ``columns`` (int32) are 1-based; ``numbers`` (double) is meaningless for text and errors; ``texts``
    (string) is null for everything else.
    """

    rows: np.ndarray
    columns: np.ndarray
    kinds: np.ndarray
    numbers: np.ndarray
    texts: pa.Array

    def __len__(self) -> int:
        return len(self.rows)


@dataclass
class Sheet:
    """One sheet as read: its cells in pieces, and what there is to tell about it."""

    name: str
    hidden: bool = False
    pieces: list[Cells] = field(default_factory=list)
    formulas_without_value: int = 0

    @property
    def cell_count(self) -> int:
        return sum(len(piece) for piece in self.pieces)

    @property
    def last_row(self) -> int:
        return max((int(piece.rows.max()) for piece in self.pieces if len(piece)), default=0)

    @property
    def last_column(self) -> int:
        return max((int(piece.columns.max()) for piece in self.pieces if len(piece)), default=0)

    def whole(self) -> Cells:
        """All pieces as one."""
        if not self.pieces:
            return no_cells()
        return Cells(
            np.concatenate([piece.rows for piece in self.pieces]),
            np.concatenate([piece.columns for piece in self.pieces]),
            np.concatenate([piece.kinds for piece in self.pieces]),
            np.concatenate([piece.numbers for piece in self.pieces]),
            pa.concat_arrays([piece.texts for piece in self.pieces]),
        )


def no_cells() -> Cells:
    return cells_from_lists([], [], [], [], [])


def cells_from_lists(
    rows: Sequence[int],
    columns: Sequence[int],
    kinds: Sequence[int],
    numbers: Sequence[float],
    texts: Sequence[str | None],
) -> Cells:
    return Cells(
        np.array(rows, dtype=np.int32),
        np.array(columns, dtype=np.int32),
        np.array(kinds, dtype=np.uint8),
        np.array(numbers, dtype=np.float64),
        pa.array(texts, type=pa.string()),
    )


def cells_from_rows(rows: Iterable[Sequence[Any]]) -> Cells:
    """The non-empty cells of rows of Python values that begin at A1."""
    found: tuple[list[int], list[int], list[int], list[float], list[str | None]] = ([], [], [], [], [])
    row_numbers, columns, kinds, numbers, texts = found
    for row_number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            kind, number, text = _classify(value)
            row_numbers.append(row_number)
            columns.append(column)
            kinds.append(kind)
            numbers.append(number)
            texts.append(text)
    return cells_from_lists(*found)


def _classify(value: Any) -> tuple[Kind, float, str | None]:
    if isinstance(value, str):
        return Kind.TEXT, 0.0, value
    if isinstance(value, bool):
        return Kind.YES_NO, float(value), None
    if isinstance(value, datetime):
        return Kind.INSTANT, _milliseconds(value - EPOCH), None
    if isinstance(value, date):
        return Kind.INSTANT, _milliseconds(datetime(value.year, value.month, value.day) - EPOCH), None
    if isinstance(value, time):
        moment = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
        return Kind.DURATION, _milliseconds(moment), None
    if isinstance(value, timedelta):
        return Kind.DURATION, _milliseconds(value), None
    return Kind.NUMBER, float(value), None


def _milliseconds(span: timedelta) -> float:
    return float(round(span / timedelta(milliseconds=1)))


def as_texts(cells: Cells) -> pa.Array:
    """Every cell as the text a mixed column shows (see ``tables.Column``)."""
    texts = cells.texts
    for kind, write in _WRITERS.items():
        mask = cells.kinds == kind
        if mask.any():
            texts = pc.replace_with_mask(texts, pa.array(mask), write(cells.numbers[mask]))
    return texts


def _write_numbers(numbers: np.ndarray) -> pa.Array:
    is_integer = (numbers == np.floor(numbers)) & (np.abs(numbers) < EXACT_INTEGERS)
    written = pc.cast(pa.array(numbers), pa.string())
    if is_integer.any():
        integers = pc.cast(pa.array(numbers[is_integer].astype(np.int64)), pa.string())
        written = pc.replace_with_mask(written, pa.array(is_integer), integers)
    has_exponent = pc.match_substring(written, "e")
    if pc.any(has_exponent).as_py():
        plain = [_without_exponent(one) for one in pc.filter(written, has_exponent).to_pylist()]
        written = pc.replace_with_mask(written, has_exponent, pa.array(plain, type=pa.string()))
    return written


def _without_exponent(written: str) -> str:
    return format(Decimal(written), "f")


def _write_instants(milliseconds: np.ndarray) -> pa.Array:
    """``YYYY-MM-DD``, with the time of day where it is not midnight."""
    stamps = pa.array(milliseconds.astype(np.int64)).cast(pa.timestamp("ms"))
    days = pc.cast(stamps, pa.date32(), safe=False).cast(pa.string())
    is_midnight = pa.array(milliseconds % MILLISECONDS_A_DAY == 0)
    has_fraction = pa.array(milliseconds % 1000 != 0)
    full = pc.cast(stamps, pa.string())
    to_the_second = pc.utf8_slice_codeunits(full, 0, 19)
    return pc.if_else(is_midnight, days, pc.if_else(has_fraction, full, to_the_second))


def _write_durations(milliseconds: np.ndarray) -> pa.Array:
    return pa.array([_write_duration(one) for one in milliseconds.tolist()], type=pa.string())


def _write_duration(milliseconds: float) -> str:
    seconds, rest = divmod(round(abs(milliseconds)), 1000)
    sign = "-" if milliseconds < 0 else ""
    fraction = f".{rest:03d}" if rest else ""
    return f"{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{fraction}"


def _write_yes_no(numbers: np.ndarray) -> pa.Array:
    return pc.if_else(pa.array(numbers != 0), "TRUE", "FALSE")


_WRITERS = {
    Kind.NUMBER: _write_numbers,
    Kind.INSTANT: _write_instants,
    Kind.DURATION: _write_durations,
    Kind.YES_NO: _write_yes_no,
}


def serial_to_milliseconds(serials: np.ndarray, is_1904: bool) -> np.ndarray:
    """Excel's day counts as milliseconds since 1970, to the millisecond.

    Excel believes that 1900 was a leap year: serials up to 59 lie one day later than those after it.
    """
    if is_1904:
        days = serials - _days_since_1970(datetime(1904, 1, 1))
    else:
        days = serials - _days_since_1970(datetime(1899, 12, 30)) + (serials < 60)
    return np.round(days * MILLISECONDS_A_DAY)


def _days_since_1970(start: datetime) -> int:
    return (datetime(1970, 1, 1, tzinfo=UTC) - start.replace(tzinfo=UTC)).days
