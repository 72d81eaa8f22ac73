"""What the map says of a touchpoint's figure and of its difference from another group."""

import pytest

from momentos.facts import METRICS
from momentos.journey.words.map_figures import figure, is_more_than_chance, with_n
from tests.journey.words.answers import NAN, english, spanish

CSAT = METRICS["csat"]


def test_a_figure_is_told_with_its_metric_and_its_interval_where_there_is_one() -> None:
    assert spanish(figure(CSAT, 80.0, 70.0, 90.0)) == "Satisfacción (CSAT): 80,0 % (70,0 % a 90,0 %)"
    assert spanish(figure(CSAT, 80.0, NAN, NAN)) == "Satisfacción (CSAT): 80,0 %"
    assert figure(CSAT, NAN, NAN, NAN) is None


def test_a_value_stands_with_its_answers() -> None:
    assert spanish(with_n(CSAT, 80.0, 1234)) == "80,0 % · n = 1.234"


@pytest.mark.parametrize(
    ("is_mixed", "is_real", "words"),
    [(True, True, "mixes two surveys"), (False, True, "yes"), (False, False, "it could be chance")],
)
def test_two_surveys_mixed_are_no_difference(is_mixed, is_real, words) -> None:
    assert english(is_more_than_chance(is_mixed, is_real)) == words
