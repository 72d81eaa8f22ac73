"""One sheet of an .xlsx, many cells at a time: the fast way, for sheets written in the plain form nearly all are.

Reading and checking are one pass: every tag, address and number is verified as it is used. Anything out of the
ordinary raises ``Unusual``, and the sheet is read by ``sheet_by_cell`` instead, to the same result or a refusal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from momentos.intake.cells import Cells, Kind
from momentos.intake.limits import SHEET_COLUMNS, SHEET_ROWS
from momentos.intake.readers.book import Book
from momentos.intake.readers.formats import dated
from momentos.intake.readers.markup import (
    Grammar,
    Tags,
    Unusual,
    attributes,
    pieces,
    plain_texts,
    slices,
    without_line_ends,
)
from momentos.intake.readers.xml import XmlChecker

ROW, ROW_EMPTY, ROW_END, CELL, CELL_EMPTY, CELL_END = 1, 2, 3, 4, 5, 6
VALUE, VALUE_EMPTY, VALUE_END, FORMULA, FORMULA_EMPTY, FORMULA_END = 7, 8, 9, 10, 11, 12
INLINE, INLINE_END, TEXT, TEXT_EMPTY, TEXT_END = 13, 14, 15, 16, 17
_NEXT_CELL = (CELL, CELL_EMPTY, ROW_END)
_NEXT_ROW = (ROW, ROW_EMPTY)
_RESULT = (VALUE, VALUE_EMPTY, CELL_END)

GRAMMAR = Grammar(
    plain={
        b"</row>": ROW_END, b"</c>": CELL_END, b"<v>": VALUE, b"</v>": VALUE_END, b"<v/>": VALUE_EMPTY,
        b"<f>": FORMULA, b"</f>": FORMULA_END, b"<f/>": FORMULA_EMPTY, b"<is>": INLINE, b"</is>": INLINE_END,
        b"<t>": TEXT, b"</t>": TEXT_END, b"<t/>": TEXT_EMPTY, b'<t xml:space="preserve">': TEXT,
        b'<v xml:space="preserve">': VALUE,
    },
    named={b"row": ROW, b"row/": ROW_EMPTY, b"c": CELL, b"c/": CELL_EMPTY, b"f": FORMULA, b"f/": FORMULA_EMPTY},
    follows={
        None: _NEXT_ROW, ROW: _NEXT_CELL, ROW_EMPTY: _NEXT_ROW, ROW_END: _NEXT_ROW,
        CELL: (VALUE, VALUE_EMPTY, FORMULA, FORMULA_EMPTY, INLINE, CELL_END), CELL_EMPTY: _NEXT_CELL,
        CELL_END: _NEXT_CELL, VALUE: (VALUE_END,), VALUE_END: (CELL_END,), VALUE_EMPTY: (CELL_END,),
        FORMULA: (FORMULA_END,), FORMULA_END: _RESULT, FORMULA_EMPTY: _RESULT,
        INLINE: (TEXT, TEXT_EMPTY), TEXT: (TEXT_END,), TEXT_END: (INLINE_END,), TEXT_EMPTY: (INLINE_END,),
        INLINE_END: (CELL_END,),
    },
    last=(ROW_END, ROW_EMPTY),
    holds_text=(VALUE, FORMULA, TEXT),
)  # fmt: skip

_AFTER_LINE_ENDS = (b"<row ", b"</row>", b"<c ", b"</c>", b"<v>", b"<is>", b"</is>", b"<f>", b"<f ")
_OPENING = re.compile(rb"<sheetData>")

TYPES = {"n": 0, "s": 1, "str": 2, "inlineStr": 3, "b": 4, "e": 5}
NUMBER, SHARED, STRING, INLINE_STRING, YES_NO, ERROR = range(6)


def read_sheet(chunks: Iterator[bytes], part: str, sheet: str, book: Book) -> Iterator[tuple[Cells, pa.Array, int]]:
    """Pieces of the sheet in reading order: cells, the texts of their own, and formulas without a stored result.

    Text cells number the book's shared texts first and then, from there on, the piece's own.
    """
    checker = XmlChecker(part)
    last_place, first_own = 0, len(book.texts)
    for kind, data in pieces(chunks, _OPENING, b"</row>", b"</sheetData>"):
        if kind == "rows":
            cells, own_texts, unanswered = _read_rows(data, sheet, book, first_own)
            first_own += len(own_texts)
            if len(cells):
                last_place = _check_ascending(cells, last_place)
            yield cells, own_texts, unanswered
        else:
            if b"<!" in data:
                raise Unusual
            checker.feed(data, is_last=kind == "after")
            if checker.encoding.upper() != "UTF-8":
                raise Unusual


def _check_ascending(cells: Cells, last_place: int) -> int:
    """Every cell stands after the one before it; so none is there twice."""
    places = cells.places
    if places[0] <= last_place or not (places[1:] > places[:-1]).all():
        raise Unusual
    return int(places[-1])


def _read_rows(data: bytes, sheet: str, book: Book, first_own: int) -> tuple[Cells, pa.Array, int]:
    tags = GRAMMAR.take_apart(without_line_ends(data, _AFTER_LINE_ENDS))
    _check_formulas(tags)
    row_numbers, row_digits, row_starts = _row_numbers(tags)
    cells = np.flatnonzero((tags.codes == CELL) | (tags.codes == CELL_EMPTY))
    row_of_cell = np.cumsum((tags.codes == ROW) | (tags.codes == ROW_EMPTY))[cells] - 1
    rows = row_numbers.take(row_of_cell)
    columns, address_ends = _addresses(tags, cells, row_digits.take(row_of_cell), row_starts.take(row_of_cell))
    styles, types = _styles_and_types(tags, cells, address_ends)

    with_value, value_tags, unanswered = _values(tags, cells, types)
    types = types[with_value]
    written = _Written(tags, value_tags)
    kinds, numbers = _understand(written, types, styles[with_value], sheet, book)
    has_own = (types == STRING) | (types == INLINE_STRING) | (types == ERROR)
    own_texts = plain_texts(written.of(has_own))
    kinds[has_own] = np.where(types[has_own] == ERROR, Kind.ERROR, Kind.TEXT)
    numbers[has_own] = first_own + np.arange(len(own_texts))
    book.check_own_texts(own_texts, sheet)
    book.tally.count(len(kinds), sheet)
    found = Cells(rows[with_value], columns[with_value], kinds, numbers)
    return book.without_empty_texts(found), own_texts, unanswered


def _check_formulas(tags: Tags) -> None:
    """The attributes of formulas are well-formed; nothing else of them is looked at."""
    formulas = np.flatnonzero((tags.codes == FORMULA) | (tags.codes == FORMULA_EMPTY))
    if len(formulas):
        attributes(slices(tags.data, tags.begins[formulas] + 2, tags.ends[formulas]))


def _row_numbers(tags: Tags) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each row's number, how many digits it is written with, and where the first of them stands."""
    found = np.flatnonzero((tags.codes == ROW) | (tags.codes == ROW_EMPTY))
    begins, ends = tags.begins[found], tags.ends[found]
    _expect(tags.octets, begins + 4, ends, b' r="')
    starts = begins + 8
    digits = _digit_count(tags.octets, starts, ends)
    numbers = _integers(slices(tags.data, starts, starts + digits))
    _expect(tags.octets, starts + digits, ends, b'"')
    _, sets = attributes(slices(tags.data, starts + digits + 1, ends))
    if any("r" in one for one in sets) or (numbers < 1).any() or (numbers > SHEET_ROWS).any():
        raise Unusual
    if (tags.octets[starts] == ord("0")).any():
        raise Unusual
    return numbers, digits, starts


def _expect(octets: np.ndarray, places: np.ndarray, ends: np.ndarray, spelled: bytes) -> None:
    """At each of the places stand these bytes, before the tag's end."""
    if (places + len(spelled) > ends).any():
        raise Unusual
    for offset, byte in enumerate(spelled):
        if (octets[places + offset] != byte).any():
            raise Unusual


def _digit_count(octets: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """How many digits stand from each start on; 1 to 7, or it is no row of a sheet."""
    digits = np.zeros(len(starts), dtype=np.int32)
    going_on = np.ones(len(starts), dtype=bool)
    for offset in range(8):
        byte = octets[np.minimum(starts + offset, ends)]
        going_on &= (byte >= ord("0")) & (byte <= ord("9"))
        digits += going_on
    if (digits < 1).any() or (digits > 7).any():
        raise Unusual
    return digits


def _integers(written: pa.Array) -> np.ndarray:
    try:
        return pc.cast(written, pa.int32()).to_numpy(zero_copy_only=False)
    except pa.ArrowInvalid as error:
        raise Unusual from error


def _addresses(
    tags: Tags, cells: np.ndarray, digits: np.ndarray, row_starts: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Each cell's column, and where its address's closing quote stands; the address names the row it is in, which
    the row's tag writes in so many digits from there on."""
    octets, begins, ends = tags.octets, tags.begins[cells], tags.ends[cells]
    _expect(octets, begins + 2, ends, b' r="')
    starts = begins + 6
    columns = np.zeros(len(cells), dtype=np.int32)
    going_on = np.ones(len(cells), dtype=bool)
    for _ in range(3):
        letter = octets.take(starts).astype(np.int32)
        going_on &= (letter >= ord("A")) & (letter <= ord("Z"))
        if not going_on.any():
            break
        columns = np.where(going_on, columns * 26 + letter - ord("A") + 1, columns)
        starts = starts + going_on
    if (columns < 1).any() or (columns > SHEET_COLUMNS).any():
        raise Unusual
    quotes = starts + digits
    if (quotes >= ends).any() or (octets.take(quotes) != ord('"')).any():
        raise Unusual
    for place in range(int(digits.max(initial=0))):
        is_other = octets.take(starts + place, mode="clip") != octets.take(row_starts + place, mode="clip")
        if (is_other & (place < digits)).any():
            raise Unusual
    return columns, quotes


def _styles_and_types(tags: Tags, cells: np.ndarray, address_ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each cell's style number and type (``TYPES``), from the attributes after its address."""
    numbers, sets = attributes(slices(tags.data, address_ends + 1, tags.ends[cells]))
    if any("r" in one or one.get("t", "n") not in TYPES for one in sets):
        raise Unusual
    styles = np.array([_style(one.get("s", "0")) for one in sets], dtype=np.int32)
    types = np.array([TYPES[one.get("t", "n")] for one in sets], dtype=np.uint8)
    return styles[numbers], types[numbers]


def _style(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 7):
        raise Unusual
    return int(written)


def _values(tags: Tags, cells: np.ndarray, types: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
    """Which cells have a value, the tag that holds each, and how many formulas have no stored result."""
    codes = tags.codes
    following = np.minimum(cells + 1, len(codes) - 1)
    value_tags = following.copy()
    value_tags[codes[following] == FORMULA] += 2
    value_tags[codes[following] == FORMULA_EMPTY] += 1
    value_tags[codes[following] == INLINE] += 1
    holds = (codes[cells] == CELL) & ((codes[value_tags] == VALUE) | (codes[value_tags] == TEXT))
    is_inline = codes[value_tags] == TEXT
    if (holds & (is_inline != (types == INLINE_STRING))).any():
        raise Unusual
    filled = holds & (tags.begins[np.minimum(value_tags + 1, len(codes) - 1)] - tags.ends[value_tags] > 1)
    has_formula = (codes[cells] == CELL) & ((codes[following] == FORMULA) | (codes[following] == FORMULA_EMPTY))
    unanswered = int((has_formula & ~filled & (types != STRING)).sum())
    return filled, value_tags[filled], unanswered


@dataclass(frozen=True)
class _Written:
    """What is written in the cells that have a value, of which each reader takes its own."""

    tags: Tags
    value_tags: np.ndarray

    def of(self, chosen: np.ndarray) -> pa.Array:
        return self.tags.texts_after(self.value_tags[chosen])


def _understand(
    written: _Written, types: np.ndarray, styles: np.ndarray, sheet: str, book: Book
) -> tuple[np.ndarray, np.ndarray]:
    """Kinds and values of the cells, given what is written in them; texts that are not shared are left open."""
    kinds = np.empty(len(types), dtype=np.uint8)
    numbers = np.zeros(len(types))
    is_number = types == NUMBER
    kinds[is_number], numbers[is_number] = _read_numbers(written.of(is_number), styles[is_number], book)
    is_shared = types == SHARED
    kinds[is_shared] = Kind.TEXT
    numbers[is_shared] = _integers(written.of(is_shared))
    book.check_text_numbers(numbers[is_shared], sheet)
    is_yes_no = types == YES_NO
    kinds[is_yes_no], numbers[is_yes_no] = Kind.YES_NO, _read_yes_no(written.of(is_yes_no))
    return kinds, numbers


def _read_numbers(written: pa.Array, styles: np.ndarray, book: Book) -> tuple[np.ndarray, np.ndarray]:
    try:
        numbers = pc.cast(written, pa.float64()).to_numpy(zero_copy_only=False)
    except pa.ArrowInvalid as error:
        raise Unusual from error
    if not np.isfinite(numbers).all():
        raise Unusual
    shows = book.shows_of(styles)
    return dated(shows, numbers, book.is_1904)


def _read_yes_no(written: pa.Array) -> np.ndarray:
    is_yes, is_no = pc.equal(written, "1"), pc.equal(written, "0")
    if not pc.all(pc.or_(is_yes, is_no), min_count=0).as_py():
        raise Unusual
    return pc.cast(is_yes, pa.float64()).to_numpy(zero_copy_only=False)
