"""Checks an .ods before its reader sees it: sound XML, and cells repeated no more often than a sheet has room for.

On the way it notes which cells are shown in per cent, which the reader does not tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from momentos.domain.errors import WrongInput
from momentos.intake.cells import Cells, Kind, Sheet
from momentos.intake.gate import password_message
from momentos.intake.limits import SHEET_COLUMNS, SHEET_ROWS, Limits
from momentos.intake.readers.package import Package
from momentos.intake.readers.xml import Attributes, local, parse
from momentos.intake.tally import Tally

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
BEYOND = 10 * (SHEET_ROWS + SHEET_COLUMNS)
"""A repetition this large is beyond every limit; larger ones need not be told apart."""

PerCents = dict[str, dict[int, list[list[int]]]]
"""By sheet and column from 1, the first and last rows of the stretches shown in per cent, in order."""


@dataclass
class _Place:
    """Where the parser stands in the current sheet, and how far its filled cells reach."""

    sheet: str = ""
    row: int = 0
    rows: int = 0
    column: int = 0
    columns: int = 0
    is_filled: bool = False
    filled_in_row: int = 0
    first_row: int = 0
    first_column: int = 0
    last_column: int = 0
    is_per_cent: bool = False
    per_cents: PerCents = field(default_factory=dict)


def check(path: Path, name: str, limits: Limits) -> PerCents:
    """The cells shown in per cent; raises ``Refused`` for a file that is protected, not sound, or over a limit."""
    tally = Tally(limits)
    with Package(path, limits) as package:
        if MANIFEST in package and any(path[-1] == "encryption-data" for path, _ in package.elements(MANIFEST)):
            raise WrongInput(password_message(name))
        place = _Place()

        def on_start(tag: str, attributes: Attributes) -> None:
            match local(tag):
                case "table":
                    _enter_table(place, attributes)
                case "table-row":
                    _enter_row(place, attributes)
                case "table-cell" | "covered-table-cell":
                    place.columns = _repeated(attributes, "number-columns-repeated")
                    types = [value for key, value in attributes.items() if local(key) == "value-type"]
                    place.is_filled, place.is_per_cent = bool(types), "percentage" in types
                case "p":
                    place.is_filled = True

        def on_end(tag: str) -> None:
            match local(tag):
                case "table-cell" | "covered-table-cell":
                    _leave_cell(place)
                case "table-row":
                    _leave_row(place, tally)

        parse(package.chunks(CONTENT), CONTENT, on_start, on_end)
    return place.per_cents


def with_per_cents(sheet: Sheet, by_column: Mapping[int, list[list[int]]]) -> Sheet:
    """The sheet with the numbers of these stretches as what they show."""
    return replace(sheet, pieces=[_marked(piece, by_column) for piece in sheet.pieces]) if by_column else sheet


def _marked(cells: Cells, by_column: Mapping[int, list[list[int]]]) -> Cells:
    is_shown = np.zeros(len(cells), dtype=bool)
    order = np.argsort(cells.columns, kind="stable")
    columns = cells.columns[order]
    starts = np.flatnonzero(np.diff(columns, prepend=-1))
    for places in np.split(order, starts[1:]):
        stretches = by_column.get(int(cells.columns[places[0]])) if len(places) else None
        if stretches:
            first, last = np.array(stretches).T
            within = np.searchsorted(first, cells.rows[places], side="right") - 1
            is_shown[places] = (within >= 0) & (cells.rows[places] <= last[within])
    return replace(cells, kinds=np.where(is_shown & (cells.kinds == Kind.NUMBER), np.uint8(Kind.PER_CENT), cells.kinds))


def _enter_table(place: _Place, attributes: Attributes) -> None:
    names = (value for key, value in attributes.items() if local(key) == "name")
    place.sheet = next(names, "")
    place.row = place.first_row = place.first_column = place.last_column = 0


def _enter_row(place: _Place, attributes: Attributes) -> None:
    place.rows = _repeated(attributes, "number-rows-repeated")
    place.column = place.filled_in_row = 0


def _repeated(attributes: Attributes, name: str) -> int:
    written = next((value for key, value in attributes.items() if local(key) == name), "1")
    if not (written.isascii() and written.isdigit()):
        return 1
    return min(int(written), BEYOND) if len(written) < 9 else BEYOND


def _leave_cell(place: _Place) -> None:
    if place.is_filled:
        place.first_column = min(place.first_column or place.column + 1, place.column + 1)
        place.last_column = max(place.last_column, min(place.column + place.columns, BEYOND))
        place.filled_in_row += place.columns
    if place.is_per_cent:
        _note_per_cents(place)
    place.is_filled = place.is_per_cent = False
    place.column += place.columns


def _note_per_cents(place: _Place) -> None:
    by_column = place.per_cents.setdefault(place.sheet, {})
    first, last = place.row + 1, place.row + place.rows
    for column in range(place.column + 1, min(place.column + place.columns, SHEET_COLUMNS) + 1):
        stretches = by_column.setdefault(column, [])
        if stretches and stretches[-1][1] == first - 1:
            stretches[-1][1] = last
        else:
            stretches.append([first, last])


def _leave_row(place: _Place, tally: Tally) -> None:
    if place.filled_in_row:
        place.first_row = place.first_row or place.row + 1
        last_row = place.row + place.rows
        tally.check_box(place.first_row, last_row, place.first_column, place.last_column, place.sheet)
        tally.count(place.filled_in_row * place.rows, place.sheet)
    place.row += place.rows
