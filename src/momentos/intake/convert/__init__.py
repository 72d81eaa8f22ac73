"""From cells as written to values of a field's type: one module a type, a whole column at once."""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.field import Field, FieldType
from momentos.domain.messages import say
from momentos.intake.convert.answered import (
    NOT_FINITE,
    Converted,
    Fault,
    Notice,
    Ways,
    cell_text,
    number_text,
    refused_where,
)
from momentos.intake.convert.dates import convert_date, convert_instant
from momentos.intake.convert.numbers import convert_number
from momentos.intake.convert.scores import convert_score
from momentos.intake.convert.texts import FIFTEEN_DIGITS, LOST_DIGITS, convert_identifier, convert_text
from momentos.intake.convert.times import convert_duration, convert_time_of_day
from momentos.intake.convert.words import convert_choice, convert_yes_no
from momentos.intake.raw_table import Column

Converter = Callable[[Column, Field, Ways], Converted]

ARROW_TYPES: dict[FieldType, pa.DataType] = {
    FieldType.TEXT: pa.string(),
    FieldType.IDENTIFIER: pa.string(),
    FieldType.INTEGER: pa.int64(),
    FieldType.NUMBER: pa.float64(),
    FieldType.MONEY: pa.float64(),
    FieldType.DATE: pa.date32(),
    FieldType.INSTANT: pa.timestamp("us"),
    FieldType.TIME_OF_DAY: pa.float64(),
    FieldType.DURATION: pa.float64(),
    FieldType.YES_NO: pa.bool_(),
    FieldType.CHOICE: pa.string(),
    FieldType.SCORE: pa.float64(),
}

NOT_WHOLE = Fault("not whole", say("This number is not whole."), say("Write it without decimals."))


def convert(column: Column, field: Field, ways: Ways) -> Converted:
    """The column as values of the field's type, null where empty, with a fault for each cell that cannot be used."""
    if pa.types.is_null(column.values.type):
        return Converted(pa.nulls(len(column.values), ARROW_TYPES[field.type]))
    return _within_bounds(_finite(_CONVERTERS[field.type](column, field, ways)), field)


def _convert_integer(column: Column, field: Field, ways: Ways) -> Converted:
    number = convert_number(column, field, ways)
    exact = refused_where(number, pc.greater_equal(pc.abs(number.values), FIFTEEN_DIGITS), LOST_DIGITS)
    whole = refused_where(exact, pc.not_equal(exact.values, pc.round(exact.values)), NOT_WHOLE)
    return Converted(pc.cast(whole.values, pa.int64()), whole.faults, whole.fault_of, whole.notices, whole.unknown)


_CONVERTERS: dict[FieldType, Converter] = {
    FieldType.TEXT: convert_text,
    FieldType.IDENTIFIER: convert_identifier,
    FieldType.INTEGER: _convert_integer,
    FieldType.NUMBER: convert_number,
    FieldType.MONEY: convert_number,
    FieldType.DATE: convert_date,
    FieldType.INSTANT: convert_instant,
    FieldType.TIME_OF_DAY: convert_time_of_day,
    FieldType.DURATION: convert_duration,
    FieldType.YES_NO: convert_yes_no,
    FieldType.CHOICE: convert_choice,
    FieldType.SCORE: convert_score,
}


def _finite(converted: Converted) -> Converted:
    """The column without figures that are not finite: a number may have grown beyond all while its unit was applied."""
    if not pa.types.is_floating(converted.values.type):
        return converted
    return refused_where(converted, pc.invert(pc.is_finite(converted.values)), NOT_FINITE)


def _within_bounds(converted: Converted, field: Field) -> Converted:
    """The column with values beyond the field's plausible range refused; scores are judged on their own scale."""
    if field.type is FieldType.SCORE or not pa.types.is_primitive(converted.values.type):
        return converted
    for bound, beyond in ((field.low, pc.less), (field.high, pc.greater)):
        if bound is not None:
            converted = refused_where(converted, beyond(converted.values, bound), _beyond(field))
    return converted


def _beyond(field: Field) -> Fault:
    low, high = (number_text(bound) if bound is not None else "…" for bound in (field.low, field.high))
    return Fault(
        "out of range",
        say("The value is outside what is plausible here, {low} to {high}.", low=low, high=high),
        say("Check the value and its unit."),
    )


__all__ = ["ARROW_TYPES", "Converted", "Fault", "Notice", "Ways", "cell_text", "convert"]
