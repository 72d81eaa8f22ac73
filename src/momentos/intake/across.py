"""Tables with one column for each month: a row of them is nobody's visit, survey or purchase."""

from momentos.domain.messages import Message, say
from momentos.intake.convert.days import names_a_period
from momentos.intake.tables import Column, RawTable
from momentos.intake.text import plain

FEWEST_PERIODS = 3

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


def explain(columns: tuple[Column, ...]) -> Message:
    """Why such a table is not loaded, and what to do."""
    return say(
        "This table has one column for each month or year ({headers}), and a row of it sums up many cases. Bring the "
        "list it was summed up from, or write one row for each month, with a column for the month.",
        headers=", ".join(column.header for column in columns),
    )


def _is_a_period(header: str) -> bool:
    return names_a_period(header) or plain(header).strip(" .") in _MONTHS
