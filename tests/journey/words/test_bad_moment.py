"""What became of customers after one bad moment."""

import pytest

from momentos.analysis.intervals import Interval
from momentos.analysis.matched import Matched
from momentos.domain.outcomes import Outcome
from momentos.journey.questions.bad_moment import BadMoments
from momentos.journey.words.bad_moment import aftermath, how_compared, what_it_takes
from tests.journey.words.answers import english, spanish


def matched(exposed: float, others: float, low: float | None, high: float | None) -> Matched:
    return Matched(40, 400, 3, 0, exposed, others, exposed - others, Interval(low, high))


@pytest.mark.parametrize(
    ("found", "ends"),
    [
        (
            matched(20.0, 55.0, -45.0, -25.0),
            "After one bad moment 20 of every 100 customers buy again within 90 days; of customers alike without any, "
            "55: 35 fewer (25 to 45).",
        ),
        (
            matched(50.0, 55.0, -15.0, 5.0),
            "After one bad moment 50 of every 100 customers buy again within 90 days; of customers alike without any, "
            "55: 5 fewer (-15 to 5).",
        ),
        (
            matched(55.0, 55.0, -10.0, 10.0),
            "After one bad moment 55 of every 100 customers buy again within 90 days; of customers alike without any, "
            "55: not fewer (-10 to 10).",
        ),
    ],
    ids=["surely fewer", "fewer by chance", "as many"],
)
def test_how_many_buy_again_is_told_of_both_sides(found, ends) -> None:
    assert english(aftermath(found, Outcome.BUYS_AGAIN, 90)) == ends


@pytest.mark.parametrize(("low", "high", "ends"), [(-90, -30, "30 a 90"), (10, 40, "10 a 40"), (0, 40, "0 a 40")])
def test_ends_on_one_side_of_nothing_go_without_their_sign(low, high, ends) -> None:
    assert spanish(aftermath(matched(-20.0, 40.0, low, high), Outcome.RECOMMENDATION, 90)) == (
        "Tras un mal momento el índice de recomendación es -20; el de los clientes parecidos que no tuvieron ninguno, "
        f"40: 60 puntos de diferencia ({ends})."
    )


def test_too_few_customers_say_how_many_are_missing() -> None:
    assert spanish(aftermath(Matched(5, 400, 0, 25), Outcome.BUYS_AGAIN, 90)) == (
        "Faltan 25 clientes en el grupo más pequeño."
    )


def test_how_it_was_compared_says_who_with_whom() -> None:
    found = matched(20.0, 55.0, -45.0, -25.0)
    lines = [english(line) for line in how_compared(BadMoments((), 0, True, 90), found)]
    assert lines[0] == "A bad moment is a score of 2 or less; the first of each customer counts."
    assert "came as often in the 365 days before" in str(lines[1])
    assert lines[2:5] == [
        "Coming is a purchase.",
        "40 customers with a bad moment, 400 without; 3 had nobody like them.",
        "What follows is looked for in the 90 days after. Intervals of 95 %.",
    ]
    by_contacts = how_compared(BadMoments((), 0, False, 90), found)
    assert english(by_contacts[2]) == "Coming is a contact: no purchases are loaded."


def test_without_named_customers_it_says_what_it_takes() -> None:
    assert str(english(what_it_takes())).startswith("It takes scores that name the customer,")
