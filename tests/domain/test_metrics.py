"""What every metric must keep."""

import pytest

from momentos.domain.impact import is_moment_of_truth
from momentos.domain.metrics import MEASURES, METRICS, Kind, Metric
from momentos.domain.performance import Performance, performance_of

ALL = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS.keys())


@ALL
def test_its_sums_are_measures_of_its_fact(metric: Metric) -> None:
    named = {metric.numerator, metric.denominator} | ({metric.squares} if metric.squares else set())
    assert named <= set(MEASURES[metric.fact])


@ALL
def test_means_and_net_scores_keep_their_squares_so_that_they_have_an_interval(metric: Metric) -> None:
    assert (metric.squares is not None) == (metric.kind in (Kind.MEAN, Kind.NET))


@ALL
def test_a_suggestion_lies_on_the_scale_and_is_no_target(metric: Metric) -> None:
    assert metric.target is None
    if metric.suggested is not None:
        lowest, highest = metric.bounds
        assert metric.can_have_target
        assert lowest <= metric.suggested <= highest


@ALL
def test_it_is_explained_in_a_whole_sentence(metric: Metric) -> None:
    assert metric.formula.text.endswith(".")


@pytest.mark.parametrize(("impact", "expected"), [(None, False), (3, False), (3.9, False), (4, True), (5, True)])
def test_a_moment_of_truth_has_impact_four_or_five(impact: float | None, expected: bool) -> None:
    assert is_moment_of_truth(impact) is expected


@pytest.mark.parametrize(
    ("score", "word"),
    [
        (1.0, Performance.FAILING),
        (2.5, Performance.WEAK),
        (3.2, Performance.MEETS),
        (3.7, Performance.GOOD),
        (4.2, Performance.EXCELLENT),
        (5.0, Performance.EXCELLENT),
    ],
)
def test_a_score_on_a_cut_point_belongs_to_the_better_word(score: float, word: Performance) -> None:
    assert performance_of(score) is word
