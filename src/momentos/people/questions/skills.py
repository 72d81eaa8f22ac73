"""Which courses prepare for which contact reasons, and who meets a reason often without being prepared for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.names import fold, without_accents
from momentos.domain.samples import SKILL_CASES
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.people.questions.board import who_left
from momentos.people.questions.training import Enrolment, enrolments

_SEPARATORS = re.compile(r"[;,/|\n]+")
_SMALL_WORDS = frozenset([
    "a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "o", "para", "por", "su", "sus", "un", "una", "y",
    "and", "for", "in", "of", "on", "or", "the", "to", "with",
])  # fmt: skip


@dataclass(frozen=True)
class Prepares:
    """A course and the reasons and touchpoints it prepares for; ``is_declared`` by its sheet, else read in its name."""

    course: str
    topics: tuple[str, ...]
    is_declared: bool


@dataclass(frozen=True)
class Unprepared:
    """Somebody who met this reason (or touchpoint) ``n`` times, ``share`` of their cases, with none of the courses
    for it in force."""

    employee: str
    topic: str
    n: int
    share: float
    courses: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """A reason (or touchpoint): its cases, those attended by somebody prepared, and the people who meet it often."""

    topic: str
    cases: int
    prepared_cases: int
    people: int
    prepared_people: int
    courses: tuple[str, ...]


@dataclass(frozen=True)
class Skills:
    """The courses with what they prepare for, the topics with most cases first, and who is not prepared."""

    courses: tuple[Prepares, ...]
    topics: tuple[Topic, ...]
    unprepared: tuple[Unprepared, ...]

    @property
    def without_course(self) -> tuple[Topic, ...]:
        """Topics that people meet often and no course prepares for."""
        return tuple(one for one in self.topics if not one.courses and one.people)


def skills(cursor: DuckDBPyConnection, filters: Filters, day: date) -> Skills:
    """Training in force on that day beside what people met in the window. Whoever left is out."""
    known = enrolments(cursor, filters)
    met = _met(cursor, filters)
    reasons = {topic for _, topic, is_reason, _ in met if is_reason}
    courses = tuple(_prepares(known, {topic for _, topic, _, _ in met}))
    courses_for: dict[str, list[str]] = defaultdict(list)
    for one in courses:
        for topic in one.topics:
            courses_for[topic].append(one.course)
    prepared = _prepared(known, courses, day)
    gone = who_left(cursor, filters.to_on)
    totals: dict[str, int] = defaultdict(int)
    for employee, _, is_reason, n in met:
        totals[employee] += n if is_reason else 0
    topics: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    unprepared = []
    for employee, topic, _, n in met:
        if topic not in reasons and topic not in courses_for:
            continue
        is_prepared = topic in prepared[employee]
        is_often = n >= SKILL_CASES and employee not in gone
        parts = (n, n * is_prepared, is_often, is_often and is_prepared)
        topics[topic] = [count + part for count, part in zip(topics[topic], parts, strict=True)]
        if is_often and not is_prepared and topic in courses_for:
            share = n / totals[employee] if totals[employee] else 0.0
            unprepared.append(Unprepared(employee, topic, n, min(share, 1.0), tuple(courses_for[topic])))
    shown = [
        Topic(topic, cases, prepared_cases, people, prepared_people, tuple(courses_for.get(topic, ())))
        for topic, (cases, prepared_cases, people, prepared_people) in topics.items()
    ]
    return Skills(
        courses,
        tuple(sorted(shown, key=lambda one: (-one.cases, one.topic))),
        tuple(sorted(unprepared, key=lambda one: (-one.n, one.employee))),
    )


def topics_of(course: str, declared: str, topics: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    """The topics among these that the course prepares for, and whether its sheet declares them.

    Declared ones are parted by ``; , / |`` and found whatever their case, accents or plural. Where none is declared,
    a topic is taken for the course's if all its words stand in the course's name.
    """
    known = sorted(topics)
    written = [words(part) for part in _SEPARATORS.split(declared)]
    if any(written):
        return tuple(topic for topic in known if words(topic) and words(topic) in written), True
    name = words(course)
    return tuple(topic for topic in known if words(topic) and words(topic) <= name), False


def words(text: str) -> frozenset[str]:
    """The words that matter, without accents, case or plural."""
    found = re.findall(r"\w+", without_accents(fold(text)))
    return frozenset(_singular(word) for word in found if word not in _SMALL_WORDS)


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s"):
        return word
    return word[:-2] if word.endswith("es") and word[-3] not in "aeiou" else word[:-1]


def _prepares(known: Sequence[Enrolment], topics: set[str]) -> Iterable[Prepares]:
    declared: dict[str, list[str]] = defaultdict(list)
    shown: dict[str, str] = {}
    for one in known:
        shown.setdefault(fold(one.course), one.course)
        if one.topics:
            declared[fold(one.course)].append(one.topics)
    for key, course in sorted(shown.items()):
        found, is_declared = topics_of(course, ";".join(declared[key]), topics)
        yield Prepares(course, found, is_declared)


def _prepared(known: Sequence[Enrolment], courses: Sequence[Prepares], day: date) -> dict[str, set[str]]:
    """By person, the topics that a course in force prepares them for."""
    topics = {fold(one.course): one.topics for one in courses}
    found: dict[str, set[str]] = defaultdict(set)
    for one in known:
        if one.prepares(day):
            found[one.employee].update(topics[fold(one.course)])
    return found


def _met(cursor: DuckDBPyConnection, filters: Filters) -> list[tuple[str, str, bool, int]]:
    """By person: a reason or touchpoint, whether it is a reason, and how many cases of it. A name that is both is a
    reason."""
    found: list[tuple[str, str, bool, int]] = []
    reasons: set[str] = set()
    for dimension in (Dimension.REASON, Dimension.TOUCHPOINT):
        frame = measure(cursor, METRICS["interactions"], (Dimension.EMPLOYEE, dimension), filters)
        is_reason = dimension is Dimension.REASON
        for employee, topic, n in frame[["employee", str(dimension), "n"]].itertuples(index=False):
            if is_reason:
                reasons.add(topic)
            if is_reason or topic not in reasons:
                found.append((employee, topic, is_reason, int(n)))
    return found
