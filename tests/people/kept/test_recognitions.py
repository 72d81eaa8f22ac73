"""Colleagues thank each other: with a name, a reason and a proof, and never themselves."""

from datetime import date

import pytest

from momentos.domain.errors import NotAllowed, WrongInput
from momentos.people.kept.recognitions import GivenRecognition, recognise
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from tests.warehouse.sheets import NOON


def give(warehouse: Warehouse, *, reason: str = "Ayudó", proof: str = "caso 1", author: str = "Ana") -> None:
    recognise(warehouse, "Rosa Gil", reason, proof, occurred_on=date(2026, 5, 2), author=author, at=NOON, fact="peers")


def test_a_recognition_is_kept_with_who_gives_it_and_what_it_rests_on(warehouse: Warehouse) -> None:
    give(warehouse, reason=" Ayudó ", proof=" caso 1 ", author=" Ana ")
    with warehouse.cursor() as cursor:
        (entry,) = journal.entries(cursor, GivenRecognition)
    assert entry.said == GivenRecognition("Rosa Gil", "Ayudó", "caso 1", "peers", date(2026, 5, 2))
    assert (entry.subject, entry.author) == ("rosa gil", "Ana")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"author": " "}, "A recognition is signed"),
        ({"reason": " "}, "says what for"),
        ({"proof": " "}, "says what for"),
    ],
)
def test_one_without_a_name_a_reason_or_a_proof_is_not_kept(
    warehouse: Warehouse, given: dict[str, str], told: str
) -> None:
    with pytest.raises(WrongInput, match=told):
        give(warehouse, **given)


@pytest.mark.parametrize("author", ["Rosa Gil", "ROSA  gil "])
def test_nobody_recognises_themselves(warehouse: Warehouse, author: str) -> None:
    with pytest.raises(NotAllowed, match="Nobody recognises themselves"):
        give(warehouse, author=author)
