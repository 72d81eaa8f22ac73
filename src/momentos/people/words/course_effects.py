"""What came after a course: the trained beside colleagues not yet trained, and what cannot be measured."""

from momentos.analysis.before_after import Change
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import Number, Reading, count
from momentos.domain.samples import TRAINING_ANSWERS, TRAINING_DAYS
from momentos.people.questions.training_effect import CourseEffect

WHAT_IT_TAKES = say("It takes surveys or cases that name who attended.")
NOBODY_COMPLETED = say("Nobody has completed a course yet.")
PART_COMES_BY_ITSELF = say(
    "If those sent on the course were going through a bad spell, part of the improvement would have come by "
    "itself: after a bad spell most people go back to their usual figure."
)
WHAT_IS_COMPARED = say(
    "How much more the trained gained than colleagues of their area who had not taken it yet, over the same "
    "{days} days before and after.",
    days=count(TRAINING_DAYS),
)
HOW_IT_IS_COMPARED = (
    say(
        "Of each trained person: the figure of the {days} days after the course less that of the {days} days before.",
        days=count(TRAINING_DAYS),
    ),
    say(
        "Less the same difference, over the same days, of people of their area who had not completed the course "
        "by the end of those days. Everybody counts the same."
    ),
    say("A person counts with {n} answers or more on each side.", n=count(TRAINING_ANSWERS)),
    say(
        "The interval of 95 % takes people as the units; with one date for all it is Welch's. Difference in "
        "differences, Callaway and Sant'Anna (2021)."
    ),
    say("It is an association: who was sent on the course may differ in other ways."),
)


def what_came_after(course: CourseEffect, metric: Metric) -> Message:
    """Whether the trained surely gained more, or less, than the others. For courses that can be measured."""
    effect = course.effect
    if effect.value is None or not effect.interval.is_known:
        return say("«{course}»: no difference is sure yet.", course=course.course)
    values = {
        "course": course.course,
        "gain": Number(abs(effect.value), metric.decimals),
        "low": Number(effect.interval.low or 0.0, metric.decimals),
        "high": Number(effect.interval.high or 0.0, metric.decimals),
    }
    if not effect.is_real:
        return say("«{course}»: no difference is sure yet ({low} to {high}).", **values)
    if effect.value > 0:
        return say("«{course}»: the trained gained {gain} more than the others ({low} to {high}).", **values)
    return say("«{course}»: the trained gained {gain} less than the others ({low} to {high}).", **values)


def before_and_after(course: CourseEffect, metric: Metric) -> Message:
    """From what to what the trained went, and the others. For courses that can be measured."""
    effect = course.effect
    return say(
        "{trained} trained people: from {before} to {after}. {others} colleagues not yet trained, over the same "
        "days: from {others_before} to {others_after}.",
        trained=count(effect.trained),
        others=count(effect.others),
        **_ends(metric, effect.trained_mean, "before", "after"),
        **_ends(metric, effect.others_mean, "others_before", "others_after"),
    )


def _ends(metric: Metric, change: Change | None, before: str, after: str) -> dict[str, Reading]:
    assert change is not None, "a course that can be measured has both means"
    return {before: Reading(metric, change.before), after: Reading(metric, change.after)}


def started_lower(course: CourseEffect) -> Message | None:
    """That the trained surely started below the others, so that part of the gain is no merit of the course."""
    if not course.effect.started_lower:
        return None
    return say(
        "Those sent on «{course}» surely started lower than their colleagues: part of what they gained is "
        "the way back to their usual figure.",
        course=course.course,
    )


def why_not_measurable(course: CourseEffect) -> Message:
    """Why nothing can be said of the course, and what is missing."""
    effect = course.effect
    if course.completed == course.unwatched:
        return say(
            "«{course}»: not measurable yet. The data do not cover {days} days before and after anybody's course.",
            course=course.course,
            days=count(TRAINING_DAYS),
        )
    if effect.unmatched and effect.unmatched >= effect.trained:
        return say(
            "«{course}»: not measurable. Hardly any colleague of the same area was still without it, so there "
            "is nobody to compare with.",
            course=course.course,
        )
    return say(
        "«{course}»: not measurable. It takes at least {n} more people trained, or not yet trained, with "
        "enough answers.",
        course=course.course,
        n=count(effect.missing),
    )
