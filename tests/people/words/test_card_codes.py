"""What is told of the code of a card, and of having read how one is evaluated."""

from datetime import datetime

import pytest

from momentos.access.card_codes import CardCode, CodeState
from momentos.domain.viewer import OWNER, Viewer
from momentos.locales.reader import reader
from momentos.people.kept.card_remarks import PolicyRead
from momentos.people.words.card_codes import CODE_STATES, code_explained
from momentos.people.words.card_remarks import read_or_not
from momentos.warehouse.journal import Entry

READ = Entry(1, "ana", PolicyRead(1), "Ana Ruiz", datetime(2026, 6, 1, 9, 30))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            CardCode("Ana", CodeState.HOLDS, "ABCD"),
            "Ana opens their own card with it. Hand it over in private.",
        ),
        (CardCode("Ana", CodeState.NOT_DRAWN, None), "Not drawn yet"),
        (CardCode("Ana", CodeState.LEFT, None), "No longer on staff"),
    ],
)
def test_a_code_says_what_it_does_or_why_there_is_none(code: CardCode, words: str) -> None:
    assert reader("en").words(code_explained(code)) == words


def test_a_code_whose_name_changed_says_that_it_opens_nothing() -> None:
    told = reader("en").words(code_explained(CardCode("Ana", CodeState.CHANGED, None)))
    assert "the code opens nothing" in told
    assert set(CODE_STATES) == set(CodeState)


def test_whoever_has_not_read_how_they_are_evaluated_is_named() -> None:
    assert reader("en").words(read_or_not(None, "Ana", OWNER)) == (
        "Ana has not said yet that they read how they are evaluated."
    )


def test_having_read_it_is_told_to_oneself_otherwise_than_to_a_lead() -> None:
    own = reader("es").words(read_or_not(READ, "Ana", Viewer(own_cards=frozenset({"ana"}))))
    assert own == "El 1 jun 2026, 9:30 dijiste que habías leído cómo se te evalúa."
    others = reader("es").words(read_or_not(READ, "Ana", OWNER))
    assert others == "Ana Ruiz dijo el 1 jun 2026, 9:30: «Leí cómo se me evalúa»."
