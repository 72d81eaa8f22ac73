"""Before and after of the trained, against those not yet trained who do the same work: differences in differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.special import stdtrit

from momentos.analysis.intervals import UNKNOWN, Interval
from momentos.domain.samples import COMPARISON_PEOPLE, TRAINED_PEOPLE

FEWEST_ALIKE = 2
"""People not yet trained without whom a trained person is compared with nobody: one alone tells no spread."""


@dataclass(frozen=True)
class Change:
    """A figure of one person before and after a day."""

    before: float
    after: float

    @property
    def gained(self) -> float:
        return self.after - self.before


@dataclass(frozen=True)
class Trained:
    """A person who took the course, with the changes over the same days of those alike who had not, by their name."""

    person: str
    change: Change
    alike: Mapping[str, Change]


@dataclass(frozen=True)
class Effect:
    """How much more the trained gained than those not yet trained, in the figure's unit.

    ``unmatched`` are trained people without anybody like them. Nothing is said while people are ``missing`` on the
    thinner side. ``low_start`` is how the trained started beside the others, with its interval: who starts low, rises
    by chance.
    """

    trained: int
    others: int
    unmatched: int
    missing: int
    trained_mean: Change | None = None
    others_mean: Change | None = None
    value: float | None = None
    interval: Interval = field(default=UNKNOWN)
    low_start: float | None = None
    low_start_interval: Interval = field(default=UNKNOWN)

    @property
    def is_real(self) -> bool:
        """Whether the interval leaves out zero."""
        return _leaves_out_zero(self.interval)

    @property
    def started_lower(self) -> bool:
        """Whether the trained surely started below those they are compared with."""
        return _leaves_out_zero(self.low_start_interval) and (self.low_start or 0) < 0


def training_effect(people: Sequence[Trained]) -> Effect:
    """The mean over trained people of what each gained less what those alike gained over the same days.

    With one date for all this is the difference of two mean changes with Welch's interval. With several, as in
    Callaway & Sant'Anna (2021), Journal of Econometrics 225, 200-230, each is compared with the not yet trained of
    their own date; the variance adds up what each person, trained or not, contributes in all, as people are the
    independent units. 95 %; degrees of freedom after Satterthwaite (1946), Biometrics Bulletin 2, 110-114. Where all of
    them gained alike nothing is known of their spread: no interval.
    """
    matched = [one for one in people if len(one.alike) >= FEWEST_ALIKE]
    others = {name for one in matched for name in one.alike}
    missing = max(TRAINED_PEOPLE - len(matched), COMPARISON_PEOPLE - len(others), 0)
    silent = Effect(len(matched), len(others), len(people) - len(matched), missing)
    if missing:
        return silent
    gained, gained_interval = _compared(
        matched, [one.change.gained for one in matched], [_of(one, "gained") for one in matched]
    )
    start, start_interval = _compared(
        matched, [one.change.before for one in matched], [_of(one, "before") for one in matched]
    )
    return Effect(
        silent.trained,
        silent.others,
        silent.unmatched,
        0,
        Change(
            float(np.mean([one.change.before for one in matched])),
            float(np.mean([one.change.after for one in matched])),
        ),
        Change(*(float(np.mean([np.mean(_of(one, when)) for one in matched])) for when in ("before", "after"))),
        gained,
        gained_interval,
        start,
        start_interval,
    )


def _of(one: Trained, what: str) -> list[float]:
    return [getattr(change, what) for change in one.alike.values()]


def _compared(
    people: Sequence[Trained], own: Sequence[float], alike: Sequence[Sequence[float]]
) -> tuple[float, Interval]:
    """The mean difference and its interval, from each person's own value and those of the people alike."""
    n = len(people)
    differences = np.array([value - np.mean(others) for value, others in zip(own, alike, strict=True)])
    value = float(differences.mean())
    trained = {
        one.person: float(difference - value) / np.sqrt(n * (n - 1))
        for one, difference in zip(people, differences, strict=True)
    }
    others: dict[str, float] = {}
    for one, values in zip(people, alike, strict=True):
        size, mean = len(values), float(np.mean(values))
        for name, other in zip(one.alike, values, strict=True):
            others[name] = others.get(name, 0.0) - (other - mean) / (n * np.sqrt(size * (size - 1)))
    first, second = _squares(trained), _squares(others)
    both = 2 * sum(trained[name] * others[name] for name in trained.keys() & others.keys())
    variance = max(first + second + both, 0.0)
    if variance == 0:
        return value, UNKNOWN
    freedom = (first + second) ** 2 / (first**2 / (n - 1) + second**2 / (len(others) - 1))
    half = float(stdtrit(freedom, 0.975)) * float(np.sqrt(variance))
    return value, Interval(value - half, value + half)


def _squares(parts: Mapping[str, float]) -> float:
    return sum(part**2 for part in parts.values())


def _leaves_out_zero(interval: Interval) -> bool:
    low, high = interval.low, interval.high
    return low is not None and high is not None and (low > 0 or high < 0)
