"""Customers' words that praise somebody, and where a reader finds the survey they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from momentos.datasets.responses import RESPONSES
from momentos.domain.improving import asks_what_to_improve
from momentos.domain.moods import Mood, mood_of
from momentos.domain.viewer import inner
from momentos.figures.filters import Filters
from momentos.figures.source_cells import cell_address
from momentos.people.questions.survey_numbers import is_own_number
from momentos.warehouse.history import LoadedSheet, list_loads

_LATEST = 20
"""Words of one person that are looked at, the latest: those that complain are left out of them."""

_WORDS = f"""
    select
        people.employee,
        responses.comment,
        customers.name,
        coalesce(responses.response, ''),
        responses.answered_at::date,
        coalesce(points.touchpoint, responses.touchpoint),
        responses.load_no,
        responses.sheet,
        responses.row_number
    from current_responses as responses
    join employee_names as people on people.key = responses.employee_key
    left join current_customers as customers on customers.customer_key = responses.customer_key
    left join touchpoint_names as points on points.key = responses.touchpoint_key
    where length(responses.comment) >= ?
        and (
            (responses.csat = 5 and coalesce(responses.nps, 9) >= 9)
            or (
                responses.nps = 10
                and (responses.load_no, responses.sheet) not in (
                    select (load_no, sheet) from current_responses where csat is not null
                )
            )
        )
        and not list_contains(?::varchar[], responses.load_no || ' ' || responses.sheet)
        and (?::date is null or answered_at >= ?::date)
        and (?::date is null or answered_at < ?::date + interval 1 day)
    qualify row_number() over (
        partition by people.employee order by answered_at desc nulls last, responses.row_number
    ) <= {_LATEST}
    order by answered_at desc nulls last, responses.row_number
"""


@dataclass(frozen=True)
class Praise:
    """What a customer wrote of somebody, what the survey is about and where it stands.

    ``number`` is the survey's as stored; a reader finds it by that where ``has_own_number``, else by ``cell``, or by
    ``sheet`` and ``row_number`` where the column is not known.
    """

    employee: str
    comment: str
    customer: str | None
    number: str
    answered_on: date | None
    has_own_number: bool
    touchpoint: str | None
    cell: str | None
    sheet: str
    row_number: int


@inner
def praises(cursor: DuckDBPyConnection, filters: Filters, shortest: int) -> Iterator[Praise]:
    """The comments of at least ``shortest`` letters that praise, the latest first.

    The same answer must have the top overall score: 5 of 5, and no recommendation that speaks against it. Only where
    nobody of the sheet gave an overall score is a recommendation of 10 taken for it, as nothing else says how the whole
    was; a 9 never is. And the words must not be an answer to what to improve, nor plainly complain: whoever is content
    with the whole says there what was not good.
    """
    sheets = {load.load_no: load.sheets for load in list_loads(cursor)}
    asking = [
        f"{load_no} {one.outcome.sheet}"
        for load_no, some in sheets.items()
        for one in some
        if _asks_what_to_improve(one)
    ]
    window = [filters.from_on, filters.from_on, filters.to_on, filters.to_on]
    rows = cursor.execute(_WORDS, [shortest, asking, *window]).fetchall()
    for employee, comment, customer, number, day, touchpoint, load_no, sheet, row_number in rows:
        if mood_of(comment) is Mood.COMPLAINT:
            continue
        beside = [one for one in sheets.get(load_no, ()) if one.outcome.sheet == sheet]
        has_own_number = is_own_number(number, beside)
        cell = None if has_own_number else cell_address(beside, sheet, row_number, RESPONSES.name, "comment")
        yield Praise(employee, comment, customer, number, day, has_own_number, touchpoint, cell, sheet, row_number)


def _asks_what_to_improve(sheet: LoadedSheet) -> bool:
    """Whether the column of the comments is headed by such a question."""
    return any(field == "comment" and asks_what_to_improve(header) for header, field in sheet.mapping.items())
