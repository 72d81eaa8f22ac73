"""One date as a person writes it: with its time or without, in digits or in words, Spanish or English.

A zone at the end (``GMT-5``, ``Z``) is dropped: the time is the one on the wall where it was written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from momentos.domain.messages import say
from momentos.intake.convert.answered import Fault
from momentos.intake.convert.times import seconds_since_midnight
from momentos.intake.text import fold, plain

LONGEST_DATE = 60

NOT_A_DATE = Fault("not a date", say("This is not a date."), say("Write it as day/month/year, such as 03/05/2026."))
NO_SUCH_DAY = Fault("no such day", say("There is no such day in the calendar."), say("Check the day and the month."))
NO_YEAR = Fault("no year", say("The date has no year."), say("Write the year too, such as 03/05/2026."))
EITHER_DATE = Fault(
    "date of two readings",
    say("This column writes the day first in some cells and the month first in others, so this date could be either."),
    say("Write every date of the column in the same order."),
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
ZONE = re.compile(
    r"\s*(?:gmt|utc|z)\s*(?:[+-]\d{1,2}(?::?\d{2})?)?$|(?<=\d:\d\d)[+-]\d{2}:?\d{2}$|(?<=\.\d{3})[+-]\d{2}:?\d{2}$"
)
_TIME_AT_END = re.compile(
    r"[t\s,]+(?:a las\s+)?(\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:hs?|hrs)?\s*(?:[ap]\.?\s?m\.?)?"
    r"|\d{1,2}\s*[ap]\.?\s?m\.?)$"
)
THREE = re.compile(r"(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[-/.m](\d{1,2})|(\d{4})\s*m\s*(\d{1,2})")
_ISO_BASIC = re.compile(r"(?:19|20)\d{6}")
_EXCEL_DAY_ZERO = datetime(1899, 12, 30)


@dataclass(frozen=True)
class Style:
    """How this column writes its dates. ``digits`` is the order of dates written as digits alone."""

    day_first: bool
    contradicts_itself: bool = False
    digits: str = "serial"


ORDERS: dict[str, Callable[[str], tuple[int, int, int]]] = {
    "yyyymmdd": lambda text: (int(text[:4]), int(text[4:6]), int(text[6:])),
    "ddmmyyyy": lambda text: (int(text[4:]), int(text[2:4]), int(text[:2])),
    "yymmdd": lambda text: (century(int(text[:2])), int(text[2:4]), int(text[4:])),
    "yyyymm": lambda text: (int(text[:4]), int(text[4:]), 1),
    "ddmmyy": lambda text: (century(int(text[4:])), int(text[2:4]), int(text[:2])),
    "yyyy": lambda text: (int(text), 1, 1),
}


def century(year: int) -> int:
    """Two digits of a year: 00–68 are of this century, as spreadsheets and C libraries read them."""
    return year + (2000 if year <= 68 else 1900)


def understand_instant(text: str, style: Style) -> datetime | Fault:
    """The instant written in one cell."""
    if len(text) > LONGEST_DATE or not any(one.isdigit() for one in text):
        return NOT_A_DATE
    bare = ZONE.sub("", fold(text).replace("\u202f", " "))
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
    three = THREE.fullmatch(bare)
    if three:
        return _of_three(three, style)
    if bare.replace(".", "", 1).isdigit():
        return _of_digits(bare, style)
    month = month_alone(bare)
    if month:
        return _built(*month, 1)
    return _of_words(plain(bare))


def _of_three(match: re.Match[str], style: Style) -> datetime | Fault:
    one, two, three = int(match[1]), int(match[2]), int(match[3])
    if len(match[1]) == 4:
        return _built(one, two, three)
    if len(match[1]) == 3 or len(match[3]) == 3:
        return NOT_A_DATE
    if one > 31 and len(match[3]) <= 2:
        return _built(century(one), two, three)
    year = three if len(match[3]) == 4 else century(three)
    if one <= 12 and two <= 12 and one != two and style.contradicts_itself:
        return EITHER_DATE
    day_first = (one > 12) if (one > 12) != (two > 12) else style.day_first
    return _built(year, two, one) if day_first else _built(year, one, two)


def _of_digits(bare: str, style: Style) -> datetime | Fault:
    if style.digits == "serial" and _ISO_BASIC.fullmatch(bare):
        return _built(*ORDERS["yyyymmdd"](bare))
    if style.digits == "serial" or not bare.isdigit():
        return _of_serial(bare)
    padded = bare.zfill(6) if len(style.digits) == 6 and len(bare) == 5 else bare
    if len(padded) != len(style.digits):
        return NOT_A_DATE
    return _built(*ORDERS[style.digits](padded))


def _of_serial(bare: str) -> datetime | Fault:
    number = float(bare)
    if not 10_000 <= number < 100_000:
        return NOT_A_DATE
    return _EXCEL_DAY_ZERO + timedelta(seconds=round(number * 86_400))


def names_a_period(text: str) -> bool:
    """Whether the text is a month or a year and nothing more: ``ene-26``, ``2021M06``, ``2024``."""
    bare = plain(text)
    return month_alone(bare) is not None or re.fullmatch(r"(?:19|20)\d\d", bare) is not None


def month_alone(bare: str) -> tuple[int, int] | None:
    """Year and month of ``05/2026``, ``2021M06``, ``may-26``, ``mayo 2026``; ``None`` for anything else."""
    match = _MONTH_AND_YEAR.fullmatch(bare)
    if match:
        pair = [int(one) for one in match.groups() if one]
        return (pair[1], pair[0]) if match[1] else (pair[0], pair[1])
    words = _MONTH_THEN_YEAR.fullmatch(plain(bare))
    if words is None:
        return None
    year = int(words[2])
    return (year if len(words[2]) == 4 else century(year)), MONTHS[words[1][:3]]


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
    return _built(int(year) if len(year) == 4 else century(int(year)), MONTHS[month[1][:3]], int(day))


def _built(year: int, month: int, day: int) -> datetime | Fault:
    try:
        return datetime(year, month, day)
    except ValueError:
        return NO_SUCH_DAY
