"""Touchpoints in words: in a list, close by, and which lack answers."""

import pytest

from momentos.journey.words.moments import assigned_impact, entry, facts, where_answers_are_missing
from tests.journey.words.answers import NAN, english, row, rows, spanish

CAJA = {
    "touchpoint": "Caja", "stage": "Comprar", "area": "Piso", "impact": 5.0, "people": ["Ana", "Luis"], "n": 30,
    "score": 4.25, "low": 4.0, "high": 4.5, "csat": 80.0, "csat_low": 70.0, "csat_high": 90.0, "interactions": 1234,
}  # fmt: skip


@pytest.mark.parametrize(
    ("impact", "words"),
    [(5.0, "5 de 5 · muy alto"), (4.5, "4,5 de 5 · alto"), (1.0, "1 de 5 · muy bajo"), (NAN, "sin asignar")],
)
def test_an_impact_is_told_in_number_and_word(impact, words) -> None:
    assert spanish(assigned_impact(impact)) == words


def test_an_entry_tells_stage_impact_and_answers() -> None:
    assert english(entry(row(CAJA))) == "Comprar · impact: 5 of 5 · very high · n = 30"
    assert english(entry(row(CAJA, stage=None, impact=NAN))) == "without a stage · impact: not assigned · n = 30"


def test_touchpoints_with_too_few_answers_say_how_many_they_lack() -> None:
    listed = rows(CAJA, {"n": 29}, {"n": 30}, {"touchpoint": "Web", "n": 0})
    assert spanish(where_answers_are_missing(listed)) == (
        "2 de 3 puntos de contacto tienen menos de 30 respuestas. Faltan: «Caja» (1), «Web» (30)."
    )
    assert where_answers_are_missing(rows(CAJA, {"n": 30})) is None


def test_no_more_than_six_touchpoints_are_named() -> None:
    words = english(where_answers_are_missing(rows(CAJA, *({"touchpoint": f"T{at}", "n": 1} for at in range(8)))))
    assert str(words).startswith("8 of 8 touchpoints have fewer than 30 answers.")
    assert "«T5» (29)." in str(words)


def test_what_stands_behind_a_touchpoint_is_told_fact_by_fact() -> None:
    assert {english(fact.label): english(fact.value) for fact in facts(row(CAJA), 12)} == {
        "Score from 1 to 5": "4.25 (4.00 to 4.50) · n = 30",
        "Satisfied customers (4 or 5)": "80.0 % (70.0 % to 90.0 %)",
        "Assigned impact": "5 of 5 · very high",
        "Area": "Piso",
        "People": "Ana, Luis",
        "Interactions": "1,234",
        "Comments": "12",
    }


def test_what_nobody_knows_of_a_touchpoint_is_said() -> None:
    silent = row(CAJA, score=NAN, csat=NAN, area=None, people=[])
    assert [spanish(fact.value) for fact in facts(silent, 0)] == [
        "sin mediciones en este periodo",
        "sin mediciones en este periodo",
        "5 de 5 · muy alto",
        "no se sabe",
        "nadie aparece",
        "1.234",
        "0",
    ]


def test_a_score_without_an_interval_stands_with_its_answers_alone() -> None:
    assert spanish(facts(row(CAJA, low=NAN, high=NAN, n=1), 0)[0].value) == "4,25 · n = 1"
