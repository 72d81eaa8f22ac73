"""Numbers and dates as this reader writes them: 1,234.5 in México, 1.234,5 in Bogotá, Buenos Aires or Madrid."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, format_time
from babel.numbers import format_decimal

_FALLBACK = "es"


@cache
def known_locale(name: str) -> Locale:
    """The locale, else its language alone, else Spanish."""
    for wish in (name, name.split("_")[0], _FALLBACK):
        try:
            return Locale.parse(wish)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Spanish is always known")


@cache
def number_writer(locale: str) -> Callable[[float, int], str]:
    """A function that writes a value with so many decimals. A minus is "-": Streamlit reads a true minus as a plus."""
    known = known_locale(locale)

    @cache
    def write(value: float, decimals: int) -> str:
        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        return format_decimal(round(value, decimals) + 0.0, pattern, known, group_separator=True).replace("\u2212", "-")

    return write


def amount_text(amount: float, locale: str) -> str:
    """An amount in the company's own money, whatever that is: decimals only where there are some."""
    return number_writer(locale)(amount, 0 if amount == round(amount) else 2)


def day_text(day: date, locale: str) -> str:
    """A day with its month in letters: 3 mar 2026."""
    return format_skeleton("yMMMd", day, locale=known_locale(locale))


def instant_text(instant: datetime, locale: str) -> str:
    """A day and its time."""
    return f"{day_text(instant.date(), locale)}, {format_time(instant.time(), 'short', locale=known_locale(locale))}"


def period_writer(locale: str) -> Callable[[str], str]:
    """A function that writes ``2026-01`` as «ene 2026», ``2026-01-05`` as «5 ene», ``2026-Q1`` as «T1 2026» and leaves
    years alone."""
    known = known_locale(locale)

    def write(period: str) -> str:
        parts = period.split("-")
        if len(parts) == 2 and parts[1].startswith("Q") and parts[1][1:].isdigit():
            return format_skeleton("yQQQ", date(int(parts[0]), 3 * int(parts[1][1:]), 1), locale=known)
        if not all(part.isdigit() for part in parts) or len(parts) not in (2, 3):
            return period
        day = date(*(int(part) for part in parts), *((1,) if len(parts) == 2 else ()))
        return format_skeleton("yMMM" if len(parts) == 2 else "MMMd", day, locale=known)

    return write


def calendar_words(locale: str) -> dict[str, Any]:
    """The names of months and days in the form that Plotly wants a locale."""
    known = known_locale(locale)
    days = [6, 0, 1, 2, 3, 4, 5]
    return {
        "dictionary": {},
        "format": {
            "days": [known.days["stand-alone"]["wide"][day] for day in days],
            "shortDays": [known.days["stand-alone"]["abbreviated"][day] for day in days],
            "months": [known.months["stand-alone"]["wide"][month] for month in range(1, 13)],
            "shortMonths": [known.months["stand-alone"]["abbreviated"][month] for month in range(1, 13)],
            "date": "%d/%m/%Y",
        },
    }
