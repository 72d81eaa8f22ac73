"""From the cells of a sheet to its tables: look at the head, find the tables, give each column its type."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from momentos.domain.messages import say
from momentos.intake.cells import Cells, Kind, Sheet, as_texts
from momentos.intake.locate import TableBox, find_tables
from momentos.intake.tables import Column, RawTable, SheetInfo

HEAD_ROWS = 200
WHOLE_SHEET_ROWS = 5_000
"""A sheet this short is searched whole for tables; of a longer one only the head is."""


def tables_of(sheet: Sheet) -> tuple[SheetInfo, list[RawTable]]:
    """The tables of one sheet, and the line about it."""
    cells = in_reading_order(sheet.whole())
    rows, columns = sheet.last_row, sheet.last_column
    if not len(cells):
        why = say("The sheet {sheet} is empty.", sheet=sheet.name)
        return SheetInfo(sheet.name, sheet.hidden, rows, columns, why), []
    first_row = int(cells.rows[0])
    height = WHOLE_SHEET_ROWS if rows - first_row < WHOLE_SHEET_ROWS else HEAD_ROWS
    head = head_texts(cells, first_row, height, columns)
    boxes = find_tables(head, first_row)
    if not boxes:
        why = say(
            "No table was found in the sheet {sheet}: a table is a row of headers with rows of data below it.",
            sheet=sheet.name,
        )
        return SheetInfo(sheet.name, sheet.hidden, rows, columns, why), []
    by_column = _split_by_column(cells)
    tables = [
        _table(sheet, by_column, index, box, _notes(head, first_row, box, boxes[:index]), rows)
        for index, box in enumerate(boxes)
    ]
    return SheetInfo(sheet.name, sheet.hidden, rows, columns), tables


def in_reading_order(cells: Cells) -> Cells:
    """The same cells by row, then column; free if they already are."""
    places = cells.rows.astype(np.int64) << 16 | cells.columns
    if len(places) < 2 or bool((places[1:] > places[:-1]).all()):
        return cells
    return _take(cells, np.argsort(places, kind="stable"))


def _take(cells: Cells, chosen: np.ndarray) -> Cells:
    return Cells(
        cells.rows[chosen],
        cells.columns[chosen],
        cells.kinds[chosen],
        cells.numbers[chosen],
        cells.texts.take(pa.array(chosen)),
    )


def head_texts(cells: Cells, first_row: int, height: int, width: int) -> list[list[str | None]]:
    """The first ``height`` rows from ``first_row`` on, as texts; ``None`` where a cell is empty."""
    end = int(np.searchsorted(cells.rows, first_row + height))
    part = _slice(cells, 0, end)
    grid: list[list[str | None]] = [[None] * width for _ in range(int(part.rows[-1]) - first_row + 1)]
    for row, column, text in zip(part.rows.tolist(), part.columns.tolist(), as_texts(part).to_pylist(), strict=True):
        grid[row - first_row][column - 1] = text
    return grid


def _slice(cells: Cells, start: int, end: int) -> Cells:
    return Cells(
        cells.rows[start:end],
        cells.columns[start:end],
        cells.kinds[start:end],
        cells.numbers[start:end],
        cells.texts.slice(start, end - start),
    )


def _notes(head: list[list[str | None]], first_row: int, box: TableBox, above: list[TableBox]) -> tuple[str, ...]:
    """Texts that stand over the header, below the table before."""
    top = box.header_first_row or box.first_data_row
    start = max((one.last_data_row or 0 for one in above if (one.last_data_row or 0) < top), default=0)
    rows = head[max(start + 1 - first_row, 0) : top - first_row]
    return tuple(text for row in rows for text in row if text and text.strip())


def _split_by_column(cells: Cells) -> dict[int, Cells]:
    """The cells of each column, by row."""
    order = np.argsort(cells.columns.astype(np.uint16), kind="stable")
    sorted_columns = cells.columns[order]
    starts = np.flatnonzero(np.diff(sorted_columns, prepend=-1))
    ends = np.append(starts[1:], len(order))
    return {int(sorted_columns[start]): _take(cells, order[start:end]) for start, end in zip(starts, ends, strict=True)}


def _table(
    sheet: Sheet, by_column: dict[int, Cells], index: int, box: TableBox, notes: tuple[str, ...], last_row: int
) -> RawTable:
    first, last = box.first_data_row, box.last_data_row or last_row
    count = max(last - first + 1, 0)
    headers = dict(zip(range(box.first_column, box.last_column + 1), box.headers, strict=True))
    columns = tuple(
        column_of(by_column.get(number), column_letter(number), header, first, count)
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


def column_of(cells: Cells | None, letter: str, header: str, first_row: int, count: int) -> Column:
    """One column over ``count`` rows from ``first_row`` on, typed if all its cells are of one kind."""
    if cells is not None:
        start, end = np.searchsorted(cells.rows, [first_row, first_row + count])
        cells = _slice(cells, int(start), int(end))
    if cells is None or not len(cells):
        return Column(letter, header, pa.chunked_array([pa.nulls(count)]))
    positions = cells.rows - first_row
    kinds = set(np.unique(cells.kinds).tolist())
    if kinds <= {Kind.TEXT, Kind.ERROR}:
        return Column(letter, header, _spread(cells.texts, positions, count))
    if len(kinds) == 1:
        return Column(letter, header, _typed(cells, Kind(kinds.pop()), positions, count))
    numeric = None
    if Kind.NUMBER in kinds:
        is_number = np.zeros(count, dtype=bool)
        is_number[positions] = cells.kinds == Kind.NUMBER
        numeric = pa.array(is_number)
    return Column(letter, header, _spread(as_texts(cells), positions, count), numeric)


def _spread(texts: pa.Array, positions: np.ndarray, count: int) -> pa.ChunkedArray:
    """Texts at their rows; null between them."""
    if len(positions) == count:
        return pa.chunked_array([texts])
    chosen = np.zeros(count, dtype=np.int64)
    chosen[positions] = np.arange(len(positions))
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
