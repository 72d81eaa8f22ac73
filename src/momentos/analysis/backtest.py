"""Whether a list of customers at risk would have been right: predictions against the company's own hold-out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from momentos.analysis.intervals import Interval, wilson_interval

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class CalibrationRow:
    """One group of customers of similar prediction: what was foreseen for them, and what happened."""

    n: int
    predicted: float
    happened: float
    interval: Interval


def auc(prediction: Array, happened: Flags) -> float | None:
    """Chance that whoever it happened to was ranked above whoever it did not; ties count half.

    ``None`` where it happened to all or to none. The rank form of Mann & Whitney (1947).
    """
    positives = int(happened.sum())
    negatives = len(happened) - positives
    if positives == 0 or negatives == 0:
        return None
    rank_sum = rankdata(prediction)[happened].sum()
    return float((rank_sum - positives * (positives + 1) / 2) / (positives * negatives))


def calibration(prediction: Array, happened: Flags, groups: int = 5) -> tuple[CalibrationRow, ...]:
    """Groups of equal size from the lowest prediction to the highest; equal predictions stay together.

    ``predicted`` is the mean of the group's predictions, ``happened`` a share from 0 to 1 with its interval.
    """
    if len(prediction) == 0:
        return ()
    group = np.ceil(groups * rankdata(prediction) / len(prediction)).astype(int)
    rows = []
    for number in np.unique(group):
        inside = group == number
        n, events = int(inside.sum()), int(happened[inside].sum())
        rows.append(CalibrationRow(n, float(prediction[inside].mean()), events / n, wilson_interval(events, n)))
    return tuple(rows)
