"""What a viewer may see of named others: the only way by which screens ask for boards, movements, cards and remarks.

The functions behind these doors answer everything; here the viewer is checked, and what is not theirs to see is refused
or left out. A test holds that screens ask for people here.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import PEOPLE_DIMENSIONS, Dimension
from momentos.domain.errors import NotAllowed
from momentos.domain.metrics import Metric
from momentos.domain.viewer import Viewer, need_card, need_lead
from momentos.figures.catalogue import period_covered
from momentos.figures.filters import Filters
from momentos.people.kept.card_remarks import Remark, remarks
from momentos.people.meanings.policy import POINTS, Audience, Credit, Policy
from momentos.people.questions.awards import PastPeriod, past_periods
from momentos.people.questions.board import TeamBoard, team_board
from momentos.people.questions.card import Card, card, people_of
from momentos.people.questions.policy import (
    PolicyBoard,
    board_policy,
    changes_since,
    points_changes_since,
    policy_board,
    policy_window,
)
from momentos.people.questions.recognition import Recognition, recognitions
from momentos.people.questions.recognition_proposals import Leader, never_recognised, possible_leaders

Weights = Mapping[str, tuple[float, float | None]]
"""By metric, its share of the weight as written down, and as it really is (``None``: not known)."""


def may_see_board(viewer: Viewer, policy: Policy, by: Dimension) -> bool:
    """Whether the policy shows this board to the viewer; boards of teams, areas and sites name nobody."""
    if by is not Dimension.EMPLOYEE or policy.audience is Audience.EVERYBODY:
        return True
    return viewer.is_lead and policy.audience is Audience.LEADS


def seen_board(
    cursor: DuckDBPyConnection,
    viewer: Viewer,
    policy: Policy,
    metric: Metric,
    filters: Filters,
    by: Dimension = Dimension.EMPLOYEE,
) -> TeamBoard | PolicyBoard:
    """The board of a metric, or of the policy's points.

    Where it names people, only a lead sees the figures of those who are not above the team; the others see them by
    alphabet, as impossible to tell apart.

    Raises ``Refused`` where the policy does not show the board to the viewer.
    """
    if not may_see_board(viewer, policy, by):
        raise NotAllowed(policy.audience.label)
    board: TeamBoard | PolicyBoard
    if metric is POINTS:
        board = policy_board(cursor, policy, filters, by)
    else:
        rules, cases = board_policy(policy), policy.case_mix
        board = team_board(cursor, metric, filters, rules, by=by, cases=cases, credit=policy.credit)
    is_for_all = viewer.is_lead or by not in PEOPLE_DIMENSIONS
    return board if is_for_all else replace(board, rows=_only_praise(board.rows))


def whole_board(
    cursor: DuckDBPyConnection,
    viewer: Viewer,
    policy: Policy,
    metric: Metric,
    filters: Filters,
    *,
    by: Dimension,
    credit: Credit,
) -> TeamBoard:
    """The board of a metric for a lead, whomever the policy shows it to; else ``Refused``."""
    need_lead(viewer)
    rules, cases = board_policy(policy), policy.case_mix
    return team_board(cursor, metric, filters, rules, by=by, cases=cases, credit=credit)


def seen_movements(
    cursor: DuckDBPyConnection,
    viewer: Viewer,
    policy: Policy,
    metric: Metric,
    filters: Filters,
    by: Dimension = Dimension.EMPLOYEE,
) -> pd.DataFrame:
    """Who really changed since the period before; of those who got worse nothing is said but to a lead."""
    if not may_see_board(viewer, policy, by):
        raise NotAllowed(policy.audience.label)
    if metric is POINTS:
        found = points_changes_since(cursor, policy, filters, by)
    else:
        found = changes_since(cursor, policy, metric.key, filters, by)
    return found if viewer.is_lead else found[found["movement"] == "better"]


def weights_of(cursor: DuckDBPyConnection, policy: Policy, today: date) -> Weights:
    """The policy's weights in its last window of data; empty without any. Names nobody."""
    covered = period_covered(cursor, today)
    return {} if covered is None else policy_board(cursor, policy, policy_window(policy, covered[1])).weights


def seen_past_periods(
    cursor: DuckDBPyConnection, viewer: Viewer, policy: Policy, today: date
) -> tuple[PastPeriod, ...]:
    """Whom a policy would have recognised, for a lead; else ``Refused``."""
    need_lead(viewer)
    return past_periods(cursor, policy, today)


def seen_card(cursor: DuckDBPyConnection, viewer: Viewer, employee: str, policy: Policy, filters: Filters) -> Card:
    """A person's card, for them and for whoever leads; else ``Refused``."""
    need_card(viewer, employee)
    return card(cursor, employee, policy, filters)


def seen_team(cursor: DuckDBPyConnection, viewer: Viewer, supervisor: str) -> list[str]:
    """Everybody whom this lead leads, by alphabet, for a lead; else ``Refused``."""
    need_lead(viewer)
    return people_of(cursor, supervisor)


def team_cards(
    cursor: DuckDBPyConnection, viewer: Viewer, supervisor: str, policy: Policy, filters: Filters
) -> tuple[Card, ...]:
    """Everybody's card of a team, for a lead; else ``Refused``."""
    need_lead(viewer)
    return tuple(card(cursor, one, policy, filters) for one in people_of(cursor, supervisor))


def seen_remarks(cursor: DuckDBPyConnection, viewer: Viewer, employee: str | None = None) -> list[Remark]:
    """What a person said of their figures, for them and for whoever leads; everybody's for a lead; else ``Refused``."""
    if employee is None:
        need_lead(viewer)
    else:
        need_card(viewer, employee)
    return remarks(cursor, employee)


def seen_leaders(cursor: DuckDBPyConnection, viewer: Viewer, policy: Policy, today: date) -> tuple[Leader, ...]:
    """Possible leaders, for a lead; else ``Refused``."""
    need_lead(viewer)
    return possible_leaders(cursor, policy, today)


def seen_recognitions(cursor: DuckDBPyConnection, viewer: Viewer, filters: Filters) -> list[Recognition]:
    """All recognitions given inside the window, the latest first, for a lead: also of those who like it in private;
    else ``Refused``."""
    need_lead(viewer)
    return recognitions(cursor, filters)


def seen_never_recognised(cursor: DuckDBPyConnection, viewer: Viewer, filters: Filters) -> tuple[str, ...]:
    """Who has never been recognised, by name, for a lead; else ``Refused``."""
    need_lead(viewer)
    return never_recognised(cursor, filters)


def _only_praise(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with nothing that could tell who is below: a figure or an interval would, whatever the band says."""
    if rows.empty:
        return rows
    is_above = rows["band"] == "above"
    figures = ["observed", "expected", "score", "low", "high", "p_above", "p_top3"]
    hidden = rows.assign(
        band=rows["band"].mask(rows["band"] == "below", "same"),
        **{one: pd.to_numeric(rows[one]).where(is_above) for one in figures},
        is_weak_comparison=rows["is_weak_comparison"] & is_above,
    )
    return pd.concat([hidden[is_above], hidden[~is_above].sort_values(["missing", "employee"])], ignore_index=True)
