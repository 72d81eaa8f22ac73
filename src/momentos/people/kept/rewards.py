"""Rewards: the menu with its costs, the budget of a period, what each person likes, and what was promised and given.

All of it lives in the journal with author and time. Only whoever leads writes here, but for what each person likes.
"""

from dataclasses import dataclass
from datetime import date, datetime

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.quantities import Amount
from momentos.domain.viewer import Viewer, need_lead, need_person
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse

REWARD, BUDGET, LIKING, PROMISE, HANDED = "reward", "reward_budget", "reward_liking", "reward_promise", "reward_handed"
HIGHEST_COST = 1e12

Period = tuple[date, date]
"""First day, and first day after."""


@dataclass(frozen=True)
class Reward:
    """One line of the menu; a cost of 0 is a reward that costs nothing."""

    name: str
    cost: float


@dataclass(frozen=True)
class Liking:
    """How a person likes to be thanked: in public or not, and with which reward (empty: any)."""

    is_public: bool = True
    reward: str = ""


@dataclass(frozen=True)
class Promise:
    """A reward promised to somebody for a recognition; without ``handed_on`` it is still owed."""

    entry_no: int
    employee: str
    recognition: str
    reward: Reward
    promised_by: str
    promised_on: date
    handed_on: date | None


def put_on_menu(warehouse: Warehouse, viewer: Viewer, name: str, cost: float, *, author: str, at: datetime) -> None:
    """Add a reward, or give it another cost. Raises ``Refused`` without a name, unsigned, with a cost below 0 or beyond
    reason, or to who does not lead."""
    _need_lead(viewer, author)
    if not name.strip():
        raise WrongInput(say("A reward has a name."))
    if not 0 <= cost <= HIGHEST_COST:
        raise WrongInput(say("A cost is at least 0 and at most {most}.", most=Amount(HIGHEST_COST)))
    value = {"name": name.strip(), "cost": float(cost)}
    journal.write(warehouse, REWARD, fold(name), value, author=author, at=at)


def take_off_menu(warehouse: Warehouse, viewer: Viewer, name: str, *, author: str, at: datetime) -> None:
    """Offer the reward no more; what was promised stays promised. Raises ``Refused`` unsigned, or to who does not
    lead."""
    _need_lead(viewer, author)
    journal.write(warehouse, REWARD, fold(name), {"name": name, "cost": None}, author=author, at=at)


def menu(cursor: DuckDBPyConnection) -> list[Reward]:
    """What is offered now, the cheapest first."""
    offered = [
        Reward(str(one.value["name"]), float(one.value["cost"]))
        for one in journal.latest(cursor, REWARD).values()
        if one.value["cost"] is not None
    ]
    return sorted(offered, key=lambda one: (one.cost, one.name))


def set_budget(
    warehouse: Warehouse, viewer: Viewer, period: Period, amount: float, *, author: str, at: datetime
) -> None:
    """Say how much there is for the period. Raises ``Refused`` unsigned, below 0 or beyond reason, or to who does not
    lead."""
    _need_lead(viewer, author)
    if not 0 <= amount <= HIGHEST_COST:
        raise WrongInput(say("A budget is at least 0 and at most {most}.", most=Amount(HIGHEST_COST)))
    journal.write(warehouse, BUDGET, _key(period), {"amount": float(amount)}, author=author, at=at)


def budget_of(cursor: DuckDBPyConnection, period: Period) -> float | None:
    """The budget of exactly this period; ``None`` while nobody has set it: a month's is not the quarter's."""
    found = journal.latest(cursor, BUDGET, _key(period)).get(_key(period))
    return None if found is None else float(found.value["amount"])


def say_liking(warehouse: Warehouse, viewer: Viewer, employee: str, liking: Liking, *, at: datetime) -> None:
    """Keep how a person likes to be thanked. Raises ``Refused`` if it is not said by themselves."""
    author = need_person(viewer, employee)
    value = {"is_public": liking.is_public, "reward": liking.reward}
    journal.write(warehouse, LIKING, fold(employee), value, author=author, at=at)


def likings(cursor: DuckDBPyConnection) -> dict[str, Liking]:
    """By folded name, what each person said last; who said nothing is not there."""
    return {
        who: Liking(bool(one.value["is_public"]), str(one.value["reward"]))
        for who, one in journal.latest(cursor, LIKING).items()
    }


def in_private(cursor: DuckDBPyConnection) -> frozenset[str]:
    """The folded names of those who like to be thanked in private: their recognitions are not shown to everybody."""
    return frozenset(who for who, liking in likings(cursor).items() if not liking.is_public)


def promise(
    warehouse: Warehouse,
    viewer: Viewer,
    employee: str,
    recognition: str,
    reward: Reward,
    *,
    period: Period,
    author: str,
    at: datetime,
) -> None:
    """Promise the reward for this recognition out of the budget of the period.

    Raises ``Refused`` unsigned, to who does not lead, if that recognition has one already, or if the budget does not
    suffice, also where two leads promise at once.
    """
    _need_lead(viewer, author)
    value = {"employee": employee, "reward": reward.name, "cost": reward.cost}
    with warehouse.transaction() as cursor:
        _check_it_fits(cursor, recognition, reward, period)
        journal.write_in(cursor, PROMISE, recognition, value, author=author, at=at)


def hand_over(warehouse: Warehouse, viewer: Viewer, entry_no: int, *, author: str, at: datetime) -> None:
    """Say that a promised reward was handed over. Raises ``Refused`` unsigned, to who does not lead, without such a
    promise, or a second time."""
    _need_lead(viewer, author)
    with warehouse.transaction() as cursor:
        found = [one for one in promises(cursor) if one.entry_no == entry_no]
        if not found:
            raise NotFound(say("This reward was not promised."))
        if found[0].handed_on is not None:
            raise WrongInput(say("This reward was already handed over."))
        journal.write_in(cursor, HANDED, str(entry_no), {}, author=author, at=at)


def promises(cursor: DuckDBPyConnection) -> list[Promise]:
    """Every reward promised, the latest first."""
    handed = journal.latest(cursor, HANDED)
    found = []
    for one in reversed(journal.entries(cursor, PROMISE)):
        given = handed.get(str(one.entry_no))
        found.append(
            Promise(
                one.entry_no,
                str(one.value["employee"]),
                one.subject,
                Reward(str(one.value["reward"]), float(one.value["cost"])),
                one.author,
                one.written_at.date(),
                None if given is None else given.written_at.date(),
            )
        )
    return found


def _check_it_fits(cursor: DuckDBPyConnection, recognition: str, reward: Reward, period: Period) -> None:
    made, budget = promises(cursor), budget_of(cursor, period)
    if any(one.recognition == recognition for one in made):
        raise WrongInput(say("This recognition already has its reward."))
    spent = sum(one.reward.cost for one in made if period[0] <= one.promised_on < period[1])
    if budget is not None and spent + reward.cost > budget:
        raise WrongInput(
            say(
                "The budget does not suffice: {left} are left of it and «{reward}» costs {cost}. Raise the budget or "
                "choose another.",
                left=Amount(max(budget - spent, 0)),
                reward=reward.name,
                cost=Amount(reward.cost),
            )
        )


def _key(period: Period) -> str:
    return "/".join(day.isoformat() for day in period)


def _need_lead(viewer: Viewer, author: str) -> None:
    need_lead(viewer)
    if not author.strip():
        raise WrongInput(say("What you change is signed: write your name."))
