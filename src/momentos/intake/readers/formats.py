"""Which number formats of Excel mean a date, a time of day, a duration or a per cent."""

import re
from enum import IntEnum

import numpy as np

from momentos.intake.cells import Kind, serial_to_milliseconds


class Shows(IntEnum):
    """What a cell's number format makes of its number."""

    NUMBER = 0
    DATE = 1
    INSTANT = 2
    TIME = 3
    ELAPSED = 4
    PER_CENT = 5


BUILT_IN = {
    **dict.fromkeys([9, 10], Shows.PER_CENT),
    **dict.fromkeys([14, 15, 16, 17, *range(27, 32), 36, *range(50, 59)], Shows.DATE),
    **dict.fromkeys([18, 19, 20, 21, 32, 33, 34, 35, 45, 47], Shows.TIME),
    22: Shows.INSTANT,
    46: Shows.ELAPSED,
}
LAST_SERIAL = 2_958_466
"""The day after 9999-12-31."""
FIRST_LIKELY_DAY = 3_660
"""A cell shown as a time whose number of days reaches 1910 holds a date too; below it is a long duration."""

_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_NOT_CODES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def shown_as(format_code: str) -> Shows:
    """What the first section of a format code shows. Linear in its length, however strange it is."""
    section = _NOT_CODES.sub("", _ELAPSED.sub("§", format_code)).partition(";")[0].casefold()
    if "§" in section:
        return Shows.ELAPSED
    if "%" in section:
        return Shows.PER_CENT
    if section.strip() in ("general", "standard", "@") or "0" in section.replace(".0", "") or "#" in section:
        return Shows.NUMBER
    has_date = "y" in section or "d" in section or "mmm" in section
    has_time = "h" in section or "s" in section
    if has_date:
        return Shows.INSTANT if has_time else Shows.DATE
    return Shows.TIME if has_time else Shows.NUMBER


def dated(shows: np.ndarray, numbers: np.ndarray, is_1904: bool) -> tuple[np.ndarray, np.ndarray]:
    """Kinds and values of number cells, given what the format of each shows.

    A number that is no date in any calendar of Excel stays a number, so that whoever checks the column can name it.
    """
    kinds = np.full(len(numbers), Kind.NUMBER, dtype=np.uint8)
    if not shows.any():
        return kinds, numbers
    in_range = (numbers >= 0) & (numbers < LAST_SERIAL)
    day_or_more = numbers >= (0 if is_1904 else 1)
    is_instant = (shows == Shows.DATE) | (shows == Shows.INSTANT)
    is_time = shows == Shows.TIME
    instants = in_range & ((is_instant & day_or_more) | (is_time & (numbers >= FIRST_LIKELY_DAY)))
    times_of_day = in_range & ~instants & (is_time | ((shows == Shows.INSTANT) & ~day_or_more))
    durations = times_of_day | ((shows == Shows.ELAPSED) & (np.abs(numbers) < LAST_SERIAL))
    kinds[instants] = Kind.INSTANT
    kinds[durations] = Kind.DURATION
    kinds[shows == Shows.PER_CENT] = Kind.PER_CENT
    values = numbers.copy()
    values[instants] = serial_to_milliseconds(numbers[instants], is_1904)
    values[durations] = np.round(numbers[durations] * 86_400_000)
    return kinds, values
