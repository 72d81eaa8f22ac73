"""A card shows a person their own work: against their past and the team, never against somebody by name."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from momentos.domain.errors import NotFound, Refused
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.people.kept.coaching import CoachingNote, Evidence
from momentos.people.meanings.policy import READY_POLICIES, Credit
from momentos.people.questions.card import card, people_of
from momentos.people.words.card import card_sheet
from momentos.warehouse import journal
from tests.figures.company import company, full_row

POLICY = READY_POLICIES[0].policy
TODAY = date(2026, 6, 1)


def surveys(employee, touchpoint, satisfied, dissatisfied, **given):
    return [
        full_row(
            "responses", answered_at=datetime(2026, 1, 5), employee=employee, touchpoint=touchpoint, csat=score, **given
        )
        for score in [5.0] * satisfied + [1.0] * dissatisfied
    ]


def rows():
    return [
        *surveys("Ana", "Caja", 38, 2), *surveys("Ana", "Entrega", 5, 35), *surveys("Luis", "Caja", 60, 60),
        *surveys("Eva", "Entrega", 60, 60), *surveys("Iván", "Caja", 2, 1),
        *surveys("Ana", "Caja", 1, 0, comment="Soy Marta Quiroga, gracias, 300 123 4567"),
    ]  # fmt: skip


def sheet_of(cursor, employee):
    return card_sheet(card(cursor, employee, POLICY, Filters()), TODAY)


def told_under(heading, sheet):
    return [str(one) for section in sheet.sections if str(section.heading) == heading for one in section.sentences]


def test_strengths_and_the_one_thing_to_work_on_are_real_differences_at_a_touchpoint(tmp_path):
    with company(tmp_path, responses=rows()) as cursor:
        found = card(cursor, "ana", POLICY, Filters())
        equal = card(cursor, "Luis", POLICY, Filters())
    assert (found.strengths, found.to_work_on) == (("Caja",), "Entrega")
    assert (equal.strengths, equal.to_work_on) == ((), "Caja")
    csat = found.figures[0]
    assert (csat.metric, csat.n, csat.value) == (METRICS["csat"], 81, pytest.approx(100 * 44 / 81))


def test_below_the_minimum_ones_own_figure_is_not_shown_but_how_many_are_missing(tmp_path):
    with company(tmp_path, responses=rows()) as cursor:
        csat = card(cursor, "Iván", POLICY, Filters()).figures[0]
    assert (csat.value, csat.missing, csat.missing_for_band) == (None, 2, 17)


def test_no_colleague_is_named_on_a_card_and_customers_are_masked(tmp_path):
    with company(tmp_path, responses=rows()) as cursor:
        sheet = sheet_of(cursor, "Ana")
    text = " ".join(str(one) for section in sheet.sections for one in section.sentences)
    assert not [name for name in ("Luis", "Eva", "Iván", "Marta", "300") if name in text]
    assert "Soy •••, gracias, •••" in text


def test_courses_and_recognitions_of_sheets_are_on_the_card(tmp_path):
    staff = [full_row("employees", employee="E1", name="Ana Ruiz", supervisor="Marta")]
    courses = [
        full_row("trainings", employee="E1", course="Trato", completed_on=date(2026, 1, 9)),
        full_row("trainings", employee="Ana Ruiz", course="Caja", planned_on=date(2026, 5, 1)),
    ]
    given = [full_row("recognitions", employee="e1", given_on=date(2026, 2, 1), given_by="Marta", reason="Ayudó")]
    with company(tmp_path, employees=staff, trainings=courses, recognitions=given) as cursor:
        found = card(cursor, "E1", POLICY, Filters())
        assert people_of(cursor, "marta") == ["Ana Ruiz"]
        told = told_under("Your training", sheet_of(cursor, "E1"))
    assert told == ["Caja: planned for 2026-05-01 and not done.", "Trato: done on 2026-01-09."]
    assert [one.reason for one in found.recognitions] == ["Ayudó"]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ({"completed_on": date(2025, 1, 9), "valid_until": date(2026, 1, 9)}, "its validity ended on 2026-01-09."),
        ({"completed_on": date(2026, 1, 9), "valid_until": date(2027, 1, 9)}, "done, and valid until 2027-01-09."),
        ({"completed_on": date(2026, 1, 9), "valid_until": date(2026, 6, 9)}, "done, and its validity ends on 2026-06-09."),
        ({"planned_on": date(2026, 6, 9)}, "planned for 2026-06-09."),
        ({}, "still to be done."),
    ],
)  # fmt: skip
def test_each_course_says_how_the_person_stands_on_it(tmp_path, dates, told):
    staff = [full_row("employees", employee="Ana", left_on=date(2026, 5, 30))]
    courses = [full_row("trainings", employee="Ana", course="Trato", **dates)]
    with company(tmp_path, employees=staff, trainings=courses) as cursor:
        assert told_under("Your training", sheet_of(cursor, "Ana")) == [f"Trato: {told}"]


def test_what_was_agreed_on_is_on_the_card_and_what_was_talked_about_is_not(tmp_path):
    due_on = date(2026, 6, 20)
    note = CoachingNote("Ana", "Le cuesta decir que no", Evidence.FIGURE, "CSAT", "Escuchar dos llamadas", due_on)
    heading = "Your next steps, agreed with whoever leads you"
    with company(tmp_path, responses=rows()) as cursor:
        journal.write_in(cursor, note, "ana", author="Marta", at=datetime(2026, 6, 1))
        sheet = sheet_of(cursor, "Ana")
        assert told_under(heading, sheet_of(cursor, "Luis")) == []
    assert told_under(heading, sheet) == ["By 2026-06-20: Escuchar dos llamadas (Marta)"]
    assert "decir que no" not in str(sheet)


def test_cases_of_several_people_are_on_the_card_of_whom_the_policy_credits(tmp_path):
    """Ana begins ten cases a month and Luis ends them; customers answer about Luis."""
    days = [datetime(2026, month, day) for month in (1, 2) for day in range(5, 15)]
    calls = [
        full_row("interactions", interaction=f"T{day:%m%d}", occurred_at=day.replace(hour=hour), employee=who)
        for day in days
        for hour, who in ((9, "Ana"), (11, "Luis"))
    ]
    asked = [
        full_row("responses", interaction=f"T{day:%m%d}", answered_at=day, employee="Luis", touchpoint="Caja", csat=5.0)
        for day in days
    ]
    alone = [row | {"answered_at": datetime(2026, 2, 5)} for row in surveys("Eva", "Caja", 5, 15)]
    february = Filters(date(2026, 2, 1), date(2026, 2, 28))
    with company(tmp_path, interactions=calls, responses=[*asked, *alone]) as cursor:
        found = card(cursor, "Ana", replace(POLICY, credit=Credit.FIRST), february)
    (csat,) = found.figures
    assert (csat.n, csat.value, csat.before, csat.high) == (10, 100, 100, 100)
    assert csat.low == pytest.approx(72.2, abs=0.1)
    assert found.strengths == ("Caja",)


def test_a_name_that_two_people_have_asks_which_of_them(tmp_path):
    staff = [full_row("employees", employee=code, name="Ana Ruiz") for code in ("E1", "E2")]
    with company(tmp_path, employees=staff) as cursor:
        with pytest.raises(Refused) as refused:
            card(cursor, "ana ruiz", POLICY, Filters())
        assert card(cursor, "e2", POLICY, Filters()).employee == "Ana Ruiz (E2)"
    assert str(refused.value) == "Several people are called ana ruiz. Say which one: Ana Ruiz (E1), Ana Ruiz (E2)."


def test_an_unknown_person_is_refused_in_a_sentence(tmp_path):
    with company(tmp_path) as cursor, pytest.raises(NotFound, match="Nobody is called Zoe"):
        card(cursor, "Zoe", POLICY, Filters())
