"""Writing a metric's values: per cent, points, scores, and seconds that become minutes or hours when long."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric, Unit

_SECONDS_READ_AS_MINUTES = 600
_SECONDS_READ_AS_HOURS = 3 * 3600
_PLAIN = say("{value}")


class Writer(Protocol):
    """Whoever can say how this reader gets numbers and sentences: a ``Reader``, or a picture's ``Style``."""

    @property
    def number(self) -> Callable[[float, int], str]:
        """A value with so many decimals."""

    def words(self, sentence: Message) -> str:
        """A sentence in the reader's language."""


@dataclass(frozen=True)
class Scale:
    """How the values of one picture or sentence are written: divided, rounded and followed by their unit."""

    divisor: float
    decimals: int
    wording: Message

    def write(self, value: float, writer: Writer, decimals: int | None = None) -> str:
        """One value with its unit; with the scale's own decimals unless others are asked for."""
        number = writer.number(value / self.divisor, self.decimals if decimals is None else decimals)
        return writer.words(Message(self.wording.text, {"value": number}))


def scale_for(metric: Metric, values: Iterable[float]) -> Scale:
    """One unit for all these values, chosen by the largest."""
    if metric.unit is not Unit.SECONDS:
        wording = say("{value} %") if metric.unit is Unit.PERCENT else _PLAIN
        return Scale(1, metric.decimals, wording)
    largest = max((abs(value) for value in values if value == value), default=0)
    if largest < _SECONDS_READ_AS_MINUTES:
        return Scale(1, metric.decimals, say("{value} s"))
    if largest < _SECONDS_READ_AS_HOURS:
        return Scale(60, 1, say("{value} min"))
    return Scale(3600, 1, say("{value} h"))
