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
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, inner, need_card, need_lead, need_person
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal_kinds import Names, kept_as

HIGHEST_COST = 1e12

Period = tuple[date, date]
"""First day, and first day after."""


@dataclass(frozen=True)
class Reward:
    """One line of the menu; a cost of 0 is a reward that costs nothing."""

    name: str
    cost: float


@kept_as("reward")
@dataclass(frozen=True)
class OfferedReward:
    """A line put on the menu, or taken off it where it has no cost."""

    name: str
    cost: float | None


@kept_as("reward_budget")
@dataclass(frozen=True)
class RewardBudget:
    """The money for the rewards of the period that is the subject."""

    amount: float


@kept_as("reward_liking", subject=Names.EMPLOYEE)
@dataclass(frozen=True)
class Liking:
    """How a person likes to be thanked: in public or not, and with which reward (empty: any)."""

    is_public: bool = True
    reward: str = ""


@kept_as("reward_promise", employee=Names.EMPLOYEE, subject=Names.ENTRY)
@dataclass(frozen=True)
class PromisedReward:
    """A reward, at what it cost then, for the recognition that is the subject."""

    employee: str
    reward: str
    cost: float


@kept_as("reward_handed", subject=Names.ENTRY)
@dataclass(frozen=True)
class HandedReward:
    """That the promise whose number is the subject was kept."""


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
    signature = _lead_signature(viewer, author)
    if not name.strip():
        raise WrongInput(say("A reward has a name."))
    if not 0 <= cost <= HIGHEST_COST:
        raise WrongInput(say("A cost is at least 0 and at most {most}.", most=Amount(HIGHEST_COST)))
    journal.write(warehouse, OfferedReward(name.strip(), float(cost)), fold(name), author=signature, at=at)


def take_off_menu(warehouse: Warehouse, viewer: Viewer, name: str, *, author: str, at: datetime) -> None:
    """Offer the reward no more; what was promised stays promised. Raises ``Refused`` unsigned, or to who does not
    lead."""
    signature = _lead_signature(viewer, author)
    journal.write(warehouse, OfferedReward(name, None), fold(name), author=signature, at=at)


def menu(cursor: DuckDBPyConnection) -> list[Reward]:
    """What is offered now, the cheapest first."""
    offered = [
        Reward(one.said.name, one.said.cost)
        for one in journal.latest(cursor, OfferedReward).values()
        if one.said.cost is not None
    ]
    return sorted(offered, key=lambda one: (one.cost, one.name))


def set_budget(
    warehouse: Warehouse, viewer: Viewer, period: Period, amount: float, *, author: str, at: datetime
) -> None:
    """Say how much there is for the period. Raises ``Refused`` unsigned, below 0 or beyond reason, or to who does not
    lead."""
    signature = _lead_signature(viewer, author)
    if not 0 <= amount <= HIGHEST_COST:
        raise WrongInput(say("A budget is at least 0 and at most {most}.", most=Amount(HIGHEST_COST)))
    journal.write(warehouse, RewardBudget(float(amount)), _key(period), author=signature, at=at)


def budget_of(cursor: DuckDBPyConnection, period: Period) -> float | None:
    """The budget of exactly this period; ``None`` while nobody has set it: a month's is not the quarter's."""
    found = journal.latest(cursor, RewardBudget, _key(period)).get(_key(period))
    return None if found is None else found.said.amount


def say_liking(warehouse: Warehouse, viewer: Viewer, employee: str, liking: Liking, *, at: datetime) -> None:
    """Keep how a person likes to be thanked. Raises ``Refused`` if it is not said by themselves."""
    author = need_person(viewer, employee)
    journal.write(warehouse, liking, fold(employee), author=author, at=at)


@inner
def likings(cursor: DuckDBPyConnection) -> dict[str, Liking]:
    """By folded name, what each person said last; who said nothing is not there."""
    return {who: one.said for who, one in journal.latest(cursor, Liking).items()}


def liking_of(cursor: DuckDBPyConnection, viewer: Viewer, employee: str) -> Liking | None:
    """How this person said that they like to be thanked, for them and for whoever leads; else ``Refused``."""
    need_card(viewer, employee)
    return likings(cursor).get(fold(employee))


@inner
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
    signature = _lead_signature(viewer, author)
    with warehouse.transaction() as cursor:
        _check_it_fits(cursor, recognition, reward, period)
        promised = PromisedReward(employee, reward.name, reward.cost)
        journal.write_in(cursor, promised, recognition, author=signature, at=at)


def hand_over(warehouse: Warehouse, viewer: Viewer, entry_no: int, *, author: str, at: datetime) -> None:
    """Say that a promised reward was handed over. Raises ``Refused`` unsigned, to who does not lead, without such a
    promise, or a second time."""
    signature = _lead_signature(viewer, author)
    with warehouse.transaction() as cursor:
        found = [one for one in promises(cursor) if one.entry_no == entry_no]
        if not found:
            raise NotFound(say("This reward was not promised."))
        if found[0].handed_on is not None:
            raise WrongInput(say("This reward was already handed over."))
        journal.write_in(cursor, HandedReward(), str(entry_no), author=signature, at=at)


@inner
def promises(cursor: DuckDBPyConnection) -> list[Promise]:
    """Every reward promised, the latest first."""
    handed = journal.latest(cursor, HandedReward)
    found = []
    for one in reversed(journal.entries(cursor, PromisedReward)):
        given = handed.get(str(one.entry_no))
        found.append(
            Promise(
                one.entry_no,
                one.said.employee,
                one.subject,
                Reward(one.said.reward, one.said.cost),
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


def _lead_signature(viewer: Viewer, author: str) -> str:
    """The name that signs. Raises ``Refused`` unsigned, or to who does not lead."""
    need_lead(viewer)
    return signed(author)
