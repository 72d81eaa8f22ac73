"""What a metric is: a ratio of two sums over one fact. The metrics themselves stand beside their fact (``facts``).

``numerator``, ``denominator`` and ``squares`` name measures of the fact (its SQL defines each once, per row); a summary
holds their sums, so a metric can be read at any grain that can be added up.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from momentos.domain.messages import Message
from momentos.domain.samples import JUDGED_N


class Kind(StrEnum):
    """How the ratio is formed, hence which interval it gets."""

    COUNT = "count"
    SHARE = "share"
    NET = "net"
    MEAN = "mean"


class Unit(StrEnum):
    COUNT = ""
    PERCENT = "%"
    POINTS = "points"
    SCORE_5 = "1–5"
    SCORE_7 = "1–7"
    SECONDS = "s"


class Direction(StrEnum):
    """Which way is good news."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True)
class Metric:
    """One definition. ``value = factor * sum(numerator) / sum(denominator)``; a count is its numerator alone.

    ``fact`` names the fact it is read from; a metric that is asked of none has no name there. ``along_journey`` names
    another fact with the same measures, which is read instead where the metric is asked along the journey.
    ``suggested`` is what the trade usually aims at: offered, never applied. ``target`` is what the company took, and
    here always ``None``: ``figures.targets`` fills it in.
    """

    key: str
    label: Message
    formula: Message
    kind: Kind
    unit: Unit
    direction: Direction
    fact: str
    numerator: str
    denominator: str
    squares: str | None = None
    along_journey: str | None = None
    suggested: float | None = None
    target: float | None = None
    minimum_n: int = JUDGED_N
    decimals: int = 1

    @property
    def factor(self) -> int:
        """Shares are given in per cent and net scores in points; everything else as it is."""
        return 100 if self.kind in (Kind.SHARE, Kind.NET) else 1

    @property
    def can_have_target(self) -> bool:
        """A figure of which neither more nor less is better has nothing to reach."""
        return self.direction is not Direction.NEITHER

    @property
    def scale(self) -> tuple[float, float] | None:
        """Lowest and highest possible value, where there is one."""
        return _SCALES.get(self.unit)

    @property
    def bounds(self) -> tuple[float, float]:
        """What no value can be below or above: the scale's ends, or 0 and no end."""
        return self.scale or (0.0, inf)


_SCALES: dict[Unit, tuple[float, float]] = {
    Unit.PERCENT: (0, 100),
    Unit.POINTS: (-100, 100),
    Unit.SCORE_5: (1, 5),
    Unit.SCORE_7: (1, 7),
}


def share(
    fact: str,
    key: str,
    label: Message,
    formula: Message,
    numerator: str,
    denominator: str,
    *,
    direction: Direction = Direction.HIGHER,
    suggested: float | None = None,
    along_journey: str | None = None,
) -> Metric:
    """A part of all, in per cent."""
    return Metric(
        key,
        label,
        formula,
        Kind.SHARE,
        Unit.PERCENT,
        direction,
        fact,
        numerator,
        denominator,
        along_journey=along_journey,
        suggested=suggested,
    )


def mean(
    fact: str,
    key: str,
    label: Message,
    formula: Message,
    stem: str,
    unit: Unit,
    *,
    direction: Direction = Direction.LOWER,
    suggested: float | None = None,
    decimals: int = 1,
    along_journey: str | None = None,
) -> Metric:
    """A mean of the measures ``<stem>_n``, ``<stem>_sum`` and ``<stem>_squares``."""
    return Metric(
        key,
        label,
        formula,
        Kind.MEAN,
        unit,
        direction,
        fact,
        f"{stem}_sum",
        f"{stem}_n",
        squares=f"{stem}_squares",
        along_journey=along_journey,
        suggested=suggested,
        decimals=decimals,
    )


def count(fact: str, label: Message, formula: Message) -> Metric:
    """How many rows the fact has: its measure of its own name."""
    return Metric(
        fact,
        label,
        formula,
        Kind.COUNT,
        Unit.COUNT,
        Direction.NEITHER,
        fact,
        fact,
        fact,
        minimum_n=1,
        decimals=0,
    )
