"""What makes a touchpoint a moment of truth, and the word for its score."""

import pytest

from momentos.domain.impact import is_moment_of_truth
from momentos.domain.performance import Performance, performance_of


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
