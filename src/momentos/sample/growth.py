"""The sample company's training and employee pulse. Each has its own stream of chance: nothing else depends on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from momentos.sample.company import AREAS, DELIVERY, HELP, LAST_DAY, TECHNICAL
from momentos.sample.people import Employee
from momentos.sample.truths import CRISIS_AREA, CRISIS_PULSE, CRISIS_PULSE_DROP, SEED

LISTENING = "Escucha y trato"
COMPLAINTS = "Manejo de reclamos"
GUARANTEES = "Garantías y reparaciones"
LIFTING = "Carga segura"

WAVES = (date(2025, 11, 18), date(2026, 2, 10), date(2026, 5, 12), date(2026, 7, 14))
LATE_SHARE, MISSED_SHARE = 0.2, 0.15
LIFTING_HOLDS_DAYS = 365

PULSE_MONTHS = ((2025, 9), (2025, 12), (2026, 3), (2026, 6), (2026, 9))
PULSE_ANSWER_SHARE = 0.93
PULSE_USUAL = (3.9, 4.0, 3.8)
PULSE_OWN_SPREAD, PULSE_ITEM_SPREAD = 0.45, 0.6


@dataclass(frozen=True)
class Enrolment:
    """One person on one course; ``topics`` as a sheet writes them."""

    employee: str
    course: str
    planned_on: date
    completed_on: date | None
    hours: float
    score: int | None
    valid_until: date | None
    topics: str


@dataclass(frozen=True)
class PulseAnswer:
    """One anonymous answer: three items from 1 to 5."""

    answered_on: date
    area: str
    items: tuple[int, int, int]


def make_trainings(staff: Sequence[Employee], seed: int = SEED) -> list[Enrolment]:
    """Four courses. Who takes which wave is drawn by lot, and no course changes how anybody is scored."""
    rng = np.random.default_rng([seed, 7])
    found: list[Enrolment] = []
    for area in AREAS:
        people = [one for one in staff if one.area == area and one.left_on is None]
        drawn = [people[place] for place in rng.permutation(len(people))]
        half = drawn[: (len(drawn) + 1) // 2]
        for place, person in enumerate(half):
            planned = max(WAVES[place % len(WAVES)], person.hired_on + timedelta(days=60))
            found.append(_enrolled(rng, person, LISTENING, planned, 8))
        for person in drawn[len(half) :]:
            found.append(_enrolled(rng, person, LISTENING, date(2026, 11, 24), 8))
    for course, area, topics in (
        (COMPLAINTS, HELP, "Reclamo; Cambio; Devolución"),
        (GUARANTEES, TECHNICAL, "Garantía; Reparación"),
    ):
        people = [one for one in staff if one.area == area and one.left_on is None]
        for place, number in enumerate(rng.permutation(len(people))[:-1]):
            found.append(_enrolled(rng, people[number], course, WAVES[place % len(WAVES)], 6, topics=topics))
    for person in staff:
        if person.area in (DELIVERY, TECHNICAL) and person.left_on is None:
            planned = max(WAVES[int(rng.integers(len(WAVES)))], person.hired_on + timedelta(days=15))
            found.append(_enrolled(rng, person, LIFTING, planned, 4, holds=LIFTING_HOLDS_DAYS))
    return sorted(found, key=lambda one: (one.planned_on, one.course, one.employee))


def make_pulse(staff: Sequence[Employee], seed: int = SEED) -> list[PulseAnswer]:
    """Five quarters of answers, mixed within each; in the quarter of the crisis one area answers much lower."""
    rng = np.random.default_rng([seed, 8])
    moods = {one.code: float(rng.normal(0, PULSE_OWN_SPREAD)) for one in staff}
    found: list[PulseAnswer] = []
    for year, month in PULSE_MONTHS:
        first = date(year, month, 8)
        answering = [one for one in staff if one.works_on(first) and rng.random() < PULSE_ANSWER_SHARE]
        drop = CRISIS_PULSE_DROP if (year, month) == CRISIS_PULSE else 0.0
        answers = [
            PulseAnswer(
                first + timedelta(days=int(rng.integers(0, 12))),
                one.area,
                _scores(rng, moods[one.code] - (drop if one.area == CRISIS_AREA else 0.0)),
            )
            for one in answering
        ]
        found += [answers[place] for place in rng.permutation(len(answers))]
    return found


def _enrolled(
    rng: np.random.Generator,
    person: Employee,
    course: str,
    planned: date,
    hours: float,
    *,
    topics: str = "",
    holds: int | None = None,
) -> Enrolment:
    lot = rng.random()
    done: date | None = planned - timedelta(days=int(rng.integers(0, 4)))
    if lot < MISSED_SHARE:
        done = None
    elif lot < MISSED_SHARE + LATE_SHARE:
        done = planned + timedelta(days=int(rng.integers(5, 25)))
    if done is not None and done > LAST_DAY:
        done = None
    return Enrolment(
        person.code,
        course,
        planned,
        done,
        hours,
        int(rng.integers(70, 101)) if done else None,
        done + timedelta(days=holds) if done and holds else None,
        topics,
    )


def _scores(rng: np.random.Generator, mood: float) -> tuple[int, int, int]:
    drawn: Iterable[float] = (usual + mood + rng.normal(0, PULSE_ITEM_SPREAD) for usual in PULSE_USUAL)
    first, second, third = (int(np.clip(np.rint(value), 1, 5)) for value in drawn)
    return first, second, third
