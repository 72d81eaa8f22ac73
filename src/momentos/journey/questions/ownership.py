"""What is declared of the journey, checked against the data: owners, people, areas, and what is never measured."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.names import fold
from momentos.facts import INTERACTIONS, SCORES
from momentos.figures.filters import Filters
from momentos.figures.source import source_for
from momentos.journey.meanings.journey_edits import circles, same_names
from momentos.journey.questions.journey import journey, names_in, who_attended
from momentos.loading.screen_edit import described_touchpoints

OTHER_AREA_SHARE = 0.5
"""Share of a touchpoint's cases attended by one other area from which its own area is doubted."""
OTHER_AREA_CASES = 30
"""Cases without which an area is not doubted."""


class Doubt(StrEnum):
    """What does not fit."""

    NO_OWNER = "no owner"
    NEVER_MEASURED = "never measured"
    NOT_DESCRIBED = "not described"
    ATTENDS_UNLISTED = "attends and is not listed"
    LISTED_ABSENT = "is listed and does not appear"
    OTHER_AREA = "another area attends"
    SAME_NAME = "same name"
    CIRCLE = "merges in a circle"


@dataclass(frozen=True)
class Check:
    """One thing that does not fit, about one touchpoint.

    ``people`` are those who are not listed or do not appear. Of another area: the one declared, the one whose people
    attend, and how many of the ``cases`` they ``attended``.
    """

    doubt: Doubt
    touchpoint: str
    people: tuple[str, ...] = ()
    declared_area: str = ""
    attending_area: str = ""
    attended: int = 0
    cases: int = 0


def checks(cursor: DuckDBPyConnection, on: date) -> list[Check]:
    """Everything that does not fit in the journey of that day, doubt by doubt, in the order of the journey."""
    rows = journey(cursor, on=on)
    listed = rows[rows["is_listed"]]
    found = [
        *_described_wrongly(cursor, on),
        *(Check(Doubt.NO_OWNER, name) for name in listed.loc[listed["area"].isna(), "touchpoint"]),
        *_unmeasured(cursor, listed),
        *(Check(Doubt.NOT_DESCRIBED, name) for name in rows.loc[~rows["is_listed"], "touchpoint"]),
        *_people(cursor, listed),
        *_other_areas(cursor, listed),
    ]
    return sorted(found, key=lambda one: list(Doubt).index(one.doubt))


def _described_wrongly(cursor: DuckDBPyConnection, on: date) -> Iterator[Check]:
    described = described_touchpoints(cursor)
    for name in same_names(described, on):
        yield Check(Doubt.SAME_NAME, name)
    for touchpoint in circles(described):
        yield Check(Doubt.CIRCLE, touchpoint.shown)


def _unmeasured(cursor: DuckDBPyConnection, listed: pd.DataFrame) -> Iterator[Check]:
    """Touchpoints of which no survey and no score speaks, ever."""
    source = source_for(SCORES, (Dimension.TOUCHPOINT,), Filters())
    scored = {name for (name,) in cursor.execute(f"select distinct touchpoint from {source}").fetchall()}
    for name in listed["touchpoint"]:
        if name not in scored:
            yield Check(Doubt.NEVER_MEASURED, name)


def _people(cursor: DuckDBPyConnection, listed: pd.DataFrame) -> Iterator[Check]:
    """Who is listed beside who attends; only where people are listed and the data say who attends.

    Whoever answers for a touchpoint may attend there, and need not.
    """
    attended = who_attended(cursor, Filters())
    shown = _shown_people(cursor)
    rows = cursor.execute(
        "select touchpoint_key, people, responsible from current_touchpoints where people is not null"
    ).fetchall()
    written = {key: (people, responsible or "") for key, people, responsible in rows}
    for key, name in zip(listed["touchpoint_key"], listed["touchpoint"], strict=True):
        if key not in written or name not in attended:
            continue
        declared, responsible = ([shown(person) for person in names_in(said)] for said in written[key])
        unlisted = [person for person in attended[name] if person not in (*declared, *responsible)]
        absent = [person for person in declared if person not in attended[name]]
        if unlisted:
            yield Check(Doubt.ATTENDS_UNLISTED, name, tuple(unlisted))
        if absent:
            yield Check(Doubt.LISTED_ABSENT, name, tuple(absent))


def _shown_people(cursor: DuckDBPyConnection) -> Callable[[str], str]:
    """How a person's code or name is shown; as written if nobody knows it."""
    names = dict(cursor.execute("select key, employee from employee_names").fetchall())
    return lambda written: names.get(fold(written), written)


def _other_areas(cursor: DuckDBPyConnection, listed: pd.DataFrame) -> Iterator[Check]:
    """Touchpoints most of whose cases are attended by people of one area that is not theirs."""
    source = source_for(INTERACTIONS, (Dimension.TOUCHPOINT, Dimension.EMPLOYEE), Filters())
    found = cursor.execute(
        f"""
        with attended as (
            select
                known.touchpoint,
                known.area as declared,
                staff.area as attending,
                sum(facts.interactions) as cases
            from {source} as facts
            join known_touchpoints as known on known.touchpoint = facts.touchpoint
            join known_employees as staff on staff.employee = facts.employee
            where known.area is not null
                and staff.area is not null
            group by all
        )
        select
            *,
            sum(cases) over (partition by touchpoint) as every
        from attended
        qualify every >= ?
            and cases > ? * every
            and attending <> declared
        order by touchpoint
        """,
        [OTHER_AREA_CASES, OTHER_AREA_SHARE],
    ).fetchall()
    for name, declared, attending, attended, cases in found:
        if name in set(listed["touchpoint"]):
            yield Check(
                Doubt.OTHER_AREA,
                name,
                declared_area=declared,
                attending_area=attending,
                attended=attended,
                cases=cases,
            )
