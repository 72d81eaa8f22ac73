"""From the cells of a sheet to its tables: look at the head, find the tables, give each column its type."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.marks import explains_template
from momentos.domain.messages import say
from momentos.intake.cells import Cells, Kind, Sheet, as_texts, joined
from momentos.intake.locate import TableBox, find_tables
from momentos.intake.raw_table import Column, RawTable, SheetInfo

HEAD_ROWS = 200
WHOLE_SHEET_ROWS = 5_000
"""A sheet this short is searched whole for tables; of a longer one only the head is."""


def tables_of(sheet: Sheet) -> tuple[SheetInfo, list[RawTable]]:
    """The tables of one sheet, and the line about it."""
    first, rows, columns = sheet.first_row, sheet.last_row, sheet.last_column
    if not sheet.cell_count:
        why = say("The sheet {sheet} is empty.", sheet=sheet.name)
        return SheetInfo(sheet.name, sheet.hidden, rows, columns, why), []
    head = head_texts(sheet, WHOLE_SHEET_ROWS if rows - first < WHOLE_SHEET_ROWS else HEAD_ROWS)
    if explains_template(next((text for text in head[0] if text), "")):
        why = say("The sheet {sheet} explains the template; it holds no data.", sheet=sheet.name)
        return SheetInfo(sheet.name, sheet.hidden, rows, columns, why), []
    boxes = find_tables(head, first)
    if not boxes:
        why = say(
            "No table was found in the sheet {sheet}: a table is a row of headers with rows of data below it.",
            sheet=sheet.name,
        )
        return SheetInfo(sheet.name, sheet.hidden, rows, columns, why), []
    by_column = _split_by_column(sheet.pieces)
    tables = [
        _table(sheet, by_column, index, box, _notes(head, first, box, boxes[:index]), rows)
        for index, box in enumerate(boxes)
    ]
    return SheetInfo(sheet.name, sheet.hidden, rows, columns), tables


def head_texts(sheet: Sheet, height: int) -> list[list[str | None]]:
    """The first ``height`` rows from the first filled one on, as texts; ``None`` where a cell is empty."""
    first, width = sheet.first_row, sheet.last_column
    pieces = [piece for piece in sheet.pieces if len(piece) and piece.rows[0] < first + height]
    cells = joined(pieces)
    cells = cells.pick(cells.rows < first + height)
    grid: list[list[str | None]] = [[None] * width for _ in range(int(cells.rows[-1]) - first + 1)]
    texts = as_texts(cells, sheet.texts).to_pylist()
    for row, column, text in zip(cells.rows.tolist(), cells.columns.tolist(), texts, strict=True):
        grid[row - first][column - 1] = text
    return grid


def _notes(head: list[list[str | None]], first_row: int, box: TableBox, above: list[TableBox]) -> tuple[str, ...]:
    """Texts that stand over the header, below the table before."""
    top = box.header_first_row or box.first_data_row
    start = max((one.last_data_row or 0 for one in above if (one.last_data_row or 0) < top), default=0)
    rows = head[max(start + 1 - first_row, 0) : top - first_row]
    return tuple(text for row in rows for text in row if text and text.strip())


def _split_by_column(pieces: list[Cells]) -> dict[int, list[Cells]]:
    """The cells of each column, by row. Empties ``pieces``, so that no cell is held twice."""
    by_column: dict[int, list[Cells]] = {}
    while pieces:
        piece = pieces.pop(0)
        order = np.argsort(piece.columns.astype(np.uint16), kind="stable")
        columns = piece.columns[order]
        starts = np.flatnonzero(np.diff(columns, prepend=-1))
        for start, end in zip(starts, np.append(starts[1:], len(order)), strict=True):
            by_column.setdefault(int(columns[start]), []).append(piece.pick(order[start:end]))
    return by_column


def _table(
    sheet: Sheet, by_column: dict[int, list[Cells]], index: int, box: TableBox, notes: tuple[str, ...], last_row: int
) -> RawTable:
    first, last = box.first_data_row, box.last_data_row or last_row
    count = max(last - first + 1, 0)
    headers = dict(zip(range(box.first_column, box.last_column + 1), box.headers, strict=True))
    columns = tuple(
        column_of(by_column.get(number, []), sheet.texts, column_letter(number), header, range(first, first + count))
        for number, header in headers.items()
    )
    return RawTable(
        sheet=sheet.name,
        hidden=sheet.hidden,
        index=index,
        header_rows=(box.header_first_row, box.header_last_row),
        columns=columns,
        row_numbers=pa.array(np.arange(first, first + count, dtype=np.int32)),
        notes=notes,
    )


def column_of(pieces: list[Cells], texts: pa.Array, letter: str, header: str, rows: range) -> Column:
    """One column over these rows of the sheet, typed if all its cells are of one kind."""
    within = [_within(piece, rows) for piece in pieces]
    cells = joined(within) if within else None
    if cells is None or not len(cells):
        return Column(letter, header, pa.chunked_array([pa.nulls(len(rows))]))
    cells = _with_meant_per_cents(cells)
    positions = cells.rows - rows.start
    kinds = set(np.unique(cells.kinds).tolist())
    if kinds <= {Kind.TEXT, Kind.ERROR}:
        return Column(letter, header, _spread_texts(cells, texts, positions, len(rows)))
    if len(kinds) == 1 and Kind.PER_CENT not in kinds:
        return Column(letter, header, _typed(cells, Kind(kinds.pop()), positions, len(rows)))
    numeric = None
    if Kind.NUMBER in kinds:
        is_number = np.zeros(len(rows), dtype=bool)
        is_number[positions] = cells.kinds == Kind.NUMBER
        numeric = pa.array(is_number)
    chosen = np.zeros(len(rows), dtype=np.int64)
    chosen[positions] = np.arange(len(positions))
    written = as_texts(cells, texts).take(pa.array(chosen, mask=_empty(positions, len(rows))))
    return Column(letter, header, pa.chunked_array([written]), numeric)


def _with_meant_per_cents(cells: Cells) -> Cells:
    """The cells, those shown in per cent as plain numbers where that format is an accident.

    A column of 1 to 5 that somebody formatted so shows 500 %: more than half of its numbers are beyond 1, or all are
    whole and some are.
    """
    is_per_cent = cells.kinds == Kind.PER_CENT
    fractions = cells.numbers[is_per_cent]
    beyond = int((fractions > 1).sum())
    are_whole = bool((fractions == np.floor(fractions)).all())
    if 2 * beyond <= len(fractions) and not (are_whole and beyond):
        return cells
    return replace(cells, kinds=np.where(is_per_cent, np.uint8(Kind.NUMBER), cells.kinds))


def _within(piece: Cells, rows: range) -> Cells:
    start, end = np.searchsorted(piece.rows, [rows.start, rows.stop])
    return piece.pick(slice(int(start), int(end)))


def _spread_texts(cells: Cells, texts: pa.Array, positions: np.ndarray, count: int) -> pa.ChunkedArray:
    """Texts at their rows; null between them."""
    chosen = np.zeros(count, dtype=np.int64)
    chosen[positions] = cells.numbers
    return pa.chunked_array([texts.take(pa.array(chosen, mask=_empty(positions, count)))])


def _empty(positions: np.ndarray, count: int) -> np.ndarray:
    empty = np.ones(count, dtype=bool)
    empty[positions] = False
    return empty


def _typed(cells: Cells, kind: Kind, positions: np.ndarray, count: int) -> pa.ChunkedArray:
    numbers = np.zeros(count)
    numbers[positions] = cells.numbers
    empty = _empty(positions, count)
    if kind is Kind.NUMBER:
        return pa.chunked_array([pa.array(numbers, mask=empty)])
    if kind is Kind.YES_NO:
        return pa.chunked_array([pa.array(numbers != 0, mask=empty)])
    target = pa.timestamp("us") if kind is Kind.INSTANT else pa.duration("us")
    microseconds = pa.array((numbers * 1000).astype(np.int64), mask=empty)
    return pa.chunked_array([pc.cast(microseconds, target)])


def column_letter(number: int) -> str:
    """``A`` for 1, ``AA`` for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
