"""What is declared of the journey and does not fit the data, in words."""

import pytest

from momentos.journey.questions.ownership import Check, Doubt
from momentos.journey.words.doubts import LABELS, doubt
from tests.journey.words.answers import english, spanish


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (Check(Doubt.NO_OWNER, "Caja"), "Ningún área responde por «Caja»."),
        (Check(Doubt.NEVER_MEASURED, "Caja"), "Ningún cliente ha calificado nunca «Caja»."),
        (Check(Doubt.NOT_DESCRIBED, "Caja"), "«Caja» está en los datos y no en el recorrido."),
        (
            Check(Doubt.ATTENDS_UNLISTED, "Caja", ("Ana", "Luis")),
            "En «Caja» atienden y no están en la lista: Ana, Luis.",
        ),
        (Check(Doubt.LISTED_ABSENT, "Caja", ("Ana",)), "En «Caja» están en la lista y no aparecen en los datos: Ana."),
        (
            Check(Doubt.OTHER_AREA, "Caja", declared_area="Piso", attending_area="Ventas", attended=45, cases=60),
            "«Caja» es de Piso, y el 75 % de sus casos lo atiende gente de Ventas.",
        ),
        (
            Check(Doubt.SAME_NAME, "Caja"),
            "Dos puntos de contacto se llaman «Caja»: cámbiale el nombre a uno, o fusiónalos.",
        ),
    ],
)
def test_each_doubt_has_its_sentence(check, sentence) -> None:
    assert spanish(doubt(check)) == sentence


def test_eight_people_are_named_and_more_are_not() -> None:
    people = tuple(f"P{at}" for at in range(9))
    assert str(english(doubt(Check(Doubt.LISTED_ABSENT, "Caja", people[:8])))).endswith("P6, P7.")
    assert str(english(doubt(Check(Doubt.LISTED_ABSENT, "Caja", people)))).endswith("P6, P7, ….")


def test_every_kind_of_doubt_is_named_and_told() -> None:
    for kind in Doubt:
        assert LABELS[kind].text
        assert "«Caja»" in str(doubt(Check(kind, "Caja")))
