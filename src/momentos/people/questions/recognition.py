"""Recognitions given, from sheets and in the app; what could be recognised today, with its evidence; and how evenly."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from momentos.domain.names import fold
from momentos.domain.viewer import inner
from momentos.figures.filters import Filters
from momentos.people.kept.recognitions import GivenRecognition
from momentos.warehouse import journal


@dataclass(frozen=True)
class Recognition:
    """One recognition. ``proof`` says what it rests on (a comment, an interaction, a figure); ``entry_no`` only in
    the app, and ``reward`` only from sheets that say it. ``employee_key``: the person's text as written, folded."""

    given_on: date
    employee: str
    given_by: str
    reason: str
    proof: str
    occurred_on: date | None
    entry_no: int | None
    fact: str = ""
    reward: str = ""
    employee_key: str = ""


@inner
def recognitions(cursor: DuckDBPyConnection, filters: Filters = Filters()) -> list[Recognition]:  # noqa: B008 - frozen
    """All that were given inside the window, latest first."""
    found = [*_of_sheets(cursor), *_of_the_app(cursor)]
    inside = [one for one in found if _is_inside(one.given_on, filters)]
    return sorted(inside, key=lambda one: (one.given_on, one.entry_no or 0), reverse=True)


@inner
def peer_voices(cursor: DuckDBPyConnection, filters: Filters) -> dict[str, int]:
    """How many different people recognised each person in the window; what one says of oneself does not count."""
    pairs = {
        (one.employee, fold(one.given_by))
        for one in recognitions(cursor, filters)
        if one.given_by and fold(one.given_by) != fold(one.employee)
    }
    return dict(Counter(employee for employee, _ in pairs))


@inner
def shown_names(cursor: DuckDBPyConnection) -> Mapping[str, str]:
    """The name shown for every folded text that means somebody."""
    return dict(cursor.execute("select key, employee from employee_names").fetchall())


def _of_sheets(cursor: DuckDBPyConnection) -> list[Recognition]:
    rows = cursor.execute(
        """
        select
            facts.given_on,
            coalesce(people.employee, facts.employee),
            coalesce(facts.given_by, ''),
            facts.reason,
            coalesce(facts.interaction, ''),
            contacts.occurred_at::date,
            coalesce(facts.reward, ''),
            facts.employee_key
        from current_recognitions as facts
        left join employee_names as people on people.key = facts.employee_key
        left join (
            select interaction_key, max(occurred_at) as occurred_at
            from current_interactions
            where interaction_key in (select interaction_key from current_recognitions)
            group by all
        ) as contacts on contacts.interaction_key = facts.interaction_key
        order by facts.load_no, facts.sheet, facts.row_number
        """
    ).fetchall()
    return [
        Recognition(day, who, by, reason, case, occurred_on, None, reward=reward, employee_key=key)
        for day, who, by, reason, case, occurred_on, reward, key in rows
    ]


def _of_the_app(cursor: DuckDBPyConnection) -> list[Recognition]:
    names = shown_names(cursor)
    return [
        Recognition(
            one.written_at.date(),
            names.get(one.subject, one.said.employee or one.subject),
            one.author,
            one.said.reason,
            one.said.proof,
            one.said.occurred_on,
            one.entry_no,
            one.said.fact,
            employee_key=one.subject,
        )
        for one in journal.entries(cursor, GivenRecognition)
    ]


def _is_inside(day: date, filters: Filters) -> bool:
    return (filters.from_on is None or filters.from_on <= day) and (filters.to_on is None or day <= filters.to_on)
