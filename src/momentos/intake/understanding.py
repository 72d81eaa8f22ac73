"""The columns of a table understood as chosen: each converted to the type of its field."""

from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets import Dataset, Field, FieldType
from momentos.datasets.ratings import RATINGS
from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.intake.choices import Choices
from momentos.intake.convert import Converted, Notice, Ways, convert
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.report import Report

HOUR_UNUSED = Notice(
    "hour not used", say("The dates of this table already have their hour, so the column of hours was not used.")
)


@dataclass(frozen=True)
class Understood:
    """One column of the table, converted; a constant has no column. ``touchpoint`` is set where it is a rating."""

    column: Column | None
    field: Field
    converted: Converted
    touchpoint: str | None = None


def understood_columns(
    report: Report, table: RawTable, dataset: Dataset, choices: Choices, today: date
) -> list[Understood]:
    """Every mapped column, every constant and every column of scores; bare dates with the hour of their own column,
    and what takes two columns to know."""
    found = [*_columns(table, dataset, choices, today), *_ratings(table, choices, today)]
    return with_durations(dataset, _joined_with_hour(report, dataset, found))


def _columns(table: RawTable, dataset: Dataset, choices: Choices, today: date) -> list[Understood]:
    by_letter = {column.letter: column for column in table.columns}
    found = [
        Understood(
            by_letter[letter], dataset[name], convert(by_letter[letter], dataset[name], _ways(choices, letter, today))
        )
        for letter, name in choices.mapping.items()
    ]
    return [*found, *(_constant(table, dataset[name], text, today) for name, text in choices.constants.items())]


def _constant(table: RawTable, field: Field, text: str, today: date) -> Understood:
    """One text for every row; ``Refused`` if it cannot be understood."""
    one = convert(Column("", "", pa.chunked_array([[text]], pa.string())), field, Ways(today, day_first=True))
    if one.fault_of is not None:
        raise WrongInput(
            say("{found} is no value for {field}: {why}", found=text, field=field.label, why=one.faults[0].problem)
        )
    return Understood(None, field, Converted(pa.repeat(one.values[0], table.row_count)))


def _ratings(table: RawTable, choices: Choices, today: date) -> list[Understood]:
    by_letter = {column.letter: column for column in table.columns}
    score = RATINGS["score"]
    return [
        Understood(
            by_letter[letter], score, convert(by_letter[letter], score, _ways(choices, letter, today)), touchpoint
        )
        for letter, touchpoint in choices.ratings.items()
    ]


def _ways(choices: Choices, letter: str, today: date) -> Ways:
    return Ways(
        today,
        choices.day_first,
        choices.decimal_comma,
        choices.duration_units.get(letter),
        choices.scales.get(letter),
        choices.not_scores.get(letter, frozenset()),
    )


def _joined_with_hour(report: Report, dataset: Dataset, understood: list[Understood]) -> list[Understood]:
    """The instants with the hour of their own column added, if they are bare dates."""
    hour = next((one for one in understood if one.field.type is FieldType.TIME_OF_DAY), None)
    instant = next((one for one in understood if one.field.name == dataset.occurred), None)
    if hour is None or instant is None or instant.field.type is not FieldType.INSTANT:
        return understood
    micros = pc.cast(instant.converted.values, pa.int64())
    if has_hours(instant.converted.values):
        report.sheet(hour.field.name, HOUR_UNUSED)
        return understood
    added = pc.cast(pc.multiply(pc.fill_null(hour.converted.values, 0.0), 1e6), pa.int64(), safe=False)
    values = pc.cast(pc.add(micros, added), pa.timestamp("us"))
    joined = replace(instant, converted=replace(instant.converted, values=values))
    return [joined if one is instant else one for one in understood]


def with_durations(dataset: Dataset, understood: list[Understood]) -> list[Understood]:
    """Added what lasts from the row's date to another one, where no column says how long.

    Seconds; whole days where one of the two has no hours. Unknown where the end is before the beginning, which is told.
    """
    named = {one.field.name: one for one in understood}
    begins = named.get(dataset.occurred or "")
    ends = next((one for one in understood if one.field.gives and one.field.gives not in named), None)
    if begins is None or ends is None or ends.field.gives is None:
        return understood
    values = lasting(begins.converted.values, ends.converted.values)
    return [*understood, Understood(None, dataset[ends.field.gives], Converted(values))]


def lasting(begins: pa.Array, ends: pa.Array) -> pa.Array:
    """Seconds (double) from one instant to the other, null where the end comes first."""
    first, last = comparable(begins, ends)
    seconds = pc.divide(pc.cast(pc.cast(pc.subtract(last, first), pa.int64()), pa.float64()), 1e6)
    return pc.if_else(pc.less(seconds, 0), None, seconds)


def comparable(begins: pa.Array, ends: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Both instants, as days if one of them has no hours: a bare date is no midnight."""
    if has_hours(begins) and has_hours(ends):
        return begins, ends
    return pc.floor_temporal(begins, unit="day"), pc.floor_temporal(ends, unit="day")


def has_hours(instants: pa.Array) -> bool:
    """Whether any of the instants is another moment than midnight."""
    micros = pc.cast(instants, pa.int64())
    since_midnight = pc.subtract(micros, pc.cast(pc.floor_temporal(instants, unit="day"), pa.int64()))
    return bool(pc.any(pc.fill_null(pc.not_equal(since_midnight, 0), False)).as_py())
