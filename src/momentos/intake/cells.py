"""The cells of one sheet while it is being read: where each stands, what kind it is, and its value."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import IntEnum
from math import isfinite
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

EXACT_INTEGERS = 2**53
"""Beyond this a double no longer tells neighbouring integers apart."""
MILLISECONDS_A_DAY = 86_400_000
EPOCH = datetime(1970, 1, 1)


class Kind(IntEnum):
    """What one cell holds. Instants count milliseconds since 1970, durations milliseconds, yes/no is 1 or 0.

    A number shown in per cent is the fraction that the spreadsheet keeps: 0.85 of a cell that shows 85 %.
    """

    NUMBER = 0
    INSTANT = 1
    DURATION = 2
    YES_NO = 3
    PER_CENT = 4
    TEXT = 5
    ERROR = 6


@dataclass(frozen=True)
class Cells:
    """Non-empty cells in any order, as parallel arrays.

    ``rows`` and ``columns`` (int32) are 1-based. ``numbers`` (double) holds the value; of texts and errors, where in
    the sheet's ``texts`` theirs stands.
    """

    rows: np.ndarray
    columns: np.ndarray
    kinds: np.ndarray
    numbers: np.ndarray

    def __len__(self) -> int:
        return len(self.rows)

    def pick(self, chosen: "np.ndarray | slice") -> "Cells":
        """Those cells that an index, a mask or a slice chooses."""
        return Cells(self.rows[chosen], self.columns[chosen], self.kinds[chosen], self.numbers[chosen])

    @property
    def places(self) -> np.ndarray:
        """One number a cell that grows in reading order: by row, then column."""
        return self.rows.astype(np.int64) << 16 | self.columns

    @property
    def is_text(self) -> np.ndarray:
        return self.kinds >= Kind.TEXT


@dataclass
class Sheet:
    """One sheet as read: its cells in pieces, in reading order, the texts they point at, and what there is to tell."""

    name: str
    hidden: bool = False
    pieces: list[Cells] = field(default_factory=list)
    texts: pa.Array = field(default_factory=lambda: pa.array([], type=pa.string()))
    formulas_without_value: int = 0

    @property
    def cell_count(self) -> int:
        return sum(map(len, self.pieces))

    @property
    def first_row(self) -> int:
        return min((int(piece.rows[0]) for piece in self.pieces if len(piece)), default=0)

    @property
    def last_row(self) -> int:
        return max((int(piece.rows[-1]) for piece in self.pieces if len(piece)), default=0)

    @property
    def first_column(self) -> int:
        return min((int(piece.columns.min()) for piece in self.pieces if len(piece)), default=0)

    @property
    def last_column(self) -> int:
        return max((int(piece.columns.max()) for piece in self.pieces if len(piece)), default=0)


def joined(pieces: Sequence[Cells]) -> Cells:
    """Several pieces as one."""
    if len(pieces) == 1:
        return pieces[0]
    return Cells(
        np.concatenate([piece.rows for piece in pieces]),
        np.concatenate([piece.columns for piece in pieces]),
        np.concatenate([piece.kinds for piece in pieces]),
        np.concatenate([piece.numbers for piece in pieces]),
    )


def cells_from_lists(
    rows: Sequence[int], columns: Sequence[int], kinds: Sequence[int], numbers: Sequence[float]
) -> Cells:
    return Cells(
        np.array(rows, dtype=np.int32),
        np.array(columns, dtype=np.int32),
        np.array(kinds, dtype=np.uint8),
        np.array(numbers, dtype=np.float64),
    )


def sheet_from_rows(name: str, hidden: bool, rows: Iterable[Sequence[Any]]) -> Sheet:
    """A sheet of rows of Python values that begin at A1. A number that is not finite is kept as text, to be named."""
    row_numbers: list[int] = []
    columns: list[int] = []
    kinds: list[int] = []
    numbers: list[float] = []
    texts: list[str] = []
    for row_number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            row_numbers.append(row_number)
            columns.append(column)
            if isinstance(value, str) or (isinstance(value, float) and not isfinite(value)):
                kind, number = Kind.TEXT, float(len(texts))
                texts.append(str(value))
            else:
                kind, number = _classify(value)
            kinds.append(kind)
            numbers.append(number)
    cells = cells_from_lists(row_numbers, columns, kinds, numbers)
    return Sheet(name, hidden, [cells], pa.array(texts, type=pa.string()))


def sheet_from_texts(name: str, rows: Sequence[Sequence[str]]) -> Sheet:
    """A sheet of rows of texts that begin at A1; empty texts are empty cells."""
    widths = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    texts = pa.array(itertools.chain.from_iterable(rows), type=pa.string(), size=int(widths.sum()))
    row_of = np.repeat(np.arange(len(rows)), widths)
    column_of = np.arange(len(texts)) - np.repeat(np.cumsum(widths) - widths, widths)
    cells = Cells(
        (row_of + 1).astype(np.int32),
        (column_of + 1).astype(np.int32),
        np.full(len(texts), Kind.TEXT, dtype=np.uint8),
        np.arange(len(texts), dtype=np.float64),
    )
    is_filled = pc.not_equal(pc.binary_length(texts), 0).to_numpy(zero_copy_only=False)
    return Sheet(name, False, [cells.pick(is_filled)], texts)


def _classify(value: Any) -> tuple[Kind, float]:
    if isinstance(value, bool):
        return Kind.YES_NO, float(value)
    if isinstance(value, datetime):
        return Kind.INSTANT, _milliseconds(value - EPOCH)
    if isinstance(value, date):
        return Kind.INSTANT, _milliseconds(datetime(value.year, value.month, value.day) - EPOCH)
    if isinstance(value, time):
        moment = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
        return Kind.DURATION, _milliseconds(moment)
    if isinstance(value, timedelta):
        return Kind.DURATION, _milliseconds(value)
    return Kind.NUMBER, float(value)


def _milliseconds(span: timedelta) -> float:
    return float(round(span / timedelta(milliseconds=1)))


def as_texts(cells: Cells, texts: pa.Array) -> pa.Array:
    """Every cell as the text a mixed column shows (see ``tables.Column``); ``texts`` are the sheet's."""
    written = texts.take(pa.array(cells.numbers.astype(np.int64), mask=~cells.is_text))
    for kind, write in _WRITERS.items():
        mask = cells.kinds == kind
        if mask.any():
            written = pc.replace_with_mask(written, pa.array(mask), write(cells.numbers[mask]))
    return written


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


def _write_per_cents(fractions: np.ndarray) -> pa.Array:
    return pa.array([per_cent_text(one) for one in fractions.tolist()], type=pa.string())


def per_cent_text(fraction: float) -> str:
    """``85 %`` for 0.85, never with three decimals alone: ``12.345 %`` could be read as thousands."""
    written = format(Decimal(repr(round(100 * fraction, 9))).normalize(), "f")
    return f"{written}0 %" if len(written.partition(".")[2]) == 3 else f"{written} %"


def _write_yes_no(numbers: np.ndarray) -> pa.Array:
    return pc.if_else(pa.array(numbers != 0), "TRUE", "FALSE")


_WRITERS = {
    Kind.NUMBER: _write_numbers,
    Kind.INSTANT: _write_instants,
    Kind.DURATION: _write_durations,
    Kind.YES_NO: _write_yes_no,
    Kind.PER_CENT: _write_per_cents,
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
