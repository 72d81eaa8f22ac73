"""Where rewards stand in a period: what was promised, handed over and is owed, and whether the budget suffices."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from momentos.domain.names import fold
from momentos.figures.filters import Filters
from momentos.people.kept.rewards import Liking, Promise, Reward, budget_of, in_private, likings, menu, promises
from momentos.people.questions.recognition import Recognition, recognitions


@dataclass(frozen=True)
class Waiting:
    """A recognition of the period without a reward, and how its person likes to be thanked (``None``: not said)."""

    recognition: Recognition
    key: str
    liking: Liking | None


@dataclass(frozen=True)
class Rewards:
    """The period's rewards. ``left`` of the budget after everything promised; ``reaches``: to how many of those waiting
    it would reach with the cheapest reward. Both ``None`` without a budget, or a menu."""

    period: tuple[date, date]
    menu: tuple[Reward, ...]
    budget: float | None
    promised: tuple[Promise, ...]
    waiting: tuple[Waiting, ...]

    @property
    def spent(self) -> float:
        return sum(one.reward.cost for one in self.promised)

    @property
    def left(self) -> float | None:
        return None if self.budget is None else self.budget - self.spent

    @property
    def reaches(self) -> int | None:
        if self.left is None or not self.menu:
            return None
        cheapest = self.menu[0].cost
        return len(self.waiting) if cheapest == 0 else min(int(max(self.left, 0) // cheapest), len(self.waiting))


def rewards_of(cursor: DuckDBPyConnection, period: tuple[date, date]) -> Rewards:
    """The rewards of the period (first day, first day after). One from a sheet that names its reward waits for none."""
    every = promises(cursor)
    has_one = {one.recognition for one in every}
    said = likings(cursor)
    given = recognitions(cursor, Filters(period[0], None))
    waiting = [
        Waiting(one, key, said.get(fold(one.employee)))
        for key, one in zip(_keys(given), given, strict=True)
        if one.given_on < period[1] and key not in has_one and not one.reward
    ]
    return Rewards(
        period,
        tuple(menu(cursor)),
        budget_of(cursor, period),
        tuple(one for one in every if period[0] <= one.promised_on < period[1]),
        tuple(waiting),
    )


def public_recognitions(cursor: DuckDBPyConnection) -> list[Recognition]:
    """What may hang on the wall, the latest first: not those of people who like to be thanked in private."""
    hidden = in_private(cursor)
    return [one for one in recognitions(cursor) if fold(one.employee) not in hidden]


def _keys(given: list[Recognition]) -> list[str]:
    """What names each recognition wherever it came from; in a sheet, its person as written there, since the name shown
    changes with the staff sheet. Sheets may thank one person twice on a day for the same: then they are numbered."""
    keys, times = [], Counter[str]()
    for one in given:
        key = f"{one.given_on.isoformat()} {one.employee_key} {fold(one.reason)}"
        times[key] += one.entry_no is None
        again = f" {times[key]}" if times[key] > 1 else ""
        keys.append(f"{key}{again}" if one.entry_no is None else str(one.entry_no))
    return keys
