"""Coaching notes and limits of authority: signed, resting on a fact, and followed up."""

from datetime import date, datetime

import pytest

from momentos.domain.errors import NotAllowed, Refused
from momentos.domain.viewer import EVERYBODY, LEADS, Viewer
from momentos.people.kept.authority import authority, declare
from momentos.people.kept.coaching import Evidence, notes, step_taken, steps_waiting, write_note
from momentos.people.questions.growth_seen import seen_steps, seen_talks
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit
from tests.warehouse.sheets import NOON, file_of, sheet_of

AT = datetime(2026, 5, 10, 9, 0)
LEAD = Viewer("Marta", frozenset({LEADS}))


@pytest.fixture
def warehouse(tmp_path):
    sheets = [
        sheet_of("employees", [{"employee": "E1", "name": "Ana Ruiz"}, {"employee": "E2", "name": "Luis Mora"}]),
        sheet_of("interactions", [{"interaction": "T-7", "occurred_at": NOON, "employee": "E1", "reason": "Reclamo"}]),
        sheet_of(
            "responses",
            [{"response": "R1", "answered_at": NOON, "employee": "E1", "comment": "Soy Rosa, 300 123 4567, gracias"}],
        ),
    ]
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        commit(opened, file_of(tmp_path), sheets, author="ana", at=NOON)
        yield opened


def write(warehouse, **changed):
    said = {
        "text": "Cómo cerrar un reclamo",
        "evidence": Evidence.INTERACTION,
        "reference": "t-7",
        "next_step": "Escuchar dos llamadas juntas",
        "due_on": date(2026, 5, 20),
        "author": "Marta",
        "at": AT,
    } | changed
    viewer, employee = said.pop("viewer", LEAD), said.pop("employee", "Ana Ruiz")
    return write_note(warehouse, viewer, employee, said.pop("text"), **said)


def test_only_the_person_signs_as_the_person(warehouse):
    own = Viewer("", frozenset(), frozenset({"ana ruiz"}))
    with pytest.raises(NotAllowed, match="your own name"):
        write(warehouse, author="ANA ruiz")
    assert write(warehouse, author="Ana Ruiz", viewer=own).author == "Ana Ruiz"
    with pytest.raises(Refused):
        write(warehouse, employee="Luis Mora", author="Ana Ruiz", viewer=own)


def test_a_note_stays_with_its_evidence_until_the_step_is_taken(warehouse):
    entry = write(warehouse)
    with warehouse.cursor() as cursor:
        talks = seen_talks(cursor, LEAD, "Ana Ruiz")
        assert [one.next_step for one in steps_waiting(cursor)] == ["Escuchar dos llamadas juntas"]
    assert str(talks.evidence[entry.entry_no]) == "Contact t-7 of 2026-05-03: Reclamo"

    step_taken(warehouse, LEAD, entry.entry_no, "Ya cierra sola", author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        (one,) = notes(cursor, "ana ruiz")
        assert (one.is_open, one.outcome, one.done_on) == (False, "Ya cierra sola", date(2026, 5, 10))
        assert steps_waiting(cursor) == []


def test_a_step_is_taken_by_the_person_or_whoever_leads_under_their_own_name(warehouse):
    entry_no = write(warehouse).entry_no
    ana, luis = (Viewer("", own_cards=frozenset({name})) for name in ("ana ruiz", "luis mora"))
    for viewer, number, author in (
        (EVERYBODY, entry_no, "Marta"),
        (luis, entry_no, "Luis Mora"),
        (LEAD, entry_no, "Ana Ruiz"),
        (LEAD, entry_no, " "),
        (LEAD, entry_no + 1, "Marta"),
    ):
        with pytest.raises(Refused):
            step_taken(warehouse, viewer, number, "Hecho", author=author, at=AT)
    with warehouse.cursor() as cursor:
        assert len(steps_waiting(cursor)) == 1
    assert step_taken(warehouse, ana, entry_no, "Hecho", author="Ana Ruiz", at=AT).author == "Ana Ruiz"


def test_the_first_due_comes_first(warehouse):
    write(warehouse, due_on=date(2026, 6, 1), text="b")
    write(warehouse, due_on=date(2026, 5, 11), text="a")
    with warehouse.cursor() as cursor:
        assert [one.text for one in seen_steps(cursor, LEAD).notes] == ["a", "b"]


def test_a_comment_is_told_without_what_could_tell_who_wrote_it(warehouse):
    entry = write(warehouse, evidence=Evidence.SURVEY, reference="R1")
    with warehouse.cursor() as cursor:
        told = str(seen_talks(cursor, LEAD, "Ana Ruiz").evidence[entry.entry_no])
    assert told == "Survey R1: «Soy •••, •••, gracias»"


@pytest.mark.parametrize(
    "changed",
    [
        {"author": " "},
        {"text": ""},
        {"next_step": " "},
        {"reference": ""},
        {"reference": "T-8"},
        {"employee": "Luis Mora"},
        {"due_on": date(2026, 5, 9)},
        {"evidence": Evidence.SURVEY, "reference": "T-7"},
    ],
)
def test_a_note_without_a_name_words_proof_or_a_day_to_come_is_refused(warehouse, changed):
    with pytest.raises(Refused):
        write(warehouse, **changed)
    with warehouse.cursor() as cursor:
        assert notes(cursor) == []


def test_notes_are_for_the_person_and_whoever_leads(warehouse):
    write(warehouse)
    ana, luis = Viewer("Ana", own_cards=frozenset({"ana ruiz"})), Viewer("Luis", own_cards=frozenset({"luis mora"}))
    with warehouse.cursor() as cursor:
        assert len(seen_talks(cursor, ana, "Ana Ruiz").notes) == 1
        with pytest.raises(Refused):
            seen_talks(cursor, luis, "Ana Ruiz")
        with pytest.raises(Refused):
            seen_steps(cursor, ana)


def test_limits_are_declared_with_a_name_and_the_last_hold(warehouse):
    declare(warehouse, LEAD, {"Cajera": 50.0}, ["Reclamo"], author="Marta", at=AT)
    declare(warehouse, LEAD, {"Cajera": 80.0}, ["Reclamo", "Cambio"], author="Raúl", at=AT)
    with warehouse.cursor() as cursor:
        held = authority(cursor)
    assert (held.limit("CAJERA"), held.limit("Asesor"), held.reasons, held.author) == (
        80.0, None, ("Reclamo", "Cambio"), "Raúl",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("limits", "reasons", "author"), [({"Cajera": -1.0}, ["Reclamo"], "Ana"), ({}, [], "Ana"), ({}, ["Reclamo"], "")]
)
def test_unsound_limits_are_refused(warehouse, limits, reasons, author):
    with pytest.raises(Refused):
        declare(warehouse, LEAD, limits, reasons, author=author, at=AT)


def test_who_does_not_lead_declares_no_limits(warehouse):
    with pytest.raises(Refused):
        declare(warehouse, EVERYBODY, {"Cajera": 50.0}, ["Reclamo"], author="Ana", at=AT)
