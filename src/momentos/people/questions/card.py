"""One person's own card: their figures against their own past and the team, never against a named colleague."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.masking import masked
from momentos.domain.messages import say
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.domain.names import fold
from momentos.domain.viewer import inner
from momentos.facts import METRICS
from momentos.figures.filters import Filters, previous_window
from momentos.figures.from_sums import DENOMINATOR, NUMERATOR, SQUARES, SUMS, differences, figures
from momentos.figures.measure import fact_for
from momentos.people.kept.coaching import Note, steps_waiting
from momentos.people.meanings.policy import Policy
from momentos.people.questions.board import each, team_board
from momentos.people.questions.credit import credited_sums
from momentos.people.questions.policy import board_policy, changes_since
from momentos.people.questions.recognition import Recognition, recognitions
from momentos.people.questions.training import Enrolment, of_person
from momentos.warehouse.shown_names import employees_meant

WORDS_SHOWN = 6


@dataclass(frozen=True)
class CardFigure:
    """One metric. ``value`` as measured with its interval, ``expected`` what the team achieves in the same cases;
    nothing while answers are ``missing`` to see one's own figure. ``movement`` is better or worse where it is real."""

    metric: Metric
    n: int
    value: float | None
    low: float | None
    high: float | None
    expected: float | None
    before: float | None
    band: str | None
    movement: str | None
    missing: int
    missing_for_band: int


@dataclass(frozen=True)
class Card:
    """Everything a person is shown of their own work. Touchpoints only where the difference to the team is real;
    ``steps`` are the coaching notes whose next step was not taken yet, the first due first."""

    employee: str
    area: str | None
    supervisor: str | None
    policy: Policy
    from_on: date | None
    to_on: date | None
    figures: tuple[CardFigure, ...]
    strengths: tuple[str, ...]
    to_work_on: str | None
    words: tuple[str, ...]
    recognitions: tuple[Recognition, ...]
    courses: tuple[Enrolment, ...]
    steps: tuple[Note, ...]


@inner
def card(cursor: DuckDBPyConnection, employee: str, policy: Policy, filters: Filters) -> Card:
    """The card of the person with this name or code. Raises ``Refused`` if nobody is called so."""
    name, area, supervisor = _found(cursor, employee)
    measured = tuple(_figure(cursor, METRICS[key], name, policy, filters) for key in _keys(policy))
    strengths, weakness = _touchpoints(cursor, name, policy, filters)
    return Card(
        employee=name,
        area=area,
        supervisor=supervisor,
        policy=policy,
        from_on=filters.from_on,
        to_on=filters.to_on,
        figures=measured,
        strengths=strengths,
        to_work_on=weakness,
        words=_words(cursor, name, filters),
        recognitions=tuple(one for one in recognitions(cursor) if one.employee == name),
        courses=tuple(of_person(cursor, name)),
        steps=tuple(one for one in steps_waiting(cursor) if fold(one.employee) == fold(name)),
    )


@inner
def people_of(cursor: DuckDBPyConnection, supervisor: str) -> list[str]:
    """Everybody whom this lead leads, by alphabet."""
    rows = cursor.execute(
        "select distinct employee, supervisor from known_employees where supervisor is not null order by 1"
    ).fetchall()
    return [employee for employee, lead in rows if fold(lead) == fold(supervisor)]


def _found(cursor: DuckDBPyConnection, employee: str) -> tuple[str, str | None, str | None]:
    text = fold(employee)
    row = cursor.execute(
        """
        select employee, area, supervisor
        from employee_names
        where employee_key in (select unnest(?))
        order by key = ? desc, employee
        limit 1
        """,
        [sorted(employees_meant(cursor).get(text, ())), text],
    ).fetchone()
    if row is not None:
        return row[0], row[1], row[2]
    if alike := _of_that_name(cursor, employee):
        raise WrongInput(
            say("Several people are called {name}. Say which one: {names}.", name=employee, names=", ".join(alike))
        )
    raise NotFound(say("Nobody is called {name} in the staff sheet or in the facts.", name=employee))


def _of_that_name(cursor: DuckDBPyConnection, name: str) -> list[str]:
    """Everybody in the staff sheet who has this name, as they are told apart."""
    rows = cursor.execute(
        """
        select names.employee
        from current_employees as staff
        join employee_names as names on names.key = staff.employee_key
        where staff.name_key = ?
        order by 1
        """,
        [fold(name)],
    ).fetchall()
    return [found for (found,) in rows]


def _keys(policy: Policy) -> list[str]:
    """The policy's metrics, then its thresholds that can be compared."""
    thresholds = [one.key for one in policy.thresholds if one.metric.kind is not Kind.COUNT]
    return list(dict.fromkeys([*policy.weights, *thresholds]))


def _figure(cursor: DuckDBPyConnection, metric: Metric, name: str, policy: Policy, filters: Filters) -> CardFigure:
    board = team_board(cursor, metric, filters, board_policy(policy), cases=policy.case_mix, credit=policy.credit)
    own = board.rows[board.rows["employee"] == name]
    n = int(own["n"].iloc[0]) if len(own) else 0
    missing = max(policy.own_n - n, 0)
    missing_for_band = max(policy.band_n - n, 0)
    if missing:
        return CardFigure(metric, n, None, None, None, None, None, None, None, missing, missing_for_band)
    row = next(each(own))
    own_only = filters.only(Dimension.EMPLOYEE, name)
    low, high = _interval(_credited(cursor, metric, [Dimension.EMPLOYEE], own_only, policy), metric, n)
    before = _before(cursor, metric, name, policy, filters)
    changes = changes_since(cursor, policy, metric.key, filters)
    movement = changes.loc[changes["employee"] == name, "movement"]
    return CardFigure(
        metric,
        n,
        row.observed,
        low,
        high,
        row.expected,
        before,
        row.band if isinstance(row.band, str) else None,
        movement.iloc[0] if len(movement) and isinstance(movement.iloc[0], str) else None,
        0,
        missing_for_band,
    )


def _credited(
    cursor: DuckDBPyConnection, metric: Metric, by: Sequence[Dimension], filters: Filters, policy: Policy
) -> pd.DataFrame:
    """As ``measure``, with a case of several people counted to whom the policy says."""
    fact = fact_for(cursor, metric, {*by, *filters.where})
    found = credited_sums(cursor, fact, metric, by, filters, policy.credit)
    return figures(found[found[list(by)].notna().all(axis=1)].reset_index(drop=True), metric)


def _interval(measured: pd.DataFrame, metric: Metric, n: int) -> tuple[float | None, float | None]:
    """The interval of the figure as ``n`` answers know it: the board counts the scores of one survey as one."""
    if measured.empty:
        return None, None
    known = figures(measured[SUMS] * (n / measured[DENOMINATOR].iloc[0]), metric)
    return float(known["low"].iloc[0]), float(known["high"].iloc[0])


def _before(cursor: DuckDBPyConnection, metric: Metric, name: str, policy: Policy, filters: Filters) -> float | None:
    """The person's own figure in the window before, where it had enough answers."""
    if filters.from_on is None or filters.to_on is None:
        return None
    window = filters.within(*previous_window(filters.from_on, filters.to_on))
    found = _credited(cursor, metric, [Dimension.EMPLOYEE], window.only(Dimension.EMPLOYEE, name), policy)
    if found.empty or found["n"].iloc[0] < policy.own_n:
        return None
    return float(found["value"].iloc[0])


def _touchpoints(
    cursor: DuckDBPyConnection, name: str, policy: Policy, filters: Filters
) -> tuple[tuple[str, ...], str | None]:
    """Where the person is really better than everybody else at the same touchpoint, and the one where really worse."""
    metric = max(policy.metrics, key=lambda one: one.weight).metric
    own_only = filters.only(Dimension.EMPLOYEE, name)
    own = _credited(cursor, metric, [Dimension.TOUCHPOINT], own_only, policy)
    if own.empty:
        return (), None
    everybody = _credited(cursor, metric, [Dimension.TOUCHPOINT], filters, policy)
    both = own.merge(everybody, on="touchpoint", suffixes=("", "_all"))
    sums = (NUMERATOR, DENOMINATOR, SQUARES)
    rest = pd.DataFrame({one: both[f"{one}_all"] - both[one] for one in sums})
    is_enough = (both[DENOMINATOR] >= policy.own_n) & (rest[DENOMINATOR] >= policy.own_n)
    both, rest = both[is_enough].reset_index(drop=True), rest[is_enough].reset_index(drop=True)
    if both.empty:
        return (), None
    found = differences(both[list(sums)], rest, metric)
    sign = 1 if metric.direction is Direction.HIGHER else -1
    low, high = (found.low, found.high) if sign > 0 else (-found.high, -found.low)
    ahead = both.assign(by=sign * found.value)[low > 0].sort_values("by", ascending=False, kind="stable")
    better = ahead["touchpoint"].astype(str).tolist()
    return tuple(better), _worst(both["touchpoint"].astype(str).tolist(), sign * found.value, high < 0)


def _worst(touchpoints: list[str], values: np.ndarray, is_real: np.ndarray) -> str | None:
    """The touchpoint furthest below, of those really below."""
    places = np.flatnonzero(is_real)
    return touchpoints[places[np.argmin(values[places])]] if len(places) else None


def _words(cursor: DuckDBPyConnection, name: str, filters: Filters) -> tuple[str, ...]:
    """The latest comments of surveys that name the person, without what could tell who wrote them."""
    rows = cursor.execute(
        """
        select responses.comment, customers.name
        from current_responses as responses
        left join current_customers as customers on customers.customer_key = responses.customer_key
        where responses.comment is not null
            and responses.employee_key in (select key from employee_names where employee = ?)
            and (?::date is null or answered_at >= ?::date)
            and (?::date is null or answered_at < ?::date + interval 1 day)
        order by answered_at desc nulls last
        limit ?
        """,
        [name, filters.from_on, filters.from_on, filters.to_on, filters.to_on, WORDS_SHOWN],
    ).fetchall()
    return tuple(masked(comment, [customer] if customer else []) for comment, customer in rows)
