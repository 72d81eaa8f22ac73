"""Rewards on the page of recognitions: the menu, the budget, what is owed, and how each likes to be thanked."""

from datetime import date, datetime
from pathlib import Path

from momentos.domain import clock
from momentos.domain.viewer import LEADS, Viewer
from momentos.people.kept.policies import policy_on
from momentos.people.kept.recognitions import recognise
from momentos.people.kept.rewards import Reward, promise, put_on_menu, set_budget
from momentos.people.meanings.policy import period_of
from momentos.people.questions.rewards import rewards_of
from momentos.warehouse.connection import Warehouse
from tests.people.screen.conftest import PEOPLE
from tests.people.screen.test_board import plain

LEAD = Viewer("Marta", frozenset({LEADS}))


def period(warehouse: Warehouse) -> tuple[date, date]:
    with warehouse.cursor() as cursor:
        return period_of(policy_on(cursor, clock.today()), clock.today())


def at_noon() -> datetime:
    return datetime.combine(clock.today(), datetime.min.time().replace(hour=12))


def test_without_a_menu_the_page_says_that_a_reward_may_cost_nothing(screen, shop: Path) -> None:
    told = plain(screen("recognition.py", "en"))
    assert "There is no reward on the menu yet." in told
    assert "No budget is set for " in told


def test_what_is_owed_and_that_the_budget_does_not_suffice_is_told(screen, shop: Path) -> None:
    with Warehouse.open(shop) as warehouse:
        for name in PEOPLE:
            recognise(warehouse, name, "Ayudó", "caso 1", occurred_on=None, author="Marta", at=at_noon())
        put_on_menu(warehouse, LEAD, "Cena", 1250.5, author="Marta", at=at_noon())
        set_budget(warehouse, LEAD, period(warehouse), 3000.0, author="Marta", at=at_noon())
        with warehouse.cursor() as cursor:
            first = rewards_of(cursor, period(warehouse)).waiting[0]
        who = first.recognition.employee
        dinner = Reward("Cena", 1250.5)
        promise(warehouse, LEAD, who, first.key, dinner, period=period(warehouse), author="Marta", at=at_noon())
    app = screen("recognition.py", "en")
    assert not app.exception
    assert [one.value for one in app.metric] == ["3,000", "1,250.50", "1,749.50"]
    assert "of 3 recognitions without a reward it reaches to 1, with the cheapest." in plain(app)
    assert f"{who}: Cena, promised by Marta on " in plain(app)
    assert "Has not said how they like to be recognised." in plain(app)
