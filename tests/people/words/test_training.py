"""What is told of training."""

from datetime import date

from momentos.locales.reader import reader
from momentos.people.questions.skills import Prepares, Skills, Topic
from momentos.people.questions.training import Enrolment
from momentos.people.words import training

TODAY = date(2026, 3, 10)
READ = reader("en").words


def course(planned: date | None = None, done: date | None = None, until: date | None = None) -> Enrolment:
    return Enrolment("Ana Ruiz", "Caja", "Trato", planned, None, done, until, "")


LATE, DONE = course(planned=date(2026, 3, 9)), course(done=date(2026, 2, 1))


def test_without_courses_the_title_is_the_pages_own() -> None:
    assert READ(training.training_finding([], TODAY)) == "Growth: training, pulse, autonomy and follow-up"


def test_the_title_counts_the_courses_that_are_due_now() -> None:
    expired = course(done=date(2025, 2, 1), until=date(2026, 3, 9))
    assert READ(training.training_finding([DONE], TODAY)) == "No training is overdue"
    assert READ(training.training_finding([DONE, LATE], TODAY)) == "One course is overdue"
    assert READ(training.training_finding([expired, LATE], TODAY)) == "2 courses are overdue"


def test_a_course_that_is_not_due_yet_is_not_counted() -> None:
    assert READ(training.training_finding([course(planned=TODAY)], TODAY)) == "No training is overdue"


def test_how_somebody_stands_has_the_day_it_was_due() -> None:
    assert READ(training.standing_on(LATE, TODAY)) == "Planned and not done: Mar 9, 2026"


def test_what_holds_for_good_has_no_day() -> None:
    assert READ(training.standing_on(DONE, TODAY)) == "Done"


def test_what_is_done_holds_until_its_last_day() -> None:
    held = course(done=date(2026, 2, 1), until=date(2027, 2, 1))
    assert READ(training.standing_on(held, TODAY)) == "Done, and valid until Feb 1, 2027"


def test_the_plan_is_told_with_its_day_in_the_readers_language() -> None:
    words = reader("es").words(training.what_was_planned(TODAY))
    assert words == "Lo que estaba previsto hasta el 10 mar 2026, cuánto se hizo, y cuánto se hizo tarde."


def test_a_part_is_told_in_per_cent_of_the_whole() -> None:
    assert READ(training.part_of(3, 4)) == "75 %"


def test_courses_due_soon_are_counted() -> None:
    assert READ(training.due_soon(1200)) == "In the next 30 days: 1,200"


def skills(*courses: Prepares, topics: tuple[Topic, ...] = ()) -> Skills:
    return Skills(courses, topics, ())


def test_reasons_without_a_course_are_counted_where_people_meet_them_often() -> None:
    topics = (Topic("Reclamos", 40, 0, 2, 0, ()), Topic("Cambios", 30, 9, 2, 1, ("Trato",)))
    told = training.without_course(skills(topics=topics))
    assert told is not None
    assert READ(told) == "Reasons that people meet often and no course is about: 1"


def test_nothing_is_said_where_every_reason_has_a_course() -> None:
    assert training.without_course(skills(topics=(Topic("Cambios", 30, 9, 2, 1, ("Trato",)),))) is None


def test_each_course_is_told_with_what_it_is_about_and_how_that_is_known() -> None:
    courses = (Prepares("Trato", ("Reclamos", "Cambios"), True), Prepares("Caja", ("Caja",), False))
    told = training.how_skills_are_matched(skills(*courses, Prepares("Ética", (), True)))
    assert [READ(one) for one in told[2:]] == [
        "Prepared: the course was done by today and still holds.",
        "Trato: Reclamos, Cambios (as its sheet says)",
        "Caja: Caja (by its name)",
    ]
