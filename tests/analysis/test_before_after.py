"""Before and after of the trained against those not yet trained: Welch where dates agree, honest where they do not."""

from itertools import product

import numpy as np
import pytest
from scipy import stats

from momentos.analysis.before_after import Change, Effect, Trained, training_effect


def at_one_date(trained, others):
    """Everybody trained on one day: changes from 3, as given."""
    alike = {f"o{place}": Change(3, 3 + gained) for place, gained in enumerate(others)}
    return [Trained(f"t{place}", Change(3, 3 + gained), alike) for place, gained in enumerate(trained)]


def test_with_one_date_it_is_the_difference_of_mean_changes_with_welchs_interval() -> None:
    trained, others = [0.9, 0.1, 0.6, 0.4, 0.5, 0.2], [0.1, -0.2, 0.0, 0.3, -0.1, 0.2, -0.3]
    found = training_effect(at_one_date(trained, others))
    published = stats.ttest_ind(trained, others, equal_var=False).confidence_interval()
    assert found.value == pytest.approx(np.mean(trained) - np.mean(others))
    assert (found.interval.low, found.interval.high) == pytest.approx((published.low, published.high))
    assert found.is_real


def test_with_several_dates_each_is_beside_the_not_yet_trained_of_their_own() -> None:
    """The slow way: every pair of a trained person and a date, then every person's part in all, added up."""
    rng = np.random.default_rng(5)
    gains = {name: rng.normal(0, 1, 3) for name in "abcdefghijkl"}
    dates = dict(zip("abcdef", (0, 0, 1, 1, 2, 2), strict=True))
    people = [
        Trained(
            name,
            Change(0, gains[name][when]),
            {other: Change(0, gains[other][when]) for other in gains if dates.get(other, 9) > when},
        )
        for name, when in dates.items()
    ]
    found = training_effect(people)
    each = [one.change.gained - np.mean([other.gained for other in one.alike.values()]) for one in people]
    assert found.value == pytest.approx(np.mean(each))
    part = dict.fromkeys(gains, 0.0)
    for one, difference in zip(people, each, strict=True):
        part[one.person] += (difference - np.mean(each)) / np.sqrt(6 * 5)
        mean, size = np.mean([other.gained for other in one.alike.values()]), len(one.alike)
        for name, other in one.alike.items():
            part[name] -= (other.gained - mean) / (6 * np.sqrt(size * (size - 1)))
    half = (found.interval.high - found.interval.low) / 2
    variance = sum(value**2 for value in part.values())
    assert half / np.sqrt(variance) == pytest.approx(stats.t.ppf(0.975, 8), rel=0.25)


def world(rng: np.random.Generator, effect: float, *, chosen_for_a_bad_spell: bool = False) -> Effect:
    """Forty people of four areas with moods of their own, courses at three dates, three months before and after."""
    people, areas, months, span = 40, 4, 18, 3
    noise, mood = rng.normal(0, 0.4, (people, months)), rng.normal(0, 0.2, (areas, months))
    usual = rng.normal(4, 0.3, people)
    dates = rng.choice([4, 8, 12, 99], size=people, p=[0.15, 0.15, 0.15, 0.55])
    if chosen_for_a_bad_spell:
        worst = np.argsort(noise[:, 5:8].mean(axis=1))[:12]
        dates = np.full(people, 99)
        dates[worst] = 8

    def mean(person: int, first: int) -> float:
        area = person % areas
        at = range(first, first + span)
        return float(
            np.mean([usual[person] + mood[area, k] + noise[person, k] + effect * (k >= dates[person]) for k in at])
        )

    def change(person: int, date: int) -> Change:
        return Change(mean(person, date - span), mean(person, date))

    trained = [
        Trained(
            str(person),
            change(person, date),
            {
                str(other): change(other, date)
                for other in range(people)
                if other % areas == person % areas and dates[other] >= date + span
            },
        )
        for person, date in enumerate(dates)
        if date != 99
    ]
    return training_effect(trained)


def test_an_effect_that_was_planted_is_found_and_its_interval_holds_it() -> None:
    rng = np.random.default_rng(7)
    found = [one for one in (world(rng, 0.6) for _ in range(200)) if not one.missing]
    assert np.mean([one.is_real and one.value > 0 for one in found]) > 0.95
    assert np.mean([0.6 in one.interval for one in found]) > 0.92


def test_where_the_course_does_nothing_nothing_is_claimed() -> None:
    rng = np.random.default_rng(8)
    found = [one for one in (world(rng, 0.0) for _ in range(300)) if not one.missing]
    assert np.mean([one.is_real for one in found]) < 0.08


def test_those_sent_for_a_bad_spell_are_seen_to_start_lower() -> None:
    """Their rise is the way back, and the effect alone would not say so: the low start does."""
    rng = np.random.default_rng(9)
    found = [world(rng, 0.0, chosen_for_a_bad_spell=True) for _ in range(60)]
    assert np.mean([one.started_lower for one in found]) > 0.7


@pytest.mark.parametrize(("trained", "others"), [*product((0, 4), (9,)), (9, 4), (9, 1)])
def test_too_few_on_a_side_is_not_measurable(trained: int, others: int) -> None:
    found = training_effect(at_one_date([0.5] * trained, [0.1] * others))
    assert (found.value, found.interval.is_known, found.is_real) == (None, False, False)
    assert found.missing > 0


def test_equal_changes_tell_nothing_of_how_they_spread() -> None:
    found = training_effect(at_one_date([0.5] * 6, [0.25] * 6))
    assert (found.value, found.interval.is_known, found.is_real) == (0.25, False, False)
