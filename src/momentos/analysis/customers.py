"""Customers one by one: who is overdue by their own rhythm, and how recent, frequent and valuable they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from momentos.domain.messages import Message, say
from momentos.domain.samples import (
    OVERDUE_AT_RISK,
    OVERDUE_ATTENTIVE,
    OVERDUE_K,
    OVERDUE_LATE,
)

Array = NDArray[np.float64]
Scores = NDArray[np.int_]

HIGHEST_SCORE = 5


class Rhythm(StrEnum):
    """A customer's silence against their usual gap between purchases."""

    ON_TIME = "on time"
    WATCH = "watch"
    LATE = "late"
    AT_RISK = "at risk"


RHYTHM_SENTENCES: dict[Rhythm, Message] = {
    Rhythm.ON_TIME: say("Within the usual time between visits."),
    Rhythm.WATCH: say("A little beyond the usual time: keep an eye on it."),
    Rhythm.LATE: say("Twice the usual time or more without coming."),
    Rhythm.AT_RISK: say("More than three times the usual time without coming: at risk."),
}

_RHYTHMS = tuple(Rhythm)


@dataclass(frozen=True)
class Overdue:
    """One element a customer: the usual gap, the silence in gaps, and the word for it; times as they came.

    Where nobody ever came back there is no rhythm: gaps are NaN and words ``None``.
    """

    usual_gap: Array
    silence_in_gaps: Array
    rhythm: tuple[Rhythm | None, ...]


def overdue(repeats: Array, first_to_last: Array, silence: Array, k: float = OVERDUE_K) -> Overdue:
    """Who is late by their own rhythm.

    ``repeats`` counts purchase days after the first, ``first_to_last`` is the time between the first and the last,
    ``silence`` the time since the last. gap = (first_to_last + k × everybody's gap) / (repeats + k): a rhythm
    seen twice counts for little, and a single purchase borrows everybody's.
    """
    if repeats.sum() == 0:
        unknown = np.full(len(repeats), np.nan)
        return Overdue(unknown, unknown, (None,) * len(repeats))
    pooled = first_to_last.sum() / repeats.sum()
    gap = (first_to_last + k * pooled) / (repeats + k)
    with np.errstate(invalid="ignore", divide="ignore"):
        silence_in_gaps = silence / gap
    # A silence of exactly three gaps is not yet more than three.
    place = (
        (silence_in_gaps >= OVERDUE_ATTENTIVE).astype(int)
        + (silence_in_gaps >= OVERDUE_LATE)
        + (silence_in_gaps > OVERDUE_AT_RISK)
    )
    return Overdue(gap, silence_in_gaps, tuple(_RHYTHMS[step] for step in place.tolist()))


def fifths(values: Array, *, is_higher_better: bool = True) -> Scores:
    """Scores 1 to 5 by fifths of the customers; equal values always get equal scores.

    Where many share a value (one purchase, say), the fifths come out unequal: that is the truth of the data.
    """
    if len(values) == 0:
        return np.zeros(0, dtype=int)
    ranks = rankdata(values if is_higher_better else -values, method="average")
    return np.ceil(HIGHEST_SCORE * ranks / len(values)).astype(int)


def by_cuts(values: Array, cuts: tuple[float, ...], *, is_higher_better: bool = True) -> Scores:
    """Scores by the policy's own cut points, worst to best; a value on a cut belongs to the better side."""
    sign = 1 if is_higher_better else -1
    return 1 + np.searchsorted(sign * np.array(cuts), sign * values, side="right")
