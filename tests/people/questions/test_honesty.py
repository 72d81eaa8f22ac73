"""Planted cheats are found through the real questions; honest people, however good, are not."""

import random
from collections import Counter
from datetime import datetime, timedelta

import pytest

from momentos.analysis.gaming import Check
from momentos.domain.dimensions import Dimension
from momentos.domain.errors import Refused
from momentos.domain.viewer import EVERYBODY, LEADS, Viewer
from momentos.figures.filters import Filters
from momentos.people.questions.honesty import honesty, rows_behind_signal
from tests.figures.company import company

LEAD = Viewer("Marta", frozenset({LEADS}))
START = datetime(2026, 3, 2)
STARS = ("Estrella Uno", "Estrella Dos")
PEOPLE = [*STARS, *(f"Persona {number:02d}" for number in range(20))]
CHEATS = {
    "Elige a quién": Check.FEW_INVITATIONS,
    "Insiste mucho": Check.MANY_RESPONSES,
    "Amistades": Check.REPEATED_CONTACTS,
    "De corrido": Check.BURST,
    "Sin mancha": Check.TOO_PERFECT,
    "Marca cincos": Check.CONTRADICTING_COMMENTS,
}
PRAISE = ("Excelente atención, muchas gracias", "Muy amable", "Todo perfecto")
COMPLAINT = ("Pésimo, sigo esperando", "Muy mal, no resuelven nada", "Horrible")


def quarter(seed: int, people: list[str]) -> dict[str, list[dict]]:
    """A quarter of contacts, most invited and a third of those answered; cheats by their name."""
    chance = random.Random(seed)
    contacts, answers = [], []
    for person in people:
        for _ in range(800 if person == "Sin mancha" else chance.randrange(150, 320)):
            number = f"C{len(contacts)}"
            invited = chance.random() < (0.3 if person == "Elige a quién" else 0.8)
            at = START + timedelta(days=chance.randrange(90), seconds=chance.randrange(9 * 3600, 18 * 3600))
            contacts.append(
                {"interaction": number, "occurred_at": at, "employee": person, "answered": "yes", "invited": invited}
            )
            if invited and chance.random() < (0.75 if person == "Insiste mucho" else 0.33):
                answers.append(answer(chance, person, number, at))
    return {"interactions": contacts, "responses": answers}


def answer(chance: random.Random, person: str, number: str, at: datetime) -> dict:
    top = 0.95 if person in STARS else 0.7
    score = 5.0 if chance.random() < top else float(chance.randrange(1, 5))
    comment = chance.choice(PRAISE if score > 3 else COMPLAINT) if chance.random() < 0.4 else None
    customer = f"K{chance.randrange(4000)}"
    if person == "Amistades" and chance.random() < 0.5:
        customer = f"Amigo {chance.randrange(4)}"
    if person == "De corrido" and chance.random() < 0.3:
        at = datetime(2026, 4, 1, 17, 2) + timedelta(seconds=chance.randrange(400))
    if person == "Sin mancha":
        score, comment = 5.0, None
    if person == "Marca cincos" and chance.random() < 0.5:
        score, comment = 5.0, chance.choice(COMPLAINT)
    return {
        "response": f"E{number}", "answered_at": at + timedelta(minutes=7), "employee": person, "customer": customer,
        "interaction": number, "csat": score, "comment": comment,
    }  # fmt: skip


@pytest.fixture(scope="module")
def cheated(tmp_path_factory):
    with company(tmp_path_factory.mktemp("cheated"), **quarter(5, [*PEOPLE, *CHEATS])) as cursor:
        put_load(cursor)
        yield cursor


def put_load(cursor) -> None:
    """The load that the rows say they came with."""
    cursor.execute(
        """
        insert into loads (load_no, load_id, author, loaded_at, file_name, sha256, size, sheets)
        values (1, 'L-1', 'Marta', timestamp '2026-06-01', 'encuestas.xlsx', '0', 1, '[]')
        """
    )


def test_each_planted_cheat_is_found(cheated):
    found = {(one.employee, one.check) for one in honesty(cheated, LEAD, Filters()).signals}
    assert set(CHEATS.items()) <= found


def test_no_honest_person_is_named_and_stars_least_of_all(cheated):
    named = Counter(one.employee for one in honesty(cheated, LEAD, Filters()).signals)
    assert [name for name in named if name not in CHEATS] == []


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_an_honest_company_has_no_signals(tmp_path, seed):
    with company(tmp_path, **quarter(seed, PEOPLE)) as cursor:
        put_load(cursor)
        assert honesty(cursor, LEAD, Filters()).signals == ()


@pytest.mark.parametrize(("person", "check"), CHEATS.items())
def test_every_signal_has_its_rows(cheated, person, check):
    rows = rows_behind_signal(cheated, LEAD, person, check, Filters())
    assert len(rows)
    assert set(rows["file_name"]) == {"encuestas.xlsx"}


def test_the_rows_of_a_burst_are_those_of_its_minutes(cheated):
    rows = rows_behind_signal(cheated, LEAD, "De corrido", Check.BURST, Filters())
    assert rows["occurred_at"].max() - rows["occurred_at"].min() <= timedelta(minutes=10)


def test_answers_are_looked_at_by_the_reason_of_their_contact(tmp_path):
    contacts = [
        {"interaction": f"C{place}", "occurred_at": START, "employee": "Ana", "reason": ("Pago", "Reclamo")[place % 2]}
        for place in range(10)
    ]
    answers = [
        {"interaction": one["interaction"], "answered_at": START, "employee": "Ana", "csat": 5.0}
        for one in contacts[:7]
    ]
    only = Filters().only(Dimension.REASON, "Reclamo")
    with company(tmp_path, interactions=contacts, responses=answers) as cursor:
        put_load(cursor)
        assert honesty(cursor, LEAD, only).answers == 3
        assert len(rows_behind_signal(cursor, LEAD, "Ana", Check.TOO_PERFECT, only)) == 3
        assert rows_behind_signal(cursor, LEAD, "Ana", Check.FEW_RESPONSES, only)["number"].tolist() == ["C7", "C9"]


def test_answers_of_a_day_without_its_hour_are_no_rows_of_a_burst(tmp_path):
    by_day = [{"employee": "Ana", "answered_at": datetime(2026, 3, 9), "csat": 4.0} for _ in range(20)]
    within = [{"employee": "Ana", "answered_at": datetime(2026, 3, 2, 17, 2, place), "csat": 5.0} for place in range(6)]
    with company(tmp_path, responses=[*by_day, *within]) as cursor:
        put_load(cursor)
        rows = rows_behind_signal(cursor, LEAD, "Ana", Check.BURST, Filters())
    assert len(rows) == 6
    assert set(rows["score"]) == {5.0}


def test_the_rows_of_contradicting_comments_are_complaints_with_a_five(cheated):
    rows = rows_behind_signal(cheated, LEAD, "Marca cincos", Check.CONTRADICTING_COMMENTS, Filters())
    assert set(rows["score"]) == {5.0}
    assert set(rows["comment"]) <= set(COMPLAINT)


def test_whoever_does_not_lead_is_refused(cheated):
    with pytest.raises(Refused):
        honesty(cheated, EVERYBODY, Filters())
    with pytest.raises(Refused):
        rows_behind_signal(cheated, EVERYBODY, "De corrido", Check.BURST, Filters())


def test_what_the_sheets_do_not_say_is_told(tmp_path):
    bare = [{"employee": "Ana", "csat": 5.0, "answered_at": START} for _ in range(20)]
    with company(tmp_path, responses=bare) as cursor:
        put_load(cursor)
        found = honesty(cursor, LEAD, Filters())
    assert found.signals == ()
    assert len(found.not_looked_at) == 5
