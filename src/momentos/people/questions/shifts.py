"""In which part of the day each person attends: no sheet says the shift, the hours of their cases do."""

from enum import StrEnum

from duckdb import DuckDBPyConnection

from momentos.domain.messages import Message, say
from momentos.domain.viewer import inner
from momentos.figures.filters import Filters
from momentos.figures.source import instants


class Shift(StrEnum):
    """A third of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    NIGHT = "night"

    @property
    def label(self) -> Message:
        return _LABELS[self]


_LABELS = {
    Shift.MORNING: say("Morning (6 to 14)"),
    Shift.AFTERNOON: say("Afternoon (14 to 22)"),
    Shift.NIGHT: say("Night (22 to 6)"),
}


@inner
def shifts_of(cursor: DuckDBPyConnection, filters: Filters) -> dict[str, Shift]:
    """By person, the shift in which they attended most cases of the window; nothing of whom no case has an hour.

    Midnight to the second may only be a day without its hour.
    """
    held = list(instants(filters))
    where = " and ".join(["employee is not null", "occurred_at::time <> time '00:00:00'", *(one.sql for one in held)])
    rows = cursor.execute(
        f"""
        with attended as (
            select
                employee,
                case
                    when hour(occurred_at) between 6 and 13 then 'morning'
                    when hour(occurred_at) between 14 and 21 then 'afternoon'
                    else 'night'
                end as shift,
                count(*) as cases
            from interactions_measured
            where {where}
            group by all
        )
        select employee, arg_max(shift, (cases, shift)) from attended group by employee
        """,
        [value for one in held for value in one.values],
    ).fetchall()
    return {employee: Shift(shift) for employee, shift in rows}
