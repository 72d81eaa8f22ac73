"""What is told of training: who is due, how somebody stands on a course, and how these figures came about."""

from collections.abc import Sequence
from datetime import date

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Day, count, listed
from momentos.domain.samples import SKILL_CASES, SOON_DAYS
from momentos.people.questions.skills import Prepares, Skills
from momentos.people.questions.training import Enrolment, Standing

WHAT_THE_SHEET_HAS = say(
    "One row a person and course: the day planned, the day done and, if it runs out, until when it holds. "
    "A column «Prepares for» says which contact reasons each course is about."
)
NOTHING_PLANNED = say("Nothing is planned up to this day.")
NOBODY_DUE = say("Nobody is due today.")
NO_COURSE_ABOUT_A_REASON = say(
    "No course is about a contact reason yet. Write the reasons in the column «Prepares for», or use "
    "their words in the course's name."
)
HOW_THE_PLAN_IS_COUNTED = (
    say("Planned: the latest plan of each person and course whose day has come. Done: it has a day done."),
    say("Late counts as done. Whoever left the company is out. It is a count, not a sample: no interval."),
)


def training_finding(courses: Sequence[Enrolment], day: date) -> Message:
    """How many courses are due on that day."""
    if not courses:
        return say("Growth: training, pulse, autonomy and follow-up")
    waiting = sum(course.standing(day).is_due for course in courses)
    if waiting == 0:
        return say("No training is overdue")
    if waiting == 1:
        return say("One course is overdue")
    return say("{n} courses are overdue", n=count(waiting))


def what_was_planned(day: date) -> Message:
    """What the plan is compared with."""
    return say("What was planned up to {day}, how much of it was done, and how much was done late.", day=Day(day))


def standing_on(course: Enrolment, day: date) -> Message:
    """How the person stands on the course, with the day it is or was due."""
    due_on, standing = course.due_on(day), course.standing(day)
    if due_on is None:
        return standing.label
    if standing is Standing.VALID:
        return say("Done, and valid until {day}", day=Day(due_on))
    return say("{standing}: {day}", standing=standing.label, day=Day(due_on))


def due_soon(n: int) -> Message:
    """How many courses are due in the days to come."""
    return say("In the next {days} days: {n}", days=count(SOON_DAYS), n=count(n))


def part_of(some: float, whole: float) -> Message:
    """So many of the whole, in per cent."""
    return say("{value} %", value=count(100 * some / whole))


def without_course(skills: Skills) -> Message | None:
    """How many reasons people meet often and no course is about; ``None`` where there is none."""
    lacking = len(skills.without_course)
    return say("Reasons that people meet often and no course is about: {n}", n=count(lacking)) if lacking else None


def how_skills_are_matched(skills: Skills) -> tuple[Message, ...]:
    """Which course is about what, and when somebody counts as prepared."""
    return (
        say(
            "A course is about the reasons or touchpoints in its column «Prepares for»; without it, about "
            "those whose words all stand in its name, without regard to accents, case or plural."
        ),
        say("Often: {n} cases or more in the period above.", n=count(SKILL_CASES)),
        say("Prepared: the course was done by today and still holds."),
        *(_about(course) for course in skills.courses if course.topics),
    )


def _about(course: Prepares) -> Message:
    if course.is_declared:
        return say("{course}: {topics} (as its sheet says)", course=course.course, topics=listed(course.topics))
    return say("{course}: {topics} (by its name)", course=course.course, topics=listed(course.topics))
