"""Where the tables of a sheet are: their header rows under titles, their columns and their data.

Pure and standard library only: it runs beside the reader. Rows and columns are numbered as a person
sees them, from 1.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from momentos.intake.known_headers import is_known

Cells = Sequence[Sequence[str | None]]

JOINED_BY = " · "
"""Stands between the levels of a header: ``Tiempos · Espera``."""

SAMPLE_ROWS = 25
"""How many rows below a header tell what kind of data its columns hold."""

DEEPEST_HEADER = 40
"""How many rows of one block may stand above its header."""

MOST_BLOCKS = 50
"""How many blocks of rows are looked at for a header of their own; what comes after goes on with the last table."""

KNOWN_ENOUGH = 2
"""Two names of fields in one row are no chance: it is a header."""

WIDEST_COMPARED = 300
"""How many cells of a row are compared with names of fields and with the values below; the rest say the same."""

HIGHEST_LEVELS = 3
LONGEST_GROUP = 80
"""A longer text above a header is a note, not the name of a group of columns."""

_UNITS = frozenset(
    [
        *("s", "seg", "segs", "segundos", "sec", "seconds", "min", "mins", "minutos", "minutes"),
        *("h", "hs", "hrs", "horas", "hours", "hh:mm", "hh:mm:ss", "h:mm:ss", "mm:ss"),
        *("dd/mm/aaaa", "dd/mm/yyyy", "mm/dd/yyyy", "aaaa-mm-dd", "yyyy-mm-dd"),
        *("%", "$", "usd", "eur", "mxn", "cop", "ars", "clp", "pen", "1-5", "1–5", "0-10", "0–10"),
    ]
)

_TYPED = re.compile(r"[\s$€£(+-]*\d[\d\s.,:/%)$€£T+-]*(?:[ap]\.?\s?m\.?)?", re.IGNORECASE)
_PERIOD = re.compile(r"(?:19|20)\d\d(?:\.0)?|(?:19|20)\d\d-\d\d(?:-\d\d.*)?")


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


def find_tables(cells: Cells, first_row: int = 1) -> list[TableBox]:
    """The tables among ``cells`` (texts, row by row), top to bottom and left to right.

    ``first_row`` is the sheet's number of the first of these rows. Tables side by side or stacked are told apart
    by blank columns or rows; a blank row inside a table does not end it.
    """
    grid = _Grid(cells)
    tables = [table for band in _bands(grid) for table in _stacked(grid, band)]
    if not tables:
        tables = [table for band in _bands(grid) for table in _headless(grid, band)][:1]
    return [
        _numbered(table, first_row) for table in sorted(tables, key=lambda one: (one.first_data_row, one.first_column))
    ]


class _Grid:
    """The cells that hold something, row by row, rows and columns from 0."""

    def __init__(self, cells: Cells) -> None:
        self.rows = [
            {column: text for column, cell in enumerate(row) if cell and (text := cell.strip())} for row in cells
        ]
        self.height = len(self.rows)
        self.stacked: dict[range, list[TableBox]] = {}

    def at(self, row: int, column: int) -> str:
        """The cell's text without the spaces around it; empty for a blank or missing cell."""
        return self.rows[row].get(column, "")

    def filled(self, row: int, columns: range) -> list[int]:
        """Which of the columns hold something in this row."""
        return [column for column in self.rows[row] if column in columns]


@dataclass(frozen=True)
class _Header:
    """A header found: its rows, its text by column, and how surely the data below differ from it.

    ``known`` is how many of its columns bear the name of a field of some dataset.
    """

    first: int
    last: int
    texts: dict[int, str]
    contrast: float
    known: int = 0


def is_typed(text: str) -> bool:
    """Whether the text is a number, an amount, a date or a time rather than words."""
    return _TYPED.fullmatch(text) is not None


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


def _bands(grid: _Grid) -> list[range]:
    """Groups of columns that hold tables of their own."""
    used = sorted(set[int]().union(*grid.rows))
    runs = [range(run[0], run[-1] + 1) for run in _runs(used)]
    bands: list[range] = []
    for run in runs:
        if bands and not _stand_apart(grid, bands[-1], run):
            bands[-1] = range(bands[-1].start, run.stop)
        else:
            bands.append(run)
    wide = [band for band in bands if len(band) > 1]
    return wide or bands[:1]


def _stand_apart(grid: _Grid, left: range, right: range) -> bool:
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


def _share_header_row(grid: _Grid, tables: list[TableBox], stray: range) -> bool:
    return any(grid.filled(table.header_last_row, stray) for table in tables)


def _last_filled(grid: _Grid, columns: range) -> int:
    return next((row for row in reversed(range(grid.height)) if grid.filled(row, columns)), -1)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Maximal runs of consecutive numbers."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


# One above the other


def _stacked(grid: _Grid, columns: range) -> list[TableBox]:
    """The tables within one group of columns, top to bottom; found once, as neighbours ask for them again."""
    if columns not in grid.stacked:
        grid.stacked[columns] = _find_stacked(grid, columns)
    return grid.stacked[columns]


def _find_stacked(grid: _Grid, columns: range) -> list[TableBox]:
    filled = [row for row in range(grid.height) if grid.filled(row, columns)]
    starts: list[_Header] = []
    for block in islice(_runs(filled), MOST_BLOCKS):
        header = _header(grid, columns, block, filled)
        if header is not None and (not starts or _starts_anew(grid, starts[-1], header, columns, filled)):
            starts.append(header)
    ends = [_top(grid, header, columns) - 1 for header in starts[1:]]
    return [
        _box(grid, columns, header, end) for header, end in zip(starts, [*ends, None] if starts else [], strict=True)
    ]


def _top(grid: _Grid, header: _Header, columns: range) -> int:
    """The first row of the block a header stands in, its titles included."""
    row = header.first
    while row > 0 and grid.filled(row - 1, columns):
        row -= 1
    return row


def _starts_anew(grid: _Grid, current: _Header, found: _Header, columns: range, filled: Sequence[int]) -> bool:
    """Whether a header-like row further down begins another table, or goes on with this one."""
    if [text.casefold() for text in found.texts.values()] == [text.casefold() for text in current.texts.values()]:
        return False
    own = [row for row in filled if row < found.first]
    if _repeats_values(grid, found, [row for row in own if row > current.last]):
        return False
    typed = _typed_columns(grid, columns, _below(own, current.last))
    over_typed = [column for column in found.texts if column in typed]
    if current.contrast > 0:
        return bool(over_typed) and found.contrast >= 0.5
    return found.contrast >= 0.5 or found.known >= KNOWN_ENOUGH or set(found.texts) != set(current.texts)


def _box(grid: _Grid, columns: range, header: _Header, end: int | None) -> TableBox:
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


def _headless(grid: _Grid, columns: range) -> list[TableBox]:
    """The rows of a sheet that has data and no header at all, from the first row as wide as most."""
    filled = [row for row in range(grid.height) if grid.filled(row, columns)]
    widths = [len(grid.filled(row, columns)) for row in filled[:SAMPLE_ROWS]]
    wide = [row for row, width in zip(filled, widths, strict=False) if width >= max(widths) / 2]
    if not wide or not _typed_columns(grid, columns, filled[:SAMPLE_ROWS]):
        return []
    return [TableBox(-1, -1, columns.start, columns.stop - 1, wide[0], None, ("",) * len(columns))]


# The header of one block


def _header(grid: _Grid, columns: range, block: Sequence[int], filled: Sequence[int]) -> _Header | None:
    """The header row(s) of a block of rows, or ``None`` if it has none.

    A header covers the columns that hold data below it, in words. The first row that names fields of a dataset is
    it. Failing that, where some columns hold typed data, the row whose words stand over most of them, unless a row
    above it reads as a header just as wide: codes and dates that start further down make a row of data look like
    the header of what follows. Among words only, it is the first row that covers the columns.
    """
    found = [
        (candidate, coverage)
        for row in block[:DEEPEST_HEADER]
        if (judged := _judge(grid, columns, row, _below(block, row) or _below(filled, row))) is not None
        for candidate, coverage in [judged]
    ]
    candidates = [candidate for candidate, _ in found]
    best = _most_contrast(found)
    known = _first_known(grid, candidates, block)
    if known is not None and not (best is not None and best.first <= known.last <= best.last):
        best = known
    if best is not None:
        certain = best.known >= max(KNOWN_ENOUGH, len(best.texts) / 2)
        chosen = best if certain else _first_as_wide(grid, candidates, best, block)
        return _with_units(grid, columns, chosen, filled)
    wordy = [
        candidate
        for candidate, coverage in found
        if coverage >= 0.75 and not _has_typed_data(grid, columns, filled, candidate)
    ]
    return wordy[0] if wordy else None


def _most_contrast(found: Sequence[tuple[_Header, float]]) -> _Header | None:
    """The row whose words stand over most of the typed columns, with its share of all columns, if any does so.

    Such a row far below a first one that covers the columns as well is data.
    """
    typed = [(candidate, coverage) for candidate, coverage in found if candidate.contrast >= 0.5]
    if not typed:
        return None
    best, _ = max(typed, key=lambda one: (2 * one[0].contrast + one[1], -one[0].last))
    first, coverage = found[0]
    far_above = best.last - first.last > HIGHEST_LEVELS and coverage >= 0.6
    return first if far_above else best


def _first_known(grid: _Grid, candidates: Sequence[_Header], block: Sequence[int]) -> _Header | None:
    """The first row that names fields of a dataset, and half as many as any row does; labels above it name fewer."""
    most = max((candidate.known for candidate in candidates), default=0)
    for candidate in candidates:
        if candidate.known >= max(KNOWN_ENOUGH, most / 2) and not _repeats_values(grid, candidate, block):
            return candidate
    return None


def _first_as_wide(grid: _Grid, candidates: Sequence[_Header], best: _Header, block: Sequence[int]) -> _Header:
    """The first row that has words of its own over every column where the best one has, and reads as a header.

    Its words differ from each other, most of them, and none is a value of its own column.
    """
    wanted = _word_columns(grid, best)
    for candidate in candidates:
        if candidate.last >= best.first:
            break
        own = _word_columns(grid, candidate)
        different = {grid.at(candidate.last, column).casefold() for column in own}
        if wanted <= own and 3 * len(different) >= 2 * len(own) and not _repeats_values(grid, candidate, block):
            return candidate
    return best


def _word_columns(grid: _Grid, header: _Header) -> set[int]:
    """The columns where the header's last row holds words, not numbers or dates."""
    return {column for column, text in grid.rows[header.last].items() if column in header.texts and not is_typed(text)}


def _repeats_values(grid: _Grid, header: _Header, rows: Sequence[int]) -> bool:
    """Whether a word of the header is a value of its own column in these rows. The whole row written again is not."""
    compared = islice(header.texts, WIDEST_COMPARED)
    own = {column: text for column in compared if (text := grid.at(header.last, column))}
    others = [row for row in rows if not header.first <= row <= header.last]
    return any(
        grid.at(row, column) == text
        for row in others[: DEEPEST_HEADER + SAMPLE_ROWS]
        if any(grid.at(row, column) != text for column, text in own.items())
        for column, text in own.items()
    )


def _has_typed_data(grid: _Grid, columns: range, filled: Sequence[int], header: _Header) -> bool:
    return bool(_typed_columns(grid, columns, _below(filled, header.last)))


def _below(filled: Sequence[int], row: int) -> list[int]:
    """The next of these rows after this one. What stands in a later block may be another table's."""
    start = bisect_right(filled, row)
    return list(filled[start : start + SAMPLE_ROWS])


def _judge(grid: _Grid, columns: range, row: int, below: list[int]) -> tuple[_Header, float] | None:
    """This row as a header, with the share of the data's columns it covers; ``None`` if it cannot be one."""
    own = grid.filled(row, columns)
    words = [column for column in own if _reads_as_header(grid, row, column, below)]
    if len(words) < len(own) / 2 or _labels_its_values(grid, row, own):
        return None
    first, texts = _levels(grid, columns, row)
    if len(texts) < min(2, len(columns)):
        return None
    active = _active_columns(grid, columns, below) or own
    coverage = len([column for column in active if column in texts]) / len(active)
    if coverage < 0.5:
        return None
    typed = _typed_columns(grid, columns, below)
    over = [column for column in typed if column in texts and (column in words or column not in own)]
    known = {name for text in islice(texts.values(), WIDEST_COMPARED) if is_known(name := text.split(JOINED_BY)[-1])}
    return _Header(first, row, texts, len(over) / len(typed) if typed else 0.0, len(known)), coverage


def _labels_its_values(grid: _Grid, row: int, own: list[int]) -> bool:
    """Whether the row is a label and its value, ``Sucursal: | Centro``."""
    labels = [column for column in own if grid.at(row, column).endswith(":")]
    return len(own) / 2 <= len(labels) < len(own)


def _reads_as_header(grid: _Grid, row: int, column: int, below: list[int]) -> bool:
    """Whether the cell is words, or a period (a year, a month) over numbers that are not periods themselves."""
    text = grid.at(row, column)
    if not is_typed(text):
        return True
    if not _PERIOD.fullmatch(text):
        return False
    values = [grid.at(one, column) for one in below if grid.at(one, column)]
    return bool(values) and not any(_PERIOD.fullmatch(value) for value in values)


def _active_columns(grid: _Grid, columns: range, rows: list[int]) -> list[int]:
    """Columns that hold something in a fifth or more of those rows that hold more than one cell."""
    wide = [row for row in rows if len(grid.filled(row, columns)) > 1] or rows
    return [column for column in columns if sum(bool(grid.at(row, column)) for row in wide) > 0.2 * len(wide)]


def _typed_columns(grid: _Grid, columns: range, rows: list[int]) -> list[int]:
    """Columns whose values are mostly numbers, dates or times."""
    found = []
    for column in columns:
        values = [text for row in rows if (text := grid.at(row, column))]
        if values and sum(map(is_typed, values)) >= 0.6 * len(values):
            found.append(column)
    return found


def _levels(grid: _Grid, columns: range, row: int) -> tuple[int, dict[int, str]]:
    """The header's first row and its text by column, the rows of group names above it joined in."""
    texts = {column: grid.at(row, column) for column in grid.filled(row, columns)}
    first = row
    while row - first < HIGHEST_LEVELS - 1 and first > 0 and _names_groups(grid, columns, first - 1, texts):
        first -= 1
        texts = _joined(grid, columns, first, texts)
    return first, texts


def _names_groups(grid: _Grid, columns: range, row: int, texts: dict[int, str]) -> bool:
    """Whether the row above a header names groups of its columns, and is not a title or a note."""
    own = grid.filled(row, columns)
    words = [grid.at(row, column) for column in own]
    if any(is_typed(text) or text.endswith(":") or len(text) > LONGEST_GROUP for text in words):
        return False
    if len(own) == 1:
        return own[0] != min([*texts, columns.start])
    return len(own) > 1 and any(column not in own for column in texts)


def _joined(grid: _Grid, columns: range, row: int, texts: dict[int, str]) -> dict[int, str]:
    """``Parent · Child``, a group's name reaching over the columns to its right until the next one."""
    joined: dict[int, str] = {}
    group = ""
    for column in columns:
        own = grid.at(row, column)
        group = own or group
        child = texts.get(column, "")
        if child:
            joined[column] = (
                child if not group or group.casefold() == child.casefold() else f"{group}{JOINED_BY}{child}"
            )
        elif own:
            joined[column] = own
    return joined


def _with_units(grid: _Grid, columns: range, header: _Header, filled: Sequence[int]) -> _Header:
    """The header with the row right below it joined in, if it holds units alone: ``(s)``, ``dd/mm/aaaa``."""
    row = header.last + 1
    if row not in filled or not all(_is_unit(grid.at(row, column)) for column in grid.filled(row, columns)):
        return header
    texts = dict(header.texts)
    for column in grid.filled(row, columns):
        texts[column] = JOINED_BY.join(filter(None, (texts.get(column, ""), grid.at(row, column))))
    return replace(header, last=row, texts=texts)


def _is_unit(text: str) -> bool:
    return (text.startswith("(") and text.endswith(")")) or text.casefold() in _UNITS
