"""One table cut over several sheets, by month say: read as one, so that what one sheet tells holds for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets import DATASETS, FieldType
from momentos.intake.choices import Choices
from momentos.intake.convert.answered import as_array, texts_of, uniques
from momentos.intake.convert.dates import evidence_of_order
from momentos.intake.convert.numbers import mark_told
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.text import plain

DATES = (FieldType.DATE, FieldType.INSTANT)
NUMBERS = (FieldType.NUMBER, FieldType.MONEY)


def families(tables: Sequence[RawTable]) -> list[RawTable]:
    """For each table, the rows of all that have its headers in its columns; itself where it stands alone."""
    alike: dict[tuple[tuple[str, str], ...], list[RawTable]] = {}
    for table in tables:
        alike.setdefault(_layout(table), []).append(table)
    joined = {layout: group[0] if len(group) == 1 else _joined(group) for layout, group in alike.items()}
    return [joined[_layout(table)] for table in tables]


def as_the_family(choices: Choices, family: RawTable, table: RawTable) -> Choices:
    """The choices with the order of day and month, and the mark of decimals, that the family's columns tell together.

    One sheet may hold no day after the 12th, or no number with decimals; its sisters do.
    """
    if family is table or choices.dataset not in DATASETS:
        return choices
    day_first, comma = choices.day_first, choices.decimal_comma
    if day_first is None:
        day_first = _agreed(_order(column) for column in _columns(choices, family, DATES))
    if comma is None:
        comma = _agreed(_mark(column) for column in _columns(choices, family, NUMBERS))
    return replace(choices, day_first=day_first, decimal_comma=comma)


def _columns(choices: Choices, family: RawTable, types: Sequence[FieldType]) -> list[Column]:
    dataset = DATASETS[choices.dataset]
    return [
        column
        for column in family.columns
        if column.letter in choices.mapping and dataset[choices.mapping[column.letter]].type in types
    ]


def _agreed(votes: Iterable[bool | None]) -> bool | None:
    """What all who know say; ``None`` if nobody knows or they differ."""
    known = {vote for vote in votes if vote is not None}
    return known.pop() if len(known) == 1 else None


def _mark(column: Column) -> bool | None:
    """Whether the comma marks decimals, where the column's texts can only be read so or only otherwise."""
    different = uniques(column)
    texts = [text for text, number in zip(different.texts, different.are_numbers, strict=True) if not number]
    return mark_told(texts)


def _order(column: Column) -> bool | None:
    """Whether the day comes first, where the column tells it and nothing in it says otherwise."""
    if not pa.types.is_string(column.values.type):
        return None
    first, second = evidence_of_order(column)
    return None if bool(first) == bool(second) else bool(first)


def _layout(table: RawTable) -> tuple[tuple[str, str], ...]:
    """Letters and headers. A table without headers is like no other."""
    named = [column for column in table.columns if column.header]
    own = () if len(named) > 1 else ((table.sheet, str(table.index)),)
    return (*own, *((column.letter, plain(column.header)) for column in table.columns))


def _joined(group: Sequence[RawTable]) -> RawTable:
    columns = tuple(_joined_column([table.columns[place] for table in group]) for place in range(len(group[0].columns)))
    numbers = pa.concat_arrays([as_array(table.row_numbers) for table in group])
    return replace(group[0], columns=columns, row_numbers=numbers)


def _joined_column(parts: Sequence[Column]) -> Column:
    """The parts one below the other: of their kind if they share one, else as texts that remember their numbers."""
    kinds = {part.values.type for part in parts} - {pa.null()}
    if len(kinds) <= 1 and all(part.numeric is None for part in parts):
        kind = kinds.pop() if kinds else pa.null()
        return replace(parts[0], values=pa.chunked_array([as_array(part.values).cast(kind) for part in parts], kind))
    written = pa.chunked_array([_written(part) for part in parts], pa.string())
    return replace(parts[0], values=written, numeric=pa.concat_arrays(list(_numeric(parts))))


def _written(part: Column) -> pa.Array:
    values = as_array(part.values)
    if pa.types.is_null(values.type):
        return pa.nulls(len(values), pa.string())
    return pc.if_else(pc.is_valid(values), pa.array(texts_of(values), pa.string()), None)


def _numeric(parts: Sequence[Column]) -> Iterable[pa.Array]:
    for part in parts:
        if part.numeric is not None:
            yield as_array(part.numeric)
        else:
            is_number = pa.types.is_floating(part.values.type)
            yield pa.array([is_number] * len(part.values), pa.bool_())
