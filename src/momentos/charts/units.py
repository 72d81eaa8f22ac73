"""Writing a metric's values: per cent, points, scores, and seconds that become minutes or hours when long."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from momentos.charts.style import Style
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric, Unit

_SECONDS_READ_AS_MINUTES = 600
_SECONDS_READ_AS_HOURS = 3 * 3600
_PLAIN = say("{value}")
_NICE_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Scale:
    """How the values of one picture are written: divided, rounded and followed by their unit."""

    divisor: float
    decimals: int
    wording: Message

    def write(self, value: float, style: Style) -> str:
        """One value with its unit."""
        return self._written(value, self.decimals, style)

    def write_tick(self, value: float, step: float, style: Style) -> str:
        """A mark of the axis: no more decimals than the step between marks needs."""
        return self._written(value, decimals_of(step / self.divisor), style)

    def _written(self, value: float, decimals: int, style: Style) -> str:
        number = style.number(value / self.divisor, decimals)
        return style.words(Message(self.wording.text, {"value": number}))


def scale_for(metric: Metric, values: Iterable[float]) -> Scale:
    """One unit for a whole picture, chosen by its largest value."""
    if metric.unit is not Unit.SECONDS:
        wording = say("{value} %") if metric.unit is Unit.PERCENT else _PLAIN
        return Scale(1, metric.decimals, wording)
    largest = max((abs(value) for value in values if value == value), default=0)
    if largest < _SECONDS_READ_AS_MINUTES:
        return Scale(1, metric.decimals, say("{value} s"))
    if largest < _SECONDS_READ_AS_HOURS:
        return Scale(60, 1, say("{value} min"))
    return Scale(3600, 1, say("{value} h"))


def ticks(low: float, high: float, most: int = 6, divisor: float = 1) -> list[float]:
    """Round numbers inside [low, high], at most ``most`` of them, round after dividing by ``divisor``."""
    if not high > low:
        return [low]
    rough = (high - low) / divisor / most
    power = 10 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in _NICE_STEPS if nice * power >= rough * 0.999) * divisor
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [position * step for position in range(first, last + 1)]


def decimals_of(step: float) -> int:
    """Decimals needed to tell multiples of ``step`` apart, up to 3."""
    return next((d for d in range(3) if abs(round(step, d) - step) < 1e-9), 3)
