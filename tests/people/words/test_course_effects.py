"""What came after a course."""

from momentos.analysis.before_after import Change, Effect
from momentos.analysis.intervals import UNKNOWN, Interval
from momentos.facts import METRICS
from momentos.locales.reader import reader
from momentos.people.questions.training_effect import CourseEffect
from momentos.people.words import course_effects

CSAT = METRICS["csat"]
READ = reader("es").words


def after(value: float, interval: Interval, low_start: Interval = UNKNOWN, low: float | None = None) -> CourseEffect:
    effect = Effect(12, 30, 0, 0, Change(70, 80), Change(71, 72.5), value, interval, low, low_start)
    return CourseEffect("Trato", 12, 0, 0, effect)


def lacking(completed: int, unwatched: int, trained: int, unmatched: int, missing: int) -> CourseEffect:
    return CourseEffect("Trato", completed, unwatched, 0, Effect(trained, 3, unmatched, missing))


def test_a_sure_gain_is_told_with_its_interval() -> None:
    told = READ(course_effects.what_came_after(after(8.5, Interval(2.0, 15.0)), CSAT))
    assert told == "«Trato»: quienes lo hicieron mejoraron 8,5 más que los demás (2,0 a 15,0)."


def test_a_sure_loss_is_told_without_its_sign() -> None:
    told = READ(course_effects.what_came_after(after(-8.5, Interval(-15.0, -2.0)), CSAT))
    assert told == "«Trato»: quienes lo hicieron mejoraron 8,5 menos que los demás (-15,0 a -2,0)."


def test_what_may_be_chance_is_told_as_no_sure_difference() -> None:
    told = reader("en").words(course_effects.what_came_after(after(8.5, Interval(-1.0, 18.0)), CSAT))
    assert told == "«Trato»: no difference is sure yet (-1.0 to 18.0)."


def test_without_an_interval_none_is_told() -> None:
    told = reader("en").words(course_effects.what_came_after(after(8.5, UNKNOWN), CSAT))
    assert told == "«Trato»: no difference is sure yet."


def test_both_groups_are_told_before_and_after() -> None:
    told = reader("en").words(course_effects.before_and_after(after(8.5, Interval(2.0, 15.0)), CSAT))
    assert told == (
        "12 trained people: from 70.0 % to 80.0 %. 30 colleagues not yet trained, over the same days: "
        "from 71.0 % to 72.5 %."
    )


def test_who_surely_started_lower_is_warned_of() -> None:
    told = course_effects.started_lower(after(8.5, Interval(2.0, 15.0), Interval(-9.0, -1.0), -5.0))
    assert told is not None
    assert reader("en").words(told).startswith("Those sent on «Trato» surely started lower than their colleagues")


def test_who_perhaps_started_lower_is_not() -> None:
    assert course_effects.started_lower(after(8.5, Interval(2.0, 15.0), Interval(-9.0, 1.0), -4.0)) is None


def test_a_course_that_the_data_do_not_surround_is_not_measurable_yet() -> None:
    told = reader("en").words(course_effects.why_not_measurable(lacking(5, 5, 0, 0, 8)))
    assert told == "«Trato»: not measurable yet. The data do not cover 90 days before and after anybody's course."


def test_a_course_that_all_colleagues_took_has_nobody_to_compare_with() -> None:
    told = reader("en").words(course_effects.why_not_measurable(lacking(9, 1, 4, 4, 4)))
    assert "there is nobody to compare with" in told


def test_a_course_with_some_colleagues_lacks_people() -> None:
    few_unmatched = reader("en").words(course_effects.why_not_measurable(lacking(9, 1, 4, 3, 4)))
    none_unmatched = reader("en").words(course_effects.why_not_measurable(lacking(9, 1, 0, 0, 8)))
    assert "It takes at least 4 more people trained" in few_unmatched
    assert "It takes at least 8 more people trained" in none_unmatched
