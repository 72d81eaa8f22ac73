"""The titles of the journey's pages: what is to mend first, or how the moments of truth stand."""

import pytest

from momentos.domain.dimensions import Dimension
from momentos.figures.filters import Filters
from momentos.journey.questions.priorities import Basis, Priorities
from momentos.journey.words.finding import journey_finding, moments_finding, priorities_finding, trial_finding
from tests.journey.words.answers import NAN, PRIORITISED, english, rows, spanish

MET = {"quadrant": "keep up", "score": 4.5, "priority": 0.0, "gap": 0.0}
OPEN = {"quadrant": "unclassified"}
NO_TARGET = {"target": NAN, "quadrant": None}
FEW = {"n": 29, "quadrant": None, "priority": NAN}
WEB, SALA = {"touchpoint": "Web", "priority": 1.0}, {"touchpoint": "Sala", "priority": 9.0, "quadrant": "fix later"}


def priorities(*others: dict, basis: Basis = Basis.ASSIGNED) -> Priorities:
    return Priorities(basis, rows(PRIORITISED, *others), {})


@pytest.mark.parametrize(
    ("others", "journey", "order"),
    [
        (
            [WEB, SALA, {}],
            "«Caja» y «Web» son lo primero que hay que arreglar",
            "Arreglar primero «Caja», después «Web»",
        ),
        ([SALA, {}], "«Caja» es lo primero que hay que arreglar", "«Caja» es lo primero que hay que arreglar"),
        (
            [{**FEW, "n": 0, "score": NAN}],
            "El recorrido está dibujado; las respuestas dirán cómo va",
            "Faltan respuestas para decir qué va primero",
        ),
        (
            [{"n": 1, "impact": NAN, "quadrant": None}],
            "El recorrido está medido; falta el impacto de cada punto de contacto",
            "Hay notas; falta el impacto de cada punto de contacto",
        ),
        ([MET], "Todos los momentos de la verdad cumplen su meta", "Todos los momentos de la verdad cumplen su meta"),
    ],
    ids=["two", "one", "no answers", "no impact", "none to mend"],
)
def test_the_titles_name_what_is_surely_to_mend_first_or_what_is_missing(others, journey, order) -> None:
    found = priorities(*others)
    assert spanish(journey_finding(found.rows, Filters())) == journey
    assert spanish(priorities_finding(found, Filters())) == order


@pytest.mark.parametrize("dimension", [Dimension.AREA, Dimension.STAGE])
def test_of_a_part_of_the_journey_it_is_said_that_it_is_one(dimension) -> None:
    some, met = Filters().only(dimension, "Piso"), priorities(MET)
    told = "Every moment of truth meets its target (among those that the filters leave)"
    assert english(journey_finding(met.rows, some)) == told
    assert english(priorities_finding(met, some)) == told
    assert english(priorities_finding(met, Filters().only(Dimension.CHANNEL, "Web"))) == (
        "Every moment of truth meets its target"
    )


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        ([{"impact": 3.9}], "None of these touchpoints has an impact of 4 or 5"),
        ([FEW, {"impact": 2.0}], "Answers are missing: no moment of truth has 30 yet"),
        ([NO_TARGET], "The moment of truth is measured; nobody has set its target"),
        ([NO_TARGET, NO_TARGET], "The 2 moments of truth are measured; nobody has set their targets"),
        ([NO_TARGET, FEW], "1 of 2 moments of truth is measured; nobody has set its target"),
        ([NO_TARGET, NO_TARGET, FEW], "2 of 3 moments of truth are measured; nobody has set their targets"),
        ([MET, {**MET, "n": 30, "impact": 4.0}], "Every moment of truth meets its target"),
        ([MET, OPEN], "No moment of truth surely misses its target"),
        ([MET, {**OPEN, "impact": 2.0}], "No moment of truth surely misses its target"),
        ([MET, FEW], "1 of 2 moments of truth can be judged: it meets its target"),
        ([OPEN, FEW], "1 of 2 moments of truth can be judged: it does not surely miss its target"),
        ([MET, MET, NO_TARGET], "2 of 3 moments of truth can be judged: they meet their targets"),
        ([MET, OPEN, FEW], "2 of 3 moments of truth can be judged: none of them surely misses its target"),
    ],
)
def test_all_moments_of_truth_are_judged_only_where_all_were_measured(others, sentence) -> None:
    assert english(moments_finding(rows(PRIORITISED, *others), Basis.ASSIGNED)) == sentence


def test_by_the_data_it_is_said_of_how_many_these_show_no_weight() -> None:
    some = rows(PRIORITISED, MET, {**MET, "impact": NAN}, {**MET, "impact": NAN})
    assert english(moments_finding(some, Basis.DERIVED)) == (
        "Nothing is surely to fix first; the data do not show yet the weight of 2 of the 3 touchpoints"
    )
    assert english(moments_finding(some, Basis.ASSIGNED)) == "Every moment of truth meets its target"
    assert english(moments_finding(some[:1], Basis.DERIVED)) == "Every moment of truth meets its target"


def test_a_trial_says_that_it_is_one() -> None:
    assert spanish(trial_finding(4.0)) == "Prueba: cómo sería con una meta de 4,0 para todos"
