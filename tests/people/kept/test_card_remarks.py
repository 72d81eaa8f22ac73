"""What a person says of their card is kept, answered, and seen by the lead."""

from datetime import datetime

import pytest

from momentos.domain.errors import NotAllowed, NotFound, Refused
from momentos.domain.viewer import ANYBODY, LEADS, Viewer
from momentos.people.kept.card_remarks import answer, reading, remark, remarks, say_read
from momentos.people.kept.rewards import Liking, likings, say_liking
from momentos.warehouse.connection import Warehouse

AT = datetime(2026, 5, 10, 9, 0)
ANA = Viewer("", frozenset(), frozenset({"ana"}))
LEAD = Viewer("Marta", frozenset({LEADS}))


@pytest.fixture
def warehouse(tmp_path):
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        yield opened


def test_a_remark_waits_for_its_answer_and_keeps_it(warehouse):
    entry = remark(warehouse, ANA, "Ana", "CSAT", "Fue la semana del apagón", at=AT)
    with warehouse.cursor() as cursor:
        assert [(one.text, one.answer) for one in remarks(cursor)] == [("Fue la semana del apagón", None)]
    answer(warehouse, LEAD, entry.entry_no, "Lo anoto", author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        assert [(one.answer, one.answered_by) for one in remarks(cursor, "ana")] == [("Lo anoto", "Marta")]
        assert remarks(cursor, "Luis") == []


def test_nothing_said_is_nothing_kept(warehouse):
    with pytest.raises(Refused):
        remark(warehouse, ANA, "Ana", "CSAT", "  ", at=AT)
    entry = remark(warehouse, ANA, "Ana", "CSAT", "Fue la semana del apagón", at=AT)
    for text, author in ((" ", "Marta"), ("Lo anoto", " ")):
        with pytest.raises(Refused):
            answer(warehouse, LEAD, entry.entry_no, text, author=author, at=AT)


def test_only_whoever_leads_answers_and_only_what_was_said(warehouse):
    entry = remark(warehouse, ANA, "Ana", "CSAT", "Fue la semana del apagón", at=AT)
    with pytest.raises(NotAllowed, match="Only whoever leads"):
        answer(warehouse, ANA, entry.entry_no, "Todo bien", author="Marta", at=AT)
    with pytest.raises(NotFound, match="nothing with the number"):
        answer(warehouse, LEAD, entry.entry_no + 1, "Todo bien", author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        assert [one.answer for one in remarks(cursor)] == [None]


def test_having_read_holds_for_that_version_of_the_policy_only(warehouse):
    say_read(warehouse, ANA, "Ana", 1, at=AT)
    with warehouse.cursor() as cursor:
        assert reading(cursor, ANA, "ANA", 1).written_at == AT
        assert reading(cursor, ANA, "Ana", 2) is None


def test_a_lead_says_nothing_as_the_person(warehouse):
    for say_it in (
        lambda: remark(warehouse, LEAD, "Ana", "CSAT", "Todo bien", at=AT),
        lambda: say_read(warehouse, LEAD, "Ana", 1, at=AT),
        lambda: say_liking(warehouse, LEAD, "Ana", Liking(), at=AT),
    ):
        with pytest.raises(Refused):
            say_it()
    with warehouse.cursor() as cursor:
        assert (remarks(cursor), reading(cursor, LEAD, "Ana", 1), likings(cursor)) == ([], None, {})


def test_where_no_code_is_set_it_is_signed_with_the_typed_name(warehouse):
    luis, nameless = (Viewer(name, frozenset({LEADS, ANYBODY})) for name in ("Luis", " "))
    remark(warehouse, luis, "Ana", "CSAT", "Se lo pregunté", at=AT)
    with pytest.raises(Refused):
        say_read(warehouse, nameless, "Ana", 1, at=AT)
    with warehouse.cursor() as cursor:
        assert [(one.employee, one.author) for one in remarks(cursor, "Ana")] == [("Ana", "Luis")]
