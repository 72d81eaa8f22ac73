"""Policies are kept as versions, and a period that has begun keeps the policy it began with."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from momentos.domain.errors import Refused, WrongInput
from momentos.domain.viewer import EVERYBODY, LEADS, Viewer
from momentos.people.kept.policies import first_free_day, policy_on, publish, version_on, versions
from momentos.people.meanings.policy import READY_POLICIES, WeighedMetric
from momentos.warehouse.connection import Warehouse

FIRST = replace(READY_POLICIES[0].policy, name="Primera")
SECOND = replace(READY_POLICIES[2].policy, name="Segunda")
LEAD = Viewer("Marta", frozenset({LEADS}))
MAY = datetime(2026, 5, 10, 9, 0)


@pytest.fixture
def warehouse(tmp_path):
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        yield opened


def test_without_any_the_ready_policy_for_individuals_holds(warehouse):
    with warehouse.cursor() as cursor:
        assert policy_on(cursor, date(2026, 5, 10)) == READY_POLICIES[0].policy


def test_the_first_policy_holds_from_the_present_period(warehouse):
    assert publish(warehouse, LEAD, FIRST, author="Marta", at=MAY).starts_on == date(2026, 4, 1)


def test_a_second_one_waits_for_the_next_period(warehouse):
    publish(warehouse, LEAD, FIRST, author="Marta", at=MAY)
    publish(warehouse, LEAD, SECOND, author="Raúl", at=MAY)
    with warehouse.cursor() as cursor:
        assert policy_on(cursor, date(2026, 6, 30)) == FIRST
        assert policy_on(cursor, date(2026, 7, 1)) == SECOND
        assert [(one.number, one.author, one.starts_on) for one in versions(cursor)] == [
            (1, "Marta", date(2026, 4, 1)),
            (2, "Raúl", date(2026, 7, 1)),
        ]


def test_a_period_that_has_begun_is_frozen(warehouse):
    publish(warehouse, LEAD, FIRST, author="Marta", at=MAY)
    with pytest.raises(Refused, match="2026-07-01"):
        publish(warehouse, LEAD, SECOND, author="Raúl", at=MAY, starts_on=date(2026, 5, 11))
    with warehouse.cursor() as cursor:
        assert version_on(cursor, MAY.date()).policy == FIRST
        assert first_free_day(cursor, SECOND, MAY.date()) == date(2026, 7, 1)


def test_weights_that_do_not_add_to_100_are_refused(warehouse):
    with pytest.raises(WrongInput, match="add up to 90"):
        publish(warehouse, LEAD, replace(FIRST, metrics=(WeighedMetric("csat", 90, 60, 95),)), author="Marta", at=MAY)
    with warehouse.cursor() as cursor:
        assert versions(cursor) == []


def test_who_does_not_lead_publishes_no_policy(warehouse):
    with pytest.raises(Refused):
        publish(warehouse, EVERYBODY, FIRST, author="Ana", at=MAY)
    with warehouse.cursor() as cursor:
        assert versions(cursor) == []
