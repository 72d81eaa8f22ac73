"""That two surveys are mixed is told with how many answers each has."""

from momentos.figures.mixing import Mixture
from momentos.figures.words.mixing import two_surveys
from momentos.locales.reader import reader


def test_two_surveys_in_one_figure_are_told_with_their_answers() -> None:
    words = two_surveys(Mixture(contact=4800, relation=1200))
    assert words is not None
    assert reader("es").words(words) == (
        "Aquí se mezclan dos encuestas: 4.800 respuestas o notas sobre un contacto cada una y 1.200 sobre toda la "
        "relación. Lo que sube o baja aquí puede ser solo la mezcla, así que no se da por un cambio."
    )


def test_of_one_survey_nothing_is_told() -> None:
    assert [two_surveys(one) for one in (Mixture(), Mixture(contact=9), Mixture(relation=9))] == [None, None, None]
