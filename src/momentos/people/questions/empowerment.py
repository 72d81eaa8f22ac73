"""Conflicts: who settled them, inside or beyond which limit, and which customers came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.intervals import Interval, mean_interval, wilson_interval
from momentos.analysis.matched import Matched, matched_difference
from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message, say
from momentos.domain.outcomes import OUTCOME_DAYS
from momentos.domain.samples import EACH_WAY_N
from momentos.facts import INTERACTIONS
from momentos.figures.catalogue import values_of
from momentos.figures.filters import Filters
from momentos.figures.loyalty import BOUGHT
from momentos.figures.source import conditions
from momentos.people.kept.authority import Authority
from momentos.people.questions.skills import words
from momentos.warehouse.summaries import facts_for

CONFLICT_WORDS = frozenset(
    [
        "reclamo",
        "reclamacion",
        "queja",
        "devolucion",
        "cambio",
        "garantia",
        "reparacion",
        "danado",
        "dano",
        "defecto",
        "rechazado",
        "incumplimiento",
        "cobro",
        "complaint",
        "claim",
        "return",
        "refund",
        "warranty",
        "repair",
        "damaged",
        "dispute",
        "exchange",
    ]
)
"""A reason with one of these words is proposed as a conflict until the company says which are."""
DAYS_BEFORE = 365
_VISIT_BOUNDS = (1, 2, 3, 5, 9)

# One row per conflict under the filters, with the limit of whoever attended it first.
_CONFLICTS = """
    limits as (select unnest(?::varchar[]) as role, unnest(?::double[]) as amount),
    compensated as (select count(compensation) > 0 as is_kept from current_interactions),
    conflicts as (
        select
            measured.area,
            staff.role,
            measured.customer,
            measured.occurred_on,
            measured.occurred_at,
            facts.first_contact,
            facts.escalated,
            facts.resolved,
            facts.first_contact and facts.escalated is not true and facts.reopened is not true as by_first,
            case when is_kept then coalesce(facts.compensation, 0) end as paid,
            limits.amount as allowed
        from interactions_measured as measured
        join current_interactions as facts using (record_key)
        cross join compensated
        left join known_employees as people on people.employee = measured.employee
        left join current_employees as staff on staff.employee_key = people.employee_key
        left join limits on limits.role = staff.role
        where list_contains(?::varchar[], measured.reason)
            and facts.answered is distinct from 'no'
            and {where}
    )
"""
_SUMS = """
    count(*) as n,
    count(first_contact) as first_n,
    count(*) filter (where by_first) as first_yes,
    count(*) filter (where by_first and paid is not null and allowed is not null) as inside_n,
    count(*) filter (where by_first and paid <= allowed) as inside_yes,
    count(*) filter (where escalated and paid is not null and allowed is not null) as escalated_n,
    count(*) filter (where escalated and paid <= allowed) as escalated_yes,
    count(paid) as paid_n,
    count(*) filter (where paid > 0) as paid_yes,
    coalesce(sum(paid) filter (where paid > 0), 0) as paid_sum,
    coalesce(sum(paid * paid) filter (where paid > 0), 0) as paid_squares,
    sum(paid / allowed) filter (where paid > 0 and allowed > 0) as used_sum,
    count(*) filter (where paid > 0 and allowed > 0) as used_n
"""


@dataclass(frozen=True)
class Share:
    """So many of ``n``; ``value`` from 0 to 100 with its interval, nothing where ``n`` is 0."""

    count: int
    n: int

    @property
    def value(self) -> float | None:
        return 100 * self.count / self.n if self.n else None

    @property
    def interval(self) -> Interval:
        found = wilson_interval(self.count, self.n)
        return Interval(*(None if end is None else 100 * end for end in (found.low, found.high)))


@dataclass(frozen=True)
class Settled:
    """The conflicts of a role or area (``name``; ``""`` where it is unknown), or of all.

    ``by_first``: of those where it is known, settled by the first person, neither passed on nor opened again.
    ``inside``: of those by the first person, within their limit. ``escalated_inside``: of those passed on, how many the
    first person could have settled within theirs. ``compensated``: of all, with some compensation. ``given``: the mean
    compensation given, with its interval, and ``of_limit`` the mean share of the limit it took, in per cent.
    """

    name: str
    n: int
    by_first: Share
    inside: Share
    escalated_inside: Share
    compensated: Share
    given: float | None
    given_interval: Interval
    given_in_all: float
    of_limit: float | None


class Ending(StrEnum):
    """How a customer's conflict ended."""

    AT_ONCE = "at once"
    LATER = "later"
    NEVER = "never"

    @property
    def label(self) -> Message:
        return _ENDINGS[self]


_ENDINGS = {
    Ending.AT_ONCE: say("Solved at once"),
    Ending.LATER: say("Solved later"),
    Ending.NEVER: say("Never solved"),
}


@dataclass(frozen=True)
class CameBack:
    """Customers whose first conflict ended so, and how many bought again within the days after.

    ``beside`` compares them with those solved at once who had bought as often in the year before; in per cent.
    """

    ending: Ending
    came: Share
    missing: int
    beside: Matched | None


def proposed_conflicts(cursor: DuckDBPyConnection) -> tuple[str, ...]:
    """The contact reasons that sound like conflicts."""
    return tuple(one for one in values_of(cursor, Dimension.REASON) if words(one) & CONFLICT_WORDS)


def conflict_reasons(cursor: DuckDBPyConnection, held: Authority) -> tuple[str, ...]:
    """The contact reasons that the company declared to be conflicts; while it has not, those that sound like them."""
    return held.reasons if held.reasons is not None else proposed_conflicts(cursor)


def roles(cursor: DuckDBPyConnection) -> list[str]:
    """The roles of the staff sheet, by alphabet."""
    found = cursor.execute("select distinct role from current_employees where role is not null order by 1").fetchall()
    return [role for (role,) in found]


def settled(
    cursor: DuckDBPyConnection, filters: Filters, held: Authority, by: str | None = None
) -> tuple[Settled, ...]:
    """Conflicts of the window: all as one, or one row per ``role`` or ``area``, most conflicts first."""
    ctes, values = _conflicts(cursor, filters, held)
    group = f"coalesce({by}, '') as name" if by else "'' as name"
    rows = cursor.execute(f"with {ctes} select {group}, {_SUMS} from conflicts group by 1 order by n desc, 1", values)
    names = [column[0] for column in rows.description or ()]
    return tuple(_settled(dict(zip(names, row, strict=True))) for row in rows.fetchall())


def came_back(
    cursor: DuckDBPyConnection, filters: Filters, held: Authority, days: int = OUTCOME_DAYS
) -> tuple[CameBack, ...]:
    """What became of customers after their first conflict of the window; empty without purchases of the same customers.

    Only conflicts with the whole of the days after them observed count.
    """
    ctes, values = _conflicts(cursor, filters, held)
    people = cursor.execute(
        f"""
        with {BOUGHT}, {ctes},
        first_ones as (
            select
                *,
                case
                    when resolved is false then 'never'
                    when by_first then 'at once'
                    when resolved then 'later'
                end as ending
            from conflicts
            where customer is not null
                and (resolved is not null or by_first)
            qualify row_number() over (partition by customer order by occurred_at) = 1
        )
        select
            ending,
            count(*) filter (where bought_on > occurred_on and bought_on <= occurred_on + {int(days)}) > 0 as came,
            count(*) filter (where bought_on < occurred_on and bought_on >= occurred_on - {DAYS_BEFORE}) as visits
        from first_ones
        left join bought using (customer)
        where ending is not null
            and occurred_on + {int(days)} <= (select day from purchases_watched)
        group by customer, ending, occurred_on
        """,
        values,
    ).df()
    if people.empty:
        return ()
    return tuple(_came_back(people, ending) for ending in Ending)


def _conflicts(cursor: DuckDBPyConnection, filters: Filters, held: Authority) -> tuple[str, list[object]]:
    """The conflicts as common table expressions, and their values."""
    found = conditions(cursor, filters, facts_for(INTERACTIONS))
    where = " and ".join(["true", *(f"measured.{one.sql}" for one in found)])
    named = [(role, held.limit(role)) for role in roles(cursor)]
    limited = [(role, amount) for role, amount in named if amount is not None]
    reasons = list(conflict_reasons(cursor, held))
    values: list[object] = [[role for role, _ in limited], [amount for _, amount in limited], reasons]
    return _CONFLICTS.format(where=where), [*values, *(value for one in found for value in one.values)]


def _settled(row: dict[str, object]) -> Settled:
    counted = {name: int(str(row[name])) for name in _COUNTS}
    total, squares = float(str(row["paid_sum"])), float(str(row["paid_squares"]))
    used = row["used_sum"]
    return Settled(
        name=str(row["name"]),
        n=counted["n"],
        by_first=Share(counted["first_yes"], counted["first_n"]),
        inside=Share(counted["inside_yes"], counted["inside_n"]),
        escalated_inside=Share(counted["escalated_yes"], counted["escalated_n"]),
        compensated=Share(counted["paid_yes"], counted["paid_n"]),
        given=total / counted["paid_yes"] if counted["paid_yes"] else None,
        given_interval=mean_interval(total, squares, counted["paid_yes"]),
        given_in_all=total,
        of_limit=100 * float(str(used)) / counted["used_n"] if used is not None else None,
    )


_COUNTS: Sequence[str] = (
    "n", "first_n", "first_yes", "inside_n", "inside_yes", "escalated_n", "escalated_yes", "paid_n",
    "paid_yes", "used_n",
)  # fmt: skip


def _came_back(people: pd.DataFrame, ending: Ending) -> CameBack:
    here = people[people["ending"] == ending]
    share = Share(int(here["came"].sum()), len(here))
    missing = max(EACH_WAY_N - len(here), 0)
    if ending is Ending.AT_ONCE:
        return CameBack(ending, share, missing, None)
    both = people[people["ending"].isin([ending, Ending.AT_ONCE])]
    return CameBack(
        ending,
        share,
        missing,
        matched_difference(
            100.0 * both["came"].to_numpy(dtype=float),
            (both["ending"] == ending).to_numpy(dtype=bool),
            np.digitize(both["visits"].to_numpy(), _VISIT_BOUNDS),
            scale=(0.0, 100.0),
        ),
    )
