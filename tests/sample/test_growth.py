"""The sample company's training and pulse: what was planted is there, and nothing else."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from momentos.domain.viewer import LEADS, Viewer
from momentos.facts import METRICS
from momentos.people.kept.pulse import publish, waiting
from momentos.people.meanings.pulse_groups import Quarter
from momentos.people.questions.pulse import felt
from momentos.people.questions.training import due, enrolments
from momentos.people.questions.training_effect import course_effects
from momentos.sample import load_sample
from momentos.sample.growth import LISTENING, make_pulse, make_trainings
from momentos.sample.model import Company
from momentos.sample.truths import CRISIS_AREA
from momentos.warehouse.connection import Warehouse

AT = datetime(2026, 11, 2, 9, 0)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    with Warehouse.open(tmp_path_factory.mktemp("growth") / "momentos.duckdb") as opened:
        load_sample(opened, at=AT)
        yield opened


def test_its_rows_are_as_many_as_documented(company: Company) -> None:
    assert len(make_trainings(company.staff)) == 59
    assert len(make_pulse(company.staff)) == 168


def test_somebody_is_due_and_no_course_is_credited_with_anything(warehouse: Warehouse) -> None:
    with warehouse.cursor() as cursor:
        assert any(one.standing(date(2026, 10, 31)).is_due for one in due(enrolments(cursor), date(2026, 10, 31)))
        for key in ("score", "nps", "fcr"):
            effects = {one.course: one.effect for one in course_effects(cursor, METRICS[key])}
            assert effects[LISTENING].value is not None
            assert [name for name, effect in effects.items() if effect.is_real] == []


def test_one_area_falls_in_the_quarter_of_the_crisis_and_comes_back(warehouse: Warehouse) -> None:
    with warehouse.cursor() as cursor:
        quarters = [one.quarter for one in waiting(cursor, AT.date())]
    for quarter in quarters:
        publish(warehouse, Viewer("Ana", frozenset({LEADS})), quarter, author="Ana", at=AT)
    with warehouse.cursor() as cursor:
        changes = {
            (one.quarter, one.areas): one.change.value for one in felt(cursor) if one.change and one.change.is_real
        }
    assert changes.keys() == {(Quarter(2026, 1), (CRISIS_AREA,)), (Quarter(2026, 2), (CRISIS_AREA,))}
    assert changes[Quarter(2026, 1), (CRISIS_AREA,)] < -0.5
