"""Columns of dates and instants: the whole column decides what one cell cannot."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import Severity
from momentos.datasets.field import Field
from momentos.domain.messages import say
from momentos.intake.convert.answered import (
    Converted,
    Fault,
    Notice,
    Ways,
    as_array,
    by_unique,
    gathered,
    refused_where,
    told,
    uniques,
)
from momentos.intake.convert.days import (
    NOT_A_DATE,
    ORDERS,
    THREE,
    ZONE,
    Style,
    month_alone,
    understand_instant,
)
from momentos.intake.convert.times import seconds_since_midnight
from momentos.intake.raw_table import Column
from momentos.intake.text import fold, is_missing, plain

FIRST_DAY = date(1950, 1, 1)
YEARS_AHEAD = 5

IMPLAUSIBLE = Fault(
    "implausible date",
    say("The date is before 1950 or more than five years ahead."),
    say("Check the year."),
)
DAY_FIRST_ASSUMED = Notice(
    "day first assumed",
    say("Some dates in this column could be read day first or month first; they were read day first."),
    say("If the month comes first, say so in the choices of this column."),
    Severity.WARNING,
)
FIRST_OF_MONTH = Notice(
    "first of month", say("The dates of this column have no day; the first of the month was taken.")
)
FIRST_OF_YEAR = Notice(
    "first of year",
    say("The dates of this column are years alone; the first of January was taken."),
    None,
    Severity.WARNING,
)

_SPLITTABLE = r"^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]\d"
_MANY = 5_000


def convert_date(column: Column, field: Field, ways: Ways) -> Converted:
    """date32."""
    instants = convert_instant(column, field, ways)
    return Converted(
        pc.cast(pc.floor_temporal(instants.values, unit="day"), pa.date32()),
        instants.faults,
        instants.fault_of,
        instants.notices,
        instants.unknown,
    )


def convert_instant(column: Column, field: Field, ways: Ways) -> Converted:
    """timestamp[us] without zone; a bare date is midnight."""
    values = as_array(column.values)
    if pa.types.is_timestamp(values.type):
        return _in_range(Converted(pc.cast(values, pa.timestamp("us"), safe=False)), ways.today)
    if pa.types.is_date(values.type):
        return _in_range(Converted(pc.cast(values, pa.timestamp("us"))), ways.today)
    if _can_be_split(column, values):
        return _split(values, ways)
    different = uniques(column)
    style, notices = decide(different.texts, ways.day_first, ways.today)
    if pa.types.is_floating(values.type) and style.digits == "serial":
        return told(_serials(values, ways.today), *notices)
    converted = by_unique(column, pa.timestamp("us"), field, lambda text, _: understand_instant(text, style))
    return told(_in_range(converted, ways.today), *notices)


def day_first_is_unknown(column: Column) -> bool:
    """Whether no value of the column tells the day from the month, though it writes both as numbers."""
    if not pa.types.is_string(as_array(column.values).type):
        return False
    first, second, both = _evidence(uniques(column).texts)
    return both and not first and not second


def dates_of_two_readings(column: Column) -> list[str]:
    """The different texts that are one date with the day first and another with the month first."""
    return [text for text in uniques(column).texts if _evidence([text])[2]]


def evidence_of_order(column: Column) -> tuple[int, int]:
    """How many different cells can only be day first, and how many only month first."""
    first, second, _ = _evidence(uniques(column).texts)
    return first, second


def _in_range(converted: Converted, today: date) -> Converted:
    latest = date(today.year + YEARS_AHEAD, today.month, min(today.day, 28))
    values = converted.values
    early = pc.less(values, pa.scalar(datetime.combine(FIRST_DAY, datetime.min.time()), values.type))
    late = pc.greater_equal(values, pa.scalar(datetime.combine(latest, datetime.min.time()), values.type))
    return refused_where(converted, pc.or_(early, late), IMPLAUSIBLE)


def _serials(values: pa.Array, today: date) -> Converted:
    """Excel's day numbers (1900 system), all at once."""
    usable = pc.fill_null(pc.and_(pc.greater_equal(values, 0), pc.less(values, 3_000_000)), False)
    days = pc.if_else(usable, values, None)
    seconds = pc.cast(pc.round(pc.multiply(pc.subtract(days, 25_569.0), 86_400.0)), pa.int64())
    instants = pc.cast(pc.multiply(seconds, 1_000_000), pa.timestamp("us"))
    wrong = pc.and_(pc.is_valid(values), pc.invert(usable))
    return _in_range(refused_where(Converted(instants), wrong, NOT_A_DATE), today)


# What the whole column says


def decide(texts: Iterable[str], day_first: bool | None, today: date) -> tuple[Style, tuple[Notice, ...]]:
    """How the column writes dates, and what to tell about it."""
    texts = [text for text in texts if not is_missing(text)]
    first, second, both = _evidence(texts)
    digits = _digits_order(texts, today)
    notices: list[Notice] = []
    if day_first is None and both and not first and not second:
        notices.append(DAY_FIRST_ASSUMED)
    if digits == "yyyy":
        notices.append(FIRST_OF_YEAR)
    if digits == "yyyymm" or any(month_alone(plain(text)) for text in texts[:50]):
        notices.append(FIRST_OF_MONTH)
    contradicts = day_first is None and bool(first) and bool(second)
    chosen = day_first if day_first is not None else first >= second
    return Style(chosen, contradicts, digits), tuple(notices)


def _evidence(texts: Iterable[str]) -> tuple[int, int, bool]:
    """How many texts can only be day first, how many only month first, and whether some could be either."""
    first = second = 0
    either = False
    for text in texts:
        match = THREE.match(text.strip())
        if match is None or len(match[1]) > 2 or int(match[1]) > 31:
            continue
        one, other = int(match[1]), int(match[2])
        first += one > 12 >= other
        second += other > 12 >= one
        either = either or (one <= 12 and other <= 12 and one != other)
    return first, second, either


def _digits_order(texts: list[str], today: date) -> str:
    """The order that makes nearly all of the column's bare digits plausible dates; else day numbers of Excel."""
    bare = [text.strip() for text in texts if text.strip().isdigit()]
    for order in ORDERS if bare else ():
        width = len(order)
        padded = [text.zfill(width) if width == 6 and len(text) == 5 and order != "yyyymm" else text for text in bare]
        if all(len(text) == 5 for text in bare):
            break
        good = [text for text in padded if len(text) == width and _is_plausible(order, text, today)]
        if len(good) >= 0.98 * len(bare):
            return order
    return "serial"


def _is_plausible(order: str, text: str, today: date) -> bool:
    try:
        day = date(*ORDERS[order](text))
    except ValueError:
        return False
    return day >= FIRST_DAY and day.year <= today.year + YEARS_AHEAD


# Many different instants, few different days


def _can_be_split(column: Column, values: pa.Array) -> bool:
    """Whether a long text column is all ``day time``, so that days and times can be understood apart."""
    if not pa.types.is_string(values.type) or column.numeric is not None or pc.count_distinct(values).as_py() < _MANY:
        return False
    return bool(pc.all(pc.fill_null(pc.match_substring_regex(values, _SPLITTABLE), True)).as_py())


def _split(values: pa.Array, ways: Ways) -> Converted:
    """The same as cell by cell: few different days and few different times, each understood once."""
    trimmed = pc.utf8_trim_whitespace(values)
    parts = pc.extract_regex(trimmed, r"^(?P<day>[^ T]+)[ T](?P<time>.*)$")
    days = pc.struct_field(parts, [0]).dictionary_encode()
    times = pc.struct_field(parts, [1]).dictionary_encode()
    texts = days.dictionary.to_pylist()
    style, notices = decide(texts, ways.day_first, ways.today)
    day_part = gathered([understand_instant(text, style) for text in texts], days.indices, pa.timestamp("us"))
    time_part = gathered([_time_after_day(text) for text in times.dictionary.to_pylist()], times.indices, pa.int64())
    moments = pc.add(pc.cast(day_part.values, pa.int64()), time_part.values)
    joined = Converted(pc.cast(moments, pa.timestamp("us")), day_part.faults, day_part.fault_of)
    return told(_in_range(refused_where(joined, time_part.is_faulty, NOT_A_DATE), ways.today), *notices)


def _time_after_day(text: str) -> Any:
    """Microseconds since midnight, or why not."""
    seconds = seconds_since_midnight(ZONE.sub("", fold(text)))
    return NOT_A_DATE if seconds is None else round(seconds * 1e6)


def years_alone(column: Column, today: date) -> bool:
    """Whether the column holds years and nothing else."""
    return _digits_order([text for text in uniques(column).texts if not is_missing(text)], today) == "yyyy"
