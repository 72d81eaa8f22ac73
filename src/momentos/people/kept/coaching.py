"""Coaching notes between a lead and a person: what was talked about, on what evidence, and the dated next step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotAllowed, NotFound, WrongInput
from momentos.domain.messages import Message, say
from momentos.domain.names import fold
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, inner, need_card
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry
from momentos.warehouse.journal_kinds import Names, kept_as


class Evidence(StrEnum):
    """What a note rests on."""

    INTERACTION = "interaction"
    SURVEY = "survey"
    FIGURE = "figure"

    @property
    def label(self) -> Message:
        return _LABELS[self]


_LABELS = {
    Evidence.INTERACTION: say("A contact, by its number"),
    Evidence.SURVEY: say("A customer's comment, by its survey number"),
    Evidence.FIGURE: say("A figure of the card"),
}

_FACTS = {Evidence.INTERACTION: ("interactions", "interaction"), Evidence.SURVEY: ("responses", "response")}


@kept_as("coaching_note", subject=Names.EMPLOYEE, employee=Names.EMPLOYEE)
@dataclass(frozen=True)
class CoachingNote:
    """What was talked about, what it rests on (a number of a contact or a survey, or a figure), and the next step."""

    employee: str
    text: str
    evidence: Evidence
    reference: str
    next_step: str
    due_on: date


@kept_as("coaching_done", subject=Names.ENTRY)
@dataclass(frozen=True)
class StepTaken:
    """That the next step of the note whose number is the subject was taken, and how it went."""

    outcome: str


@dataclass(frozen=True)
class Note:
    """One note. ``done_on`` and ``outcome`` once the next step was taken."""

    entry_no: int
    employee: str
    text: str
    evidence: Evidence
    reference: str
    next_step: str
    due_on: date
    author: str
    written_on: date
    done_on: date | None
    outcome: str

    @property
    def is_open(self) -> bool:
        return self.done_on is None


def write_note(
    warehouse: Warehouse,
    viewer: Viewer,
    employee: str,
    text: str,
    *,
    evidence: Evidence,
    reference: str,
    next_step: str,
    due_on: date,
    author: str,
    at: datetime,
) -> Entry[CoachingNote]:
    """Keep a note. Raises ``Refused`` to who may not open the card or signs as its person without being it, without a
    name, words, evidence or a next step, for a day gone by, or for a contact or a survey that is not there or is of
    somebody else."""
    signature = _own_signature(viewer, employee, author)
    if not text.strip() or not next_step.strip():
        raise WrongInput(say("A note says what was talked about and what the next step is."))
    if not reference.strip():
        raise WrongInput(say("A note rests on a contact, a comment or a figure: say which."))
    if due_on < at.date():
        raise WrongInput(say("The next step needs a day that has not gone by."))
    if evidence in _FACTS:
        with warehouse.cursor() as cursor:
            _check_whose(cursor, evidence, reference, employee)
    note = CoachingNote(employee, text.strip(), evidence, reference.strip(), next_step.strip(), due_on)
    return journal.write(warehouse, note, fold(employee), author=signature, at=at)


def step_taken(
    warehouse: Warehouse, viewer: Viewer, entry_no: int, outcome: str, *, author: str, at: datetime
) -> Entry[StepTaken]:
    """Keep that the next step of a note was taken, and how it went. Raises ``Refused`` if there is no such note, to who
    may not open the card it is on or signs as its person without being it, and without a name or words."""
    if not outcome.strip():
        raise WrongInput(say("Say in a few words how it went."))
    with warehouse.transaction() as cursor:
        noted = [one for one in journal.entries(cursor, CoachingNote) if one.entry_no == entry_no]
        if not noted:
            raise NotFound(say("There is nothing with the number {number}.", number=entry_no))
        signature = _own_signature(viewer, noted[0].said.employee, author)
        return journal.write_in(cursor, StepTaken(outcome.strip()), str(entry_no), author=signature, at=at)


@inner
def notes(cursor: DuckDBPyConnection, employee: str | None = None) -> list[Note]:
    """The notes of one person, or of all, the latest first."""
    done = journal.latest(cursor, StepTaken)
    subject = None if employee is None else fold(employee)
    return [_note(one, done) for one in reversed(journal.entries(cursor, CoachingNote, subject))]


@inner
def steps_waiting(cursor: DuckDBPyConnection) -> list[Note]:
    """The notes whose next step was not taken yet, the first due first."""
    return sorted((one for one in notes(cursor) if one.is_open), key=lambda one: (one.due_on, one.entry_no))


def _own_signature(viewer: Viewer, employee: str, author: str) -> str:
    """The name that signs. Raises ``Refused`` to who may not open the card, signs as its person without being it, or
    does not sign."""
    need_card(viewer, employee)
    if fold(author) == fold(employee) and not viewer.may_speak_for(employee):
        raise NotAllowed(say("Only {name} signs a note as {name}: write your own name.", name=employee))
    return signed(author, say("A note is signed: write your name."))


def _note(one: Entry[CoachingNote], done: Mapping[str, Entry[StepTaken]]) -> Note:
    taken = done.get(str(one.entry_no))
    return Note(
        one.entry_no,
        one.said.employee,
        one.said.text,
        one.said.evidence,
        one.said.reference,
        one.said.next_step,
        one.said.due_on,
        one.author,
        one.written_at.date(),
        None if taken is None else taken.written_at.date(),
        "" if taken is None else taken.said.outcome,
    )


def _check_whose(cursor: DuckDBPyConnection, evidence: Evidence, reference: str, employee: str) -> None:
    dataset, field = _FACTS[evidence]
    rows = cursor.execute(
        f"""
        select people.employee
        from current_{dataset} as facts
        left join employee_names as people on people.key = facts.employee_key
        where facts.{field}_key = ?
        """,
        [fold(reference)],
    ).fetchall()
    if not rows:
        raise NotFound(say("There is nothing with the number {number}.", number=reference.strip()))
    if employee not in {name for (name,) in rows}:
        raise WrongInput(say("{number} is not of {name}.", number=reference.strip(), name=employee))
