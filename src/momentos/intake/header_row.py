"""The header of one block of rows: which row it is, of how many levels, and what each column is called.

Standard library only: it runs beside the reader.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from momentos.intake.known_headers import is_known
from momentos.intake.sheet_grid import SAMPLE_ROWS, Grid, below, is_typed, typed_columns

JOINED_BY = " · "
"""Stands between the levels of a header: ``Tiempos · Espera``."""

DEEPEST_HEADER = 40
"""How many rows of one block may stand above its header."""

KNOWN_ENOUGH = 2
"""Two names of fields in one row are no chance: it is a header."""

WIDEST_COMPARED = 300
"""How many columns are compared with names of fields and with the values below; the rest say the same."""

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
_PERIOD = re.compile(r"(?:19|20)\d\d(?:\.0)?|(?:19|20)\d\d-\d\d(?:-\d\d.*)?")


def last_level(header: str) -> str:
    """What stands lowest of the header: ``Espera`` of ``Tiempos · Espera``."""
    return header.rsplit(JOINED_BY, 1)[-1]


@dataclass(frozen=True)
class Header:
    """A header found: its rows, its text by column, and how surely the data below differ from it.

    ``known`` is how many of its columns bear the name of a field of some dataset.
    """

    first: int
    last: int
    texts: dict[int, str]
    contrast: float
    known: int = 0


def find_header(grid: Grid, columns: range, block: Sequence[int], filled: Sequence[int]) -> Header | None:
    """The header row(s) of a block of rows, or ``None`` if it has none.

    A header covers the columns that hold data below it, in words. The first row that names fields of a dataset is
    it. Failing that, where some columns hold typed data, the row whose words stand over most of them, unless a row
    above it reads as a header just as wide: codes and dates that start further down make a row of data look like
    the header of what follows. Among words only, it is the first row that covers the columns.
    """
    found = [
        (candidate, coverage)
        for row in block[:DEEPEST_HEADER]
        if (judged := _judge(grid, columns, row, below(block, row) or below(filled, row))) is not None
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


def _most_contrast(found: Sequence[tuple[Header, float]]) -> Header | None:
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


def _first_known(grid: Grid, candidates: Sequence[Header], block: Sequence[int]) -> Header | None:
    """The first row that names fields of a dataset, and half as many as any row does; labels above it name fewer."""
    most = max((candidate.known for candidate in candidates), default=0)
    for candidate in candidates:
        if candidate.known >= max(KNOWN_ENOUGH, most / 2) and not repeats_values(grid, candidate, block):
            return candidate
    return None


def _first_as_wide(grid: Grid, candidates: Sequence[Header], best: Header, block: Sequence[int]) -> Header:
    """The first row that has words of its own over every column where the best one has, and reads as a header.

    Its words differ from each other, most of them, and none is a value of its own column.
    """
    wanted = _word_columns(grid, best)
    for candidate in candidates:
        if candidate.last >= best.first:
            break
        own = _word_columns(grid, candidate)
        different = {grid.at(candidate.last, column).casefold() for column in own}
        if wanted <= own and 3 * len(different) >= 2 * len(own) and not repeats_values(grid, candidate, block):
            return candidate
    return best


def _word_columns(grid: Grid, header: Header) -> set[int]:
    """The columns where the header's last row holds words, not numbers or dates."""
    return {column for column, text in grid.rows[header.last].items() if column in header.texts and not is_typed(text)}


def repeats_values(grid: Grid, header: Header, rows: Sequence[int]) -> bool:
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


def _has_typed_data(grid: Grid, columns: range, filled: Sequence[int], header: Header) -> bool:
    return bool(typed_columns(grid, columns[:WIDEST_COMPARED], below(filled, header.last)))


def _judge(grid: Grid, columns: range, row: int, below: list[int]) -> tuple[Header, float] | None:
    """This row as a header, with the share of the data's columns it covers; ``None`` if it cannot be one."""
    own = grid.filled(row, columns)
    words = {column for column in own if _reads_as_header(grid, row, column, below)}
    if len(words) < len(own) / 2 or _labels_its_values(grid, row, own):
        return None
    first, texts = _levels(grid, columns, row)
    if len(texts) < min(2, len(columns)):
        return None
    active = _active_columns(grid, columns[:WIDEST_COMPARED], below) or own
    coverage = len([column for column in active if column in texts]) / len(active)
    if coverage < 0.5:
        return None
    typed = typed_columns(grid, columns[:WIDEST_COMPARED], below)
    over = [column for column in typed if column in texts and (column in words or not grid.at(row, column))]
    known = {name for text in islice(texts.values(), WIDEST_COMPARED) if is_known(name := text.split(JOINED_BY)[-1])}
    return Header(first, row, texts, len(over) / len(typed) if typed else 0.0, len(known)), coverage


def _labels_its_values(grid: Grid, row: int, own: list[int]) -> bool:
    """Whether the row is a label and its value, ``Sucursal: | Centro``."""
    labels = [column for column in own if grid.at(row, column).endswith(":")]
    return len(own) / 2 <= len(labels) < len(own)


def _reads_as_header(grid: Grid, row: int, column: int, below: list[int]) -> bool:
    """Whether the cell is words, or a period (a year, a month) over numbers that are not periods themselves."""
    text = grid.at(row, column)
    if not is_typed(text):
        return True
    if not _PERIOD.fullmatch(text):
        return False
    values = [grid.at(one, column) for one in below if grid.at(one, column)]
    return bool(values) and not any(_PERIOD.fullmatch(value) for value in values)


def _active_columns(grid: Grid, columns: range, rows: list[int]) -> list[int]:
    """Columns that hold something in a fifth or more of those rows that hold more than one cell."""
    wide = [row for row in rows if len(grid.filled(row, columns)) > 1] or rows
    return [column for column in columns if sum(bool(grid.at(row, column)) for row in wide) > 0.2 * len(wide)]


def _levels(grid: Grid, columns: range, row: int) -> tuple[int, dict[int, str]]:
    """The header's first row and its text by column, the rows of group names above it joined in."""
    texts = {column: grid.at(row, column) for column in grid.filled(row, columns)}
    first = row
    while row - first < HIGHEST_LEVELS - 1 and first > 0 and _names_groups(grid, columns, first - 1, texts):
        first -= 1
        texts = _joined(grid, columns, first, texts)
    return first, texts


def _names_groups(grid: Grid, columns: range, row: int, texts: dict[int, str]) -> bool:
    """Whether the row above a header names groups of its columns, and is not a title or a note."""
    own = grid.filled(row, columns)
    words = [grid.at(row, column) for column in own]
    if any(is_typed(text) or text.endswith(":") or len(text) > LONGEST_GROUP for text in words):
        return False
    if len(own) == 1:
        return own[0] != min([*texts, columns.start])
    return len(own) > 1 and any(not grid.at(row, column) for column in texts)


def _joined(grid: Grid, columns: range, row: int, texts: dict[int, str]) -> dict[int, str]:
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


def _with_units(grid: Grid, columns: range, header: Header, filled: Sequence[int]) -> Header:
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
