"""What mending a touchpoint would bring, were the association causal."""

import pytest

from momentos.analysis.impact import Method
from momentos.domain.outcomes import Outcome
from momentos.journey.words.gain import gain, how_gained
from tests.journey.words.answers import NAN, PRIORITISED, english, impact, row, spanish

GAPS = {"method": Method.SATISFIED_GAP}


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (
            Outcome.RECOMMENDATION,
            "Llevarlo a 4,0 subiría la recomendación media 0,25 puntos (de 0,12 a 0,38), si la asociación fuera "
            "causal.",
        ),
        (
            Outcome.OVERALL,
            "Llevarlo a 4,0 subiría la nota general media 0,25 puntos (de 0,12 a 0,38), si la asociación fuera causal.",
        ),
        (
            Outcome.STAYS,
            "Llevarlo a 4,0 sumaría 25,00 clientes leales de cada 100 (de 12,50 a 37,50), si la asociación fuera "
            "causal.",
        ),
    ],
)
def test_reaching_the_target_brings_loyalty_in_the_outcomes_unit(outcome, sentence) -> None:
    assert spanish(gain(row(PRIORITISED), impact(outcome=outcome))) == sentence


def test_satisfying_the_dissatisfied_brings_points_or_customers() -> None:
    points = row(PRIORITISED, gain=25.0, gain_low=12.5, gain_high=37.5)
    assert english(gain(points, impact(**GAPS))) == (
        "If those dissatisfied here (60 %) became satisfied, the recommendation index would rise by 25.0 points (12.5 "
        "to 37.5), if the association were causal."
    )
    assert english(gain(row(PRIORITISED), impact(**GAPS, outcome=Outcome.BUYS_AGAIN))) == (
        "If those dissatisfied here (60 %) became satisfied, 25.0 more customers of every 100 would be loyal (12.5 to "
        "37.5), if the association were causal."
    )


@pytest.mark.parametrize(
    ("value", "outcome", "is_told"),
    [
        (NAN, Outcome.RECOMMENDATION, False),
        (0.0, Outcome.RECOMMENDATION, False),
        (0.009, Outcome.RECOMMENDATION, False),
        (0.01, Outcome.RECOMMENDATION, True),
        (0.009, Outcome.STAYS, True),
        (0.00009, Outcome.STAYS, False),
    ],
)
def test_a_gain_that_rounds_to_nothing_is_not_worth_a_sentence(value, outcome, is_told) -> None:
    found = impact(outcome=outcome)
    assert (gain(row(PRIORITISED, gain=value), found) is not None) == is_told
    assert bool(how_gained(row(PRIORITISED, gain=value), found)) == is_told


def test_how_a_gain_was_computed_shows_its_three_factors() -> None:
    assert [english(line) for line in how_gained(row(PRIORITISED), impact())] == [
        "Gain: loyalty per point of score 0.50 × gap to the target 1.00 × reach 0.50.",
        "Loyalty: recommendation (0 to 10).",
        "The range of the gain is the 95 % interval of the first factor; all the history counts.",
        "It is an association: it does not prove that one thing causes the other.",
    ]
    assert english(how_gained(row(PRIORITISED), impact(**GAPS, outcome=Outcome.STAYS))[0]) == (
        "Gain: difference in loyalty between satisfied and dissatisfied 50.00 × share dissatisfied 0.60 × reach 0.50."
    )
