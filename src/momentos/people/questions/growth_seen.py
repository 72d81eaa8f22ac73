"""What a viewer may see of named people's growth: who is due, who is not prepared, coaching notes. Screens ask here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.messages import Message
from momentos.domain.viewer import Viewer, need_card, need_lead
from momentos.figures.filters import Filters
from momentos.people.kept.coaching import Note, notes, steps_waiting
from momentos.people.questions.coaching import told_of
from momentos.people.questions.skills import Unprepared, skills
from momentos.people.questions.training import Enrolment, due, enrolments, plan_against_done


@dataclass(frozen=True)
class Talks:
    """Coaching notes, and what each rests on by the note's number."""

    notes: tuple[Note, ...]
    evidence: Mapping[int, Message]


def seen_due(cursor: DuckDBPyConnection, viewer: Viewer, filters: Filters, day: date) -> list[Enrolment]:
    """Who is due on which course, by name, for a lead; else ``Refused``."""
    need_lead(viewer)
    return due(enrolments(cursor, filters), day)


def seen_plan_by_person(cursor: DuckDBPyConnection, viewer: Viewer, filters: Filters, day: date) -> pd.DataFrame:
    """Plan against done of each person, for a lead; else ``Refused``."""
    need_lead(viewer)
    return plan_against_done(enrolments(cursor, filters), day, by_area=False)


def seen_unprepared(cursor: DuckDBPyConnection, viewer: Viewer, filters: Filters, day: date) -> tuple[Unprepared, ...]:
    """Who meets what without being prepared for it, by name, for a lead; else ``Refused``."""
    need_lead(viewer)
    return skills(cursor, filters, day).unprepared


def seen_talks(cursor: DuckDBPyConnection, viewer: Viewer, employee: str) -> Talks:
    """The coaching notes of a person, latest first, for them and for whoever leads; else ``Refused``."""
    need_card(viewer, employee)
    found = tuple(notes(cursor, employee))
    return Talks(found, told_of(cursor, found))


def seen_steps(cursor: DuckDBPyConnection, viewer: Viewer) -> Talks:
    """Every next step that was not taken yet, the first due first, for a lead; else ``Refused``."""
    need_lead(viewer)
    found = tuple(steps_waiting(cursor))
    return Talks(found, told_of(cursor, found))
