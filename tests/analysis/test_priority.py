"""Priorities, the matrix, and the budget."""

import pytest

from momentos.analysis.intervals import Interval
from momentos.analysis.priority import (
    QUADRANT_SENTENCES,
    FloorsExceedBudgetError,
    Measured,
    Quadrant,
    allocate,
    expected_gain,
    gap_to_target,
    priority,
    quadrant,
)


def test_priority_is_impact_times_gap_times_reach():
    gap = gap_to_target(Measured(3.5, Interval(3.3, 3.7)), target=4.0)
    assert (gap.value, gap.low, gap.high) == pytest.approx((0.5, 0.3, 0.7))
    found = priority(Measured(5), gap, reach=0.8)
    assert (found.value, found.low, found.high) == pytest.approx((2.0, 1.2, 2.8))


def test_doubt_in_impact_and_doubt_in_score_add_up_as_squares():
    found = priority(Measured(4, Interval(3, 5)), Measured(1.0, Interval(0.5, 2.0)), reach=1)
    assert found.low == pytest.approx(4 - (1**2 + 2**2) ** 0.5)
    assert found.high == pytest.approx(4 + (1**2 + 4**2) ** 0.5)


def test_a_met_target_leaves_no_gap_and_no_priority():
    gap = gap_to_target(Measured(4.4, Interval(4.2, 4.6)), target=4.0)
    assert priority(Measured(5), gap, 1).high == 0


def test_where_less_is_better_the_gap_is_what_exceeds_the_target():
    gap = gap_to_target(Measured(90, Interval(50, 130)), target=60, is_higher_better=False)
    assert (gap.value, gap.low, gap.high) == (30, 0, 70)


@pytest.mark.parametrize(
    ("impact", "score", "place"),
    [
        (Measured(5), Measured(3.5, Interval(3.2, 3.8)), Quadrant.FIX_FIRST),
        (Measured(4), Measured(4.5, Interval(4.2, 4.8)), Quadrant.KEEP_UP),
        (Measured(2), Measured(3.5, Interval(3.2, 3.8)), Quadrant.FIX_LATER),
        (Measured(3), Measured(4.5, Interval(4.2, 4.8)), Quadrant.LEAVE),
        (Measured(5), Measured(3.9, Interval(3.7, 4.1)), Quadrant.UNCLASSIFIED),
        (Measured(4, Interval(3, 5)), Measured(3.5, Interval(3.2, 3.8)), Quadrant.UNCLASSIFIED),
        (Measured(5, Interval(4, 5)), Measured(3.5, Interval(3.2, 3.8)), Quadrant.FIX_FIRST),
    ],
)
def test_the_matrix_is_cut_at_the_target_and_doubtful_points_stay_out(impact, score, place):
    assert quadrant(impact, score, target=4.0) is place


def test_a_short_wait_meets_its_target():
    assert quadrant(Measured(5), Measured(40, Interval(30, 50)), 60, is_higher_better=False) is Quadrant.KEEP_UP


def test_a_budget_follows_priority():
    shop, web = allocate(
        1000, {"shop": Measured(3, Interval(1, 5)), "web": Measured(1, Interval(0, 3))}, today={"web": 700}
    )
    assert (shop.proposed, web.proposed) == (750, 250)
    assert (shop.share, web.today) == (0.75, 700)
    assert (shop.is_uncertain, web.is_uncertain) == (False, True)


def test_floors_are_kept_and_the_others_share_the_rest():
    areas = {"shop": Measured(6), "web": Measured(3), "phone": Measured(1), "archive": Measured(0)}
    found = {one.area: one.proposed for one in allocate(1000, areas, {"phone": 300, "archive": 100})}
    assert found == pytest.approx({"shop": 400, "web": 200, "phone": 300, "archive": 100})
    assert sum(found.values()) == pytest.approx(1000)


def test_floors_beyond_the_budget_are_refused():
    with pytest.raises(FloorsExceedBudgetError):
        allocate(100, {"shop": Measured(1), "web": Measured(1)}, {"shop": 80, "web": 30})


def test_where_nothing_needs_mending_nothing_is_proposed_beyond_floors():
    found = allocate(1000, {"shop": Measured(0), "web": Measured(0)}, {"web": 50})
    assert [one.proposed for one in found] == [0, 50]


def test_expected_gain_carries_the_doubt_of_the_strength():
    gain = expected_gain(Measured(0.4, Interval(0.2, 0.6)), feasible_points=0.5, reach=0.5)
    assert (gain.value, gain.low, gain.high) == pytest.approx((0.1, 0.05, 0.15))


def test_every_quadrant_has_its_sentence():
    assert set(QUADRANT_SENTENCES) == set(Quadrant)
