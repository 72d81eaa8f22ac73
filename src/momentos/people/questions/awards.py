"""Who is recognised by a policy and why, what past periods would have shown, and what nobody can reach."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.viewer import inner
from momentos.figures.catalogue import period_covered
from momentos.figures.filters import Filters
from momentos.people.meanings.policy import PEER_VOICES, Award, Policy
from momentos.people.questions.board import each, who_left
from momentos.people.questions.policy import PolicyBoard, points_changes_since, policy_board, policy_window
from momentos.people.questions.recognition import peer_voices


@dataclass(frozen=True)
class Winner:
    """Somebody, or a team, recognised by the policy, with what the award looks at.

    ``figure``: fair points, points gained since the period before, different colleagues, or how many took part in the
    draw. ``beside`` are the points it stands beside, the team's or the standard's; ``n`` the answers it rests on.
    ``luck`` is the probability that they are not truly above the rest (or did not truly improve); ``None`` where the
    award says nothing of that.
    """

    name: str
    award: Award
    figure: float
    beside: float | None = None
    n: int | None = None
    luck: float | None = None


@dataclass(frozen=True)
class PastPeriod:
    """Who would have been recognised in a past window."""

    from_on: date
    to_on: date
    winners: tuple[Winner, ...]

    @property
    def by_luck(self) -> float:
        """Of the individual awards, how many are expected to be luck."""
        return sum(one.luck for one in self.winners if one.luck is not None)


class Obstacle(StrEnum):
    """What of a policy keeps everybody from being recognised."""

    NO_FIGURES = "no_figures"
    ANSWERS = "answers"
    THRESHOLDS = "thresholds"
    STANDARD = "standard"


@dataclass(frozen=True)
class Hurdle:
    """An obstacle, and the most that anybody has: answers, or points; 0 where it is not of a number."""

    obstacle: Obstacle
    most: float = 0


@dataclass(frozen=True)
class _Asked:
    """What every award is decided from."""

    cursor: DuckDBPyConnection
    policy: Policy
    filters: Filters
    board: PolicyBoard


@inner
def winners(cursor: DuckDBPyConnection, policy: Policy, filters: Filters) -> tuple[Winner, ...]:
    """Everybody the policy recognises in the window, award by award. Ties are shared; an award may go to nobody.
    Whoever left before the window ended is not proposed."""
    board = policy_board(cursor, policy, filters)
    gone = who_left(cursor, filters.to_on)
    found: list[Winner] = []
    for award in policy.awards:
        found.extend(one for one in _RULES[award](_Asked(cursor, policy, filters, board)) if one.name not in gone)
    return tuple(found)


@inner
def past_periods(cursor: DuckDBPyConnection, policy: Policy, today: date, how_many: int = 4) -> tuple[PastPeriod, ...]:
    """The last windows of data under the policy, latest first; fewer where the data do not reach back so far."""
    covered = period_covered(cursor, today)
    if covered is None:
        return ()
    found: list[PastPeriod] = []
    last = covered[1]
    while len(found) < how_many:
        window = policy_window(policy, last)
        assert window.from_on is not None
        if window.from_on < covered[0] and found:
            break
        found.append(PastPeriod(window.from_on, last, winners(cursor, policy, window)))
        last = window.from_on - timedelta(days=1)
        if last < covered[0]:
            break
    return tuple(found)


def out_of_reach(cursor: DuckDBPyConnection, policy: Policy, today: date) -> tuple[Hurdle, ...]:
    """What of the policy nobody could have reached in the last window of data; nothing without data."""
    covered = period_covered(cursor, today)
    if covered is None:
        return ()
    filters = policy_window(policy, covered[1])
    board = policy_board(cursor, policy, filters)
    if board.rows.empty:
        return (Hurdle(Obstacle.NO_FIGURES),)
    found = []
    needs_answers = {Award.ABOVE, Award.STANDARD, Award.RAFFLE, Award.IMPROVED} & set(policy.awards)
    most = int(board.rows["n"].max())
    if needs_answers and most < policy.award_n:
        found.append(Hurdle(Obstacle.ANSWERS, most))
    if policy.thresholds and not board.rows["meets"].any():
        found.append(Hurdle(Obstacle.THRESHOLDS))
    if {Award.STANDARD, Award.RAFFLE} & set(policy.awards) and board.rows["score"].max() < policy.standard:
        found.append(Hurdle(Obstacle.STANDARD, float(board.rows["score"].max())))
    return tuple(found)


def luck_of(periods: Sequence[PastPeriod]) -> tuple[int, float]:
    """Over past periods: how many awards, and how many of them are expected to be luck."""
    return sum(len(one.winners) for one in periods), sum(one.by_luck for one in periods)


def _above(asked: _Asked) -> list[Winner]:
    return [
        Winner(row.employee, Award.ABOVE, row.score, asked.board.team, row.n, 1 - row.p_above)
        for row in each(asked.board.rows)
        if row.is_award and row.meets
    ]


def _team(asked: _Asked) -> list[Winner]:
    teams = policy_board(asked.cursor, asked.policy, asked.filters, Dimension.SUPERVISOR)
    return [replace(one, award=Award.TEAM) for one in _above(replace(asked, board=teams))]


def _standard(asked: _Asked) -> list[Winner]:
    return [
        Winner(row.employee, Award.STANDARD, row.score, asked.policy.standard, row.n)
        for row in each(asked.board.rows)
        if row.score >= asked.policy.standard and not row.missing_for_award and row.meets
    ]


def _raffle(asked: _Asked) -> list[Winner]:
    """Drawn by the window's last day: anybody who repeats the draw gets the same names."""
    taking_part = sorted(one.name for one in _standard(asked))
    draw = random.Random(f"{asked.filters.from_on}{asked.filters.to_on}")
    drawn = draw.sample(taking_part, min(asked.policy.winners, len(taking_part)))
    return [Winner(name, Award.RAFFLE, len(taking_part)) for name in drawn]


def _improved(asked: _Asked) -> list[Winner]:
    """By the points of the whole policy, against the window just before."""
    changes = points_changes_since(asked.cursor, asked.policy, asked.filters)
    meets = dict(zip(asked.board.rows["employee"], asked.board.rows["meets"], strict=True))
    return [
        Winner(row.employee, Award.IMPROVED, row.change, n=row.n, luck=1 - row.p_improved)
        for row in each(changes)
        if row.is_award and meets.get(row.employee, False)
    ]


def _peers(asked: _Asked) -> list[Winner]:
    voices = peer_voices(asked.cursor, asked.filters)
    most = max(voices.values(), default=0)
    if most < PEER_VOICES:
        return []
    return [Winner(name, Award.PEERS, most) for name, count in voices.items() if count == most]


_RULES = {
    Award.ABOVE: _above,
    Award.TEAM: _team,
    Award.STANDARD: _standard,
    Award.IMPROVED: _improved,
    Award.PEERS: _peers,
    Award.RAFFLE: _raffle,
}
