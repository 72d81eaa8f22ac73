"""What is wrong with rows: which are no data at all, which repeat one another, what deserves a look."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import Problem, Severity
from momentos.datasets.field import Dataset, Field
from momentos.datasets.marks import EXAMPLE_MARKS, marks_example
from momentos.domain.messages import Message, say
from momentos.intake.convert.answered import as_array, texts_of
from momentos.intake.header_row import JOINED_BY
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.text import fold

FIRST_CELLS = 3
"""How far to the right a row is looked at for a word that says what it is."""

WIDE = 3
"""From this many columns on, a row with one cell alone is suspected to be no data."""

SAMPLES = 5
"""How many cells of a group of problems are shown with it."""

TOTAL = r"(?i)^\s*(?:(?:sub|gran |grand )?-?total(?:es)?|suma|sum|promedio|average|media|recuento|conteo)\b"
_TOTAL_ALONE = re.compile(
    r"\s*(?:(?:sub|gran |grand )?-?total(?:es)?(?: general(?:es)?)?|suma|sum|promedio|average)\s*:?\s*", re.IGNORECASE
)
_TOTAL = re.compile(TOTAL)
_FOOTNOTE = re.compile(r"\s*(?:\*+|\(\d+\)|(?:fuente|nota|notas|observaci[oó]n|source|note)s?\s*:)", re.IGNORECASE)
_EXAMPLE = rf"(?i)^\s*(?:{'|'.join(EXAMPLE_MARKS)})"

SKIPPED: dict[str, Message] = {
    "blank row": say("The row is blank."),
    "repeated header": say("The row repeats the headers."),
    "total row": say("The row holds totals, not data."),
    "note row": say("The row holds a note, not data."),
    "example row": say("The row is the template's example, not data."),
    "repeated row": say("The row repeats an earlier one exactly."),
    "described again": say("An earlier row already says all that would be loaded of this one."),
}
"""Why a row was left out on purpose, by cause."""


@dataclass(frozen=True)
class ProblemGroup:
    """Problems of one cause in one column, shown and mended together; ``samples`` are cells and what they hold."""

    cause: str
    severity: Severity
    sheet: str
    column: str
    field: str | None
    count: int
    problem: Message
    suggestion: Message | None
    samples: tuple[tuple[str, str], ...]


def group_problems(problems: Sequence[Problem]) -> list[ProblemGroup]:
    """The problems by cause and column: errors first, then the most frequent."""
    groups: dict[tuple[str, str, str, Severity, str], list[Problem]] = {}
    for one in problems:
        key = (one.sheet, one.cause, one.column, one.severity, "" if one.cell else one.problem.render())
        groups.setdefault(key, []).append(one)
    order = list(Severity)
    return sorted(map(_group, groups.values()), key=lambda group: (order.index(group.severity), -group.count))


def _group(alike: list[Problem]) -> ProblemGroup:
    first = alike[0]
    return ProblemGroup(
        first.cause,
        first.severity,
        first.sheet,
        first.column,
        first.field,
        len(alike),
        first.problem,
        first.suggestion,
        tuple((one.cell, one.found) for one in alike[:SAMPLES]),
    )


# Rows that are no data


def skipped_rows(table: RawTable, unusable: pa.Array, emptied: pa.Array) -> dict[int, str]:
    """Rows that are not data, by position, each with its cause.

    ``unusable`` are the rows that could not be loaded as they are; ``emptied`` those with most fields empty. A row is
    only called a total or a note if it is one of those; blank rows and repeated headers speak for themselves.
    """
    blank = blank_rows(table)
    skipped = dict.fromkeys(_positions(blank), "blank row")
    suspects = pc.and_(pc.invert(blank), pc.or_(pc.or_(unusable, _says_total_or_header(table)), emptied))
    places = _worth_a_look(table, suspects)
    headers = {column.letter: _own_names(column) for column in table.columns}
    lines = zip(*(texts_of(as_array(column.values).take(places)) for column in table.columns), strict=True)
    flags = zip(unusable.take(places).to_pylist(), emptied.take(places).to_pylist(), strict=True)
    for position, line, (is_unusable, is_emptied) in zip(places.to_pylist(), lines, flags, strict=True):
        cells = {column.letter: text for column, text in zip(table.columns, line, strict=True) if text.strip()}
        cause = _cause(cells, headers, is_unusable, is_emptied)
        if cause:
            skipped[position] = cause
    return skipped


def data_alone(table: RawTable) -> RawTable:
    """The table without the rows that look like no data, to tell by the others what its columns are."""
    filled = pa.repeat(pa.scalar(0, pa.int64()), table.row_count)
    for column in table.columns:
        filled = pc.add(filled, pc.cast(pc.invert(_is_blank(as_array(column.values))), pa.int64()))
    alone = pc.less_equal(filled, 1 if len(table.columns) >= WIDE else 0)
    kept = pc.invert(pc.or_(alone, _says_total_or_header(table)))
    if pc.all(kept).as_py() or not pc.any(kept).as_py():
        return table
    columns = tuple(_filtered(column, kept) for column in table.columns)
    return replace(table, columns=columns, row_numbers=table.row_numbers.filter(kept))


def _filtered(column: Column, kept: pa.Array) -> Column:
    numeric = None if column.numeric is None else as_array(column.numeric).filter(kept)
    return replace(column, values=pa.chunked_array([as_array(column.values).filter(kept)]), numeric=numeric)


def blank_rows(table: RawTable) -> pa.Array:
    """A mask of the rows in which every cell is empty or spaces."""
    blank = pa.repeat(pa.scalar(True), table.row_count)
    for column in sorted(table.columns, key=lambda one: one.values.null_count):
        if not pc.any(blank).as_py():
            break
        blank = pc.and_(blank, _is_blank(as_array(column.values)))
    return blank


def _is_blank(values: pa.Array) -> pa.Array:
    if not pa.types.is_string(values.type):
        return pc.is_null(values)
    return pc.fill_null(pc.equal(pc.utf8_trim_whitespace(values), ""), True)


def _says_total_or_header(table: RawTable) -> pa.Array:
    """Rows where one of the first text columns says total, repeats its own header, or marks an example."""
    mask = pa.repeat(pa.scalar(False), table.row_count)
    texts = [column for column in table.columns if pa.types.is_string(column.values.type)]
    for column in texts[:FIRST_CELLS]:
        values = as_array(column.values)
        total = pc.match_substring_regex(values, TOTAL)
        repeats = pc.equal(values, column.header) if column.header else pa.repeat(pa.scalar(False), len(values))
        example = pc.match_substring_regex(values, _EXAMPLE)
        mask = pc.or_(mask, pc.fill_null(pc.or_(pc.or_(total, repeats), example), False))
    return mask


def _worth_a_look(table: RawTable, mask: pa.Array) -> pa.Array:
    """Those of the rows (positions) that are nearly empty, or hold a word for totals or a header."""
    places = pa.array(_positions(mask), pa.int64())
    filled = pa.repeat(pa.scalar(0, pa.int64()), len(places))
    for column in table.columns:
        there = pc.invert(_is_blank(as_array(column.values).take(places)))
        filled = pc.add(filled, pc.cast(there, pa.int64()))
    return places.filter(pc.or_(pc.less_equal(filled, 1), _says_total_or_header(table).take(places)))


def _cause(cells: dict[str, str], headers: dict[str, set[str]], unusable: bool, emptied: bool) -> str | None:
    if len(cells) > 1 and sum(fold(text) in headers[letter] for letter, text in cells.items()) > len(cells) / 2:
        return "repeated header"
    first = next(iter(cells.values()), "")
    is_alone = len(cells) == 1 and len(headers) >= WIDE
    if any(map(marks_example, islice(cells.values(), FIRST_CELLS))):
        return "example row"
    if (unusable and _TOTAL.match(first)) or (emptied and _TOTAL_ALONE.fullmatch(first)):
        return "total row"
    if emptied and is_alone and _TOTAL.match(first):
        return "total row"
    if emptied and is_alone and _FOOTNOTE.match(first):
        return "note row"
    is_words = any(letter.isalpha() for letter in first)
    return "note row" if unusable and len(cells) == 1 and len(headers) > 1 and is_words else None


def _own_names(column: Column) -> set[str]:
    """The column's header, folded: whole, and its last level alone."""
    return {fold(column.header), fold(column.header.split(JOINED_BY)[-1])} - {""}


def _positions(mask: pa.Array) -> list[int]:
    return pc.indices_nonzero(mask).to_pylist()


# Things described twice


@dataclass(frozen=True)
class Repeated:
    """Rows whose key an earlier row already has, by position: every cell repeats one of these rows; the earlier ones
    have said all that is loaded of it; or something that is loaded differs.

    Of things, a row that only adds to the earlier ones is none of these. Of events ``described`` is empty: rows that
    differ in any cell are events of their own.
    """

    exactly: Sequence[int] = ()
    described: Sequence[int] = ()
    differing: Sequence[int] = ()


def repeated_keys(rows: pa.Table, dataset: Dataset, cells: Iterable[pa.Array]) -> Repeated:
    """The rows whose key an earlier row already has; ``cells`` are all columns of the sheet, not only those loaded."""
    if not dataset.key:
        return Repeated()
    keys = [_folded(rows.column(name)) for name in dataset.key]
    filled = np.logical_and.reduce([key.is_valid().to_numpy(zero_copy_only=False) for key in keys])
    suspects, of_key = _alike(np.flatnonzero(filled), keys)
    exactly = _later(*_alike(suspects, map(_as_seen, cells), of_key))
    if not dataset.is_of_things:
        others = np.setdiff1d(_later(suspects, of_key), exactly, assume_unique=True)
        return Repeated(exactly.tolist(), (), others.tolist())
    compared = np.isin(suspects, exactly, invert=True)
    return Repeated(exactly.tolist(), *_beside_earlier(rows, dataset, suspects[compared], of_key[compared]))


def _beside_earlier(
    rows: pa.Table, dataset: Dataset, places: np.ndarray, of_key: np.ndarray
) -> tuple[list[int], list[int]]:
    """The rows that say nothing more than the earlier ones of their key together, and those that say otherwise: in a
    field that an earlier one filled, another value.
    """
    details = [field for field in dataset.stored if field.name not in dataset.key]
    columns = [_compared(rows.column(field.name).take(pa.array(places)), field) for field in details]
    said: dict[int, list[object]] = {}
    described, differing = [], []
    for place, key, *row in zip(places.tolist(), of_key.tolist(), *columns, strict=True):
        known = said.get(key)
        if known is None:
            said[key] = row
        elif any(old is not None and value not in (None, old) for old, value in zip(known, row, strict=True)):
            differing.append(place)
        elif all(value is None or old is not None for old, value in zip(known, row, strict=True)):
            described.append(place)
        else:
            said[key] = [value if old is None else old for old, value in zip(known, row, strict=True)]
    return described, differing


def _compared(values: pa.ChunkedArray, field: Field) -> list[object]:
    return (_folded(values) if field.is_folded else values).to_pylist()


def _alike(
    places: np.ndarray, columns: Iterable[pa.Array], group: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Those of the places that have an equal among them in all the columns, and a number that equals share.

    ``group`` gives those that are equal so far the same number. Rows drop out as soon as they stand alone, so that the
    many columns of a long table are read for few of them.
    """
    group = np.zeros(len(places), dtype=np.int64) if group is None else group
    for column in columns:
        if not len(places):
            break
        codes = column.take(pa.array(places)).dictionary_encode(null_encoding="encode")
        spelled = codes.indices.to_numpy(zero_copy_only=False).astype(np.int64)
        group = np.unique(group * max(len(codes.dictionary), 1) + spelled, return_inverse=True)[1]
        is_several = np.bincount(group)[group] > 1
        places, group = places[is_several], group[is_several]
    return places, group


def _later(places: np.ndarray, group: np.ndarray) -> np.ndarray:
    """The places, in order, but for the first of each group."""
    return np.delete(places, np.unique(group, return_index=True)[1])


def _as_seen(values: pa.Array) -> pa.Array:
    """The cells as a reader tells them apart: spaces around a text do not show, nor do they fill a cell."""
    if not pa.types.is_string(values.type):
        return values
    trimmed = pc.utf8_trim_whitespace(values)
    return pc.if_else(pc.equal(trimmed, ""), None, trimmed)


def _folded(values: pa.ChunkedArray) -> pa.Array:
    texts = as_array(values).cast(pa.string())
    if _is_tidy(texts):
        return pc.ascii_lower(texts)
    coded = texts.dictionary_encode()
    return pa.array([fold(text) for text in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)


def _is_tidy(texts: pa.Array) -> bool:
    """Whether folding is a matter of capitals alone: printable ASCII, no spaces at an end, no two together."""
    if not pc.all(pc.ascii_is_printable(texts), min_count=0).as_py():
        return False
    spaced = (pc.starts_with(texts, " "), pc.ends_with(texts, " "), pc.match_substring(texts, "  "))
    return not any(pc.any(one).as_py() for one in spaced)
