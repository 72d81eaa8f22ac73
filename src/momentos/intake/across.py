"""Tables that cross two things, months by places say: a cell of them sums up many visits, surveys or purchases."""

from collections.abc import Sequence

from momentos.domain.messages import Message, say
from momentos.intake.convert.days import names_a_period
from momentos.intake.convert.outcome import as_array, texts_of, uniques
from momentos.intake.header_row import JOINED_BY
from momentos.intake.sheet_grid import is_typed
from momentos.intake.tables import Column, RawTable
from momentos.intake.text import is_missing, plain

FEWEST_PERIODS = 3
FEWEST_FIGURES = 3
MOST_PERIODS = 2_000
"""A longer column is a list of cases, not of months."""

SHARE_OF_PERIODS = 0.8
"""Notes and sources below such a table stand in the same column."""

MOST_NAMED = 6

_MONTHS = frozenset(
    [
        *("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "sept", "set", "oct", "nov", "dic"),
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre"),
        *("octubre", "noviembre", "diciembre", "jan", "apr", "aug", "dec", "january", "february", "march", "april"),
        *("june", "july", "august", "september", "october", "november", "december"),
        *(f"{quarter}{place}" for quarter in ("t", "q", "trim ", "trimestre ") for place in range(1, 5)),
        *(f"{place}t" for place in range(1, 5)),
    ]
)


def periods_across(table: RawTable) -> tuple[Column, ...]:
    """The columns that are months, quarters or years, if there are enough of them to call the table wide."""
    found = tuple(column for column in table.columns if _is_a_period(column.header))
    return found if len(found) >= FEWEST_PERIODS and 2 * len(found) >= len(table.columns) else ()


def why_crossed(table: RawTable) -> tuple[Message, tuple[Column, ...]] | None:
    """Why a table that crosses two things is not loaded and what to do, with the columns it speaks of; else ``None``.

    Either its columns are periods, or each of its rows is a period and all the other columns are numbers.
    """
    wide = periods_across(table)
    if wide:
        question = say(
            "This table has one column for each month or year ({headers}), and each of its cells sums up many cases: "
            "an average or a total is nobody's answer, and would count as one. Bring the list it was summed up from, "
            "or write one row for each month, with a column for the month.",
            headers=_named(wide),
        )
        return question, wide
    period, figures = _periods_down(table)
    if period is None:
        return None
    names = [name for name in uniques(period).texts if names_a_period(name)]
    question = say(
        "Each row of this table is a month or a year ({first} … {last}) and each of its columns sums up many cases "
        "({headers}): an average or a total is nobody's answer, and would count as one. Bring the list it was summed "
        "up from, with one row for each case.",
        first=names[0],
        last=names[-1],
        headers=_named(figures),
    )
    return question, figures


def _periods_down(table: RawTable) -> tuple[Column | None, tuple[Column, ...]]:
    """The one column that holds a period in every row, each once, and the columns of numbers beside it."""
    periods = [column for column in table.columns if _holds_periods(column)]
    figures = tuple(column for column in table.columns if column not in periods and _holds_numbers(column))
    if len(periods) != 1 or len(figures) < FEWEST_FIGURES or len(figures) + 1 < len(table.columns):
        return None, ()
    return periods[0], figures


def _holds_periods(column: Column) -> bool:
    if len(column.values) > MOST_PERIODS:
        return False
    texts = [text for text in texts_of(as_array(column.values)) if not is_missing(text)]
    periods = [text for text in texts if names_a_period(text)]
    return len(periods) >= FEWEST_PERIODS and len(set(periods)) == len(periods) >= SHARE_OF_PERIODS * len(texts)


def _holds_numbers(column: Column) -> bool:
    texts = [text for text in texts_of(as_array(column.values)) if not is_missing(text)]
    return bool(texts) and all(is_typed(text) for text in texts)


def _named(columns: Sequence[Column]) -> str:
    """The first few headers by their own words, and the last; ``…`` stands for those between."""
    names = [column.header.rsplit(JOINED_BY, 1)[-1] or column.letter for column in columns]
    return ", ".join(names if len(names) <= MOST_NAMED else [*names[: MOST_NAMED - 1], "…", names[-1]])


def _is_a_period(header: str) -> bool:
    return names_a_period(header) or plain(header).strip(" .") in _MONTHS
