"""The sample company's interactions: who met whom, when, where, how long it took and how it felt."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from momentos.sample.company import FIRST_DAY, LAST_DAY, TOUCHPOINTS, Touchpoint
from momentos.sample.people import Customers, Employee
from momentos.sample.truths import (
    CRISIS_AREA,
    CRISIS_CALLS_TO,
    CRISIS_MONTH,
    SLOW_CHANNEL,
    SLOW_TIMES,
    shift,
)

INTERACTIONS = 24_000
DAYS = [FIRST_DAY + timedelta(days=number) for number in range((LAST_DAY - FIRST_DAY).days + 1)]
WEEKDAY_PACE = (0.9, 0.85, 0.9, 1.0, 1.2, 1.5, 0.65)
MONTH_PACE = {1: 0.8, 2: 0.8, 5: 1.1, 11: 1.2, 12: 1.6}
QUEUED = ("Tienda", "Teléfono", "WhatsApp", "Chat web")
PATIENCE_SECONDS = {"Tienda": 6_000, "Teléfono": 900, "WhatsApp": 4_000, "Chat web": 900}
MOOD_SPREAD, NOISE_SPREAD = 0.35, 0.75
WAIT_WEIGHT = 0.12
UNKNOWN_CUSTOMER_SHARE = 0.06
CRISIS_DEMAND = 1.7
CRISIS_DELAY = 2.4
MISSING = -1


@dataclass(frozen=True)
class Contacts:
    """The interactions as parallel arrays, in order of time.

    ``touchpoint``, ``employee`` and ``customer`` are positions in their lists; ``MISSING`` where nobody is known.
    ``second`` counts from the midnight of ``day``. Times are seconds, ``nan`` where there is none.
    ``experience`` is how it felt, on the 1–5 scale before rounding.
    """

    day: np.ndarray
    second: np.ndarray
    touchpoint: np.ndarray
    channel: np.ndarray
    reason: np.ndarray
    customer: np.ndarray
    employee: np.ndarray
    wait: np.ndarray
    handle: np.ndarray
    resolution: np.ndarray
    answered: np.ndarray
    resolved: np.ndarray
    first_contact: np.ndarray
    escalated: np.ndarray
    reopened: np.ndarray
    compensation: np.ndarray
    experience: np.ndarray


def month_of(day: date) -> int:
    """Months since the first."""
    return (day.year - FIRST_DAY.year) * 12 + day.month - FIRST_DAY.month


MONTH_OF_DAY = np.array([month_of(day) for day in DAYS])


def make_contacts(rng: np.random.Generator, staff: list[Employee], customers: Customers) -> Contacts:
    """Twenty-four thousand interactions over the eighteen months."""
    day, touchpoint = _when_and_where(rng)
    channel, reason = _channel_and_reason(rng, touchpoint)
    wait = _waits(rng, touchpoint, channel)
    answered = _stayed(rng, wait, channel)
    employee = np.where(answered, _who_attended(rng, day, touchpoint, staff), MISSING)
    customer = draw_customers(rng, day, customers)
    experience = _experience(rng, day, touchpoint, wait, employee, staff, customers.mood[customer])
    known = rng.random(INTERACTIONS) >= UNKNOWN_CUSTOMER_SHARE
    handle, resolution = _times(rng, day, touchpoint, answered)
    resolved, first_contact, escalated, reopened = _outcomes(rng, experience, answered)
    return Contacts(
        day=day,
        second=_seconds_of_day(rng, day),
        touchpoint=touchpoint,
        channel=channel,
        reason=reason,
        customer=np.where(known, customer, MISSING),
        employee=employee,
        wait=wait,
        handle=handle,
        resolution=np.where(resolved, resolution, np.nan),
        answered=answered,
        resolved=resolved,
        first_contact=first_contact,
        escalated=escalated,
        reopened=reopened,
        compensation=_compensations(rng, experience, answered),
        experience=experience,
    )


def _when_and_where(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Day and touchpoint of each interaction, sorted by day; in the crisis people ask where their order is."""
    days = np.array([WEEKDAY_PACE[day.weekday()] * MONTH_PACE.get(day.month, 1.0) for day in DAYS])
    demand = np.outer(days, [point.volume for point in TOUCHPOINTS])
    calls = np.array([point.area == CRISIS_CALLS_TO for point in TOUCHPOINTS])
    demand[np.ix_(MONTH_OF_DAY == CRISIS_MONTH, calls)] *= CRISIS_DEMAND
    cells = np.sort(rng.choice(demand.size, size=INTERACTIONS, p=demand.ravel() / demand.sum()))
    return cells // len(TOUCHPOINTS), cells % len(TOUCHPOINTS)


def _seconds_of_day(rng: np.random.Generator, day: np.ndarray) -> np.ndarray:
    """Between eight in the morning and eight at night, busiest at noon and at the end of the afternoon; in order within a day."""
    noon, evening = rng.normal(11.8, 1.8, INTERACTIONS), rng.normal(17.2, 1.5, INTERACTIONS)
    hours = np.where(rng.random(INTERACTIONS) < 0.55, noon, evening)
    second = (np.clip(hours, 8.0, 19.98) * 3600).astype(int)
    return second[np.lexsort((second, day))]


def _channel_and_reason(rng: np.random.Generator, touchpoint: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    channel = np.empty(INTERACTIONS, dtype=object)
    reason = np.empty(INTERACTIONS, dtype=object)
    for place, point in enumerate(TOUCHPOINTS):
        here = np.flatnonzero(touchpoint == place)
        channel[here] = rng.choice(list(point.channels), size=here.size, p=list(point.channels.values()))
        reason[here] = rng.choice(point.reasons, size=here.size)
    return channel, reason


def _waits(rng: np.random.Generator, touchpoint: np.ndarray, channel: np.ndarray) -> np.ndarray:
    """Seconds in a queue, ``nan`` where there is no queue; one channel is slower than the others."""
    usual = _typical(touchpoint, "wait")
    waits = usual * rng.lognormal(-0.18, 0.6, size=INTERACTIONS)
    waits = np.where(channel == SLOW_CHANNEL, waits * SLOW_TIMES, waits)
    return np.where(np.isin(channel, QUEUED), np.round(waits), np.nan)


def _stayed(rng: np.random.Generator, wait: np.ndarray, channel: np.ndarray) -> np.ndarray:
    patience = np.array([PATIENCE_SECONDS.get(one, np.inf) for one in channel])
    return rng.random(INTERACTIONS) < np.exp(-np.nan_to_num(wait) / patience)


def _who_attended(
    rng: np.random.Generator, day: np.ndarray, touchpoint: np.ndarray, staff: list[Employee]
) -> np.ndarray:
    """Somebody of the touchpoint's area who worked that day, the busier ones more often."""
    attended = np.full(INTERACTIONS, MISSING)
    areas = np.array([point.area for point in TOUCHPOINTS])[touchpoint]
    for area in dict.fromkeys(areas):
        people = [place for place, person in enumerate(staff) if person.area == area]
        pace = np.array([[staff[one].pace * staff[one].works_on(date_) for one in people] for date_ in DAYS])
        shares = np.cumsum(pace / pace.sum(axis=1, keepdims=True), axis=1)
        here = np.flatnonzero(areas == area)
        drawn = (rng.random(here.size)[:, None] > shares[day[here]]).sum(axis=1)
        attended[here] = np.array(people)[np.minimum(drawn, len(people) - 1)]
    return attended


def draw_customers(rng: np.random.Generator, day: np.ndarray, customers: Customers) -> np.ndarray:
    """One customer for each day given, among those who were customers by then, the more frequent more often."""
    running = np.cumsum(customers.pace)
    newest = np.searchsorted(customers.since, day, side="right") - 1
    return np.searchsorted(running, rng.random(day.size) * running[newest])


def _experience(
    rng: np.random.Generator,
    day: np.ndarray,
    touchpoint: np.ndarray,
    wait: np.ndarray,
    employee: np.ndarray,
    staff: list[Employee],
    mood: np.ndarray,
) -> np.ndarray:
    """Touchpoint's quality + the month's shift + who attended + the wait + the customer's mood + chance."""
    effects = np.array([person.effect for person in staff])
    longer = np.nan_to_num(np.log(np.maximum(wait, 5) / _typical(touchpoint, "wait")))
    return (
        usual_experience(day, touchpoint)
        + np.where(employee == MISSING, 0.0, effects[employee])
        - WAIT_WEIGHT * longer
        + MOOD_SPREAD * mood
        + rng.normal(0.0, NOISE_SPREAD, size=day.size)
    )


def usual_experience(day: np.ndarray, touchpoint: np.ndarray) -> np.ndarray:
    """What a touchpoint offered on a day, before people and chance."""
    months = range(MONTH_OF_DAY[-1] + 1)
    offered = np.array([[point.quality + shift(point.area, month) for point in TOUCHPOINTS] for month in months])
    return offered[MONTH_OF_DAY[day], touchpoint]


def _times(
    rng: np.random.Generator, day: np.ndarray, touchpoint: np.ndarray, answered: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Seconds of attention and from opening to solution; deliveries were late in the crisis."""
    handle = np.round(_typical(touchpoint, "handle") * rng.lognormal(-0.1, 0.45, size=INTERACTIONS))
    resolution = np.round(3600 * _typical(touchpoint, "resolution") * rng.lognormal(-0.12, 0.5, size=INTERACTIONS))
    areas = np.array([point.area for point in TOUCHPOINTS])[touchpoint]
    late = (areas == CRISIS_AREA) & (MONTH_OF_DAY[day] == CRISIS_MONTH)
    return np.where(answered, handle, np.nan), np.where(late, resolution * CRISIS_DELAY, resolution)


def _outcomes(
    rng: np.random.Generator, experience: np.ndarray, answered: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Resolved, at first contact, escalated, reopened: the better it felt, the more often it was solved."""

    def happens(chance: np.ndarray) -> np.ndarray:
        return rng.random(INTERACTIONS) < chance

    odds = 1 / (1 + np.exp(-(experience - 3.0) * 1.3))
    resolved = answered & happens(0.70 + 0.29 * odds)
    first_contact = resolved & happens(0.62 + 0.33 * odds)
    escalated = answered & ~first_contact & happens(0.25 + 0.35 * (1 - odds))
    return resolved, first_contact, escalated, resolved & happens(0.09 * (1 - odds) + 0.01)


def _compensations(rng: np.random.Generator, experience: np.ndarray, answered: np.ndarray) -> np.ndarray:
    """Pesos, in thousands rounded; 0 for nearly all."""
    given = answered & (experience < 2.4) & (rng.random(INTERACTIONS) < 0.3)
    return np.where(given, 1_000 * rng.integers(10, 80, size=INTERACTIONS), 0)


def _typical(touchpoint: np.ndarray, time: str) -> np.ndarray:
    """The usual time of each interaction's touchpoint; ``nan`` where it has none."""
    return np.array([_time_of(point, time) for point in TOUCHPOINTS])[touchpoint]


def _time_of(point: Touchpoint, time: str) -> float:
    value = getattr(point, time)
    return np.nan if value is None else float(value)
