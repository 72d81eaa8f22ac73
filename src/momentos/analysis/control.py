"""Control charts: which ups and downs are the ordinary noise of a process, and which are not.

A chart is computed here, read in ``signals`` and drawn elsewhere. A period in which nothing was measured
is NaN: it keeps its place and takes no part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from momentos.domain.messages import Message, say
from momentos.domain.samples import FIRM_LIMIT_POINTS, TRIAL_LIMIT_POINTS

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Mean range of two normal values, in standard deviations, and its 3-sigma upper limit as a multiple.
_D2 = 1.128
_LARGEST_ORDINARY_RANGE = 3.267
_NO_WIDTH = 1e-9
"""Width from which limits are limits: below it no variation was seen, and nothing can be told from it."""


class Limits(StrEnum):
    """How far the limits of a chart can be relied upon."""

    NONE = "no limits"
    TRIAL = "trial limits"
    FIRM = "firm limits"


LIMITS_SENTENCES: dict[Limits, Message] = {
    Limits.NONE: say("There are too few points, or too little variation, for limits."),
    Limits.TRIAL: say("Trial limits: they will move as more points arrive."),
    Limits.FIRM: say("Limits computed from the process itself."),
}


@dataclass(frozen=True)
class Rebase:
    """From ``position`` on, a new process: limits start anew. On whose word, when and why is always kept."""

    position: int
    on: date
    reason: str
    author: str

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.author.strip():
            raise ValueError("limits are computed anew only with a reason and an author")


@dataclass(frozen=True)
class Chart:
    """One element a period, oldest first; limits are NaN where a stretch has too few points, or does not vary.

    ``starts`` holds the position where each stretch between re-basings begins; ``limits`` speaks of the last
    one. A g chart has no lower limit: its ``low`` is 0. ``lowest, highest`` are the limits before they were cut to the
    scale, which the rules read: at the end of a scale every point is as near as can be to a limit that was cut to it.
    ``is_resting`` are the points at an end of the scale where an ordinary period stands more often than not: being
    there again and again is no run.
    """

    values: Array
    centre: Array
    low: Array
    high: Array
    lowest: Array
    highest: Array
    is_resting: Flags
    starts: tuple[int, ...]
    limits: Limits


@dataclass(frozen=True)
class _Stretch:
    """The centre and the limits of one stretch, for all its points or one element a point."""

    centre: float
    low: float | Array
    high: float | Array
    is_resting: bool | Flags = False


def limits_for(points: int) -> Limits:
    """How far limits from this many measured points can be relied upon."""
    if points < TRIAL_LIMIT_POINTS:
        return Limits.NONE
    return Limits.TRIAL if points < FIRM_LIMIT_POINTS else Limits.FIRM


def xmr_chart(values: ArrayLike, rebases: Sequence[Rebase] = ()) -> Chart:
    """Chart of a single value a period: mean ± 2.66 mean moving ranges.

    Ranges of 3.267 times the mean or more are dropped once before the mean is taken (Nelson 1982, Journal of
    Quality Technology 14, 172-173), so that one jump does not hide itself.
    """
    values = np.asarray(values, dtype=np.float64)

    def stretch(inside: slice) -> _Stretch | None:
        measured = _measured(values[inside])
        centre, half = measured.mean(), 3 * _ordinary_range(measured) / _D2
        return _Stretch(centre, centre - half, centre + half) if half > _NO_WIDTH else None

    return _chart(values, rebases, stretch)


def prime_chart(
    total: ArrayLike,
    sum_of_squares: ArrayLike,
    n: ArrayLike,
    rebases: Sequence[Rebase] = (),
    *,
    scale: tuple[float, float] | None = None,
    is_spread_learned: bool = True,
) -> Chart:
    """Chart of a mean, a share or a net score from its sums a period; limits widen where few answered.

    For a share, total and sum of squares are both the successes; for an NPS they are promoters minus
    and plus detractors. Values and limits are in the unit of one answer, cut to ``scale``. Laney (2002),
    Quality Engineering 14, 531-537, for any figure with a standard error: z = (value − centre) / SE and
    limits at centre ± 3 SE σz, σz = mean |Δz| / 1.128, and further where the end of the scale is near (``_skewed``).
    Without ``is_spread_learned`` σz is 1 and nothing is added: the textbook p chart.
    """
    total, sum_of_squares, n = (np.asarray(part, dtype=np.float64) for part in (total, sum_of_squares, n))
    with np.errstate(invalid="ignore", divide="ignore"):
        values = np.where(n > 0, total / n, np.nan)

    def stretch(inside: slice) -> _Stretch | None:
        answers = np.nansum(n[inside])
        centre = np.nansum(total[inside]) / answers
        variance = max(np.nansum(sum_of_squares[inside]) / answers - centre**2, 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            se = np.sqrt(variance / n[inside])
            z = np.where(se > 0, (values[inside] - centre) / se, 0.0)
        measured = ~np.isnan(values[inside])
        sigma_z = np.abs(np.diff(z[measured])).mean() / _D2 if is_spread_learned else 1.0
        half = np.where(measured, 3 * se * sigma_z, np.nan)
        if not np.nanmax(half) > _NO_WIDTH:
            return None
        down, up = _skewed(centre, variance, scale) if scale and is_spread_learned else (0.0, 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            low, high = centre - half - down / n[inside], centre + half + up / n[inside]
        is_resting = _is_resting(values[inside], n[inside], centre, variance, scale) if scale else False
        return _Stretch(centre, low, high, is_resting)

    return _chart(values, rebases, stretch, scale)


def g_chart(cases_between: ArrayLike, rebases: Sequence[Rebase] = ()) -> Chart:
    """Chart of rare events: one element an event, the cases since the one before; a high point is good news
    where the event is bad.

    Benneyan (2001), Health Care Management Science 4, 305-318: upper limit ḡ + 3 √(ḡ (ḡ + 1)), no lower limit.
    The centre is the median, as counts between events are skewed.
    """
    values = np.asarray(cases_between, dtype=np.float64)

    def stretch(inside: slice) -> _Stretch | None:
        measured = _measured(values[inside])
        mean, centre = measured.mean(), float(np.median(measured))
        high = mean + 3 * np.sqrt(mean * (mean + 1))
        return _Stretch(centre, -np.inf, high) if high - centre > _NO_WIDTH else None

    return _chart(values, rebases, stretch, (0, np.inf))


def _chart(
    values: Array,
    rebases: Sequence[Rebase],
    stretch: Callable[[slice], _Stretch | None],
    scale: tuple[float, float] | None = None,
) -> Chart:
    """The chart of all stretches, each with what ``stretch`` gives it."""
    centre, low, high = (np.full(len(values), np.nan) for _ in range(3))
    is_resting = np.zeros(len(values), dtype=bool)
    starts = tuple(sorted({0, *(rebase.position for rebase in rebases if rebase.position < len(values))}))
    limits = Limits.NONE
    for start, end in zip(starts, (*starts[1:], len(values)), strict=True):
        inside = slice(start, end)
        limits = limits_for(len(_measured(values[inside])))
        known = None if limits is Limits.NONE else stretch(inside)
        if known is None:
            limits = Limits.NONE
            continue
        centre[inside], low[inside], high[inside] = known.centre, known.low, known.high
        is_resting[inside] = known.is_resting
    ends = scale or (-np.inf, np.inf)
    drawn_low, drawn_high = np.clip(low, *ends), np.clip(high, *ends)
    return Chart(values, centre, drawn_low, drawn_high, low, high, is_resting, starts, limits)


def _skewed(centre: float, variance: float, scale: tuple[float, float]) -> tuple[float, float]:
    """What to add to the half widths below and above for answers that lean on an end of the scale, to be divided by
    their number: a share of 99 % falls further than it rises.

    Winterbottom (1993), Quality and Reliability Engineering International 9, 105-109, for a share p: 4 (1 - 2p) / 3n.
    For any mean it is 4 m / 3n, m the third moment over the variance, which on a scale is at most d - variance / d, d
    the way to its upper end; the same below.
    """
    to_lowest, to_highest = centre - scale[0], scale[1] - centre
    down = variance / to_highest - to_highest if to_highest > 0 else 0.0
    up = variance / to_lowest - to_lowest if to_lowest > 0 else 0.0
    return 4 / 3 * max(down, 0.0), 4 / 3 * max(up, 0.0)


def _is_resting(values: Array, n: Array, centre: float, variance: float, scale: tuple[float, float]) -> Flags:
    """Points at an end of the scale that is reached by at least half of the periods with so many answers.

    On a scale at most v / (v + d²) of the answers are at an end, d the way to it; exactly so many for a share.
    """
    resting = np.zeros(len(values), dtype=bool)
    for end in scale:
        share = variance / (variance + (end - centre) ** 2)
        resting |= np.isclose(values, end) & (share**n >= 0.5)
    return resting


def _measured(values: Array) -> Array:
    return values[~np.isnan(values)]


def _ordinary_range(measured: Array) -> float:
    ranges = np.abs(np.diff(measured))
    ordinary = ranges[ranges < _LARGEST_ORDINARY_RANGE * ranges.mean()]
    return float(ordinary.mean()) if len(ordinary) else 0.0
