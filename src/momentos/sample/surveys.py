"""The sample company's surveys: short ones about one touchpoint, and long ones about the whole relation.

One model makes both. Loyalty is the customer's usual loyalty plus, for every touchpoint passed, its planted
weight times how far the experience was from usual, plus chance. (Of a short survey's journey only one
touchpoint is known; the rest counts as chance, and as the customer's mood.) So the impact of a touchpoint can be found
again from the answers, and compared with what was planted.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from momentos.sample.company import TOUCHPOINTS
from momentos.sample.contacts import DAYS, MISSING, MOOD_SPREAD, Contacts, usual_experience
from momentos.sample.people import CUSTOMERS, Customers

SHORT_SURVEYS, LONG_SURVEYS = 4_800, 1_200
LONG_SURVEY_DAYS = (date(2025, 11, 10), date(2026, 5, 11), date(2026, 10, 5))
DAYS_TO_ANSWER = 18
USUAL_LOYALTY = 8.3
MOOD_ON_LOYALTY = 0.35
REST_OF_JOURNEY_SPREAD = 1.1
LOYALTY_NOISE = 1.0
SHARED_SPREAD, OWN_SPREAD = 0.35, 0.85
OVERALL_PER_LOYALTY = 0.42
WEIGHTS = np.array([point.weight for point in TOUCHPOINTS])
QUALITIES = np.array([point.quality for point in TOUCHPOINTS])


@dataclass(frozen=True)
class ShortSurveys:
    """Answers about one interaction each, in order of time; ``contact`` is the interaction's position."""

    contact: np.ndarray
    day: np.ndarray
    second: np.ndarray
    nps: np.ndarray
    csat: np.ndarray
    ces: np.ndarray


@dataclass(frozen=True)
class LongSurveys:
    """Answers about the whole relation; ``scores`` is respondents × touchpoints, 1–5, 0 where not passed."""

    customer: np.ndarray
    day: np.ndarray
    second: np.ndarray
    scores: np.ndarray
    nps: np.ndarray
    csat: np.ndarray


def make_short_surveys(rng: np.random.Generator, contacts: Contacts, customers: Customers) -> ShortSurveys:
    """Answers of customers who were attended, some hours after the contact."""
    asked = np.flatnonzero(contacts.answered & (contacts.customer != MISSING) & (contacts.day < len(DAYS) - 4))
    contact = np.sort(rng.choice(asked, size=SHORT_SURVEYS, replace=False))
    experience, point = contacts.experience[contact], contacts.touchpoint[contact]
    mood = customers.mood[contacts.customer[contact]]
    loyalty = (
        USUAL_LOYALTY
        + WEIGHTS[point] * (experience - QUALITIES[point])
        + MOOD_ON_LOYALTY * mood
        + rng.normal(0.0, np.hypot(REST_OF_JOURNEY_SPREAD, LOYALTY_NOISE), size=contact.size)
    )
    second = contacts.second[contact] + rng.integers(1_800, 60 * 3_600, size=contact.size)
    return ShortSurveys(
        contact=contact,
        day=contacts.day[contact] + second // 86_400,
        second=second % 86_400,
        nps=_rounded(loyalty, 0, 10),
        csat=_rounded(experience, 1, 5),
        ces=_rounded(5.6 + 1.0 * (experience - 4.0) + rng.normal(0.0, 0.8, size=contact.size), 1, 7),
    )


def make_long_surveys(rng: np.random.Generator, customers: Customers) -> LongSurveys:
    """One answer a customer at most, in three rounds; each scores the touchpoints that customer passed."""
    rounds = np.array([DAYS.index(day) for day in LONG_SURVEY_DAYS])
    day = np.sort(np.repeat(rounds, LONG_SURVEYS // rounds.size) + rng.integers(0, DAYS_TO_ANSWER, LONG_SURVEYS))
    customer = _different_customers(rng, day, customers)
    passed = _passed(rng)
    experience = _journey_experience(rng, day, customers.mood[customer])
    moved = np.where(passed, WEIGHTS * (experience - QUALITIES), 0.0).sum(axis=1)
    loyalty = USUAL_LOYALTY + moved + rng.normal(0.0, LOYALTY_NOISE, size=LONG_SURVEYS)
    overall = 4.0 + OVERALL_PER_LOYALTY * (loyalty - USUAL_LOYALTY) + rng.normal(0.0, 0.3, size=LONG_SURVEYS)
    return LongSurveys(
        customer=customer,
        day=day,
        second=rng.integers(8 * 3_600, 22 * 3_600, size=LONG_SURVEYS),
        scores=np.where(passed, _rounded(experience, 1, 5), 0),
        nps=_rounded(loyalty, 0, 10),
        csat=_rounded(overall, 1, 5),
    )


def _different_customers(rng: np.random.Generator, day: np.ndarray, customers: Customers) -> np.ndarray:
    """A customer for each answer, none twice, none before being one."""
    left = list(rng.permutation(CUSTOMERS))
    chosen = []
    for answered_on in day:
        place = next(place for place, one in enumerate(left) if customers.since[one] <= answered_on)
        chosen.append(left.pop(place))
    return np.array(chosen)


def _passed(rng: np.random.Generator) -> np.ndarray:
    """Respondents × touchpoints: who passed where; everyone passed at least three."""
    reach = np.array([point.reach for point in TOUCHPOINTS])
    passed = rng.random((LONG_SURVEYS, reach.size)) < reach
    few = passed.sum(axis=1) < 3
    passed[np.ix_(few, np.argsort(-reach)[:3])] = True
    return passed


def _journey_experience(rng: np.random.Generator, day: np.ndarray, mood: np.ndarray) -> np.ndarray:
    """Respondents × touchpoints, on the 1–5 scale before rounding; a respondent's scores lean together."""
    points = np.arange(len(TOUCHPOINTS))
    offered = usual_experience(np.repeat(day[:, None], points.size, axis=1), np.tile(points, (day.size, 1)))
    leaning = MOOD_SPREAD * mood + rng.normal(0.0, SHARED_SPREAD, size=day.size)
    return offered + leaning[:, None] + rng.normal(0.0, OWN_SPREAD, size=offered.shape)


def _rounded(values: np.ndarray, low: int, high: int) -> np.ndarray:
    return np.clip(np.rint(values), low, high).astype(int)
