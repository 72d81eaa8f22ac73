"""Tables that cross two things, months by places say: a cell of them sums up many visits, surveys or purchases."""

import re
from collections.abc import Sequence

from momentos.datasets.spending import SPENDING
from momentos.domain.messages import Message, say
from momentos.intake.convert.answered import as_array, texts_of, uniques
from momentos.intake.convert.days import names_a_period
from momentos.intake.header_row import last_level
from momentos.intake.headers import CERTAIN, likeness
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.sheet_grid import is_typed
from momentos.intake.text import is_missing, plain

FEWEST_PERIODS = 3
FEWEST_FIGURES = 3
MOST_PERIODS = 2_000
"""A longer column is a list of cases, not of months."""

SHARE_OF_PERIODS = 0.8
"""Notes and sources below such a table stand in the same column."""

MOST_NAMED = 6

_SPENDING = re.compile(r"\b(?:gastos?|presupuestos?|inversion(?:es)?|cost[oe]?s?|spending|expenses?|budgets?)\b")
"""Words (plain) that name a table of spending."""

_MONTHS = frozenset(
    [
        *("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "sept", "set", "oct", "nov", "dic"),
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre"),
        *("octubre", "noviembre", "diciembre", "jan", "apr", "aug", "dec", "january", "february", "march", "april"),
        *("june", "july", "august", "september", "october", "november", "december"),
    ]
)
_QUARTERS = frozenset(
    [
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
    period, figures = (None, wide) if wide else _periods_down(table)
    if not figures:
        return None
    if _is_of_spending(table):
        return _not_yet_a_list(table, figures), figures
    if period is None:
        question = say(
            "This table has one column for each month or year ({headers}; cells {cells}), and each of its cells sums "
            "up many cases: an average or a total is nobody's answer, and would count as one. Bring the list it was "
            "summed up from, or write one row for each month, with a column for the month.",
            headers=named(wide),
            cells=_cells(table, wide),
        )
        return question, wide
    names = [name for name in uniques(period).texts if names_a_period(name)]
    question = say(
        "Each row of this table is a month or a year ({first} … {last}) and each of its columns sums up many cases "
        "({headers}; cells {cells}): an average or a total is nobody's answer, and would count as one. Bring the list "
        "it was summed up from, with one row for each case.",
        first=names[0],
        last=names[-1],
        headers=named(figures),
        cells=_cells(table, figures),
    )
    return question, figures


def _is_of_spending(table: RawTable) -> bool:
    """Whether the sheet, what stands above the table, or a column says that money was spent by areas."""
    if _SPENDING.search(plain(" ".join([table.sheet, *table.notes])).replace("_", " ")):
        return True
    fields = (SPENDING["area"], SPENDING["kind"])
    return any(likeness(column.header, field) >= CERTAIN for column in table.columns for field in fields)


def _not_yet_a_list(table: RawTable, figures: Sequence[Column]) -> Message:
    return say(
        "This table crosses months with areas (cells {cells}); a sheet of spending has one row for each area and "
        "month. Write it so, with the columns {month}, {area} and {amount}, the month with its year. If its cells are "
        "averages or totals of cases, bring the list they were summed up from.",
        cells=_cells(table, figures),
        month=SPENDING["month"].label,
        area=SPENDING["area"].label,
        amount=SPENDING["amount"].label,
    )


def _cells(table: RawTable, columns: Sequence[Column]) -> str:
    """The block of cells from the first column to the last: ``C3:F6``."""
    if not table.row_count:
        return columns[0].letter
    return f"{table.cell(0, columns[0])}:{table.cell(table.row_count - 1, columns[-1])}"


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


def named(columns: Sequence[Column]) -> str:
    """The first few headers by their own words, and the last; ``…`` stands for those between."""
    names = [last_level(column.header) or column.letter for column in columns]
    return ", ".join(names if len(names) <= MOST_NAMED else [*names[: MOST_NAMED - 1], "…", names[-1]])


def _is_a_period(header: str) -> bool:
    return names_a_month(header) or plain(last_level(header)).strip(" .") in _QUARTERS


def names_a_month(header: str) -> bool:
    """Whether the last level of the header is a month or a year: ``Metas · Ene``, ``TIEMPO · Año · 2021``."""
    last = last_level(header)
    return names_a_period(last) or plain(last).strip(" .") in _MONTHS
