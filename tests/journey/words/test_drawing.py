"""The journey as drawn, in words."""

from datetime import date

import pytest

from momentos.domain.touchpoint import Touchpoint
from momentos.journey.words.drawing import drawing_finding, undescribed, what_is_known, why_off_the_map
from tests.journey.words.answers import english, spanish

CAJA, WEB = Touchpoint("Caja"), Touchpoint("T2", name="Web")


@pytest.mark.parametrize(
    ("touchpoints", "stages", "title"),
    [
        ([], [], "Dibuja el recorrido de tus clientes"),
        ([CAJA], ["Comprar"], "Un recorrido de un punto de contacto, por ahora"),
        ([CAJA, WEB], ["Comprar"], "Un recorrido de 2 puntos de contacto"),
        ([CAJA, WEB], ["Comprar", "Volver"], "Un recorrido de 2 puntos de contacto en 2 etapas"),
    ],
)
def test_the_title_says_how_much_is_drawn(touchpoints, stages, title) -> None:
    assert spanish(drawing_finding(touchpoints, stages)) == title


def test_eight_touchpoints_that_only_the_data_name_are_named_and_more_are_counted() -> None:
    names = [f"T{at}" for at in range(9)]
    assert str(english(undescribed(names[:8]))).endswith("not in the journey: T0, T1, T2, T3, T4, T5, T6, T7.")
    assert str(english(undescribed(names))).startswith("The data name 9 touchpoints that")
    assert str(english(undescribed(names))).endswith("T6, T7, ….")


def test_a_touchpoint_tells_what_is_known_of_it_and_leaves_out_what_is_not() -> None:
    full = Touchpoint(
        "Caja", area="Piso", responsible="Ana; Luis", people="A, B, C, D", target=4.5, review_on=date(2026, 3, 9)
    )
    assert [english(part) for part in what_is_known(full, 4.5)] == [
        "impact: 4.5 of 5 · high", "area: Piso", "responsible: Ana, Luis", "people: A, B, C, …", "target: 4.5",
        "review: Mar 9, 2026",
    ]  # fmt: skip
    assert [spanish(part) for part in what_is_known(CAJA, None)] == ["impacto: sin asignar", "área: de nadie"]


def test_three_people_are_named_without_dots() -> None:
    assert english(what_is_known(Touchpoint("Caja", people="A, B, C"), None)[2]) == "people: A, B, C"


def test_what_left_the_map_was_retired_or_counts_under_another() -> None:
    assert spanish(why_off_the_map(WEB, None)) == "«Web» fue retirado"
    assert spanish(why_off_the_map(CAJA, WEB)) == "«Caja» cuenta bajo «Web»"
