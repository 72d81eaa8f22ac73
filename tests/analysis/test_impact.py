"""Derived impact on surveys whose truth was planted."""

import numpy as np
import pytest

from momentos.analysis.impact import (
    METHOD_SENTENCES,
    VERDICT_SENTENCES,
    Evidence,
    ImpactVerdict,
    Method,
    derived_impact,
    impact_verdict,
    level_of,
)
from momentos.analysis.survey_quality import CAUTION_SENTENCES, Caution, halo, straight_lining
from tests.analysis.worlds import PLANTED, survey

KEYS = list("abcdefgh")


@pytest.fixture(scope="module")
def planted_levels():
    """The level each touchpoint has when everybody in the world has answered."""
    report = derived_impact(KEYS, *survey(np.random.default_rng(0), 60_000), resamples=2)
    return [touchpoint.level for touchpoint in report.touchpoints]


@pytest.mark.filterwarnings("error")
def test_two_touchpoints_that_the_same_people_pass_are_told_apart_without_a_word_of_the_library():
    rng = np.random.default_rng(3)
    scores, _ = survey(rng, 2000)
    scores[np.isnan(scores[:, 0]), 1] = np.nan
    scores[np.isnan(scores[:, 1]), 0] = np.nan
    loyalty = np.nansum(scores[:, :1] - 3.9, axis=1) + 0.5 * rng.normal(size=2000)

    first, second, *_ = derived_impact(KEYS, scores, loyalty, resamples=20).touchpoints

    assert (first.is_driver, second.is_driver) == (True, False)
    assert first.strength_interval.low < 1 < first.strength_interval.high


def test_sixty_respondents_claim_nothing_and_say_how_many_are_missing():
    report = derived_impact(KEYS, *survey(np.random.default_rng(1), 60))
    assert report.evidence is Evidence.NONE
    assert report.missing_respondents == 40
    assert all(touchpoint.level is None and not touchpoint.is_driver for touchpoint in report.touchpoints)


def test_a_hundred_and_fifty_respondents_are_tentative():
    report = derived_impact(KEYS, *survey(np.random.default_rng(1), 150))
    assert report.evidence is Evidence.TENTATIVE
    assert report.missing_respondents == 50
    assert report.touchpoints[0].level is not None
    assert impact_verdict(1, 3, 5, report.evidence) is None


def test_four_hundred_respondents_find_the_truth_that_was_planted(planted_levels):
    assert planted_levels[0] == 5
    assert planted_levels[-1] <= 2
    rng = np.random.default_rng(11)
    reports = [derived_impact(KEYS, *survey(rng, 400), seed=run) for run in range(40)]
    strongest = [max(report.touchpoints, key=lambda touchpoint: touchpoint.share).key for report in reports]
    verdicts = [
        impact_verdict(level, touchpoint.low, touchpoint.high, report.evidence)
        for report in reports
        for level, touchpoint in zip(planted_levels, report.touchpoints, strict=True)
    ]
    assert strongest.count("a") >= 38
    assert np.mean([said is not ImpactVerdict.CONSISTENT for said in verdicts]) <= 0.07
    assert sum(report.touchpoints[-1].is_driver for report in reports) <= 4
    assert all(report.touchpoints[0].is_driver for report in reports)


def test_strength_is_the_planted_change_per_point_with_an_interval_that_holds_it():
    rng = np.random.default_rng(4)
    scores, _ = survey(rng, 3000)
    loyalty = np.nansum((scores - 3.9) * np.array(PLANTED), axis=1) + rng.normal(size=3000)
    report = derived_impact(KEYS, scores, loyalty)
    found = [touchpoint.strength for touchpoint in report.touchpoints]
    np.testing.assert_allclose(found, PLANTED, atol=0.1)
    held = [p in touchpoint.strength_interval for p, touchpoint in zip(PLANTED, report.touchpoints, strict=True)]
    assert sum(held) >= 7


def test_not_having_visited_weighs_too():
    rng = np.random.default_rng(8)
    scores, loyalty = survey(rng, 1000, (0.3, 0.3, 0.3))
    loyalty = loyalty - 3 * np.isnan(scores[:, 1])
    report = derived_impact(["shop", "delivery", "help"], scores, loyalty)
    assert report.touchpoints[1].share > 0.6


def test_a_touchpoint_with_few_visits_says_how_many_are_missing():
    scores, loyalty = survey(np.random.default_rng(2), 400)
    scores[np.flatnonzero(~np.isnan(scores[:, 2]))[12:], 2] = np.nan
    report = derived_impact(KEYS, scores, loyalty)
    assert (report.touchpoints[2].visits, report.touchpoints[2].missing_visits) == (12, 18)
    assert report.touchpoints[2].level is None
    assert report.touchpoints[3].level is not None


def test_respondents_without_a_loyalty_answer_are_not_counted():
    scores, loyalty = survey(np.random.default_rng(2), 300)
    loyalty[:150] = np.nan
    assert derived_impact(KEYS, scores, loyalty).respondents == 150


def test_no_respondents_at_all_is_an_answer_too():
    report = derived_impact(KEYS, np.full((0, 8), np.nan), np.zeros(0))
    assert (report.respondents, report.missing_respondents) == (0, 100)


def test_scores_that_explain_nothing_get_no_levels_but_a_caution():
    rng = np.random.default_rng(3)
    scores, _ = survey(rng, 400)
    report = derived_impact(KEYS, scores, rng.integers(0, 11, 400))
    assert [warned.caution for warned in report.warnings] == [Caution.UNEXPLAINED]
    assert report.touchpoints[0].level is None


def test_one_mood_over_everything_is_said():
    scores, loyalty = survey(np.random.default_rng(5), 500, halo=0.85)
    report = derived_impact(KEYS, scores, loyalty)
    assert Caution.HALO in {warned.caution for warned in report.warnings}
    assert Caution.HALO not in {
        warned.caution for warned in derived_impact(KEYS, *survey(np.random.default_rng(5), 500)).warnings
    }


def test_a_touchpoint_whose_scores_hardly_vary_is_named():
    scores, loyalty = survey(np.random.default_rng(5), 500)
    scores[:, 4] = np.where(np.arange(500) % 20 == 0, 4, 5)
    warned = derived_impact(KEYS, scores, loyalty).warnings
    assert [(warning.caution, warning.touchpoint) for warning in warned] == [(Caution.RESTRICTED_RANGE, "e")]


def test_halo_is_the_mean_correlation_of_those_who_visited_both():
    scores, _ = survey(np.random.default_rng(9), 800, (1, 1, 1))
    pairs = []
    for first, second in ((0, 1), (0, 2), (1, 2)):
        both = ~np.isnan(scores[:, first]) & ~np.isnan(scores[:, second])
        pairs.append(np.corrcoef(scores[both, first], scores[both, second])[0, 1])
    assert halo(scores) == pytest.approx(np.mean(pairs))


def test_one_score_for_everything_counts_only_among_those_who_gave_three():
    nan = np.nan
    scores = np.array([[5, 5, 5], [3, 3, 3], [1, 2, 1], [4, 4, nan], [nan, nan, nan]])
    assert straight_lining(scores) == pytest.approx(2 / 3)
    assert straight_lining(scores[3:]) is None


def test_half_of_the_turkish_course_evaluations_give_one_score_to_everything(real_data):
    file = next((real_data / "turkiye-student-evaluation").glob("*.csv"))
    scores = np.genfromtxt(file, delimiter=",", skip_header=1)[:, -28:]
    assert scores.shape == (5820, 28)
    assert straight_lining(scores) == pytest.approx(0.51, abs=0.005)


@pytest.mark.parametrize(
    ("share_times_touchpoints", "level"),
    [(0.39, 1), (0.4, 2), (0.79, 2), (1, 3), (1.24, 3), (1.3, 4), (2.1, 5)],
)
def test_levels_have_fixed_cuts_around_an_equal_share(share_times_touchpoints, level):
    assert level_of(share_times_touchpoints / 8, 8) == level


@pytest.mark.parametrize(
    ("assigned", "said"),
    [
        (5, ImpactVerdict.LESS),
        (4, ImpactVerdict.CONSISTENT),
        (4.5, ImpactVerdict.CONSISTENT),
        (2, ImpactVerdict.CONSISTENT),
        (1, ImpactVerdict.MORE),
        (None, None),
    ],
)
def test_a_verdict_falls_only_outside_the_interval(assigned, said):
    assert impact_verdict(assigned, 2, 4, Evidence.FIRM) is said


def test_the_same_seed_gives_the_same_interval_and_progress_is_told():
    told = []
    answers = survey(np.random.default_rng(2), 300)
    first = derived_impact(KEYS, *answers, seed=3, progress=told.append)
    assert derived_impact(KEYS, *answers, seed=3) == first
    assert told == sorted(told)
    assert told[-1] == 1


def test_more_than_ten_touchpoints_are_weighed_by_relative_weights():
    scores, loyalty = survey(np.random.default_rng(2), 2_000, np.linspace(1, 0, 15))
    report = derived_impact([str(place) for place in range(15)], scores, loyalty)
    assert report.method is Method.RELATIVE_WEIGHTS
    assert report.touchpoints[0].level >= 4
    assert report.touchpoints[-1].level <= 2


def test_everything_that_can_be_said_has_its_sentence():
    assert set(METHOD_SENTENCES) == set(Method)
    assert set(VERDICT_SENTENCES) == set(ImpactVerdict)
    assert set(CAUTION_SENTENCES) == set(Caution)


def test_progress_is_told_while_resampling_and_never_goes_back() -> None:
    heard: list[float] = []
    derived_impact(KEYS, *survey(np.random.default_rng(1), 20_000), progress=heard.append)
    assert heard == sorted(heard)
    assert len(heard) > 5
    assert heard[-1] == 1
