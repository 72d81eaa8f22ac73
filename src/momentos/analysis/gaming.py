"""Honesty checks: figures a lead should look at with the person. Signals, never verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import binom, poisson

from momentos.domain.samples import (
    AWARD_N,
    BURST_ANSWERS,
    BURST_MINUTES,
    EVERYBODYS_BURSTS,
    EXCELLENT_TOP_SHARE,
    FUNNEL_CONFIDENCE,
    SIGNAL_CASES,
    SIGNAL_ODDS,
)

Array = NDArray[np.float64]

_TRIMMED = 0.1
_SECONDS_PER_MINUTE = 60
_SECONDS_PER_HOUR = 3600


class Check(StrEnum):
    """What looks odd."""

    FEW_INVITATIONS = "few invitations"
    MANY_INVITATIONS = "many invitations"
    FEW_RESPONSES = "few responses"
    MANY_RESPONSES = "many responses"
    REPEATED_CONTACTS = "repeated contacts"
    BURST = "burst"
    TOO_PERFECT = "too perfect"
    CONTRADICTING_COMMENTS = "contradicting comments"


@dataclass(frozen=True)
class Rates:
    """Of ``n`` chances of each person, how many came to pass; one element a person."""

    successes: Array
    n: Array
    ordinary: Array | None = None
    """What is ordinary for each person, where it is not the others' common rate: shares inside 0 and 1."""


@dataclass(frozen=True)
class HonestyFigures:
    """What the checks read, one element a person, in one order.

    ``invited``: of their contacts, those invited to answer. ``answered``: of the invited, those who did.
    ``repeated``: of their answers, those beyond a customer's first; more answers repeat more, see ``ordinary_repeats``.
    ``top``: of their answers, those with the
    highest score. ``contradicting``: of their comments with a clear mood, those against their score.
    ``answered_at``: instants of their answers, in seconds; empty where only the day is known.
    """

    invited: Rates
    answered: Rates
    repeated: Rates
    top: Rates
    contradicting: Rates
    answered_at: tuple[Array, ...]


@dataclass(frozen=True)
class HonestySignal:
    """One odd figure of the person at this position, beside what would be ordinary."""

    person: int
    check: Check
    figure: float
    ordinary: float


def honesty_signals(figures: HonestyFigures) -> tuple[HonestySignal, ...]:
    """Everything that looks odd, person by person."""
    signals = [
        *_off_the_funnel(figures.invited, Check.FEW_INVITATIONS, Check.MANY_INVITATIONS),
        *_off_the_funnel(figures.answered, Check.FEW_RESPONSES, Check.MANY_RESPONSES),
        *_off_the_funnel(figures.repeated, None, Check.REPEATED_CONTACTS),
        *_off_the_funnel(figures.contradicting, None, Check.CONTRADICTING_COMMENTS),
        *_too_perfect(figures.top),
        *_bursts(figures.answered_at),
    ]
    return tuple(sorted(signals, key=lambda signal: signal.person))


def off_the_funnel(rates: Rates, confidence: float = FUNNEL_CONFIDENCE) -> NDArray[np.int_]:
    """−1 or 1 for each person whose rate lies below or above the funnel around what is ordinary, else 0.

    Both an exact binomial test and, since people differ a little more than counting explains, a funnel widened by the
    trimmed spread of all z scores (Spiegelhalter 2005) must say so, and the odds must differ enough to matter.
    """
    others, z = _against_the_others(rates)
    known = (rates.n >= SIGNAL_CASES) & ~np.isnan(others)
    tail = (1 - confidence) / 2
    widened = (np.abs(z) > ndtri(1 - tail) * funnel_widening(rates)) & _matters(rates, others)
    with np.errstate(invalid="ignore"):
        below = binom.cdf(rates.successes, rates.n, others) < tail
        above = binom.sf(rates.successes - 1, rates.n, others) < tail
    return np.where(known & widened & below, -1, np.where(known & widened & above, 1, 0))


def funnel_widening(rates: Rates) -> float:
    """How many times wider than counting explains the funnel is, as people differ a little: at least 1."""
    others, z = _against_the_others(rates)
    known = (rates.n > 0) & ~np.isnan(others)
    if not known.any():
        return 1.0
    low_end, high_end = np.quantile(z[known], [_TRIMMED, 1 - _TRIMMED])
    return float(np.sqrt(max(float((np.clip(z[known], low_end, high_end) ** 2).mean()), 1.0)))


def _matters(rates: Rates, others: Array) -> NDArray[np.bool_]:
    """Whether the odds differ by the least that matters; half a case more on each side keeps them finite."""
    odds = (rates.successes + 0.5) / (rates.n - rates.successes + 0.5)
    return np.abs(np.log(odds * (1 - others) / others)) >= np.log(SIGNAL_ODDS)


def ordinary_repeats(n: Array, customers_of_others: Sequence[Array]) -> Array:
    """Of ``n`` answers of each person, the share expected to repeat a customer, drawn as the others' customers come.

    ``1 − Σ (1 − (1 − w)ⁿ) / n`` with ``w`` each customer's share of the others' answers (counts, one array a person); 0
    where there is nothing to draw from.
    """
    found = np.zeros(len(n))
    for person, counts in enumerate(customers_of_others):
        if counts.sum() > 0 and n[person] > 0:
            shares = counts / counts.sum()
            found[person] = 1 - float((1 - (1 - shares) ** n[person]).sum()) / n[person]
    return np.clip(found, 0.0, 1.0)


def _against_the_others(rates: Rates) -> tuple[Array, Array]:
    """What is ordinary for each person, never 0 nor 1, and how many standard errors they are from it."""
    total, chances = rates.successes.sum(), rates.n.sum()
    others_n = chances - rates.n
    with np.errstate(invalid="ignore", divide="ignore"):
        common = np.where(others_n > 0, (total - rates.successes) / others_n, np.nan)
        others = common if rates.ordinary is None else np.where(others_n > 0, rates.ordinary, np.nan)
        others = np.clip(others, 0.5 / np.maximum(others_n, 1), 1 - 0.5 / np.maximum(others_n, 1))
        return others, (rates.successes / rates.n - others) / np.sqrt(others * (1 - others) / rates.n)


def _off_the_funnel(rates: Rates, low: Check | None, high: Check | None) -> list[HonestySignal]:
    sides = off_the_funnel(rates)
    names = {-1: low, 1: high}
    found = []
    for person in np.flatnonzero(sides):
        check = names[int(sides[person])]
        if check is not None:
            ordinary = _against_the_others(rates)[0][person]
            rate = rates.successes[person] / rates.n[person]
            found.append(HonestySignal(int(person), check, float(rate), float(ordinary)))
    return found


def _too_perfect(top: Rates) -> list[HonestySignal]:
    """All answers at the top, in more answers than an excellent person, or this team, could explain by luck."""
    if top.n.sum() == 0:
        return []
    excellent = max(EXCELLENT_TOP_SHARE, float(top.successes.sum() / top.n.sum()))
    is_perfect = (top.n >= AWARD_N) & (top.successes == top.n)
    odd = is_perfect & (excellent**top.n < 1 - FUNNEL_CONFIDENCE)
    return [HonestySignal(int(person), Check.TOO_PERFECT, 1.0, excellent) for person in np.flatnonzero(odd)]


def _bursts(answered_at: tuple[Array, ...]) -> list[HonestySignal]:
    """Most answers within a few minutes, where neither the rule nor chance lets that many pass.

    Where many people have them, answers arrive in batches (a lot sent at once, say), and it says nothing of anybody.
    """
    found = []
    looked_at = 0
    window = BURST_MINUTES * _SECONDS_PER_MINUTE
    for person, instants in enumerate(answered_at):
        if len(instants) < BURST_ANSWERS:
            continue
        looked_at += 1
        instants = np.sort(instants)
        together = np.searchsorted(instants, instants + window, side="right") - np.arange(len(instants))
        most = int(together.max())
        # Answers come while people are awake: only the hours in which any came count as time.
        active_seconds = len(np.unique(instants // _SECONDS_PER_HOUR)) * _SECONDS_PER_HOUR
        # Each answer may begin a burst: the chance of the fullest one is at most the sum over all of them.
        expected = len(instants) * window / active_seconds
        chance = len(instants) * poisson.sf(most - 2, expected)
        if most >= BURST_ANSWERS and chance < 1 - FUNNEL_CONFIDENCE:
            found.append(HonestySignal(person, Check.BURST, float(most), expected))
    return found if len(found) <= max(EVERYBODYS_BURSTS * looked_at, 1) else []
