"""What converting a column gives: typed values, and for each cell that could not be understood, why."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import Severity
from momentos.datasets.field import Field
from momentos.domain.messages import Message, say
from momentos.intake.raw_table import Column
from momentos.intake.text import fold, is_formula_error, is_missing, turns_direction

MANY = 20_000
"""A column of text with more different cells than this is understood at once where it is simple enough."""


@dataclass(frozen=True)
class Ways:
    """How to read values that could be read in two ways; ``None`` lets the whole column decide.

    ``unit`` of bare numbers that are durations: ``s``, ``min``, ``h`` or ``d``. ``scale`` is the lowest and highest
    grade as written, where it is not the field's own. ``not_scores`` are codes that stand for no answer.
    """

    today: date
    day_first: bool | None = None
    decimal_comma: bool | None = None
    unit: str | None = None
    scale: tuple[float, float] | None = None
    not_scores: frozenset[float] = frozenset()


@dataclass(frozen=True)
class Fault:
    """Why a cell cannot be used: a stable key, a sentence, and what to do."""

    cause: str
    problem: Message
    suggestion: Message | None = None

    def __hash__(self) -> int:
        return hash((self.cause, self.problem.text))


@dataclass(frozen=True)
class Notice:
    """Something to know about a whole column: a choice that was made for it."""

    cause: str
    problem: Message
    suggestion: Message | None = None
    severity: Severity = Severity.INFO


@dataclass(frozen=True)
class Converted:
    """One column understood: ``values`` typed and null where empty or faulty.

    ``fault_of`` (int32, null where nothing is wrong) points into ``faults``. ``unknown`` counts the cells that were
    emptied because they hold a word for "not known", by the word as written.
    """

    values: pa.Array
    faults: tuple[Fault, ...] = ()
    fault_of: pa.Array | None = None
    notices: tuple[Notice, ...] = ()
    unknown: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_faulty(self) -> pa.Array:
        """A mask of the cells that could not be understood."""
        if self.fault_of is None:
            return pa.repeat(pa.scalar(False), len(self.values))
        return pc.is_valid(self.fault_of)


@dataclass(frozen=True)
class Unknown:
    """A word that stands for "not known", kept to count it."""

    text: str


Understand = Callable[[str, bool], Any]
"""From a cell's text, and whether it is a number cell, to its value, ``None`` if empty, or a ``Fault``."""


@dataclass(frozen=True)
class Uniques:
    """A column's different cells as texts, which of them are number cells, and which of them each row holds."""

    texts: list[str]
    are_numbers: list[bool]
    codes: pa.Array

    @property
    def rows(self) -> Mapping[int, int]:
        """How many rows hold each of them, by its place."""
        return rows_by_code(self.codes)


FORMULA_ERROR = Fault(
    "formula error",
    say("The cell shows a spreadsheet error instead of a value."),
    say("Mend the formula, or empty the cell."),
)
TURNED = Fault(
    "turned text",
    say("The text holds invisible characters that change the direction it is read in."),
    say("Type the text again by hand."),
)
NOT_FINITE = Fault("not finite", say("The number is not finite."), say("Write a number, or empty the cell."))


def number_text(number: float) -> str:
    """A number as a person writes it: ``7``, not ``7.0``."""
    return str(int(number)) if isfinite(number) and number == int(number) and abs(number) < 1e22 else repr(number)


def as_array(values: pa.ChunkedArray | pa.Array) -> pa.Array:
    """The values in one piece."""
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values


def rows_by_code(codes: pa.Array) -> Mapping[int, int]:
    """How many rows hold each code; rows without one are not counted."""
    return {entry["values"]: entry["counts"] for entry in pc.value_counts(codes.drop_null()).to_pylist()}


def uniques(column: Column) -> Uniques:
    """The column's different cells."""
    values = as_array(column.values)
    kind = values.type
    if pa.types.is_null(kind):
        return Uniques([], [], pa.nulls(len(values), pa.int32()))
    if _is_text(kind) and column.numeric is not None:
        return _uniques_of_mixed(values, as_array(column.numeric))
    coded = values.dictionary_encode()
    numbers = pa.types.is_floating(kind) or pa.types.is_integer(kind)
    texts = coded.dictionary.to_pylist() if _is_text(kind) else texts_of(coded.dictionary)
    return Uniques(texts, [numbers] * len(texts), coded.indices)


def _uniques_of_mixed(values: pa.Array, numeric: pa.Array) -> Uniques:
    coded = values.dictionary_encode()
    mask = pc.cast(pc.fill_null(numeric, False), pa.int32())
    keys = pc.add(pc.multiply(coded.indices, 2), mask).dictionary_encode()
    texts = coded.dictionary.to_pylist()
    different = keys.dictionary.to_pylist()
    return Uniques([texts[key // 2] for key in different], [bool(key % 2) for key in different], keys.indices)


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)


def _python_values(values: pa.Array) -> list[Any]:
    if pa.types.is_duration(values.type):
        micros = pc.cast(pc.cast(values, pa.duration("us")), pa.int64()).to_pylist()
        return [None if one is None else clock_text(one / 1e6) for one in micros]
    return values.to_pylist()


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return number_text(value)
    return str(value).removesuffix(" 00:00:00")


def clock_text(seconds: float) -> str:
    """``H:MM:SS``."""
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def texts_of(values: pa.Array) -> list[str]:
    """Each value as written; empty for an empty cell."""
    if pa.types.is_string(values.type):
        return pc.fill_null(values, "").to_pylist()
    if pa.types.is_null(values.type):
        return [""] * len(values)
    return ["" if value is None else _text(value) for value in _python_values(values)]


def cell_text(column: Column, position: int) -> str:
    """What one cell holds, as written; empty for an empty one."""
    return texts_of(as_array(column.values.slice(position, 1)))[0]


def by_unique(column: Column, kind: pa.DataType, field: Field, understand: Understand) -> Converted:
    """Convert a column through its different cells, each understood once."""
    different = uniques(column)
    wanted = _prefaced(field, understand)
    outcomes = [wanted(text, number) for text, number in zip(different.texts, different.are_numbers, strict=True)]
    return gathered(outcomes, different.codes, kind)


def gathered(outcomes: list[Any], codes: pa.Array, kind: pa.DataType) -> Converted:
    """A column from what each of its different cells came to."""
    faults = list(dict.fromkeys(one for one in outcomes if isinstance(one, Fault)))
    number_of = {fault: number for number, fault in enumerate(faults)}
    values = [None if isinstance(one, Fault | Unknown) else one for one in outcomes]
    fault_of = None
    if faults:
        fault_codes = [number_of[one] if isinstance(one, Fault) else None for one in outcomes]
        fault_of = pa.array(fault_codes, pa.int32()).take(codes)
    return Converted(pa.array(values, kind).take(codes), tuple(faults), fault_of, (), _counted(outcomes, codes))


def _counted(outcomes: list[Any], codes: pa.Array) -> dict[str, int]:
    words = {place: one.text for place, one in enumerate(outcomes) if isinstance(one, Unknown)}
    if not words:
        return {}
    counts: dict[str, int] = {}
    for place, rows in rows_by_code(codes).items():
        if place in words:
            counts[words[place]] = counts.get(words[place], 0) + rows
    return counts


def _prefaced(field: Field, understand: Understand) -> Understand:
    """What holds for every type: blanks, words for "not known", formula errors and turned text."""
    unknown = {fold(word) for word in field.unknown}

    def prefaced(text: str, is_number: bool) -> Any:
        if unknown and fold(text) in unknown:
            return Unknown(text.strip())
        if is_missing(text):
            return None
        if is_formula_error(text):
            return FORMULA_ERROR
        if turns_direction(text):
            return TURNED
        return understand(text, is_number)

    return prefaced


def is_long_text(column: Column) -> bool:
    """Whether the column is text with so many different cells that it pays to understand them all at once."""
    values = as_array(column.values)
    return _is_text(values.type) and column.numeric is None and pc.count_distinct(values).as_py() > MANY


def emptied(values: pa.Array, words: Iterable[str]) -> pa.Array:
    """A mask of the texts that are one of the words, in any case."""
    return pc.fill_null(pc.is_in(pc.utf8_lower(values), pa.array(sorted(words), pa.string())), False)


def refused_where(converted: Converted, wrong: pa.Array, fault: Fault) -> Converted:
    """The column with one more fault where the mask says so; a cell keeps the fault it already has."""
    wrong = pc.fill_null(wrong, False)
    if not pc.any(wrong).as_py():
        return converted
    already = converted.fault_of if converted.fault_of is not None else pa.nulls(len(wrong), pa.int32())
    fresh = pc.and_(wrong, pc.is_null(already))
    number = pa.scalar(len(converted.faults), pa.int32())
    return Converted(
        pc.if_else(fresh, pa.scalar(None, converted.values.type), converted.values),
        (*converted.faults, fault),
        pc.if_else(fresh, number, already),
        converted.notices,
        converted.unknown,
    )


def told(converted: Converted, *notices: Notice) -> Converted:
    """The column with notices added."""
    return Converted(
        converted.values,
        converted.faults,
        converted.fault_of,
        (*converted.notices, *notices),
        converted.unknown,
    )
