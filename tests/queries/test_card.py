"""A card shows a person their own work: against their past and the team, never against somebody by name."""

from datetime import date, datetime

import pytest

from momentos.domain.errors import Refused
from momentos.domain.metrics import METRICS
from momentos.domain.policy import READY_POLICIES
from momentos.queries.card import card, people_of
from momentos.queries.card_words import card_sheet
from momentos.queries.filters import Filters
from tests.queries.company import company, full_row

POLICY = READY_POLICIES[0].policy


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
        sheet = card_sheet(card(cursor, "Ana", POLICY, Filters()), lambda metric, value: f"{value:.1f}", str)
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
    assert [(one.name, one.completed_on) for one in found.courses] == [("Caja", None), ("Trato", date(2026, 1, 9))]
    assert [one.reason for one in found.recognitions] == ["Ayudó"]


def test_an_unknown_person_is_refused_in_a_sentence(tmp_path):
    with company(tmp_path) as cursor, pytest.raises(Refused, match="Nobody is called Zoe"):
        card(cursor, "Zoe", POLICY, Filters())
