"""Planted cheats are seen; honest people, however good, are not."""

import numpy as np
import pytest

from momentos.analysis.gaming import (
    Check,
    HonestyFigures,
    Rates,
    honesty_signals,
    off_the_funnel,
)

PEOPLE = 20
DAY = 86_400.0


def honest(rng):
    """A quarter of an honest team, whose members differ a little in everything; the first two are excellent."""

    def rates(share, n):
        own = np.clip(rng.normal(share, 0.02, PEOPLE), 0.01, 0.99)
        return Rates(rng.binomial(n, own).astype(float), n.astype(float))

    contacts = rng.integers(150, 500, PEOPLE)
    invited = rates(0.8, contacts)
    answered = rates(0.3, invited.n.astype(int))
    n = answered.successes.astype(int)
    top_share = np.where(np.arange(PEOPLE) < 2, 0.96, 0.75)
    hours = [rng.integers(0, 90, count) * DAY + rng.uniform(9, 18, count) * 3600 for count in n]
    return HonestyFigures(
        invited=invited,
        answered=answered,
        repeated=rates(0.08, n),
        top=Rates(rng.binomial(n, top_share).astype(float), n.astype(float)),
        contradicting=rates(0.05, n // 3 + 1),
        answered_at=tuple(hours),
    )


def altered(figures, name, person, successes=None, n=None):
    rates = getattr(figures, name)
    new_n, new_successes = rates.n.copy(), rates.successes.copy()
    new_n[person] = rates.n[person] if n is None else n
    new_successes[person] = new_n[person] * successes
    return HonestyFigures(**{**vars(figures), name: Rates(new_successes, new_n)})


def test_an_honest_team_is_seldom_bothered():
    # Twenty people, six checks: one signal in two or three teams, whereas each cheat below is one person.
    rng = np.random.default_rng(1)
    flagged = [len({signal.person for signal in honesty_signals(honest(rng))}) for _ in range(30)]
    assert np.mean(flagged) < 0.5


@pytest.mark.parametrize(
    ("name", "share", "n", "check"),
    [
        ("invited", 0.3, None, Check.FEW_INVITATIONS),
        ("invited", 1.0, None, Check.MANY_INVITATIONS),
        ("answered", 0.05, None, Check.FEW_RESPONSES),
        ("answered", 0.7, None, Check.MANY_RESPONSES),
        ("repeated", 0.6, None, Check.REPEATED_CONTACTS),
        ("top", 1.0, 160, Check.TOO_PERFECT),
        ("contradicting", 0.5, 40, Check.CONTRADICTING_COMMENTS),
    ],
)
def test_each_planted_cheat_is_seen(name, share, n, check):
    figures = altered(honest(np.random.default_rng(2)), name, 7, share, n)
    assert check in {signal.check for signal in honesty_signals(figures) if signal.person == 7}


def test_answers_that_arrive_within_minutes_are_seen():
    figures = honest(np.random.default_rng(3))
    instants = list(figures.answered_at)
    instants[4] = np.concatenate([instants[4], 40 * DAY + 12 * 3600 + np.arange(12) * 30.0])
    found = honesty_signals(HonestyFigures(**{**vars(figures), "answered_at": tuple(instants)}))
    burst = [signal for signal in found if signal.check is Check.BURST]
    assert [signal.person for signal in burst] == [4]
    assert burst[0].figure >= 12


def test_thirty_perfect_answers_of_an_excellent_person_are_not_odd():
    figures = altered(honest(np.random.default_rng(2)), "top", 0, 1.0, 60)
    assert Check.TOO_PERFECT not in {signal.check for signal in honesty_signals(figures)}


def test_nothing_to_compare_is_not_odd():
    nothing = Rates(np.zeros(2), np.zeros(2))
    figures = HonestyFigures(nothing, nothing, nothing, nothing, nothing, (np.zeros(0), np.zeros(0)))
    assert honesty_signals(figures) == ()
    assert off_the_funnel(Rates(np.array([5.0]), np.array([10.0]))).tolist() == [0]
