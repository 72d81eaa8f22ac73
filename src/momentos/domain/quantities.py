"""What is written differently for each reader: amounts, counts, numbers, days, and the values of metrics.

``locales.reader`` writes them. Turned into text without a reader (in a log, say) they stand in plain digits.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from momentos.domain.messages import Message, Quantity, say
from momentos.domain.metrics import Kind, Metric


class Amount(float, Quantity):
    """An amount in the company's own money, whatever that is."""

    def __str__(self) -> str:
        return f"{float(self):.2f}".removesuffix(".00")


@dataclass(frozen=True)
class Number(Quantity):
    """A value with so many decimals; ``is_signed``: a difference, with its sign."""

    value: float
    decimals: int
    is_signed: bool = False

    def __str__(self) -> str:
        return f"{self.value:.{self.decimals}f}"


def count(n: float) -> Number:
    """A whole number."""
    return Number(float(n), 0)


def exact(value: float) -> Number:
    """A value with as many decimals as it has, six at most: what somebody wrote down, a weight or a limit."""
    decimals = f"{value:.6f}".rstrip("0").partition(".")[2]
    return Number(float(value), len(decimals))


@dataclass(frozen=True)
class Reading(Quantity):
    """A metric's value with its unit; ``beside`` are the values whose unit it shares, so that 90 s is not beside 2 h.

    ``is_signed``: a difference, with its sign; of percentages and net scores it is in points.
    """

    metric: Metric
    value: float
    beside: tuple[float, ...] = ()
    is_signed: bool = False

    @property
    def is_in_points(self) -> bool:
        return self.is_signed and self.metric.kind in (Kind.SHARE, Kind.NET)

    def __str__(self) -> str:
        return f"{self.value:.{self.metric.decimals}f}"


@dataclass(frozen=True)
class Day(Quantity):
    """A day with its month in letters."""

    day: date

    def __str__(self) -> str:
        return self.day.isoformat()


@dataclass(frozen=True)
class Instant(Quantity):
    """A day and its time."""

    at: datetime

    def __str__(self) -> str:
        return self.at.isoformat(" ", "minutes")


@dataclass(frozen=True)
class Listed(Quantity):
    """Several texts or messages one after another, with commas or what else stands ``between`` them."""

    parts: tuple[str | Message, ...]
    between: str = ", "

    def __str__(self) -> str:
        return self.between.join(str(part) for part in self.parts)


@dataclass(frozen=True)
class Lowered(Quantity):
    """A label of ours in the middle of a sentence: in small letters."""

    label: Message

    def __str__(self) -> str:
        return str(self.label).lower()


def listed(parts: Iterable[str | Message], between: str = ", ") -> Listed:
    return Listed(tuple(parts), between)


def beside_target(metric: Metric, value: float) -> dict[str, Reading]:
    """``value`` and ``target`` in one and the same unit; for metrics that have a target."""
    both = (value, metric.target or 0.0)
    return {"value": Reading(metric, both[0], both), "target": Reading(metric, both[1], both)}


def interval(metric: Metric, low: float, high: float) -> Message | None:
    """Both bounds with their unit; ``None`` where there is no interval."""
    if low != low or high != high:
        return None
    both = (low, high)
    return say("{low} to {high}", low=Reading(metric, low, both), high=Reading(metric, high, both))
