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

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.intake.cells import EPOCH, Cells, Kind, cells_from_lists
from momentos.intake.limits import SHEET_COLUMNS, SHEET_ROWS
from momentos.intake.readers.book import Book, raise_no_such_text
from momentos.intake.readers.formats import dated
from momentos.intake.readers.markup import unescape
from momentos.intake.readers.xml import Attributes, local, parse

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


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
    raise WrongInput(
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
    styles: list[int] = field(default_factory=list)
    is_shared: list[bool] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    own_texts: list[str] = field(default_factory=list)
    formulas_without_value: int = 0


def read_sheet(chunks: Iterable[bytes], part: str, sheet: str, book: Book) -> tuple[Cells, pa.Array, int]:
    """The sheet's cells in reading order, the texts of their own, and how many formulas have no stored result.

    Text cells number the book's shared texts first and then, from there on, the sheet's own.
    """
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
    own_texts = pa.array(state.own_texts, type=pa.string())
    book.check_own_texts(own_texts, sheet)
    return _cells(state, sheet, book), own_texts, state.formulas_without_value


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
    kind, number, own = _value(state.type, text, sheet)
    if own is not None:
        number = len(book.texts) + len(state.own_texts)
        state.own_texts.append(own)
    state.rows.append(state.row)
    state.columns.append(state.column)
    state.styles.append(state.style)
    state.kinds.append(kind)
    state.numbers.append(number)
    state.is_shared.append(state.type == "s")
    book.tally.count(1, sheet)


def _value(cell_type: str, text: str, sheet: str) -> tuple[Kind, float, str | None]:
    """The cell's kind and its value; of a text that is not shared, the text itself."""
    match cell_type:
        case "s":
            return Kind.TEXT, _text_number(text, sheet), None
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


def _text_number(written: str, sheet: str) -> int:
    digits = written.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise_no_such_text(sheet)
    return int(digits)


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


def _cells(state: _State, sheet: str, book: Book) -> Cells:
    cells = cells_from_lists(state.rows, state.columns, state.kinds, state.numbers)
    styles = np.array(state.styles, dtype=np.int32)
    is_number = cells.kinds == Kind.NUMBER
    cells.kinds[is_number], cells.numbers[is_number] = dated(
        book.shows_of(styles[is_number]), cells.numbers[is_number], book.is_1904
    )
    is_shared = np.array(state.is_shared, dtype=bool)
    book.check_text_numbers(cells.numbers[is_shared], sheet)
    cells = book.without_empty_texts(cells)
    return _in_reading_order(cells, sheet)


def _in_reading_order(cells: Cells, sheet: str) -> Cells:
    places = cells.places
    if len(places) < 2 or bool((places[1:] > places[:-1]).all()):
        return cells
    order = np.argsort(places, kind="stable")
    cells = cells.pick(order)
    twice = np.flatnonzero(np.diff(cells.places) == 0)
    if len(twice):
        raise WrongInput(
            say(
                "The workbook is damaged: the sheet {sheet} says two things about one and the same cell "
                "of its row {row}. Open it in Excel, save it again and try with that copy.",
                sheet=sheet,
                row=int(cells.rows[twice[0]]),
            )
        )
    return cells
