"""What may be shown of an anonymous pulse, so that no group of fewer than five can be seen or worked out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from momentos.domain.messages import Message, say
from momentos.domain.samples import PULSE_GROUP

ITEMS: dict[str, Message] = {
    "means": say("I have what I need to serve well (1–5)"),
    "support": say("My lead supports me (1–5)"),
    "pride": say("I would recommend working here (1–5)"),
}
"""The three items, in the order they are asked."""

TOGETHER = "together"
"""The mean of a person's items."""


@dataclass(frozen=True)
class Groups:
    """The areas shown each by itself, and those shown only as one group together."""

    shown: tuple[str, ...]
    together: tuple[str, ...]

    @property
    def is_split(self) -> bool:
        """Whether there is more to show than everybody as one."""
        return bool(self.shown)


def groups(people: Mapping[str, int]) -> Groups | None:
    """Which areas may be shown, given how many answered in each; ``None`` where they are too few even together.

    The remainder rule: everybody less the areas shown must be nobody, or enough people. While the areas left over are
    too few together, the smallest of those shown joins them.
    """
    if sum(people.values()) < PULSE_GROUP:
        return None
    shown = sorted((area for area, n in people.items() if n >= PULSE_GROUP), key=lambda area: (people[area], area))
    together = [area for area, n in people.items() if 0 < n < PULSE_GROUP]
    while together and shown and sum(people[area] for area in together) < PULSE_GROUP:
        together.append(shown.pop(0))
    return Groups(tuple(sorted(shown)), tuple(sorted(together)))


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year: the only period a pulse is shown by."""

    year: int
    number: int

    @property
    def key(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def label(self) -> Message:
        """The quarter as people say it."""
        return say("Q{number} {year}", number=self.number, year=self.year)

    @property
    def last_day(self) -> date:
        month = 3 * self.number
        return (date(self.year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter in which the day lies."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def from_key(cls, key: str) -> "Quarter":
        year, _, number = key.partition("-Q")
        return cls(int(year), int(number))
