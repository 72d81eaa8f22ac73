"""What the map draws of any metric: its place from the worst to the best, and how it stands beside another group."""

import math

import pandas as pd
import pytest

from momentos.facts import METRICS
from momentos.journey.questions.map_figures import arrows, by_difference, place_on_scale, placed


@pytest.mark.parametrize(
    ("metric", "value", "place"),
    [("score", 4.2, 4.2), ("csat", 75, 4.0), ("nps", 0, 3.0), ("nps", -100, 1.0), ("nps", 100, 5.0)],
)
def test_every_scale_goes_from_1_the_worst_to_5_the_best(metric, value, place):
    assert place_on_scale(METRICS[metric], value) == pytest.approx(place)


def test_what_is_not_measured_has_no_place():
    assert math.isnan(place_on_scale(METRICS["csat"], math.nan))


def test_the_map_shows_the_metric_in_place_of_the_score_and_0_answers_where_there_are_none():
    journey = pd.DataFrame({"touchpoint": ["Caja", "Web"], "score": [4.0, 2.0], "n": [9, 9]})
    measured = pd.DataFrame({"touchpoint": ["Caja"], "value": [75.0], "n": [40], "low": [50.0], "high": [100.0]})

    caja, web = placed(journey, measured, METRICS["csat"]).to_dict("records")

    assert caja == {
        "touchpoint": "Caja", "score": 4.0, "n": 40, "value": 75.0, "low": 3.0, "high": 5.0, "value_low": 50.0,
        "value_high": 100.0,
    }  # fmt: skip
    assert web["n"] == 0
    assert math.isnan(web["score"])


def compared(*rows: tuple[str, float, bool, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["touchpoint", "difference", "is_real", "previous_n"])


def test_differences_beyond_chance_come_first_and_then_the_greatest_either_way():
    rows = compared(
        ("Caja", 9.0, False, 40), ("Web", -2.0, True, 40), ("Sala", -12.0, False, 40), ("Club", 5.0, True, 40),
        ("Pago", 99.0, True, 0), ("Bar", math.nan, False, 1),
    )  # fmt: skip
    assert list(by_difference(rows)["touchpoint"]) == ["Club", "Web", "Sala", "Caja", "Bar"]


def test_only_a_difference_beyond_chance_has_an_arrow():
    rows = compared(("Caja", 9.0, False, 40), ("Web", -2.0, True, 40), ("Club", 5.0, True, 40))
    assert arrows(rows) == {"Web": "▼", "Club": "▲"}
