"""What the answers say of the impact that was assigned, in a line."""

import pytest

from momentos.analysis.impact import Evidence, Method
from momentos.domain.outcomes import Outcome
from momentos.journey.questions.impact_lack import Lack
from momentos.journey.words.impact import how_tentative, impact_finding, method, what_is_lacking
from tests.journey.words.answers import NAN, english, impact, spanish

CONSISTENT = {"verdict": "data do not contradict"}
MORE, LESS = {"assigned": 2.0, "verdict": "data suggest more"}, {"verdict": "data suggest less"}
SILENT = {"derived": NAN, "verdict": None}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "Todavía no se ha calificado ningún punto de contacto"),
        ([SILENT], "En estas respuestas las notas no explican la lealtad"),
        (
            [SILENT, {**SILENT, "missing": 1}],
            "En estas respuestas, las notas que se pudieron pesar no explican la lealtad",
        ),
        (
            [{**MORE, "touchpoint": "Web"}, {**LESS, "touchpoint": "Caja"}],
            "«Web» pesa más de lo que le asignamos, y «Caja», menos",
        ),
        ([{**MORE, "touchpoint": "Web"}, CONSISTENT], "«Web» pesa más de lo que le asignamos"),
        ([{**LESS, "touchpoint": "Caja"}, CONSISTENT], "«Caja» pesa menos de lo que le asignamos"),
        ([CONSISTENT], "Los datos no contradicen el impacto que asignamos"),
        (
            [
                {"touchpoint": "Web", "share": 0.3, "assigned": NAN, "verdict": None},
                {"touchpoint": "Caja", "share": 0.7, "assigned": NAN, "verdict": None},
            ],
            "«Caja» es lo que más pesa en la lealtad",
        ),
    ],
    ids=["no scores", "explains nothing", "some too few", "both ways", "more", "less", "consistent", "not assigned"],
)
def test_the_title_says_what_the_data_say_against_what_was_assigned(rows, sentence) -> None:
    assert spanish(impact_finding(impact(*rows))) == sentence


def test_of_several_the_title_names_the_one_that_is_furthest_from_what_was_assigned() -> None:
    near, far = {**LESS, "touchpoint": "Caja", "derived": 4.0}, {**LESS, "touchpoint": "Web", "derived": 1.0}
    assert english(impact_finding(impact(far, near))) == "«Web» weighs less than we assigned"


def test_few_answers_seem_and_do_not_say() -> None:
    tentative = impact({**CONSISTENT, "touchpoint": "Caja"}, evidence=Evidence.TENTATIVE)
    assert spanish(impact_finding(tentative)) == "«Caja» parece lo que más pesa, con pocas respuestas todavía"


def test_what_is_lacking_goes_before_what_the_rows_say() -> None:
    lacking = impact({**MORE, "touchpoint": "Web"}, lack=Lack.ALIKE)
    assert spanish(impact_finding(lacking)) == "Las respuestas varían muy poco para pesar los puntos de contacto"


@pytest.mark.parametrize(
    ("lack", "sentence"),
    [
        (None, None),
        (Lack.NO_QUESTION, "Hay notas; falta una pregunta de recomendación de 0 a 10"),
        (Lack.NOBODY_HERE, "Quedarse: nadie la contestó en este periodo"),
        (Lack.NOT_YET, "Quedarse: ha pasado muy poco tiempo desde las respuestas para saberlo"),
        (Lack.APART, "Quedarse: ninguna respuesta la trae junto con notas de puntos de contacto"),
        (Lack.TOO_FEW, "Faltan 45 respuestas para pesar los puntos de contacto"),
        (Lack.ALONE, "Falta otro punto de contacto con respuestas para pesar uno frente al otro"),
        (Lack.ALIKE, "Las respuestas varían muy poco para pesar los puntos de contacto"),
    ],
)
def test_each_lack_has_its_sentence(lack, sentence) -> None:
    assert spanish(what_is_lacking(impact({}, lack=lack, missing=45, outcome=Outcome.STAYS))) == sentence


def test_one_answer_is_missing_in_the_singular() -> None:
    lacking = impact({}, lack=Lack.TOO_FEW, missing=1)
    assert english(what_is_lacking(lacking)) == "One answer is missing to weigh the touchpoints"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ((12,), "12 answers are missing at «T0» to weigh the touchpoints"),
        ((1, 0), "One answer is missing at «T0» to weigh the touchpoints"),
        (
            (12, 4, 20),
            "Answers are missing at 3 touchpoints to weigh them; «T1» is the nearest (missing: 4)",
        ),
    ],
)
def test_answers_missing_at_touchpoints_name_the_nearest(missing, sentence) -> None:
    rows = [{"touchpoint": f"T{at}", "missing": n} for at, n in enumerate(missing)]
    assert english(what_is_lacking(impact(*rows, lack=Lack.TOO_FEW_EACH))) == sentence


def test_a_tentative_report_says_how_many_answers_make_it_firm() -> None:
    tentative = impact({}, evidence=Evidence.TENTATIVE, respondents=1120, missing=80).report
    assert english(how_tentative(tentative)) == (
        "Tentative: 1,120 answers so far. With 80 more, the levels are firm and can contradict what was assigned."
    )
    assert how_tentative(impact({}).report) is None


def test_the_method_is_said_with_its_answers_and_what_all_scores_explain() -> None:
    assert [english(part) for part in method(impact({}).report)][1:] == [
        "n = 250",
        "All the scores together explain 45 % of it (R²).",
    ]
    gap = impact({}, method=Method.SATISFIED_GAP, r_squared=None).report
    assert [english(part) for part in method(gap)] == [
        "Loyalty of those satisfied at each touchpoint against those dissatisfied there.",
        "n = 250",
    ]
