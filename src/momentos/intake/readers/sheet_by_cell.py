"""One sheet of an .xlsx, cell by cell: the slow and obvious way, for sheets that are written in an unusual form.

It is also the twin against which the fast way (``sheet_by_block``) is checked.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
import pyarrow as pa

from momentos.domain.errors import Refused
from momentos.domain.messages import say
from momentos.intake.cells import EPOCH, Cells, Kind
from momentos.intake.limits import SHEET_COLUMNS, SHEET_ROWS
from momentos.intake.readers.book import Book
from momentos.intake.readers.formats import dated
from momentos.intake.readers.xml import Attributes, local, parse

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """``_x000D_`` is how a workbook writes characters that XML cannot."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


def address_of(written: str, sheet: str) -> tuple[int, int]:
    """Row and column (1-based) of ``F12``; raises ``Refused`` for what no sheet has."""
    found = _ADDRESS.fullmatch(written)
    if found is not None:
        column = 0
        for letter in found.group(1):
            column = column * 26 + ord(letter) - ord("A") + 1
        row = int(found.group(2))
        if row <= SHEET_ROWS and column <= SHEET_COLUMNS:
            return row, column
    raise Refused(
        say(
            "The workbook is damaged: the sheet {sheet} has a cell with the address {address}, which no sheet has. "
            "Open it in Excel, save it again and try with that copy.",
            sheet=sheet,
            address=written[:20],
        )
    )


@dataclass
class _State:
    """Where the parser stands, and what it has found."""

    row: int = 0
    column: int = 0
    style: int = 0
    type: str = "n"
    in_value: bool = False
    has_formula: bool = False
    in_phonetic: int = 0
    text: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    shows: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    texts: list[str | None] = field(default_factory=list)
    formulas_without_value: int = 0


def read_sheet(chunks: Iterable[bytes], part: str, sheet: str, book: Book) -> tuple[Cells, int]:
    """The sheet's non-empty cells, and how many formulas have no stored result. Raises ``Refused``."""
    state = _State()

    def on_start(name: str, attributes: Attributes) -> None:
        match local(name):
            case "row":
                state.row = _row_number(attributes.get("r"), state.row, sheet)
                state.column = 0
            case "c":
                _enter_cell(state, attributes, sheet)
            case "v" | "t":
                state.in_value = not state.in_phonetic
            case "f":
                state.has_formula = True
            case "rPh":
                state.in_phonetic += 1

    def on_end(name: str) -> None:
        match local(name):
            case "c":
                _leave_cell(state, sheet, book)
            case "v" | "t":
                state.in_value = False
            case "rPh":
                state.in_phonetic -= 1

    def on_text(text: str) -> None:
        if state.in_value:
            state.text.append(text)

    parse(chunks, part, on_start, on_end, on_text)
    return _cells(state, book), state.formulas_without_value


def _row_number(written: str | None, before: int, sheet: str) -> int:
    if written is None:
        return before + 1
    return address_of("A" + written, sheet)[0]


def _enter_cell(state: _State, attributes: Attributes, sheet: str) -> None:
    address = attributes.get("r")
    if address is None:
        state.column += 1
        state.row, state.column = address_of(_letters(state.column) + str(state.row), sheet)
    else:
        state.row, state.column = address_of(address, sheet)
    style = attributes.get("s", "0")
    state.style = int(style) if style.isascii() and style.isdigit() and len(style) < 7 else 0
    state.type = attributes.get("t", "n")
    state.has_formula = False
    state.text.clear()


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _leave_cell(state: _State, sheet: str, book: Book) -> None:
    text = "".join(state.text)
    if not text:
        state.formulas_without_value += state.has_formula and state.type != "str"
        return
    kind, number, written = _value(state, text, sheet, book)
    if written == "":
        return
    state.rows.append(state.row)
    state.columns.append(state.column)
    state.shows.append(int(book.shows[state.style]) if state.style < len(book.shows) and kind is Kind.NUMBER else 0)
    state.kinds.append(kind)
    state.numbers.append(number)
    state.texts.append(written)
    book.tally.count(1, sheet)


def _value(state: _State, text: str, sheet: str, book: Book) -> tuple[Kind, float, str | None]:
    match state.type:
        case "s":
            return Kind.TEXT, 0.0, book.shared_text(text, sheet)
        case "str" | "inlineStr":
            return Kind.TEXT, 0.0, unescape(text)
        case "e":
            return Kind.ERROR, 0.0, text
        case "b":
            return Kind.YES_NO, float(text.strip() not in ("0", "false")), None
        case "d":
            return _iso_date(text)
        case _:
            return number_or_text(text)


def _iso_date(text: str) -> tuple[Kind, float, str | None]:
    try:
        moment = datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return Kind.TEXT, 0.0, text
    return Kind.INSTANT, round((moment - EPOCH).total_seconds() * 1000), None


def number_or_text(text: str) -> tuple[Kind, float, str | None]:
    """A finite number; what is none is kept as text, to be named by whoever checks the column."""
    try:
        number = float(text)
    except ValueError:
        return Kind.TEXT, 0.0, text
    return (Kind.NUMBER, number, None) if math.isfinite(number) else (Kind.TEXT, 0.0, text)


def _cells(state: _State, book: Book) -> Cells:
    kinds = np.array(state.kinds, dtype=np.uint8)
    numbers = np.array(state.numbers, dtype=np.float64)
    shows = np.array(state.shows, dtype=np.uint8)
    is_number = kinds == Kind.NUMBER
    kinds[is_number], numbers[is_number] = dated(shows[is_number], numbers[is_number], book.is_1904)
    return Cells(
        np.array(state.rows, dtype=np.int32),
        np.array(state.columns, dtype=np.int32),
        kinds,
        numbers,
        pa.array(state.texts, type=pa.string()),
    )
