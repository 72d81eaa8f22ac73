"""Making a workbook cell by cell, and saying what must come out of it."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Counts:
    """One table: what it was taken for, and its rows; ``read == loaded + rejected + skipped``."""

    dataset: str | None
    read: int
    loaded: int
    rejected: int
    skipped: int


@dataclass(frozen=True)
class Asked:
    """A question to the database once the file is loaded, and its answer."""

    question: str
    answer: Any


@dataclass(frozen=True)
class Messy:
    """One or more files, in the order in which they are loaded, the counts of their tables and what they come to.

    ``says`` are pieces of sentences that must be told of the files; ``options`` what a person says of them.
    """

    name: str
    make: Callable[[], Mapping[str, bytes]]
    tables: tuple[Counts, ...]
    asked: tuple[Asked, ...]
    says: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


def book(sheets: Mapping[str, Rows], *, merged: Mapping[str, Sequence[str]] | None = None, hidden: str = "") -> bytes:
    """An .xlsx with these rows from A1; ``merged`` names ranges by sheet."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        fill(sheet, rows)
        for span in (merged or {}).get(name, ()):
            sheet.merge_cells(span)
        if name == hidden:
            sheet.sheet_state = "hidden"
    return saved(workbook)


def fill(sheet: Worksheet, rows: Rows, *, top: int = 1, left: int = 1) -> None:
    for row, cells in enumerate(rows, top):
        for column, value in enumerate(cells, left):
            if value is not None:
                sheet.cell(row, column, value)


def saved(workbook: Workbook) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def csv(*lines: str, encoding: str = "cp1252") -> bytes:
    """Lines as an old program writes them."""
    return "\r\n".join([*lines, ""]).encode(encoding)
