"""Dates and instants in the ways people write them; the whole column decides what one cell cannot.

Instants are wall-clock times as written: a zone at the end (``GMT-5``, ``Z``) is dropped.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import Severity
from momentos.datasets.field import Field
from momentos.domain.messages import say
from momentos.intake.convert.clock import seconds_since_midnight
from momentos.intake.convert.outcome import (
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
from momentos.intake.tables import Column
from momentos.intake.text import fold, is_missing, plain

FIRST_DAY = date(1950, 1, 1)
YEARS_AHEAD = 5
LONGEST_DATE = 60

NOT_A_DATE = Fault("not a date", say("This is not a date."), say("Write it as day/month/year, such as 03/05/2026."))
NO_SUCH_DAY = Fault("no such day", say("There is no such day in the calendar."), say("Check the day and the month."))
NO_YEAR = Fault("no year", say("The date has no year."), say("Write the year too, such as 03/05/2026."))
IMPLAUSIBLE = Fault(
    "implausible date",
    say("The date is before 1950 or more than five years ahead."),
    say("Check the year."),
)
EITHER_DATE = Fault(
    "date of two readings",
    say("This column writes the day first in some cells and the month first in others, so this date could be either."),
    say("Write every date of the column in the same order."),
)
DAY_FIRST_ASSUMED = Notice(
    "day first assumed",
    say("Every date in this column could be read day first or month first; they were read day first."),
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

MONTHS = {
    name[:3]: number
    for number, names in enumerate(
        (
            ("enero", "january"),
            ("febrero", "february"),
            ("marzo", "march"),
            ("abril", "april"),
            ("mayo", "may"),
            ("junio", "june"),
            ("julio", "july"),
            ("agosto", "august"),
            ("septiembre", "setiembre", "september"),
            ("octubre", "october"),
            ("noviembre", "november"),
            ("diciembre", "december"),
        ),
        start=1,
    )
    for name in names
}
_MONTH_NAMES = re.compile(
    r"(?:ene(?:ro)?|jan(?:uary)?|feb(?:rero|ruary)?|mar(?:zo|ch)?|abr(?:il)?|apr(?:il)?|mayo?|jun(?:io|e)?|jul(?:io|y)?"
    r"|ago(?:sto)?|aug(?:ust)?|sept?(?:iembre|ember)?|set(?:iembre)?|oct(?:ubre|ober)?|nov(?:iembre|ember)?"
    r"|dic(?:iembre)?|dec(?:ember)?)"
)
_MONTH_THEN_YEAR = re.compile(rf"({_MONTH_NAMES.pattern})\.?[\s\-/.]*(?:de |del )?'?(\d{{2}}|\d{{4}})")
_A_MONTH = re.compile(rf"(?<![a-z])({_MONTH_NAMES.pattern})(?![a-z])")
_ORDINAL = re.compile(r"(\d)(?:º|°|ro|o|st|nd|rd|th)\b")
_FILLER = re.compile(
    r"\b(?:de|del|of|the|a|las|lun(?:es)?|mar(?:tes)|mi[eé](?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ado)?|dom(?:ingo)?"
    r"|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
)
_ZONE = re.compile(
    r"\s*(?:gmt|utc|z)\s*(?:[+-]\d{1,2}(?::?\d{2})?)?$|(?<=\d:\d\d)[+-]\d{2}:?\d{2}$|(?<=\.\d{3})[+-]\d{2}:?\d{2}$"
)
_TIME_AT_END = re.compile(
    r"[t\s,]+(?:a las\s+)?(\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:hs?|hrs)?\s*(?:[ap]\.?\s?m\.?)?"
    r"|\d{1,2}\s*[ap]\.?\s?m\.?)$"
)
_THREE = re.compile(r"(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[-/.m](\d{1,2})|(\d{4})\s*m\s*(\d{1,2})")
_SPLITTABLE = r"^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]\d"
_MANY = 5_000
_EXCEL_DAY_ZERO = datetime(1899, 12, 30)


@dataclass(frozen=True)
class Style:
    """How this column writes its dates. ``digits`` is the order of dates written as digits alone."""

    day_first: bool
    contradicts_itself: bool = False
    digits: str = "serial"


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
    if digits == "yyyymm" or any(_month_alone(plain(text)) for text in texts[:50]):
        notices.append(FIRST_OF_MONTH)
    contradicts = day_first is None and bool(first) and bool(second)
    chosen = day_first if day_first is not None else first >= second
    return Style(chosen, contradicts, digits), tuple(notices)


def _evidence(texts: Iterable[str]) -> tuple[int, int, bool]:
    """How many texts can only be day first, how many only month first, and whether some could be either."""
    first = second = 0
    either = False
    for text in texts:
        match = _THREE.match(text.strip())
        if match is None or len(match[1]) > 2 or int(match[1]) > 31:
            continue
        one, other = int(match[1]), int(match[2])
        first += one > 12 >= other
        second += other > 12 >= one
        either = either or (one <= 12 and other <= 12 and one != other)
    return first, second, either


_ORDERS: dict[str, Callable[[str], tuple[int, int, int]]] = {
    "yyyymmdd": lambda text: (int(text[:4]), int(text[4:6]), int(text[6:])),
    "ddmmyyyy": lambda text: (int(text[4:]), int(text[2:4]), int(text[:2])),
    "yymmdd": lambda text: (_century(int(text[:2])), int(text[2:4]), int(text[4:])),
    "yyyymm": lambda text: (int(text[:4]), int(text[4:]), 1),
    "ddmmyy": lambda text: (_century(int(text[4:])), int(text[2:4]), int(text[:2])),
    "yyyy": lambda text: (int(text), 1, 1),
}


def _digits_order(texts: list[str], today: date) -> str:
    """The order that makes nearly all of the column's bare digits plausible dates; else day numbers of Excel."""
    bare = [text.strip() for text in texts if text.strip().isdigit()]
    for order in _ORDERS if bare else ():
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
        day = date(*_ORDERS[order](text))
    except ValueError:
        return False
    return day >= FIRST_DAY and day.year <= today.year + YEARS_AHEAD


def _century(year: int) -> int:
    """Two digits of a year: 00–68 are of this century, as spreadsheets and C libraries read them."""
    return year + (2000 if year <= 68 else 1900)


# One cell


def understand_instant(text: str, style: Style) -> datetime | Fault:
    """The instant written in one cell."""
    if len(text) > LONGEST_DATE or not any(one.isdigit() for one in text):
        return NOT_A_DATE
    bare = _ZONE.sub("", fold(text).replace("\u202f", " "))
    seconds = 0.0
    time_match = _TIME_AT_END.search(bare)
    if time_match:
        found = seconds_since_midnight(time_match[1])
        if found is None:
            return NOT_A_DATE
        seconds, bare = found, bare[: time_match.start()]
    day = _understand_day(bare.strip(" ,"), style)
    return day if isinstance(day, Fault) else day + timedelta(seconds=seconds)


def _understand_day(bare: str, style: Style) -> datetime | Fault:
    three = _THREE.fullmatch(bare)
    if three:
        return _of_three(three, style)
    if bare.replace(".", "", 1).isdigit():
        return _of_digits(bare, style)
    month_alone = _month_alone(bare)
    if month_alone:
        return _built(*month_alone, 1)
    return _of_words(plain(bare))


def _of_three(match: re.Match[str], style: Style) -> datetime | Fault:
    one, two, three = int(match[1]), int(match[2]), int(match[3])
    if len(match[1]) == 4:
        return _built(one, two, three)
    if len(match[1]) == 3 or len(match[3]) == 3:
        return NOT_A_DATE
    if one > 31 and len(match[3]) <= 2:
        return _built(_century(one), two, three)
    year = three if len(match[3]) == 4 else _century(three)
    if one <= 12 and two <= 12 and one != two and style.contradicts_itself:
        return EITHER_DATE
    day_first = (one > 12) if (one > 12) != (two > 12) else style.day_first
    return _built(year, two, one) if day_first else _built(year, one, two)


def _of_digits(bare: str, style: Style) -> datetime | Fault:
    if style.digits == "serial" or not bare.isdigit():
        return _of_serial(bare)
    padded = bare.zfill(6) if len(style.digits) == 6 and len(bare) == 5 else bare
    if len(padded) != len(style.digits):
        return NOT_A_DATE
    return _built(*_ORDERS[style.digits](padded))


def _of_serial(bare: str) -> datetime | Fault:
    number = float(bare)
    if not 10_000 <= number < 100_000:
        return NOT_A_DATE
    return _EXCEL_DAY_ZERO + timedelta(seconds=round(number * 86_400))


def names_a_period(text: str) -> bool:
    """Whether the text is a month or a year and nothing more: ``ene-26``, ``2021M06``, ``2024``."""
    bare = plain(text)
    return _month_alone(bare) is not None or re.fullmatch(r"(?:19|20)\d\d", bare) is not None


def _month_alone(bare: str) -> tuple[int, int] | None:
    """Year and month of ``05/2026``, ``2021M06``, ``may-26``, ``mayo 2026``; ``None`` for anything else."""
    match = _MONTH_AND_YEAR.fullmatch(bare)
    if match:
        pair = [int(one) for one in match.groups() if one]
        return (pair[1], pair[0]) if match[1] else (pair[0], pair[1])
    words = _MONTH_THEN_YEAR.fullmatch(plain(bare))
    if words is None:
        return None
    year = int(words[2])
    return (year if len(words[2]) == 4 else _century(year)), MONTHS[words[1][:3]]


def _of_words(bare: str) -> datetime | Fault:
    """``3 de mayo de 2026``, ``May 3, 2026``, ``dom 3-may-26``."""
    if not _A_MONTH.search(bare):
        return NOT_A_DATE
    trimmed = _FILLER.sub(" ", _ORDINAL.sub(r"\1", bare))
    month = _A_MONTH.search(trimmed)
    numbers = re.findall(r"\d+", trimmed)
    if month is None or re.sub(r"[\d\s,./\-']", "", trimmed.replace(month[1], "", 1)):
        return NOT_A_DATE
    if len(numbers) == 1:
        return NO_YEAR
    if len(numbers) != 2:
        return NOT_A_DATE
    day, year = (numbers[1], numbers[0]) if len(numbers[0]) == 4 else (numbers[0], numbers[1])
    if len(year) not in (2, 4) or len(day) > 2:
        return NOT_A_DATE
    return _built(int(year) if len(year) == 4 else _century(int(year)), MONTHS[month[1][:3]], int(day))


def _built(year: int, month: int, day: int) -> datetime | Fault:
    try:
        return datetime(year, month, day)
    except ValueError:
        return NO_SUCH_DAY


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
    seconds = seconds_since_midnight(_ZONE.sub("", fold(text)))
    return NOT_A_DATE if seconds is None else round(seconds * 1e6)


def years_alone(column: Column, today: date) -> bool:
    """Whether the column holds years and nothing else."""
    return _digits_order([text for text in uniques(column).texts if not is_missing(text)], today) == "yyyy"
