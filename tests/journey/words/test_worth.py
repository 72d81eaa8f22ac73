"""What each moment is worth in money."""

import pandas as pd

from momentos.journey.questions.worth import Worth
from momentos.journey.words.worth import how_valued, what_it_takes, with_what_margin, worth_most
from tests.journey.words.answers import NAN, english, spanish

CAJA = {
    "touchpoint": "Caja", "satisfied": 80, "dissatisfied": 40, "satisfied_mean": 300.0, "dissatisfied_mean": 100.0,
    "value": 60.0, "low": 20.0, "high": 100.0, "at_stake": 2400.0, "missing": 0,
}  # fmt: skip
WEB = {**CAJA, "touchpoint": "Web", "value": 90.0, "low": 1.0, "high": 179.0, "at_stake": 3600.0}
UNSURE = {**CAJA, "touchpoint": "Sala", "value": 500.0, "low": 0.0, "high": 1000.0}
UNKNOWN = {**CAJA, "touchpoint": "Pago", "value": NAN, "low": NAN, "high": NAN, "satisfied_mean": NAN}


def of(*rows: dict, margin: float | None = 0.3) -> Worth:
    return Worth(pd.DataFrame(rows), margin, 180)


def test_the_moment_surely_worth_most_is_told_with_what_is_at_stake() -> None:
    assert spanish(worth_most(of(UNKNOWN, CAJA, WEB, UNSURE))) == (
        "Cada cliente satisfecho en «Web» deja 90 más de margen en 180 días que uno insatisfecho (de 1 a 179). Por sus "
        "40 clientes insatisfechos: 3.600."
    )


def test_a_difference_whose_interval_reaches_nothing_is_not_told() -> None:
    assert worth_most(of(UNSURE, UNKNOWN)) is None


def test_the_margin_is_told_in_per_cent_and_all_that_was_sold_where_nobody_knows_it() -> None:
    begins = "Margin of {} %. Range of 95 %."
    assert str(english(with_what_margin(of(CAJA)))).startswith(begins.format(30))
    assert str(english(with_what_margin(of(CAJA, margin=None)))).startswith(begins.format(100))


def test_how_it_was_valued_lists_both_sides_of_what_has_a_figure_the_greatest_first() -> None:
    lines = [english(line) for line in how_valued(of(CAJA, UNKNOWN, WEB), is_known=True)]
    assert str(lines[0]).endswith("what each bought in the 180 days after it.")
    assert lines[2:5] == [
        "Margin: that of the purchases themselves, 30 % of what was sold.",
        "Web: 300 a customer of 80 satisfied, 100 of 40 dissatisfied, before the margin.",
        "Caja: 300 a customer of 80 satisfied, 100 of 40 dissatisfied, before the margin.",
    ]
    assert lines[6] == "Least: 30 customers on each side."
    assert english(how_valued(of(CAJA), is_known=False)[2]) == "Margin: 30 %, as set above."


def test_without_purchases_it_says_what_it_takes() -> None:
    assert english(what_it_takes(of())) == (
        "It takes purchases of the same customers who answer surveys, and 180 days after."
    )
