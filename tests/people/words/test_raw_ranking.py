"""What is told of a bare ranking: its podium, and why each place of it is wrong."""

import pandas as pd
import pytest

from momentos.facts import METRICS
from momentos.locales.reader import reader
from momentos.people.questions.raw_ranking import Mistake, WrongPlace
from momentos.people.words.raw_ranking import podium_lines, why_wrong

CSAT = METRICS["csat"]


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (Mistake.NOTHING_ALIKE, "whose cases hardly anybody else has: there is nothing alike to compare them by."),
        (Mistake.FEW_ANSWERS, "with 1,006 answers only: with so few, the first places are mostly luck."),
        (
            Mistake.EASIER_CASES,
            "whose cases are easier: in them anybody achieves 91.0 %, and the team 64.5 % in all.",
        ),
        (Mistake.CHANCE, "who cannot be told apart from the team: chance alone gives such figures."),
    ],
)
def test_each_wrong_place_says_what_is_wrong_with_it(mistake: Mistake, words: str) -> None:
    told = why_wrong(WrongPlace("Ana", mistake, 2, 1006, 92.0, 91.0), CSAT, 64.5)
    assert reader("en").words(told) == f"Number 2 would be Ana, {words}"


def test_whoever_is_left_off_the_podium_is_told_beside_what_is_usual() -> None:
    told = why_wrong(WrongPlace("Eva", Mistake.LEFT_OFF, None, 100, 70.0, 55.25), CSAT, 64.5)
    assert reader("en").words(told) == (
        "Eva would be left off the podium, and is clearly above the team in the same kind of cases: 70.0 % where "
        "55.2 % is usual."
    )


def test_the_podium_has_the_three_highest_averages_in_their_order() -> None:
    rows = pd.DataFrame({"employee": list("ABCD"), "observed": [50.0, 90.0, 70.0, 80.0], "n": [1200, 3, 8, 9]})
    assert [reader("en").words(line) for line in podium_lines(rows, CSAT)] == [
        "1. B: 90.0 %, n = 3", "2. D: 80.0 %, n = 9", "3. C: 70.0 %, n = 8",
    ]  # fmt: skip
