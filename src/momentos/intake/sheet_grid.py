"""The cells of a sheet as texts, and what kind of data its columns hold.

Standard library only: it runs beside the reader. Rows and columns count from 0.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

Cells = Sequence[Sequence[str | None]]

SAMPLE_ROWS = 25
"""How many rows below a header tell what kind of data its columns hold."""

_TYPED = re.compile(r"[\s$€£(+-]*\d[\d\s.,:/%)$€£T+-]*(?:[ap]\.?\s?m\.?)?", re.IGNORECASE)


class Grid:
    """The cells that hold something, row by row, rows and columns from 0."""

    def __init__(self, cells: Cells) -> None:
        self.rows = [
            {column: text for column, cell in enumerate(row) if cell and (text := cell.strip())} for row in cells
        ]
        self.height = len(self.rows)

    def at(self, row: int, column: int) -> str:
        """The cell's text without the spaces around it; empty for a blank or missing cell."""
        return self.rows[row].get(column, "")

    def filled(self, row: int, columns: range) -> list[int]:
        """Which of the columns hold something in this row."""
        return [column for column in self.rows[row] if column in columns]


def is_typed(text: str) -> bool:
    """Whether the text is a number, an amount, a date or a time rather than words."""
    return _TYPED.fullmatch(text) is not None


def typed_columns(grid: Grid, columns: range, rows: list[int]) -> list[int]:
    """Columns whose values are mostly numbers, dates or times."""
    found = []
    for column in columns:
        values = [text for row in rows if (text := grid.at(row, column))]
        if values and sum(map(is_typed, values)) >= 0.6 * len(values):
            found.append(column)
    return found


def below(filled: Sequence[int], row: int) -> list[int]:
    """The next of these rows after this one. What stands in a later block may be another table's."""
    start = bisect_right(filled, row)
    return list(filled[start : start + SAMPLE_ROWS])


def runs_of(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Maximal runs of consecutive numbers."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
