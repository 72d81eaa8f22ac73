"""Why a touchpoint stands where it stands in the order of priority."""

import pytest

from momentos.journey.words.reason import reason
from tests.journey.words.answers import NAN, PRIORITISED, english, row, spanish


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({}, "It weighs 5 of 5, scores 3.0 against a target of 4.0, and 50 % of the customers pass through it."),
        ({"score": NAN}, "Nobody has scored it in this period."),
        ({"n": 30, "score": 4.5}, "It weighs 5 of 5 and meets its target: 4.5 against 4.0."),
        ({"score": 4.0}, "It weighs 5 of 5 and meets its target: 4.0 against 4.0."),
        ({"impact": 3.5, "score": 4.5}, "It weighs 3.5 of 5 and meets its target: 4.5 against 4.0."),
        ({"n": 29}, "One more answer is needed to judge it: it has 29, with a score of 3.0."),
        ({"n": 28}, "2 more answers are needed to judge it: it has 28, with a score of 3.0."),
        ({"impact": NAN}, "It scores 3.0 against a target of 4.0; its impact is not known."),
        (
            {"target": NAN},
            "It weighs 5 of 5, scores 3.0, 2.0 short of 5, and 50 % of the customers pass through it. Nobody has set "
            "its target.",
        ),
        (
            {"target": NAN, "impact": NAN},
            "It scores 3.0; its impact is not known, and nobody has set its target.",
        ),
        (
            {"quadrant": "unclassified", "low": 3.9, "high": 4.25, "score": 4.1},
            "It weighs 5 of 5 and its score lies between 3.90 and 4.25, on both sides of the target of 4.0: more "
            "answers would tell.",
        ),
        (
            {"quadrant": "unclassified", "low": 3.5, "high": 4.0},
            "It weighs 5 of 5 and its score lies between 3.50 and 4.00, on both sides of the target of 4.0: more "
            "answers would tell.",
        ),
        (
            {"quadrant": "unclassified", "low": 4.0, "high": 4.4, "impact_low": 3.0, "impact_high": 5.0},
            "It scores 3.0 against a target of 4.0, and the data put its impact between 3 and 5 of 5: more answers "
            "would tell whether it is a moment of truth.",
        ),
    ],
)
def test_the_reason_says_what_is_known_and_what_is_missing(other, sentence) -> None:
    assert english(reason(row(PRIORITISED, **other))) == sentence


def test_the_reason_is_written_as_its_reader_writes_numbers() -> None:
    assert spanish(reason(row(PRIORITISED))) == (
        "Pesa 5 de 5, tiene nota 3,0 frente a una meta de 4,0, y por él pasa el 50 % de los clientes."
    )
