"""What intake hands over and the warehouse takes in: rows already understood, and what was wrong with the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from momentos.domain.messages import Message

if TYPE_CHECKING:
    import pyarrow

ROW_NUMBER = "row_number"
"""The column of ``CheckedSheet.rows`` that says which row of the sheet (1-based) each one came from."""


class Severity(StrEnum):
    ERROR = "error"
    """The row is kept out."""
    WARNING = "warning"
    """The row is loaded; somebody should look."""
    INFO = "info"
    """Nothing is wrong: a row that was skipped on purpose, or a choice that was made."""


@dataclass(frozen=True)
class Problem:
    """One thing to know about one cell (or row, or sheet: then ``cell`` is the row's first cell or empty).

    ``cause`` is a stable key, so that a thousand cells with one cause can be shown and mended as one.
    """

    sheet: str
    cell: str
    column: str
    field: str | None
    found: str
    problem: Message
    suggestion: Message | None
    severity: Severity
    cause: str


@dataclass(frozen=True)
class SourceFile:
    """The file as it came: its name, where its bytes lie, and their hash."""

    name: str
    path: Path
    sha256: str
    size: int


@dataclass(frozen=True)
class CheckedSheet:
    """One table of one sheet, ready to load.

    ``rows`` has one column per stored field of the dataset, in order and typed (text: string; number, money,
    duration in seconds and score: double; integer: int64; date: date32; instant: timestamp[us] without zone;
    yes/no: bool), empty where the sheet has no such column, plus ``row_number``.
    ``more`` holds what the same rows say about other datasets, in the same form (a survey grid's ratings).
    ``letters`` says which column of the sheet each field stands in; ``rating_letters``, each touchpoint of a grid.
    Always ``read == rows.num_rows + rejected + skipped``.
    """

    sheet: str
    header_row: int
    dataset: str
    mapping: Mapping[str, str]
    unmapped: tuple[str, ...]
    rows: "pyarrow.Table"
    read: int
    rejected: int
    skipped: int
    problems: tuple[Problem, ...] = ()
    more: Mapping[str, "pyarrow.Table"] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    rating_letters: Mapping[str, str] = field(default_factory=dict)
