"""Marks on an axis: round numbers, and no more decimals than they need."""

import math

from momentos.charts.style import Style
from momentos.locales.units import Scale

_NICE_STEPS = (1, 2, 2.5, 5, 10)


def write_tick(scale: Scale, value: float, step: float, style: Style) -> str:
    """A mark of the axis: no more decimals than the step between marks needs."""
    return scale.write(value, style, decimals_of(step / scale.divisor))


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
