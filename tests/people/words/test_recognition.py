"""Why somebody is proposed, what it rests on, and how a recognition is signed."""

from datetime import date

import pytest

from momentos.domain.messages import Message
from momentos.locales.reader import reader
from momentos.people.meanings.policy import Award
from momentos.people.questions.awards import Winner
from momentos.people.questions.praise import Praise
from momentos.people.questions.recognition import Recognition
from momentos.people.questions.recognition_proposals import HardCases, Leader, Proposal
from momentos.people.words import recognition

DAY = date(2026, 5, 4)


def english(words: Message) -> str:
    return reader("en").words(words)


def proposal(why: Winner | Praise | HardCases, day: date | None = DAY) -> Proposal:
    return Proposal("Ana", why, "fact", day)


def praise(*, has_own_number: bool = False, touchpoint: str | None = None, cell: str | None = None) -> Praise:
    return Praise("Ana", "Muy amable", None, "R9", DAY, has_own_number, touchpoint, cell, "Hoja1", 12)


def test_an_award_is_told_with_its_name_and_rests_on_the_board() -> None:
    won = proposal(Winner("Ana", Award.PEERS, 3))
    assert english(recognition.reason(won)) == "Voice of peers: Recognised by 3 different colleagues."
    assert english(recognition.proof(won)) == "the figures of the board"


def test_a_customers_words_are_quoted() -> None:
    assert english(recognition.reason(proposal(praise()))) == "A customer wrote: «Muy amable»"


@pytest.mark.parametrize(
    ("survey", "words"),
    [
        (praise(has_own_number=True, touchpoint="Caja", cell="Hoja1!D2"), "survey R9"),
        (praise(touchpoint="Caja", cell="Hoja1!D2"), "survey about «Caja», Hoja1!D2"),
        (praise(touchpoint="Caja"), "survey about «Caja», Hoja1, row 12"),
        (praise(cell="Hoja1!D2"), "survey in Hoja1!D2"),
        (praise(), "survey in Hoja1, row 12"),
    ],
)
def test_a_survey_is_found_by_its_number_else_by_its_cell_else_by_its_row(survey: Praise, words: str) -> None:
    assert english(recognition.proof(proposal(survey))) == words


@pytest.mark.parametrize(("last", "words"), [("T-7", "the last one: case T-7"), (None, "the last one: case –")])
def test_hard_cases_rest_on_the_last_of_them(last: str | None, words: str) -> None:
    solved = proposal(HardCases(1200, last))
    assert english(recognition.reason(solved)) == "Solved 1,200 hard cases (escalated or reopened), more than anybody."
    assert english(recognition.proof(solved)) == words


def test_evidence_has_the_day_of_the_fact_where_there_is_one() -> None:
    assert reader("es").words(recognition.evidence(proposal(HardCases(3, "T-7")))) == (
        "Se apoya en: el último: caso T-7 · 4 may 2026"
    )
    assert english(recognition.evidence(proposal(HardCases(3, "T-7"), None))) == "Rests on: the last one: case T-7"


def test_a_possible_leader_comes_with_the_reasons() -> None:
    assert english(recognition.leader(Leader("Ana", 3, 2, 5))) == (
        "Ana: clearly above the team in 3 of 4 windows; colleagues who gave recognition: 2; courses done: 5."
    )


@pytest.mark.parametrize(("by", "words"), [("Marta", "Marta · 4 may 2026"), ("", "– · 4 may 2026")])
def test_a_recognition_is_signed_by_whoever_gave_it(by: str, words: str) -> None:
    given = Recognition(DAY, "Ana", by, "Ayudó", "caso 1", None, None)
    assert reader("es").words(recognition.signed(given)) == words
    assert reader("es").words(recognition.named(given)) == "Ana, 4 may 2026"
