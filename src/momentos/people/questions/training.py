"""Training: what was planned against what was done, and who is due."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message, say
from momentos.domain.names import fold
from momentos.domain.samples import SOON_DAYS
from momentos.domain.viewer import inner
from momentos.figures.filters import Filters
from momentos.people.questions.board import who_left

PLAN_COLUMNS = ["name", "planned", "done", "late", "open"]


class Standing(StrEnum):
    """How somebody stands on a course on a day."""

    VALID = "valid"
    OVERDUE = "overdue"
    EXPIRED = "expired"
    RUNS_OUT = "runs out"
    SOON = "soon"
    PLANNED = "planned"
    UNDATED = "undated"

    @property
    def label(self) -> Message:
        return _LABELS[self]

    @property
    def is_due(self) -> bool:
        """Whether the person has it to do now: planned and not done, or done and run out."""
        return self in (Standing.OVERDUE, Standing.EXPIRED)


_LABELS = {
    Standing.VALID: say("Done"),
    Standing.OVERDUE: say("Planned and not done"),
    Standing.EXPIRED: say("Its validity ended"),
    Standing.RUNS_OUT: say("Its validity ends soon"),
    Standing.SOON: say("Planned for soon"),
    Standing.PLANNED: say("Planned"),
    Standing.UNDATED: say("To be done, without a date"),
}


@dataclass(frozen=True)
class Enrolment:
    """One person on one course: the latest plan, and the latest time it was done with how long that holds."""

    employee: str
    area: str | None
    course: str
    planned_on: date | None
    planned_done_on: date | None
    completed_on: date | None
    valid_until: date | None
    topics: str

    def standing(self, day: date) -> Standing:
        """How the person stands on that day. What was done after it counts as not done yet."""
        if self.is_plan_open(day):
            assert self.planned_on is not None
            if self.planned_on < day:
                return Standing.OVERDUE
            return Standing.SOON if self.planned_on <= day + timedelta(days=SOON_DAYS) else Standing.PLANNED
        if self.completed_on is None or self.completed_on > day:
            return Standing.UNDATED
        if self.valid_until is None or self.valid_until > day + timedelta(days=SOON_DAYS):
            return Standing.VALID
        return Standing.EXPIRED if self.valid_until < day else Standing.RUNS_OUT

    def is_plan_open(self, day: date) -> bool:
        """Whether the latest plan has a date and was not done by that day."""
        return self.planned_on is not None and (self.planned_done_on is None or self.planned_done_on > day)

    def prepares(self, day: date) -> bool:
        """Whether the course was done by that day and still holds."""
        done = self.completed_on is not None and self.completed_on <= day
        return done and (self.valid_until is None or self.valid_until >= day)

    def due_on(self, day: date) -> date | None:
        """The day it was, or is, to be done by."""
        return self.planned_on if self.is_plan_open(day) else self.valid_until


@dataclass(frozen=True)
class _Entry:
    """One row of the sheet."""

    area: str | None
    course: str
    planned_on: date | None
    done_on: date | None
    valid_until: date | None
    topics: str


def enrolments(cursor: DuckDBPyConnection, filters: Filters = Filters()) -> list[Enrolment]:  # noqa: B008 - frozen
    """Everybody's courses, by name and course; those who left are out. Only areas and sites of the filters count."""
    gone = who_left(cursor, filters.to_on)
    return [one for one in _written(cursor, filters) if one.employee not in gone]


@inner
def of_person(cursor: DuckDBPyConnection, employee: str) -> list[Enrolment]:
    """The courses of one person, as shown by name."""
    return [one for one in _written(cursor, Filters()) if one.employee == employee]


def _written(cursor: DuckDBPyConnection, filters: Filters) -> list[Enrolment]:
    """Everybody's courses, whether they left or not."""
    rows = cursor.execute(
        """
        select
            coalesce(people.employee, facts.employee),
            people.area,
            people.site,
            facts.course,
            planned_on,
            completed_on,
            valid_until,
            coalesce(topics, '')
        from current_trainings as facts
        left join employee_names as people on people.key = facts.employee_key
        order by all
        """
    ).fetchall()
    found: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for employee, area, site, course, *rest in rows:
        if _is_inside(area, site, filters):
            found[employee, fold(course)].append(_Entry(area, course, *rest))
    return [_one(employee, entries) for (employee, _), entries in found.items()]


def plan_against_done(found: Iterable[Enrolment], day: date, *, by_area: bool) -> pd.DataFrame:
    """One row per area (``""`` where it is unknown) or person with something planned up to the day: ``PLAN_COLUMNS``.

    ``late`` is part of ``done``: done after the day planned. ``open`` is planned and not done. Most open first.
    """
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in found:
        if one.planned_on is None or one.planned_on > day:
            continue
        is_open = one.is_plan_open(day)
        is_late = not is_open and one.planned_done_on is not None and one.planned_done_on > one.planned_on
        counts = counted[(one.area or "") if by_area else one.employee]
        for place, part in enumerate((True, not is_open, is_late, is_open)):
            counts[place] += part
    frame = pd.DataFrame([(name, *counts) for name, counts in counted.items()], columns=PLAN_COLUMNS)
    return frame.sort_values(["open", "planned", "name"], ascending=[False, False, True], ignore_index=True)


def due(found: Iterable[Enrolment], day: date) -> list[Enrolment]:
    """Who is due on that day, or soon, the longest ago first."""
    wanted = (Standing.OVERDUE, Standing.EXPIRED, Standing.RUNS_OUT, Standing.SOON)
    waiting = [one for one in found if one.standing(day) in wanted]
    return sorted(waiting, key=lambda one: (one.due_on(day) or day, one.employee, one.course))


def _one(employee: str, entries: Sequence[_Entry]) -> Enrolment:
    """The entries of one person and course as one."""
    latest = max(entries, key=lambda one: (one.planned_on or one.done_on or date.min, one.done_on or date.min))
    last_done = max(entries, key=lambda one: one.done_on or date.min)
    return Enrolment(
        employee=employee,
        area=latest.area,
        course=latest.course,
        planned_on=latest.planned_on,
        planned_done_on=latest.done_on,
        completed_on=last_done.done_on,
        valid_until=last_done.valid_until if last_done.done_on else None,
        topics=";".join(dict.fromkeys(one.topics for one in entries if one.topics)),
    )


def _is_inside(area: str | None, site: str | None, filters: Filters) -> bool:
    for dimension, value in ((Dimension.AREA, area), (Dimension.SITE, site)):
        wanted = filters.where.get(dimension)
        if wanted and fold(value or "") not in {fold(one) for one in wanted}:
            return False
    return True
