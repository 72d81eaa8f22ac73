"""Mending cells before a table is loaded: one cell, or every cell of a column that holds the same wrong text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import Problem, Severity
from momentos.intake.convert.answered import as_array, texts_of
from momentos.intake.raw_table import Column, RawTable

MENDABLE = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True)
class Repair:
    """In the column, ``found`` becomes ``value`` (empty: nothing): in that row of the sheet, or in all without one."""

    letter: str
    found: str
    value: str
    row: int | None = None


@dataclass(frozen=True)
class Repairable:
    """One wrong text of one column, with the cells that hold it: mended at once or one by one."""

    letter: str
    column: str
    found: str
    problem: Problem
    cells: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.cells)


def repairables(problems: Sequence[Problem]) -> list[Repairable]:
    """What keeps rows out, then what is worth a look, where it stands in a cell: by column and text, the most frequent
    first."""
    in_cells = [one for one in problems if one.cell and one.field is not None]
    of = {severity: [one for one in in_cells if one.severity is severity] for severity in MENDABLE}
    return [one for severity in MENDABLE for one in _by_text(of[severity])]


def _by_text(wrong: Sequence[Problem]) -> list[Repairable]:
    times = Counter((_letter(one.cell), one.found) for one in wrong)
    cells: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], Problem] = {}
    for one in wrong:
        place = (_letter(one.cell), one.found)
        cells.setdefault(place, []).append(one.cell)
        first.setdefault(place, one)
    return [
        Repairable(letter, first[letter, found].column, found, first[letter, found], tuple(cells[letter, found]))
        for (letter, found), _ in times.most_common()
    ]


def repaired(table: RawTable, repairs: Iterable[Repair]) -> RawTable:
    """The table with these cells as mended; a repair whose text is no longer there does nothing."""
    by_letter: dict[str, list[Repair]] = {}
    for one in repairs:
        by_letter.setdefault(one.letter, []).append(one)
    if not by_letter:
        return table
    columns = tuple(
        _mended(column, by_letter[column.letter], table.row_numbers) if column.letter in by_letter else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def as_kept(repairs: Iterable[Repair]) -> list[dict[str, Any]]:
    """The repairs as plain JSON."""
    return [{"letter": one.letter, "found": one.found, "value": one.value, "row": one.row} for one in repairs]


def from_kept(kept: Iterable[Mapping[str, Any]]) -> list[Repair]:
    return [Repair(one["letter"], one["found"], one["value"], one["row"]) for one in kept]


def _mended(column: Column, repairs: Sequence[Repair], row_numbers: pa.Array) -> Column:
    """The column as text that remembers which of its cells were numbers; what was mended is text."""
    values = as_array(column.values)
    texts = pa.array(texts_of(values) if not pa.types.is_null(values.type) else [""] * len(values), pa.string())
    written = pc.if_else(pc.is_valid(values), texts, None)
    numeric = column.numeric if column.numeric is not None else pa.repeat(pa.types.is_floating(values.type), len(texts))
    for one in repairs:
        here = pc.equal(texts, one.found)
        if one.row is not None:
            here = pc.and_(here, pc.equal(row_numbers, one.row))
        value = pa.scalar(one.value.strip() or None, pa.string())
        written = pc.if_else(here, value, written)
        numeric = pc.and_(as_array(numeric), pc.invert(here))
    return replace(column, values=pa.chunked_array([written]), numeric=numeric)


def _letter(cell: str) -> str:
    return cell.rstrip("0123456789")
