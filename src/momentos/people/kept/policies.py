"""The published policies: versions with date and author in the journal, frozen for a period once it has begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, need_lead
from momentos.people.meanings.policy import READY_POLICIES, Policy, as_plain, from_plain, period_of
from momentos.people.meanings.policy_problems import problems
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal_kinds import kept_as

_COMPANY = "company"


@kept_as("policy")
@dataclass(frozen=True)
class PublishedPolicy:
    """A policy, and the day from which it holds."""

    starts_on: date
    policy: Policy

    def as_plain(self) -> dict[str, Any]:
        return {"starts_on": self.starts_on.isoformat(), "policy": as_plain(self.policy)}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "PublishedPolicy":
        return cls(date.fromisoformat(value["starts_on"]), from_plain(value["policy"]))


@dataclass(frozen=True)
class Version:
    """One published policy; ``number`` counts from 1. It holds from ``starts_on`` until the next one's."""

    number: int
    starts_on: date
    author: str
    written_at: datetime
    policy: Policy


def versions(cursor: DuckDBPyConnection) -> list[Version]:
    """Every version, oldest first."""
    return [
        Version(
            number,
            one.said.starts_on,
            one.author,
            one.written_at,
            one.said.policy,
        )
        for number, one in enumerate(journal.entries(cursor, PublishedPolicy, _COMPANY), start=1)
    ]


def version_on(cursor: DuckDBPyConnection, day: date) -> Version | None:
    """The version that holds on that day: of those that had begun, the one that began last."""
    begun = [one for one in versions(cursor) if one.starts_on <= day]
    return max(begun, key=lambda one: (one.starts_on, one.number), default=None)


def policy_on(cursor: DuckDBPyConnection, day: date) -> Policy:
    """The policy that holds on that day; where none was published, the ready one for individuals."""
    version = version_on(cursor, day)
    return READY_POLICIES[0].policy if version is None else version.policy


def first_free_day(cursor: DuckDBPyConnection, policy: Policy, today: date) -> date:
    """From which day a new version can hold: the present period's first while nothing is published, else the next's."""
    version = version_on(cursor, today)
    if version is None:
        return period_of(policy, today)[0]
    return period_of(version.policy, today)[1]


def publish(
    warehouse: Warehouse,
    viewer: Viewer,
    policy: Policy,
    *,
    author: str,
    at: datetime,
    starts_on: date | None = None,
) -> Version:
    """Keep the policy as a new version. Raises ``Refused`` to who does not lead, if it is unsound or if its period has
    begun under another."""
    need_lead(viewer)
    found = problems(policy)
    if found:
        raise WrongInput(found[0])
    unnamed = say("A policy is published with its name and that of its author.")
    signature = signed(author, unnamed)
    if not policy.name.strip():
        raise WrongInput(unnamed)
    with warehouse.transaction() as cursor:
        free = first_free_day(cursor, policy, at.date())
        number = len(versions(cursor)) + 1
        start = free if starts_on is None else starts_on
        if start < free:
            raise WrongInput(
                say(
                    "A period that began under a policy keeps it to its end. A new version can hold from {day}.",
                    day=free.isoformat(),
                )
            )
        entry = journal.write_in(cursor, PublishedPolicy(start, policy), _COMPANY, author=signature, at=at)
    return Version(number, start, entry.author, entry.written_at, policy)
