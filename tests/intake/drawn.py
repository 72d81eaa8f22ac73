"""Tables drawn in tests, as they would come from a workbook."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from momentos.datasets import Field, FieldType
from momentos.domain.messages import say
from momentos.intake.convert import Converted, Ways, convert
from momentos.intake.raw_table import Column, RawTable

TODAY = date(2026, 11, 21)


def column(
    values: Sequence[Any], header: str = "Columna", letter: str = "A", numeric: Sequence[bool] | None = None
) -> Column:
    """A column of these values, typed as pyarrow types them."""
    mask = None if numeric is None else pa.array(numeric)
    return Column(letter, header, pa.chunked_array([pa.array(values)]), mask)


def table(columns: dict[str, Sequence[Any]], *, sheet: str = "Hoja1", first_row: int = 2) -> RawTable:
    """A table with its header in the row before ``first_row``; columns go A, B, C…"""
    made = tuple(column(values, header, chr(65 + place)) for place, (header, values) in enumerate(columns.items()))
    rows = len(made[0].values)
    numbers = pa.array(range(first_row, first_row + rows), pa.int32())
    return RawTable(sheet, False, 0, (first_row - 1, first_row - 1), made, numbers)


def picture(text: str, *, sheet: str = "Hoja1") -> RawTable:
    """A table of texts from lines with ``|`` between columns, the first line its headers; ``null`` where blank."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]
    return table(
        {header: [line[place] or None for line in lines[1:]] for place, header in enumerate(lines[0])}, sheet=sheet
    )


def field(kind: FieldType, **more: Any) -> Field:
    return Field("it", kind, say("It"), say("It."), **more)


def converted(kind: FieldType, values: Sequence[Any], numeric: Sequence[bool] | None = None, **more: Any) -> Converted:
    """The values as this type; ``more`` may hold fields of ``Field``, of ``Ways``, and ``header``."""
    of_field = {name: more.pop(name) for name in ("low", "high", "choices", "unknown", "is_whole") if name in more}
    header = more.pop("header", "Columna")
    return convert(column(values, header, numeric=numeric), field(kind, **of_field), Ways(TODAY, **more))


def outcome(kind: FieldType, value: Any, **more: Any) -> Any:
    """What one value comes to: the value, ``None``, or the cause of its fault."""
    one = converted(kind, [value], **more)
    return causes(one)[0] or one.values[0].as_py()


def causes(one: Converted) -> list[str | None]:
    """The cause of each cell's fault."""
    if one.fault_of is None:
        return [None] * len(one.values)
    return [None if code is None else one.faults[code].cause for code in one.fault_of.to_pylist()]
