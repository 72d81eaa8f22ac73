"""Where a metric's value stands from the worst to the best it can be."""

import math

import pytest

from momentos.facts import METRICS
from momentos.journey.screen.map_view import place_on_scale


@pytest.mark.parametrize(
    ("metric", "value", "place"),
    [("score", 4.2, 4.2), ("csat", 75, 4.0), ("nps", 0, 3.0), ("nps", -100, 1.0), ("nps", 100, 5.0)],
)
def test_every_scale_goes_from_1_the_worst_to_5_the_best(metric, value, place):
    assert place_on_scale(METRICS[metric], value) == pytest.approx(place)


def test_what_is_not_measured_has_no_place():
    assert math.isnan(place_on_scale(METRICS["csat"], math.nan))
