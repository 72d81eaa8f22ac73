"""Reading a control chart: signals, the verdict on the latest period, and whether a target can be met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from math import comb

import numpy as np
from numpy.typing import NDArray

from momentos.analysis.control import Chart, Limits
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Direction
from momentos.domain.samples import ANHOEJ_POINTS, RUN_POINTS

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

_NEAR_LIMIT_SIGMAS = 2.0
_LIMIT_SIGMAS = 3.0


class Signal(StrEnum):
    """Why a point is not ordinary noise; where several hold, the first."""

    OUTSIDE = "outside the limits"
    RUN = "run on one side"
    TREND = "rising or falling"
    NEAR_LIMIT = "near the limit"


SIGNAL_SENTENCES: dict[Signal, Message] = {
    Signal.OUTSIDE: say("Outside the limits."),
    Signal.RUN: say("Part of a long run on one side of the centre."),
    Signal.TREND: say("Part of a long rise or fall."),
    Signal.NEAR_LIMIT: say("Two of three points near the same limit."),
}


class Verdict(StrEnum):
    """What the latest period says."""

    TOO_FEW = "too few points"
    NORMAL = "normal variation"
    IMPROVEMENT = "real improvement"
    DETERIORATION = "real deterioration"
    CHANGE = "real change"
    MIXED = "two surveys are mixed"


VERDICT_SENTENCES: dict[Verdict, Message] = {
    Verdict.TOO_FEW: say("There are too few points, or too little variation, to tell noise from change."),
    Verdict.NORMAL: say("Normal variation: the ups and downs need no explanation."),
    Verdict.IMPROVEMENT: say("Real improvement: find out what changed and keep it."),
    Verdict.DETERIORATION: say("Real deterioration: investigate."),
    Verdict.CHANGE: say("Real change: find out what is different."),
    Verdict.MIXED: say("Two surveys of different kinds are mixed here: what their mix does tells no change."),
}


class Assurance(StrEnum):
    """Whether the process, as it is, meets its target."""

    ALWAYS = "always met"
    NEVER = "never met"
    HIT_AND_MISS = "hit and miss"


ASSURANCE_SENTENCES: dict[Assurance, Message] = {
    Assurance.ALWAYS: say("The present process always meets the target."),
    Assurance.NEVER: say("The present process does not reach the target."),
    Assurance.HIT_AND_MISS: say("The target is met in some periods and missed in others, by chance."),
}


@dataclass(frozen=True)
class RunTest:
    """Anhøj's two counts over the points off the centre line, with the values that would be ordinary."""

    longest_run: int
    longest_ordinary_run: int
    crossings: int
    fewest_ordinary_crossings: int

    @property
    def is_run_too_long(self) -> bool:
        return self.longest_run > self.longest_ordinary_run

    @property
    def is_signal(self) -> bool:
        return self.is_run_too_long or self.crossings < self.fewest_ordinary_crossings


def run_test(sides: Array) -> RunTest:
    """Anhøj's rules for a run chart, from each point's side of the centre (−1, 0, 1).

    Anhøj & Olesen (2014), PLoS ONE 9(11), e113825: a run longer than log₂ n + 3, rounded, or fewer crossings than
    the 5 % point of a Binomial(n − 1, ½). Points on the line are left out; none at all is no signal.
    """
    useful = sides[sides != 0]
    if len(useful) < 2:
        return RunTest(len(useful), len(useful), 0, 0)
    return RunTest(
        longest_run=int(_run_lengths(useful).max()),
        longest_ordinary_run=round(np.log2(len(useful)) + 3),
        crossings=int(np.count_nonzero(np.diff(useful))),
        fewest_ordinary_crossings=_fewest_ordinary_crossings(len(useful) - 1),
    )


def _fewest_ordinary_crossings(chances: int) -> int:
    """The 5 % point of a Binomial(``chances``, ½), reckoned in whole numbers."""
    ways = accumulate(comb(chances, heads) for heads in range(chances + 1))
    return next(heads for heads, so_few in enumerate(ways) if 20 * so_few >= 2**chances)


def signals(chart: Chart) -> tuple[Signal | None, ...]:
    """The signal each point is part of, over the whole chart: for the picture, not for alerts."""
    found = _flags(chart)
    return tuple(
        next((signal for signal, flags in found.items() if flags[position]), None)
        for position in range(len(chart.values))
    )


def latest_signal(chart: Chart) -> Signal | None:
    """The signal that involves the latest measured period: the only one worth an alert.

    On a stable series of 36 months the rules together fire somewhere in one chart of five, and on the
    latest point in about one of a hundred.
    """
    last = _latest(chart)
    return None if last is None else signals(chart)[last]


def verdict(chart: Chart, direction: Direction) -> Verdict:
    """What to say of the latest period, given which way is good news."""
    last = _latest(chart)
    if last is None or chart.limits is Limits.NONE:
        return Verdict.TOO_FEW
    signal = latest_signal(chart)
    if signal is None:
        return Verdict.NORMAL
    if direction is Direction.NEITHER:
        return Verdict.CHANGE
    is_good = _is_upward(chart, signal, last) == (direction is Direction.HIGHER)
    return Verdict.IMPROVEMENT if is_good else Verdict.DETERIORATION


def assurance(chart: Chart, target: float | None, direction: Direction) -> Assurance | None:
    """The target against the limits of the latest period; ``None`` without a target, limits or direction."""
    last = _latest(chart)
    if target is None or last is None or chart.limits is Limits.NONE or direction is Direction.NEITHER:
        return None
    low, high = chart.low[last], chart.high[last]
    always, never = low >= target, high < target
    if direction is Direction.LOWER:
        always, never = high <= target, low > target
    if always:
        return Assurance.ALWAYS
    return Assurance.NEVER if never else Assurance.HIT_AND_MISS


def _is_upward(chart: Chart, signal: Signal, last: int) -> bool:
    if signal is not Signal.TREND:
        return bool(chart.values[last] > chart.centre[last])
    earlier = chart.values[:last]
    return bool(chart.values[last] > earlier[~np.isnan(earlier)][-1])


def _latest(chart: Chart) -> int | None:
    measured = np.flatnonzero(~np.isnan(chart.values))
    return int(measured[-1]) if len(measured) else None


def _flags(chart: Chart) -> dict[Signal, Flags]:
    """Which points each rule marks; each stretch between re-basings is read by itself."""
    found = {signal: np.zeros(len(chart.values), dtype=bool) for signal in Signal}
    for start, end in zip(chart.starts, (*chart.starts[1:], len(chart.values)), strict=True):
        inside = np.arange(start, end)
        inside = inside[~np.isnan(chart.values[inside]) & ~np.isnan(chart.centre[inside])]
        for signal, flags in _stretch_flags(chart, inside).items():
            found[signal][inside] = flags
    return found


def _stretch_flags(chart: Chart, inside: NDArray[np.intp]) -> dict[Signal, Flags]:
    values, centre = chart.values[inside], chart.centre[inside]
    low, high = chart.lowest[inside], chart.highest[inside]
    sides = np.sign(values - centre)
    found = {
        Signal.OUTSIDE: (values > high) | (values < low),
        Signal.NEAR_LIMIT: _two_of_three(_is_near(values, centre, high), sides > 0)
        | _two_of_three(_is_near(values, centre, low), sides < 0),
    }
    running = np.where(chart.is_resting[inside], 0, sides)
    if len(inside) > ANHOEJ_POINTS:
        test = run_test(running)
        found[Signal.RUN] = _in_runs(running, test.longest_ordinary_run + 1)
        return found
    found[Signal.RUN] = _in_runs(running, RUN_POINTS)
    found[Signal.TREND] = _in_trends(values)
    return found


def _is_near(values: Array, centre: Array, limit: Array) -> Flags:
    """Beyond two thirds of the way from the centre to this limit, where the limit is off the centre."""
    way = limit - centre
    return (way != 0) & ((values - centre) * np.sign(way) > np.abs(way) * _NEAR_LIMIT_SIGMAS / _LIMIT_SIGMAS)


def _two_of_three(near: Flags, same_side: Flags) -> Flags:
    """Points near a limit that have another one near it among the two before or after them."""
    near = near & same_side
    marked = np.zeros(len(near), dtype=bool)
    for distance in (1, 2):
        pair = near[distance:] & near[:-distance]
        marked[distance:] |= pair
        marked[:-distance] |= pair
    return marked


def _run_lengths(sides: Array) -> NDArray[np.intp]:
    """The length of the run each point belongs to."""
    run = np.concatenate([[0], np.cumsum(np.diff(sides) != 0)])
    return np.bincount(run)[run]


def _in_runs(sides: Array, shortest: int) -> Flags:
    if len(sides) == 0:
        return np.zeros(0, dtype=bool)
    return (_run_lengths(sides) >= shortest) & (sides != 0)


def _in_trends(values: Array) -> Flags:
    """Points of a stretch of ``RUN_POINTS`` or more, each above, or each below, the one before."""
    steps = np.sign(np.diff(values))
    long_enough = _in_runs(steps, RUN_POINTS - 1)
    marked = np.zeros(len(values), dtype=bool)
    marked[1:] |= long_enough
    marked[:-1] |= long_enough
    return marked
