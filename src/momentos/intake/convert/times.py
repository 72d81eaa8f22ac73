"""Times of day and durations: ``7:02:47``, ``2:20 p. m.``, ``1 h 20 min``, ``90 s``, bare numbers and Excel times."""

import re
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.common import SECONDS_A_DAY
from momentos.datasets.field import Field
from momentos.domain.messages import say
from momentos.intake.convert.answered import (
    NOT_FINITE,
    Converted,
    Fault,
    Notice,
    Ways,
    as_array,
    by_unique,
    refused_where,
    told,
    uniques,
)
from momentos.intake.convert.numbers import decimal_mark, parse_number
from momentos.intake.raw_table import Column
from momentos.intake.text import MOST_REMEMBERED, fold, plain

NOT_A_TIME = Fault("not a time", say("This is not an hour of the day."), say("Write it as 14:20 or 2:20 pm."))
NOT_A_DURATION = Fault(
    "not a duration", say("This is not a duration."), say("Write seconds, or hours, minutes and seconds as 0:01:30.")
)

SECONDS_IN = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": float(SECONDS_A_DAY)}
UNIT_WORDS = {
    **dict.fromkeys(("s", "seg", "segs", "segundo", "segundos", "sec", "secs", "second", "seconds", '"', "''"), "s"),
    **dict.fromkeys(("m", "min", "mins", "minuto", "minutos", "minute", "minutes", "'"), "min"),
    **dict.fromkeys(("h", "hs", "hr", "hrs", "hora", "horas", "hour", "hours"), "h"),
    **dict.fromkeys(("d", "dia", "dias", "day", "days"), "d"),
}
"""Words for units, plain, to the unit."""

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?[:h.]\s?(?P<minute>\d{2})(?:\s?[:m.]\s?(?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?:hs?|hrs|s)?\.?\s*(?P<half>[ap]\.?\s?m?\.?)?"
)
_EXCEL_DAY_ZERO = re.compile(r"(?:1899-12-3[01]|1900-01-0[01]|12/31/1899|12/30/1899|31/12/1899|30/12/1899)[t ]+")
_CLOCK = re.compile(
    r"(?:(?P<days>\d{1,9})\s*(?:d|dias?|days?)\.?,?\s*)?(?P<first>\d{1,9}):(?P<second>\d{1,2})(?::(?P<third>\d{1,2}(?:[.,]\d+)?))?"
)
_CLOCK_OF = re.compile(r"(\d+:\d{1,2}(?::\d{1,2})?)\s*([a-z]+)\.?")
"""A clock with its unit after it: ``3:20 min`` is minutes and seconds, ``1:30 h`` hours and minutes."""
_ISO = re.compile(r"p(?:(?P<d>\d+)d)?(?:t(?:(?P<h>\d+)h)?(?:(?P<min>\d+)m)?(?:(?P<s>\d+(?:\.\d+)?)s)?)?")
"""``PT3M20S``, as programs write durations to each other."""
_PARTS = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]+|''|['\"])\.?\s*(?:,|y|and|con)?\s*")


def seconds_since_midnight(text: str) -> float | None:
    """The time of day written here, or ``None``."""
    bare = _EXCEL_DAY_ZERO.sub("", fold(text))
    match = _TIME.fullmatch(bare)
    if match is None or (match["minute"] is None and not match["half"]):
        return None
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute + second > 0):
        return None
    return float((hour % 24) * 3600 + minute * 60 + second)


def convert_time_of_day(column: Column, field: Field, _ways: Ways) -> Converted:
    """Seconds since midnight (double)."""
    values = as_array(column.values)
    if pa.types.is_duration(values.type):
        seconds = pc.divide(pc.cast(pc.cast(values, pa.duration("us")), pa.int64()), 1_000_000)
        whole_days = pc.multiply(pc.divide(seconds, SECONDS_A_DAY), SECONDS_A_DAY)
        return Converted(pc.cast(pc.subtract(seconds, whole_days), pa.float64()))
    if pa.types.is_timestamp(values.type):
        midnight = pc.floor_temporal(values, unit="day")
        return Converted(pc.divide(pc.cast(pc.cast(pc.subtract(values, midnight), pa.int64()), pa.float64()), 1e6))
    return by_unique(column, pa.float64(), field, _understand_time)


def _understand_time(text: str, is_number: bool) -> float | Fault:
    number = parse_number(text, decimal_comma=not is_number)
    if number is not None and number >= 0 and (is_number or ":" not in text):
        if number < 1:
            return round(number * SECONDS_A_DAY) % SECONDS_A_DAY
        if number == int(number) and number < 24:
            return number * 3600
        if number == int(number) and is_number and number % 100 < 60 and number // 100 < 24:
            return (number // 100) * 3600 + (number % 100) * 60
    seconds = seconds_since_midnight(text)
    return NOT_A_TIME if seconds is None else seconds


def convert_duration(column: Column, field: Field, ways: Ways) -> Converted:
    """Seconds (double). Bare numbers are in the unit told, else the one the header says, else seconds."""
    values = as_array(column.values)
    unit, notices = _unit(column, values, ways)
    if pa.types.is_duration(values.type):
        return Converted(pc.divide(pc.cast(pc.cast(pc.cast(values, pa.duration("us")), pa.int64()), pa.float64()), 1e6))
    if pa.types.is_floating(values.type):
        finite = refused_where(Converted(values), pc.invert(pc.is_finite(values)), NOT_FINITE)
        seconds = pc.multiply(finite.values, SECONDS_IN[unit])
        return told(Converted(seconds, finite.faults, finite.fault_of), *notices)
    if pa.types.is_timestamp(values.type):
        day_zero = pa.scalar("1899-12-31").cast(pa.timestamp("us"))
        since = pc.cast(pc.cast(pc.subtract(values, day_zero), pa.int64()), pa.float64())
        real_dates = pc.greater(pc.year(values), 1900)
        return refused_where(Converted(pc.divide(since, 1e6)), real_dates, NOT_A_DURATION)
    texts = uniques(column).texts
    comma, _, _ = decimal_mark([text for text in texts if ":" not in text], ways.decimal_comma)
    pairs = [text for text in texts if re.fullmatch(r"\d+:\d{1,2}", text.strip())]
    hours_first = unit in ("h", "d") or (field.high or 0) > 30 * SECONDS_A_DAY
    if pairs and ways.unit is None:
        notices = (*notices, _PAIRS_ARE_HOURS if hours_first else _PAIRS_ARE_MINUTES)

    def understand(text: str, is_number: bool) -> float | Fault:
        if is_number:
            number = parse_number(text, decimal_comma=False)
            return NOT_FINITE if number is None else number * SECONDS_IN[unit]
        return _parse_duration(text, unit, comma, hours_first)

    return told(by_unique(column, pa.float64(), field, understand), *notices)


_PAIRS_ARE_MINUTES = Notice(
    "minutes and seconds assumed",
    say("Durations like 1:30 in this column were read as minutes and seconds."),
    say("Write them as 0:01:30, or choose hours as the unit of this column."),
)
_PAIRS_ARE_HOURS = Notice(
    "hours and minutes assumed",
    say("Durations like 1:30 in this column were read as hours and minutes."),
    say("Write them as 1:30:00, or choose minutes as the unit of this column."),
)
_FRACTIONS = Notice(
    "fractions of a day",
    say("The durations of this column are fractions of a day, as Excel keeps times, and were read so."),
    say("If they are not, choose the unit of this column."),
)


def _parse_duration(text: str, unit: str, comma: bool, hours_first: bool) -> float | Fault:
    bare = _EXCEL_DAY_ZERO.sub("", plain(text))
    clock = _CLOCK.fullmatch(bare)
    if clock is not None:
        return _clock_seconds(clock, hours_first)
    named = _CLOCK_OF.fullmatch(bare)
    if named is not None and UNIT_WORDS.get(named[2]) in ("min", "h"):
        inner = _CLOCK.fullmatch(named[1])
        return NOT_A_DURATION if inner is None else _clock_seconds(inner, UNIT_WORDS[named[2]] == "h")
    iso = _ISO.fullmatch(bare)
    if iso is not None and any(iso.groups()):
        return sum(float(amount) * SECONDS_IN[unit] for unit, amount in iso.groupdict().items() if amount)
    number = parse_number(bare, decimal_comma=comma)
    if number is not None:
        return number * SECONDS_IN[unit]
    parts = _PARTS.findall(bare)
    if parts and _PARTS.sub("", bare) == "" and all(word in UNIT_WORDS for _, word in parts):
        return sum(float(amount.replace(",", ".")) * SECONDS_IN[UNIT_WORDS[word]] for amount, word in parts)
    compact = re.fullmatch(r"(\d{1,9})\s?h\s?(\d{1,2})(?:\s?m(?:in)?)?", bare)
    if compact:
        return int(compact[1]) * 3600.0 + int(compact[2]) * 60.0
    half_day = seconds_since_midnight(bare)
    return NOT_A_DURATION if half_day is None else half_day


def _clock_seconds(clock: re.Match[str], hours_first: bool) -> float | Fault:
    days, first, second = int(clock["days"] or 0), int(clock["first"]), int(clock["second"])
    third = float((clock["third"] or "0").replace(",", "."))
    if second > 59 or third >= 60:
        return NOT_A_DURATION
    if clock["third"] is None and not hours_first:
        return days * SECONDS_A_DAY + first * 60.0 + second
    return days * SECONDS_A_DAY + first * 3600.0 + second * 60.0 + third


def _unit(column: Column, values: pa.Array, ways: Ways) -> tuple[str, tuple[Notice, ...]]:
    """The unit of bare numbers: as told, as the header says, fractions of a day if all are, else seconds."""
    told_unit = ways.unit or header_unit(column.header)
    if told_unit or not pa.types.is_floating(values.type) or len(values) == values.null_count:
        return told_unit or "s", ()
    bounds = pc.min_max(values)
    fractions = bounds["min"].as_py() >= 0 and 0 < bounds["max"].as_py() < 1
    return ("d", (_FRACTIONS,)) if fractions else ("s", ())


@lru_cache(MOST_REMEMBERED)
def header_unit(header: str) -> str | None:
    """The unit a header names: in brackets, after a dash or dot, or as a word: ``Espera (min)``, ``wait_seconds``."""
    words = re.findall(r"[a-z]+", plain(header).replace("_", " "))
    bracketed = re.findall(r"\(([^)]*)\)|·\s*\(?([^()·]*)\)?$", plain(header))
    for inner in [text.strip(" .") for pair in bracketed for text in pair if text]:
        if inner in UNIT_WORDS:
            return UNIT_WORDS[inner]
    full = [UNIT_WORDS[word] for word in words if word in UNIT_WORDS and len(word) > 2]
    return full[0] if len(set(full)) == 1 else None
