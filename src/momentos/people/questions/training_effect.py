"""What became of a figure after each course, against people of the same area who had not taken it yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.before_after import Change, Effect, Trained, training_effect
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.domain.names import fold
from momentos.domain.samples import TRAINING_ANSWERS, TRAINING_DAYS
from momentos.figures.filters import Filters
from momentos.figures.measure import fact_for
from momentos.figures.source import conditions
from momentos.warehouse.summaries import facts_for

COMPARED = ("score", "csat", "nps", "ces", "fcr", "resolution")
"""Figures that a course may change, in the order they are offered."""


@dataclass(frozen=True)
class CourseEffect:
    """One course: how many completed it, of whom ``unwatched`` lack whole windows of data around the day, and
    ``unheard`` enough answers in them; and what can be said of the rest."""

    course: str
    completed: int
    unwatched: int
    unheard: int
    effect: Effect


def comparable(measured: Sequence[Metric]) -> list[Metric]:
    """Of the metrics measured, those compared before and after a course."""
    by_key = {metric.key: metric for metric in measured}
    return [by_key[key] for key in COMPARED if key in by_key]


@dataclass(frozen=True)
class _Figures:
    """Sums of the metric by person and day, added up: ``sums[person, day]`` holds what came before that day."""

    people: dict[str, int]
    first_on: date
    days: int
    numerators: np.ndarray
    denominators: np.ndarray
    factor: int

    def change(self, person: str, day: date, length: int) -> Change | None:
        """The person's figure in the windows before and after the day; nothing without enough answers in both."""
        row, at = self.people.get(person), (day - self.first_on).days
        if row is None:
            return None
        before = self._figure(row, at - length, at)
        after = self._figure(row, at + 1, at + 1 + length)
        return None if before is None or after is None else Change(before, after)

    def has_windows(self, day: date, length: int) -> bool:
        """Whether the data cover both windows whole."""
        at = (day - self.first_on).days
        return at - length >= 0 and at + 1 + length <= self.days

    def _figure(self, row: int, start: int, end: int) -> float | None:
        n = self.denominators[row, end] - self.denominators[row, start]
        if n < TRAINING_ANSWERS:
            return None
        return float(self.factor * (self.numerators[row, end] - self.numerators[row, start]) / n)


def course_effects(
    cursor: DuckDBPyConnection,
    metric: Metric,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    days: int = TRAINING_DAYS,
) -> list[CourseEffect]:
    """Every course that somebody completed, by name. The window of the filters does not count: each person's own
    windows lie around the day of the course."""
    taken = _first_times(cursor)
    figures = _figures(cursor, metric, filters.within(None, None))
    if taken.empty or figures is None:
        return []
    areas = dict(cursor.execute("select employee, any_value(area) from known_employees group by all").fetchall())
    found = []
    for _, group in taken.groupby("course_key"):
        done = dict(zip(group["employee"], group["done_on"], strict=True))
        found.append(_effect(str(group["course"].iloc[0]), done, areas, figures, days))
    return sorted(found, key=lambda one: one.course)


def _effect(
    course: str, done: dict[str, date], areas: dict[str, str | None], figures: _Figures, days: int
) -> CourseEffect:
    watched = {person: day for person, day in done.items() if figures.has_windows(day, days)}
    people: list[Trained] = []
    unheard = 0
    for person, day in sorted(watched.items()):
        change = figures.change(person, day, days)
        if change is None:
            unheard += 1
            continue
        until, area = day + timedelta(days=days), areas.get(person)
        # People without a known area are alike in nothing that is known: they match nobody.
        same_work = [
            other
            for other in figures.people
            if area and other != person and areas.get(other) == area and done.get(other, date.max) > until
        ]
        people.append(Trained(person, change, _changes(same_work, day, figures, days)))
    return CourseEffect(course, len(done), len(done) - len(watched), unheard, training_effect(people))


def _changes(people: Sequence[str], day: date, figures: _Figures, days: int) -> dict[str, Change]:
    found = {person: figures.change(person, day, days) for person in people}
    return {person: change for person, change in found.items() if change is not None}


def _first_times(cursor: DuckDBPyConnection) -> pd.DataFrame:
    """``employee, course, course_key, done_on``: the first time each person completed each course."""
    rows = cursor.execute(
        """
        select people.employee, facts.course, facts.completed_on
        from current_trainings as facts
        join employee_names as people on people.key = facts.employee_key
        where completed_on is not null
        order by completed_on
        """
    ).fetchall()
    frame = pd.DataFrame(rows, columns=["employee", "course", "done_on"], dtype=object)
    frame["course_key"] = [fold(course) for course in frame["course"]]
    return frame.drop_duplicates(["employee", "course_key"])


def _figures(cursor: DuckDBPyConnection, metric: Metric, filters: Filters) -> _Figures | None:
    asked = {Dimension.EMPLOYEE, *filters.where}
    source = facts_for(fact_for(cursor, metric, asked), asked)
    employee = source.sql_of(Dimension.EMPLOYEE)
    held = conditions(cursor, filters, source)
    where = " and ".join([f"{employee} is not null", "occurred_on is not null", *(one.sql for one in held)])
    frame = cursor.execute(
        f"""
        select
            {employee} as employee,
            occurred_on,
            sum({metric.numerator})::double as numerator,
            sum({metric.denominator})::double as denominator
        from {source}
        where {where}
        group by all
        having denominator > 0
        """,
        [value for one in held for value in one.values],
    ).df()
    if frame.empty:
        return None
    days = pd.to_datetime(frame["occurred_on"])
    first, last = days.min(), days.max()
    rows, names = pd.factorize(frame["employee"], sort=True)
    size = (last - first).days + 1
    at = (days - first).dt.days.to_numpy() + 1
    return _Figures(
        {str(name): row for row, name in enumerate(names)},
        first.date(),
        size,
        _added_up(rows, at, frame["numerator"].fillna(0).to_numpy(), len(names), size),
        _added_up(rows, at, frame["denominator"].to_numpy(), len(names), size),
        metric.factor,
    )


def _added_up(rows: np.ndarray, at: np.ndarray, values: np.ndarray, people: int, days: int) -> np.ndarray:
    sums = np.zeros((people, days + 1))
    np.add.at(sums, (rows, at), values)
    return np.asarray(np.cumsum(sums, axis=1))
