"""The colours of every picture, for light and dark screens. Performance runs orange → grey → teal."""

from dataclasses import dataclass
from typing import Literal

from momentos.domain.performance import Performance, performance_of

Mode = Literal["light", "dark"]


@dataclass(frozen=True)
class Colours:
    """``ink`` for what is read first, ``ink2`` and ``ink3`` for what is read later; ``performance`` worst to best."""

    ink: str
    ink2: str
    ink3: str
    line: str
    band: str
    background: str
    accent: str
    performance: tuple[str, str, str, str, str]
    sequence: tuple[str, ...]

    @property
    def bad(self) -> str:
        return self.performance[Performance.FAILING]

    @property
    def good(self) -> str:
        return self.performance[Performance.EXCELLENT]

    def of_score(self, score: float) -> str:
        """The colour for a mean score of 1 to 5."""
        return self.performance[performance_of(score)]

    def over(self, fill: str) -> str:
        """The ink that is easier to read on ``fill``, by the contrast ratio of WCAG 2.2."""
        return max(_WRITING, key=lambda ink: contrast(ink, fill))


COLOURS: dict[Mode, Colours] = {
    "light": Colours(
        ink="#16202E",
        ink2="#4A5668",
        ink3="#5B6778",
        line="#DDE2EA",
        band="#F5F7FA",
        background="#FFFFFF",
        accent="#2B4FA3",
        performance=("#A83A14", "#E08A52", "#C9CED6", "#5DA9B0", "#0C5F6B"),
        sequence=("#EEF4F7", "#BAD6DF", "#78B0BF", "#2A7286", "#0F596E"),
    ),
    "dark": Colours(
        ink="#E8ECF2",
        ink2="#B8C2D0",
        ink3="#9AA6B6",
        line="#2C3A4D",
        band="#182231",
        background="#0F1620",
        accent="#86A8F2",
        performance=("#F2804E", "#C27C55", "#66738A", "#3E97A1", "#7FD6DE"),
        sequence=("#15333E", "#1A5768", "#287587", "#72B5C3", "#BFE0E7"),
    ),
}

_WRITING = ("#FFFFFF", "#10202B")


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def faint(colour: str, opacity: float) -> str:
    """The colour let through: ``rgba(…)``."""
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{opacity})"


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
