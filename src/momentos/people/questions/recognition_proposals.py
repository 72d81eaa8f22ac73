"""Whom to recognise today and why: each proposal rests on something that can be shown. A shortlist, never a
decision."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median

from duckdb import DuckDBPyConnection

from momentos.domain.masking import masked
from momentos.domain.names import fold
from momentos.domain.viewer import inner
from momentos.figures.catalogue import period_covered
from momentos.figures.filters import Filters
from momentos.people.kept.rewards import in_private
from momentos.people.meanings.policy import Policy
from momentos.people.questions.awards import Winner, winners
from momentos.people.questions.board import each, who_left
from momentos.people.questions.policy import policy_board, policy_window
from momentos.people.questions.praise import Praise, praises
from momentos.people.questions.recognition import Recognition, peer_voices, recognitions
from momentos.people.questions.shifts import Shift, shifts_of

COMMENTS_PROPOSED = 5
"""Comments with the highest score that are proposed at most, one a person."""
SHORTEST_COMMENT = 25
"""Letters from which a comment tells something."""
LEADER_WINDOWS = 4
"""The last windows in which possible leaders are looked for."""
SLOWEST_SHOWN = 5
"""Recognitions that took the most days, listed at most."""
HARD_CASES = 3
"""Escalated or reopened cases that somebody solved, from which it is proposed."""


@dataclass(frozen=True)
class HardCases:
    """Escalated or reopened cases that somebody solved, and the number of the last of them where it has one."""

    solved: int
    last: str | None


@dataclass(frozen=True)
class Proposal:
    """Somebody to recognise, why, and the day of the fact where there is one.

    ``why`` is what it rests on: an award of the policy, a customer's words (masked) or cases solved. ``fact`` is the
    same in every language, so that nobody is proposed twice for one thing. ``is_first``: nobody has recognised this
    person yet, and others were; it is told to whoever chooses and never stands on the wall.
    """

    employee: str
    why: Winner | Praise | HardCases
    fact: str
    occurred_on: date | None
    is_first: bool = False


@dataclass(frozen=True)
class Equity:
    """How evenly recognitions fall on those who are still here. ``never``: those whom nobody recognised; ``top_share``
    of their recognitions went to the tenth of people most recognised, ``None`` while there are no more recognitions
    than people in that tenth; ``by_area`` and ``by_shift`` people recognised and people in all, the shift by the hours
    in which each attends most; ``days_to_thanks`` the median of days from the fact to the thanks, and ``slowest`` the
    recognitions that took the most, with their days, but for people who like to be thanked in private."""

    people: int
    never: tuple[str, ...]
    top_share: float | None
    by_area: tuple[tuple[str, int, int], ...]
    by_shift: tuple[tuple[Shift | None, int, int], ...]
    days_to_thanks: float | None
    slowest: tuple[tuple[Recognition, int], ...] = ()


@dataclass(frozen=True)
class Leader:
    """How often somebody was clearly above the team, by how many colleagues recognised, and courses done."""

    employee: str
    windows: int
    voices: int
    courses: int


_COURSES_DONE = """
    select people.employee, count(*)
    from current_trainings as facts
    join employee_names as people on people.key = facts.employee_key
    where completed_on is not null
    group by all
"""


def proposals(cursor: DuckDBPyConnection, policy: Policy, filters: Filters) -> tuple[Proposal, ...]:
    """By the policy, by a customer's words, by hard cases solved; whoever left, or was recognised for the same, is
    out. Words on somebody whom nobody has recognised yet come before those on others."""
    gone = who_left(cursor, filters.to_on)
    given = recognitions(cursor)
    done = {(one.employee, one.fact) for one in given}
    thanked = {one.employee for one in given}

    def still_open(found: list[Proposal]) -> list[Proposal]:
        return [one for one in found if one.employee not in gone and (one.employee, one.fact) not in done]

    found = [
        *still_open(_by_policy(cursor, policy, filters)),
        *still_open(_by_words(cursor, filters, thanked))[:COMMENTS_PROPOSED],
        *still_open(_by_hard_cases(cursor, filters)),
    ]
    return tuple(replace(one, is_first=bool(thanked) and one.employee not in thanked) for one in found)


@inner
def never_recognised(cursor: DuckDBPyConnection, filters: Filters) -> tuple[str, ...]:
    """People of the staff sheet who are still here and whom nobody has recognised yet."""
    thanked = {one.employee for one in recognitions(cursor)}
    return tuple(name for name in _still_here(cursor, filters) if name not in thanked)


@inner
def possible_leaders(
    cursor: DuckDBPyConnection, policy: Policy, today: date, how_many: int = LEADER_WINDOWS
) -> tuple[Leader, ...]:
    """People clearly above the team in several of the last windows: for a conversation, never a decision."""
    covered = period_covered(cursor, today)
    if covered is None:
        return ()
    times: Counter[str] = Counter()
    last = covered[1]
    for _ in range(how_many):
        window = policy_window(policy, last)
        times.update(row.employee for row in each(policy_board(cursor, policy, window).rows) if row.band == "above")
        last -= timedelta(days=policy.window_days)
    voices = peer_voices(cursor, Filters())
    trained = dict(cursor.execute(_COURSES_DONE).fetchall())
    gone = who_left(cursor, covered[1])
    return tuple(
        Leader(name, count, voices.get(name, 0), trained.get(name, 0))
        for name, count in times.most_common()
        if count > 1 and name not in gone
    )


def equity(cursor: DuckDBPyConnection, filters: Filters) -> Equity:
    """How recognitions since the window began fall on the people of the staff sheet: thanks come after the facts."""
    given = recognitions(cursor, filters.within(filters.from_on, None))
    staff = _still_here(cursor, filters)
    counts = Counter(one.employee for one in given if one.employee in staff)
    tenth = max(round(len(staff) / 10), 1)
    top = sum(count for _, count in counts.most_common(tenth))
    waits = [
        (one, (one.given_on - one.occurred_on).days)
        for one in given
        if one.occurred_on is not None and one.given_on >= one.occurred_on
    ]
    hidden = in_private(cursor)
    seen = [(one, days) for one, days in waits if fold(one.employee) not in hidden]
    areas: dict[str, list[str]] = {}
    shifts: dict[Shift | None, list[str]] = {}
    shift_of = shifts_of(cursor, filters)
    for name, area in staff.items():
        areas.setdefault(area or "–", []).append(name)
        shifts.setdefault(shift_of.get(name), []).append(name)
    return Equity(
        people=len(staff),
        never=tuple(name for name in staff if name not in counts),
        top_share=top / counts.total() if counts.total() > tenth else None,
        by_area=tuple((area, *_recognised(areas[area], counts)) for area in sorted(areas)),
        by_shift=tuple((one, *_recognised(shifts[one], counts)) for one in (*Shift, None) if one in shifts),
        days_to_thanks=float(median(days for _, days in waits)) if waits else None,
        slowest=tuple(sorted(seen, key=lambda wait: -wait[1])[:SLOWEST_SHOWN]),
    )


def _recognised(names: list[str], counts: Counter[str]) -> tuple[int, int]:
    """How many of these were recognised, and how many they are."""
    return sum(one in counts for one in names), len(names)


def _still_here(cursor: DuckDBPyConnection, filters: Filters) -> dict[str, str | None]:
    """The people of the staff sheet and their areas, by alphabet, but for those who left before the window ended."""
    staff = cursor.execute("select employee, area from known_employees where is_listed order by 1").fetchall()
    gone = who_left(cursor, filters.to_on)
    return {name: area for name, area in staff if name not in gone}


def _by_policy(cursor: DuckDBPyConnection, policy: Policy, filters: Filters) -> list[Proposal]:
    """The policy's awards to people; a team's is given in the meeting."""
    people = set(_known(cursor))
    return [
        Proposal(
            one.name,
            one,
            f"{one.award} {filters.from_on} {filters.to_on}",
            filters.to_on,
        )
        for one in winners(cursor, policy, filters)
        if one.name in people
    ]


def _known(cursor: DuckDBPyConnection) -> list[str]:
    return [name for (name,) in cursor.execute("select employee from known_employees").fetchall()]


def _by_words(cursor: DuckDBPyConnection, filters: Filters, thanked: set[str]) -> list[Proposal]:
    """A customer's words of praise, the latest of each person: first of those whom nobody has recognised yet, then the
    longest."""
    latest: dict[str, Praise] = {}
    for one in praises(cursor, filters, SHORTEST_COMMENT):
        latest.setdefault(one.employee, one)
    chosen = sorted(latest.values(), key=lambda one: (one.employee in thanked, -len(one.comment), one.employee))
    return [
        Proposal(
            one.employee,
            replace(one, comment=masked(one.comment, [one.customer] if one.customer else []), customer=None),
            f"words {one.number} {one.answered_on}",
            one.answered_on,
        )
        for one in chosen
    ]


def _by_hard_cases(cursor: DuckDBPyConnection, filters: Filters) -> list[Proposal]:
    """Escalated or reopened cases that somebody solved all the same: whoever has the most, ties too."""
    rows = cursor.execute(
        """
        select
            people.employee,
            count(*) as solved,
            arg_max(coalesce(facts.interaction, ''), facts.occurred_at),
            max(facts.occurred_at)::date
        from current_interactions as facts
        join employee_names as people on people.key = facts.employee_key
        where facts.resolved
            and (facts.escalated or facts.reopened)
            and (?::date is null or occurred_at >= ?::date)
            and (?::date is null or occurred_at < ?::date + interval 1 day)
        group by people.employee
        having count(*) >= ?
        qualify rank() over (order by solved desc) = 1
        order by 1
        """,
        [filters.from_on, filters.from_on, filters.to_on, filters.to_on, HARD_CASES],
    ).fetchall()
    return [
        Proposal(
            employee,
            HardCases(solved, interaction or None),
            f"hard {filters.from_on} {filters.to_on}",
            day,
        )
        for employee, solved, interaction, day in rows
    ]
