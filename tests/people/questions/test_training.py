"""Training: what is due, who is prepared for what they meet, and what came after a course."""

import random
from datetime import date, datetime, timedelta

import pytest

from momentos.domain.dimensions import Dimension
from momentos.domain.errors import Refused
from momentos.domain.viewer import LEADS, Viewer
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.people.questions.growth_seen import seen_due, seen_plan_by_person, seen_unprepared
from momentos.people.questions.skills import skills, topics_of
from momentos.people.questions.training import Standing, due, enrolments, plan_against_done
from momentos.people.questions.training_effect import course_effects
from tests.figures.company import company, full_row

DAY = date(2026, 5, 31)
STAFF = [
    full_row("employees", employee="E1", name="Ana Ruiz", area="Caja", site="Centro"),
    full_row("employees", employee="E2", name="Luis Mora", area="Caja", site="Norte"),
    full_row("employees", employee="E3", name="Eva Sol", area="Piso", left_on=date(2026, 1, 1)),
]


def course(employee, name, planned=None, done=None, valid=None, topics=None):
    return full_row(
        "trainings",
        employee=employee,
        course=name,
        planned_on=planned,
        completed_on=done,
        valid_until=valid,
        topics=topics,
    )


@pytest.mark.parametrize(
    ("planned", "done", "valid", "standing"),
    [
        (date(2026, 5, 30), None, None, Standing.OVERDUE),
        (date(2026, 5, 31), None, None, Standing.SOON),
        (date(2026, 7, 30), None, None, Standing.PLANNED),
        (date(2026, 5, 1), date(2026, 5, 20), None, Standing.VALID),
        (date(2026, 5, 1), date(2026, 6, 20), None, Standing.OVERDUE),
        (None, date(2025, 5, 1), date(2026, 5, 30), Standing.EXPIRED),
        (None, date(2025, 5, 1), date(2026, 6, 15), Standing.RUNS_OUT),
        (None, date(2025, 5, 1), date(2027, 6, 15), Standing.VALID),
        (None, None, None, Standing.UNDATED),
    ],
)
def test_how_somebody_stands_on_a_course(tmp_path, planned, done, valid, standing):
    with company(tmp_path, employees=STAFF, trainings=[course("E1", "Trato", planned, done, valid)]) as cursor:
        (one,) = enrolments(cursor)
    assert one.standing(DAY) is standing


def test_a_course_planned_again_is_due_although_it_was_done_before(tmp_path):
    rows = [
        course("E1", "Trato", date(2025, 3, 1), date(2025, 3, 2), date(2026, 3, 2)),
        course("e1", "trato ", date(2026, 4, 1)),
    ]
    with company(tmp_path, employees=STAFF, trainings=rows) as cursor:
        (one,) = enrolments(cursor)
    assert (one.standing(DAY), one.due_on(DAY), one.prepares(DAY)) == (Standing.OVERDUE, date(2026, 4, 1), False)


def test_plan_against_done_counts_what_was_planned_by_the_day_and_leaves_out_who_left(tmp_path):
    rows = [
        course("E1", "Trato", date(2026, 3, 1), date(2026, 3, 1)),
        course("E2", "Trato", date(2026, 3, 1), date(2026, 3, 9)),
        course("Luis Mora", "Caja", date(2026, 4, 1)),
        course("E1", "Caja", date(2026, 9, 1)),
        course("E3", "Trato", date(2026, 3, 1)),
    ]
    with company(tmp_path, employees=STAFF, trainings=rows) as cursor:
        found = enrolments(cursor)
        north = enrolments(cursor, Filters(where={Dimension.SITE: ("norte",)}))
    by_area = plan_against_done(found, DAY, by_area=True)
    assert by_area.to_dict("records") == [{"name": "Caja", "planned": 3, "done": 2, "late": 1, "open": 1}]
    by_person = plan_against_done(found, DAY, by_area=False)
    assert by_person[["name", "open"]].to_numpy().tolist() == [["Luis Mora", 1], ["Ana Ruiz", 0]]
    assert {one.employee for one in north} == {"Luis Mora"}
    assert [(one.employee, one.course) for one in due(found, DAY)] == [("Luis Mora", "Caja")]


@pytest.mark.parametrize(
    ("name", "declared", "expected"),
    [
        ("Curso 7", "reclamos; DEVOLUCION", ("Devolución", "Reclamo")),
        ("Manejo de reclamos", "", ("Reclamo",)),
        ("Manejo de reclamos", "Pago", ("Pago",)),
        ("Pago en línea y devoluciones", "", ("Devolución", "Pago")),
        ("Escucha", "", ()),
    ],
)
def test_a_course_is_about_the_reasons_it_declares_or_else_names(name, declared, expected):
    topics, is_declared = topics_of(name, declared, ["Reclamo", "Devolución", "Pago", "Estado del pedido"])
    assert (topics, is_declared) == (expected, bool(declared))


def test_who_meets_a_reason_often_without_its_course_is_named_and_whoever_is_prepared_is_not(tmp_path):
    cases = [
        full_row("interactions", occurred_at=datetime(2026, 5, 3), employee=who, reason=reason)
        for who, reason, n in (("E1", "Reclamo", 25), ("E1", "Pago", 75), ("E2", "Reclamo", 30), ("E2", "Duda", 19))
        for _ in range(n)
    ]
    rows = [
        course("E2", "Trato", done=date(2026, 1, 9), topics="Reclamo; Duda"),
        course("E1", "Trato", done=date(2024, 1, 9), valid=date(2025, 1, 9)),
    ]
    with company(tmp_path, employees=STAFF, interactions=cases, trainings=rows) as cursor:
        found = skills(cursor, Filters(), DAY)
    assert [(one.employee, one.topic, one.n, one.share) for one in found.unprepared] == [
        ("Ana Ruiz", "Reclamo", 25, 0.25)
    ]
    reclamo = next(one for one in found.topics if one.topic == "Reclamo")
    assert (reclamo.cases, reclamo.prepared_cases, reclamo.people, reclamo.prepared_people) == (55, 30, 2, 1)
    assert [one.topic for one in found.without_course] == ["Pago"]


COURSE_DAY = date(2026, 3, 1)


def surveys(people, *, effect, trained, chance):
    """Sixty answers a person, thirty on each side of the course's day; the trained answered better by ``effect``."""
    for person in people:
        for place in range(60):
            day = COURSE_DAY + timedelta(days=(place % 30 + 1) * 2 * (1 if place >= 30 else -1))
            usual = 3.0 + (effect if person in trained and place >= 30 else 0)
            score = min(5, max(1, round(usual + chance.gauss(0, 0.9))))
            yield full_row("responses", answered_at=datetime(day.year, day.month, day.day), employee=person, csat=score)


def world(effect, *, trained, seed=3, others=10):
    chance = random.Random(seed)
    people = [f"P{number:02d}" for number in range(trained + others)]
    went = people[:trained]
    ends = [
        full_row("responses", answered_at=datetime(2025, 11, 1), employee="Nadie", csat=3.0),
        full_row("responses", answered_at=datetime(2026, 7, 1), employee="Nadie", csat=3.0),
    ]
    return {
        "employees": [full_row("employees", employee=one, area="Caja") for one in people],
        "trainings": [course(one, "Trato", done=COURSE_DAY) for one in went],
        "responses": [*surveys(people, effect=effect, trained=went, chance=chance), *ends],
    }


def test_a_course_that_helps_is_found_against_those_of_the_same_area_not_yet_trained(tmp_path):
    with company(tmp_path, **world(0.8, trained=8)) as cursor:
        (found,) = course_effects(cursor, METRICS["score"])
    assert (found.effect.trained, found.effect.others, found.unwatched, found.unheard) == (8, 10, 0, 0)
    assert found.effect.is_real
    assert 0.5 < found.effect.value < 1.1


def test_a_course_that_does_nothing_is_not_credited(tmp_path):
    with company(tmp_path, **world(0.0, trained=8)) as cursor:
        (found,) = course_effects(cursor, METRICS["score"])
    assert not found.effect.is_real


def test_people_without_a_known_area_are_compared_with_nobody(tmp_path):
    rows = world(0.8, trained=8) | {"employees": [full_row("employees", employee=f"P{n:02d}") for n in range(18)]}
    with company(tmp_path, **rows) as cursor:
        (found,) = course_effects(cursor, METRICS["score"])
    assert (found.effect.others, found.effect.unmatched, found.effect.value) == (0, 8, None)


def test_the_effect_is_the_plain_difference_of_differences(tmp_path):
    """The slow way: every answer by hand, then the means of means."""
    rows = world(0.5, trained=6)
    sums: dict[tuple[str, bool], list[float]] = {}
    for row in rows["responses"]:
        after = row["answered_at"].date() > COURSE_DAY
        sums.setdefault((row["employee"], after), []).append(row["csat"])

    def gained(person):
        before, after = sums[person, False], sums[person, True]
        return sum(after) / len(after) - sum(before) / len(before)

    people = sorted(one["employee"] for one in rows["employees"])
    plain = sum(map(gained, people[:6])) / 6 - sum(map(gained, people[6:])) / 10
    with company(tmp_path, **rows) as cursor:
        (found,) = course_effects(cursor, METRICS["score"])
    assert found.effect.value == pytest.approx(plain)


def test_the_effect_is_looked_for_in_surveys_of_the_contacts_of_one_reason(tmp_path):
    rows = world(0.8, trained=8)
    for place, row in enumerate(rows["responses"]):
        row["interaction"] = f"C{place}"
    rows["interactions"] = [
        full_row("interactions", interaction=row["interaction"], occurred_at=row["answered_at"], reason="Reclamo")
        for row in rows["responses"]
    ]
    with company(tmp_path, **rows) as cursor:
        (every,) = course_effects(cursor, METRICS["score"])
        (found,) = course_effects(cursor, METRICS["score"], Filters().only(Dimension.REASON, "reclamo"))
        assert found == every
        assert course_effects(cursor, METRICS["score"], Filters().only(Dimension.REASON, "Pago")) == []


def test_without_anybody_still_untrained_nothing_is_measurable(tmp_path):
    with company(tmp_path, **world(0.8, trained=8, others=0)) as cursor:
        (found,) = course_effects(cursor, METRICS["score"])
    assert (found.effect.value, found.effect.unmatched) == (None, 8)


def test_a_course_too_near_the_end_of_the_data_waits(tmp_path):
    rows = world(0.8, trained=8)
    rows["trainings"] = [course(one["employee"], "Trato", done=date(2026, 6, 20)) for one in rows["trainings"]]
    with company(tmp_path, **rows) as cursor:
        (found,) = course_effects(cursor, METRICS["score"])
    assert (found.completed, found.unwatched, found.effect.value) == (8, 8, None)


def test_names_are_only_for_those_who_lead(tmp_path):
    lead, ana = Viewer("Marta", frozenset({LEADS})), Viewer("Ana", own_cards=frozenset({"ana ruiz"}))
    with company(tmp_path, employees=STAFF, trainings=[course("E1", "Trato", date(2026, 1, 1))]) as cursor:
        assert [one.employee for one in seen_due(cursor, lead, Filters(), DAY)] == ["Ana Ruiz"]
        for question in (seen_due, seen_plan_by_person, seen_unprepared):
            with pytest.raises(Refused):
                question(cursor, ana, Filters(), DAY)
