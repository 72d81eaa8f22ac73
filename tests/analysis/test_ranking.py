"""Probabilities of being truly ahead, against published figures and slow obvious twins."""

import numpy as np
import pytest

from momentos.analysis.ranking import james_stein_factor, posterior

# Rubin (1981): effects of coaching in eight schools.
EFFECTS = np.array([28.0, 8, -3, 7, -1, 1, 18, 12])
ERRORS = np.array([15.0, 10, 16, 11, 9, 11, 10, 18])
# Efron & Morris (1975): hits of 18 players in their first 45 at bats of 1970.
HITS = np.array([18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7])


def test_eight_schools_have_the_published_means():
    believed = posterior(EFFECTS, ERRORS, places=1)
    np.testing.assert_allclose(believed.mean, [11.4, 7.9, 6.1, 7.6, 5.1, 6.1, 10.7, 8.5], atol=0.1)
    assert believed.p_top[0] == pytest.approx(0.25, abs=0.02)
    assert believed.p_top.sum() == pytest.approx(1)


def test_eight_schools_agree_with_plain_simulation():
    rng = np.random.default_rng(1)
    spread = rng.uniform(0, 60, 400_000)
    precision = 1 / (spread[:, None] ** 2 + ERRORS**2)
    mean = (precision * EFFECTS).sum(axis=1) / precision.sum(axis=1)
    log = -0.5 * np.log(precision.sum(axis=1)) + 0.5 * np.log(precision).sum(axis=1)
    log -= 0.5 * (precision * (EFFECTS - mean[:, None]) ** 2).sum(axis=1)
    weight = np.exp(log - log.max())
    kept = rng.choice(len(spread), size=60_000, p=weight / weight.sum())
    centre = rng.normal(mean[kept], 1 / np.sqrt(precision[kept].sum(axis=1)))
    believed = spread[kept, None] ** 2 * precision[kept]
    truth = rng.normal(centre[:, None] + believed * (EFFECTS - centre[:, None]), np.sqrt(believed) * ERRORS)
    ours = posterior(EFFECTS, ERRORS)
    np.testing.assert_allclose(ours.p_above, (truth > centre[:, None]).mean(axis=0), atol=0.02)
    top = np.argsort(truth, axis=1)[:, -3:]
    np.testing.assert_allclose(ours.p_top, np.bincount(top.ravel()) / len(truth), atol=0.02)
    np.testing.assert_allclose(ours.spread, truth.std(axis=0), rtol=0.05)


def test_baseball_is_shrunk_as_published():
    averages = HITS / 45
    mean = averages.mean()
    factor = james_stein_factor(averages, np.sqrt(mean * (1 - mean) / 45))
    assert factor == pytest.approx(0.212, abs=5e-4)
    assert mean + factor * (averages[0] - mean) == pytest.approx(0.294, abs=5e-4)


def test_identical_figures_are_fully_shrunk():
    assert james_stein_factor(np.full(10, 0.3), 0.1) == 0


def test_two_people_are_too_few_to_say_who_is_truly_ahead():
    believed = posterior(np.array([1.0, 2]), np.array([0.1, 0.1]))
    assert np.isnan(believed.p_above).all()


def test_identical_figures_leave_everyone_at_even_odds():
    believed = posterior(np.zeros(5), np.full(5, 1e-9))
    np.testing.assert_allclose(believed.p_above, 0.5)


def test_one_extreme_member_does_not_lift_an_average_one_above_the_team() -> None:
    figures = np.array([-400.0, 1.0, 9.0, 30.0, 31.0, 32.0])
    errors = np.full(6, 3.0)
    among_members, against_team = posterior(figures, errors), posterior(figures, errors, reference=0)
    assert among_members.p_above[1] == pytest.approx(0.72, abs=0.02)
    assert against_team.p_above[1] == pytest.approx(0.63, abs=0.02)
    assert against_team.p_above[0] < 0.001
