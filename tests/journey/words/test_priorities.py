"""The order of priority: what it is made of, what the matrix shows, and how each priority was computed."""

import pytest

from momentos.journey.questions.priorities import Basis
from momentos.journey.words.priorities import how_prioritised, place, verdict, what_classifies, what_orders
from tests.journey.words.answers import NAN, PRIORITISED, english, row, rows, spanish

NO_TARGET = {"target": NAN, "goal": 5.0}


@pytest.mark.parametrize(
    ("others", "part"),
    [
        ([{}, {}], "The lines stand at the target and at the impact of a moment of truth."),
        ([{}, {"target": 4.5}], "each touchpoint is held against its own target. A hollow grey mark"),
        ([{}, NO_TARGET], "each touchpoint is held against its own target. A hollow grey mark"),
        ([NO_TARGET, NO_TARGET], "Nobody has set targets for these touchpoints: none is classified."),
    ],
    ids=["one target", "two targets", "one without", "none"],
)
def test_the_matrix_says_what_its_lines_are(others, part) -> None:
    assert part in str(english(what_classifies(rows(PRIORITISED, *others))))


def test_the_matrix_says_how_many_answers_it_takes_to_be_classified() -> None:
    assert "menos de 30 respuestas." in str(spanish(what_classifies(rows(PRIORITISED, {}))))
    assert "menos de 30 respuestas." in str(spanish(what_classifies(rows(PRIORITISED, {}, NO_TARGET))))


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        (
            [{"priority": NAN}],
            "Ninguno tiene prioridad todavía: los puntos de contacto van en el orden del recorrido.",
        ),
        ([{}, {"priority": NAN}], "Impacto × lo que le falta a la nota para la meta × clientes que pasan."),
        (
            [NO_TARGET],
            "Nadie ha puesto metas a estos puntos de contacto: se ordenan por impacto × lo que le falta a la nota "
            "hasta 5 × clientes que pasan.",
        ),
        (
            [{}, NO_TARGET],
            "No todos estos puntos de contacto tienen meta: se ordenan por impacto × lo que le falta a la nota hasta "
            "5 × clientes que pasan.",
        ),
    ],
    ids=["no priority", "targets", "no target", "some targets"],
)
def test_the_order_says_what_it_is_made_of(others, sentence) -> None:
    assert spanish(what_orders(rows(PRIORITISED, *others))) == sentence


def test_only_what_has_a_priority_has_a_place_and_a_verdict() -> None:
    assert english(place(2, row(PRIORITISED))) == "2. Caja"
    assert english(verdict(row(PRIORITISED))) == "Fix first: it matters and misses its target."
    assert verdict(row(PRIORITISED, quadrant=None)) is None
    without = row(PRIORITISED, priority=NAN)
    assert (place(2, without), verdict(without), how_prioritised(without, Basis.ASSIGNED)) == (None, None, [])


def test_how_a_priority_was_computed_shows_its_factors_and_what_they_rest_on() -> None:
    assert [english(line) for line in how_prioritised(row(PRIORITISED), Basis.ASSIGNED)] == [
        "Priority 2.50 (2.00 to 3.00) = impact 5.0 × gap 1.00 × reach 0.50.",
        "Gap: what the score lacks to reach the target of 4.0; none if it is met.",
        "Reach: 50 % of the customers seen on the journey pass here.",
        "Score of 40 answers, with its 95 % interval.",
        "Impact as assigned: it has no interval.",
        "Sorted only by what is known: two priorities whose intervals touch cannot be told apart.",
    ]


def test_a_gap_to_the_best_score_and_an_impact_by_the_data_say_so() -> None:
    lines = [english(line) for line in how_prioritised(row(PRIORITISED, goal=5.0), Basis.DERIVED)]
    assert lines[1] == "Gap: what the score lacks to 5, the best there is: not all have a target."
    assert lines[4] == "Impact according to the data, with its 90 % interval."
