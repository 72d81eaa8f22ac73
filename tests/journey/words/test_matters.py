"""What matters now in the journey."""

from momentos.journey.words.matters import moments_to_mend
from tests.journey.words.answers import PRIORITISED, rows, spanish


def test_the_first_moments_to_mend_are_told_with_their_weight_score_target_and_answers() -> None:
    journey = rows(PRIORITISED, {"touchpoint": "Web", "priority": 1.0}, {}, {"quadrant": "fix later"})
    matters = list(moments_to_mend(journey))
    assert [spanish(one.words) for one in matters] == [
        "«Caja» pesa 5 de 5 y saca 3,00, por debajo de su meta de 4,00 (n = 40)",
        "«Web» pesa 5 de 5 y saca 3,00, por debajo de su meta de 4,00 (n = 40)",
    ]


def test_no_more_than_three_are_told() -> None:
    journey = rows(PRIORITISED, *({"touchpoint": f"T{at}"} for at in range(5)))
    assert len(list(moments_to_mend(journey))) == 3
