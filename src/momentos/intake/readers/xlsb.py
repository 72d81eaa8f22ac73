"""Checks an .xlsb before its reader sees it: whole records, and every row and column where a sheet has them."""

import struct
from collections.abc import Iterator
from pathlib import Path

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.intake.limits import MEGABYTE, SHEET_COLUMNS, SHEET_ROWS, Limits
from momentos.intake.readers.package import Package
from momentos.intake.tally import Tally

ROW_HEADER = 0
FILLED_CELLS = range(2, 12)
SHARED_TEXTS = 159
LARGEST_RECORD = 10 * MEGABYTE


def check(path: Path, limits: Limits) -> None:
    """Raises ``Refused`` for a file that is not sound or over a limit."""
    tally = Tally(limits)
    with Package(path, limits) as package:
        for part in package.names():
            if part.startswith("xl/worksheets/") and part.endswith(".bin"):
                _check_sheet(package.chunks(part), part, tally)
            elif part.endswith("sharedstrings.bin"):
                _check_texts(package.chunks(part), part, limits)
            else:
                _unpack(package.chunks(part))


def _unpack(chunks: Iterator[bytes]) -> None:
    """Reads a part only to see that its checksum and size are right."""
    for _ in chunks:
        pass


def _check_sheet(chunks: Iterator[bytes], part: str, tally: Tally) -> None:
    row, first_row, first_column, last_column = 0, 0, 0, 0
    for kind, body in records(chunks, part):
        if kind == ROW_HEADER:
            row = _number(body, 0, part) + 1
            if row > SHEET_ROWS:
                raise _damaged(part)
        elif kind in FILLED_CELLS:
            column = _number(body, 0, part) + 1
            if column > SHEET_COLUMNS:
                raise _damaged(part)
            first_row = first_row or row
            first_column, last_column = min(first_column or column, column), max(last_column, column)
            tally.count(1, part)
            tally.check_box(first_row, row, first_column, last_column, part)


def _check_texts(chunks: Iterator[bytes], part: str, limits: Limits) -> None:
    for kind, body in records(chunks, part):
        if kind == SHARED_TEXTS and max(_number(body, 0, part), _number(body, 4, part)) > limits.cells:
            raise _damaged(part)


def records(chunks: Iterator[bytes], part: str) -> Iterator[tuple[int, bytes]]:
    """The records of a binary part: kind and body. Raises ``Refused`` if the part ends inside one."""
    data = b"".join(chunks)
    position = 0
    while position < len(data):
        kind, position = _packed_number(data, position, 2, part)
        size, position = _packed_number(data, position, 4, part)
        if size > LARGEST_RECORD or position + size > len(data):
            raise _damaged(part)
        yield kind, data[position : position + size]
        position += size


def _packed_number(data: bytes, position: int, longest: int, part: str) -> tuple[int, int]:
    """A number in seven bits a byte, the highest bit saying that more follow."""
    number = 0
    for place in range(longest):
        if position >= len(data):
            raise _damaged(part)
        byte = data[position]
        position += 1
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            break
    return number, position


def _number(body: bytes, offset: int, part: str) -> int:
    if len(body) < offset + 4:
        raise _damaged(part)
    return int(struct.unpack_from("<L", body, offset)[0])


def _damaged(part: str) -> WrongInput:
    return WrongInput(
        say(
            "The workbook is damaged: its part {part} breaks off or names cells that no sheet has. "
            "Open it in Excel, save it again as .xlsx and try with that copy.",
            part=part,
        )
    )
