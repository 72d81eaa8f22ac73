"""A workbook as it was read: sheets, the tables found in them, and their columns with values not yet understood."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from momentos.datasets.checked import SourceFile
from momentos.domain.messages import Message

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True)
class Column:
    """One column of one table, as the workbook holds it.

    ``header`` is as written, two header rows joined by a space, empty if there was none. ``values`` has one value
    per row of the table:

    * a column of one kind keeps it: string, double, timestamp[us] (dates are midnight), duration[us] (a time of day
      is the duration since midnight), bool, or null where every cell is empty;
    * a column of numbers shown in per cent is string, as it is shown: ``85 %``, ``12.5 %``;
    * a mixed column is string: dates as ``YYYY-MM-DD[ HH:MM:SS]``, times of day and durations as ``[H]H:MM:SS``,
      yes/no cells as ``TRUE`` and ``FALSE``, numbers with a point and no thousands (``1234.5``, ``7``, never ``7.0``).

    Error cells are their text (``#N/D`` or ``#N/A``, as the file has it). Of a mixed column ``numeric`` says which
    cells were numbers in the workbook, and not text that looks like one; ``None`` where there is no such cell, and
    where the whole column is double.
    """

    letter: str
    header: str
    values: "pyarrow.ChunkedArray"
    numeric: "pyarrow.Array | None" = None


@dataclass(frozen=True)
class RawTable:
    """One table of one sheet.

    ``index`` counts the tables of the sheet from 0. ``header_rows`` are the first and last header row (1-based).
    ``row_numbers`` (int32) says in which row of the sheet (1-based) each row of values stands; rows that are blank
    in the sheet are kept as rows of nulls. ``notes`` are the texts of title and note rows above the header.
    """

    sheet: str
    hidden: bool
    index: int
    header_rows: tuple[int, int]
    columns: tuple[Column, ...]
    row_numbers: "pyarrow.Array"
    notes: tuple[str, ...] = ()

    @property
    def row_count(self) -> int:
        return len(self.row_numbers)

    def cell(self, position: int, column: Column) -> str:
        """The address (``F12``) of the value at ``position`` (0-based) of ``column``."""
        return f"{column.letter}{self.row_numbers[position].as_py()}"


@dataclass(frozen=True)
class SheetInfo:
    """One sheet, also one that gave no table: then ``why_empty`` says why. Rows and columns count the used area."""

    name: str
    hidden: bool
    rows: int
    columns: int
    why_empty: Message | None = None


@dataclass(frozen=True)
class Workbook:
    """Everything that was read from one file, in the order of its sheets.

    ``kind`` is what the content says it is: xlsx (xlsm too), xlsb, xls, ods or csv (tsv and txt too).
    """

    source: SourceFile
    kind: str
    tables: tuple[RawTable, ...]
    sheets: tuple[SheetInfo, ...]
    notices: tuple[Message, ...] = ()
