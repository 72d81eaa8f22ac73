"""Where the tables of a sheet are: side by side or one above the other, from their headers to where they end.

Pure and standard library only: it runs beside the reader. Rows and columns are numbered as a person
sees them, from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from momentos.intake.header_row import KNOWN_ENOUGH, Header, find_header, repeats_values
from momentos.intake.sheet_grid import SAMPLE_ROWS, Cells, Grid, below, runs_of, typed_columns

MOST_BLOCKS = 50
"""How many blocks of rows are looked at for a header of their own; what comes after goes on with the last table."""

MOST_GROUPS = 30
"""Nobody sets more tables side by side: more groups of columns are one table with many empty columns."""


@dataclass(frozen=True)
class TableBox:
    """One table's place in its sheet, all numbers from 1 and inclusive.

    ``last_data_row`` is ``None`` where the table goes on to the end of what was looked at. A table without a
    header row has ``header_first_row == header_last_row == 0`` and empty ``headers``.
    ``headers`` has one text a column, from ``first_column`` to ``last_column``.
    """

    header_first_row: int
    header_last_row: int
    first_column: int
    last_column: int
    first_data_row: int
    last_data_row: int | None
    headers: tuple[str, ...]


class _Searched(Grid):
    """A grid with the tables found in each group of columns: found once, as neighbours ask for them again."""

    def __init__(self, cells: Cells) -> None:
        super().__init__(cells)
        self.stacked: dict[range, list[TableBox]] = {}


def find_tables(cells: Cells, first_row: int = 1) -> list[TableBox]:
    """The tables among ``cells`` (texts, row by row), top to bottom and left to right.

    ``first_row`` is the sheet's number of the first of these rows. Tables side by side or stacked are told apart
    by blank columns or rows; a blank row inside a table does not end it.
    """
    grid = _Searched(cells)
    tables = [table for band in _bands(grid) for table in _stacked(grid, band)]
    if not tables:
        tables = [table for band in _bands(grid) for table in _headless(grid, band)][:1]
    return [
        _numbered(table, first_row) for table in sorted(tables, key=lambda one: (one.first_data_row, one.first_column))
    ]


def _numbered(table: TableBox, first_row: int) -> TableBox:
    """From rows and columns counted from 0 to the sheet's own numbers."""
    headless = table.header_last_row < 0
    return replace(
        table,
        header_first_row=0 if headless else table.header_first_row + first_row,
        header_last_row=0 if headless else table.header_last_row + first_row,
        first_column=table.first_column + 1,
        last_column=table.last_column + 1,
        first_data_row=table.first_data_row + first_row,
        last_data_row=None if table.last_data_row is None else table.last_data_row + first_row,
    )


# Side by side


def _bands(grid: _Searched) -> list[range]:
    """Groups of columns that hold tables of their own."""
    used = sorted(set[int]().union(*grid.rows))
    runs = [range(run[0], run[-1] + 1) for run in runs_of(used)]
    if len(runs) > MOST_GROUPS:
        return [range(used[0], used[-1] + 1)]
    bands: list[range] = []
    for run in runs:
        if bands and not _stand_apart(grid, bands[-1], run):
            bands[-1] = range(bands[-1].start, run.stop)
        else:
            bands.append(run)
    wide = [band for band in bands if len(band) > 1]
    return wide or bands[:1]


def _stand_apart(grid: _Searched, left: range, right: range) -> bool:
    """Whether two groups of columns with a blank one between them are two tables.

    They are if each reads as a table and they differ in where they start or end, share a header, or stand two or
    more columns apart. One column with no header beside the other's is a stray note.
    """
    lefts, rights = _stacked(grid, left), _stacked(grid, right)
    if not lefts or not rights:
        return not _share_header_row(grid, lefts or rights, left if rights else right)
    one, other = lefts[0], rights[0]
    if one.header_last_row != other.header_last_row or right.start - left.stop >= 2:
        return (len(left) > 1 and len(right) > 1) or one.header_last_row != other.header_last_row
    shared = {text.casefold() for text in one.headers if text} & {text.casefold() for text in other.headers if text}
    return bool(shared) or (
        abs(_last_filled(grid, left) - _last_filled(grid, right)) > 1 and min(len(left), len(right)) > 1
    )


def _share_header_row(grid: _Searched, tables: list[TableBox], stray: range) -> bool:
    return any(grid.filled(table.header_last_row, stray) for table in tables)


def _last_filled(grid: _Searched, columns: range) -> int:
    return next((row for row in reversed(range(grid.height)) if grid.filled(row, columns)), -1)


# One above the other


def _stacked(grid: _Searched, columns: range) -> list[TableBox]:
    """The tables within one group of columns, top to bottom."""
    if columns not in grid.stacked:
        grid.stacked[columns] = _find_stacked(grid, columns)
    return grid.stacked[columns]


def _find_stacked(grid: _Searched, columns: range) -> list[TableBox]:
    filled = [row for row in range(grid.height) if grid.filled(row, columns)]
    starts: list[Header] = []
    for block in islice(runs_of(filled), MOST_BLOCKS):
        header = find_header(grid, columns, block, filled)
        if header is not None and (not starts or _starts_anew(grid, starts[-1], header, columns, filled)):
            starts.append(header)
    ends = [_top(grid, header, columns) - 1 for header in starts[1:]]
    return [
        _box(grid, columns, header, end) for header, end in zip(starts, [*ends, None] if starts else [], strict=True)
    ]


def _top(grid: _Searched, header: Header, columns: range) -> int:
    """The first row of the block a header stands in, its titles included."""
    row = header.first
    while row > 0 and grid.filled(row - 1, columns):
        row -= 1
    return row


def _starts_anew(grid: _Searched, current: Header, found: Header, columns: range, filled: Sequence[int]) -> bool:
    """Whether a header-like row further down begins another table, or goes on with this one."""
    if [text.casefold() for text in found.texts.values()] == [text.casefold() for text in current.texts.values()]:
        return False
    own = [row for row in filled if row < found.first]
    if repeats_values(grid, found, [row for row in own if row > current.last]):
        return False
    typed = typed_columns(grid, columns, below(own, current.last))
    over_typed = [column for column in found.texts if column in typed]
    if current.contrast > 0:
        return bool(over_typed) and found.contrast >= 0.5
    return found.contrast >= 0.5 or found.known >= KNOWN_ENOUGH or set(found.texts) != set(current.texts)


def _box(grid: _Searched, columns: range, header: Header, end: int | None) -> TableBox:
    last = end if end is not None else grid.height - 1
    used = set(header.texts)
    for row in range(header.last + 1, last + 1):
        used.update(grid.filled(row, columns))
    first_column, last_column = min(used), max(used)
    return TableBox(
        header.first,
        header.last,
        first_column,
        last_column,
        header.last + 1,
        end,
        tuple(header.texts.get(column, "") for column in range(first_column, last_column + 1)),
    )


def _headless(grid: _Searched, columns: range) -> list[TableBox]:
    """The rows of a sheet that has data and no header at all, from the first row as wide as most."""
    filled = [row for row in range(grid.height) if grid.filled(row, columns)]
    widths = [len(grid.filled(row, columns)) for row in filled[:SAMPLE_ROWS]]
    wide = [row for row, width in zip(filled, widths, strict=False) if width >= max(widths) / 2]
    if not wide or not typed_columns(grid, columns, filled[:SAMPLE_ROWS]):
        return []
    return [TableBox(-1, -1, columns.start, columns.stop - 1, wide[0], None, ("",) * len(columns))]
