"""Rewards: the budget that suffices or does not, what is owed, and who likes it in private."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest

from momentos.domain.errors import Refused
from momentos.domain.viewer import LEADS, Viewer
from momentos.figures.filters import Filters
from momentos.locales import translator
from momentos.locales.writing import amount_text
from momentos.people.kept.recognitions import recognise
from momentos.people.kept.rewards import (
    Liking,
    Reward,
    budget_of,
    hand_over,
    menu,
    promise,
    promises,
    put_on_menu,
    say_liking,
    set_budget,
    take_off_menu,
)
from momentos.people.questions.recognition_proposals import equity
from momentos.people.questions.rewards import public_recognitions, rewards_of
from momentos.warehouse.connection import Warehouse
from tests.figures.company import company

AT = datetime(2026, 5, 4, 10, 0)
PERIOD = (date(2026, 4, 1), date(2026, 7, 1))
LEAD = Viewer("Marta", frozenset({LEADS}))
ANA = Viewer("", frozenset(), frozenset({"ana"}))
DINNER = Reward("Cena", 50.0)


@pytest.fixture
def warehouse(tmp_path):
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        yield opened


def thank(warehouse, *names):
    for name in names:
        recognise(warehouse, name, "Ayudó", "caso 1", occurred_on=None, author="Marta", at=AT)


def asked(warehouse):
    with warehouse.cursor() as cursor:
        return rewards_of(cursor, PERIOD)


def test_the_menu_holds_what_was_said_last_the_cheapest_first(warehouse):
    put_on_menu(warehouse, LEAD, "Cena", 40, author="Marta", at=AT)
    put_on_menu(warehouse, LEAD, "Tarde libre", 0, author="Marta", at=AT)
    put_on_menu(warehouse, LEAD, "CENA", 50, author="Raúl", at=AT)
    put_on_menu(warehouse, LEAD, "Bono", 20, author="Marta", at=AT)
    take_off_menu(warehouse, LEAD, "bono", author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        assert menu(cursor) == [Reward("Tarde libre", 0.0), Reward("CENA", 50.0)]


@pytest.mark.parametrize(("name", "cost", "author"), [("", 1, "Marta"), ("Cena", -1, "Marta"), ("Cena", 1, " ")])
def test_a_reward_has_a_name_a_cost_and_an_author(warehouse, name, cost, author):
    with pytest.raises(Refused):
        put_on_menu(warehouse, LEAD, name, cost, author=author, at=AT)


def test_a_promise_takes_from_the_budget_and_waits_to_be_handed_over(warehouse):
    thank(warehouse, "Ana", "Luis")
    put_on_menu(warehouse, LEAD, "Cena", 50, author="Marta", at=AT)
    set_budget(warehouse, LEAD, PERIOD, 60, author="Marta", at=AT)
    first = asked(warehouse).waiting[0]
    promise(warehouse, LEAD, first.recognition.employee, first.key, DINNER, period=PERIOD, author="Marta", at=AT)

    found = asked(warehouse)
    assert (found.budget, found.spent, found.left) == (60, 50, 10)
    assert len(found.waiting) == 1
    assert found.promised[0].handed_on is None

    hand_over(warehouse, LEAD, found.promised[0].entry_no, author="Marta", at=AT)
    assert asked(warehouse).promised[0].handed_on == AT.date()
    assert asked(warehouse).left == 10


def test_a_budget_that_does_not_suffice_says_how_much_is_left(warehouse):
    thank(warehouse, "Ana", "Luis")
    put_on_menu(warehouse, LEAD, "Cena", 50, author="Marta", at=AT)
    set_budget(warehouse, LEAD, PERIOD, 70, author="Marta", at=AT)
    waiting = asked(warehouse).waiting
    assert asked(warehouse).reaches == 1
    promise(warehouse, LEAD, "Ana", waiting[0].key, DINNER, period=PERIOD, author="Marta", at=AT)

    with pytest.raises(Refused) as refused:
        promise(warehouse, LEAD, "Luis", waiting[1].key, DINNER, period=PERIOD, author="Marta", at=AT)
    assert refused.value.message.values == {"left": 20, "reward": "Cena", "cost": 50}
    assert asked(warehouse).reaches == 0


def test_one_recognition_has_one_reward(warehouse):
    thank(warehouse, "Ana")
    key = asked(warehouse).waiting[0].key
    promise(warehouse, LEAD, "Ana", key, DINNER, period=PERIOD, author="Marta", at=AT)
    with pytest.raises(Refused):
        promise(warehouse, LEAD, "Ana", key, DINNER, period=PERIOD, author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        assert len(promises(cursor)) == 1


def test_a_free_reward_reaches_everybody(warehouse):
    thank(warehouse, "Ana", "Luis")
    put_on_menu(warehouse, LEAD, "Tarde libre", 0, author="Marta", at=AT)
    set_budget(warehouse, LEAD, PERIOD, 0, author="Marta", at=AT)
    assert asked(warehouse).reaches == 2


def test_each_period_has_a_budget_of_its_own(warehouse):
    set_budget(warehouse, LEAD, PERIOD, 70, author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        assert budget_of(cursor, PERIOD) == 70
        assert budget_of(cursor, (PERIOD[1], date(2026, 10, 1))) is None
        assert budget_of(cursor, (PERIOD[0], date(2026, 5, 1))) is None


def test_whoever_likes_it_in_private_is_not_on_the_wall(warehouse):
    thank(warehouse, "Ana", "Luis")
    say_liking(warehouse, ANA, "Ana", Liking(is_public=False, reward="Tarde libre"), at=AT)
    with warehouse.cursor() as cursor:
        assert [one.employee for one in public_recognitions(cursor)] == ["Luis"]
    liked = {one.recognition.employee: one.liking for one in asked(warehouse).waiting}
    assert liked == {"Ana": Liking(False, "Tarde libre"), "Luis": None}


def test_a_recognition_of_a_sheet_that_names_its_reward_waits_for_none(tmp_path):
    rows = [
        {"employee": "Ana", "given_on": date(2026, 5, 4), "reason": "Ayudó", "reward": "Cena"},
        {"employee": "Luis", "given_on": date(2026, 5, 4), "reason": "Ayudó"},
    ]
    with company(tmp_path, recognitions=rows) as cursor:
        assert [one.recognition.employee for one in rewards_of(cursor, PERIOD).waiting] == ["Luis"]


def test_from_the_fact_to_the_thanks_is_a_median_with_the_slowest_listed(tmp_path):
    contacts = [
        {"interaction": f"T{number}", "occurred_at": datetime(2026, 5, day)}
        for number, day in enumerate((1, 10, 12, 14))
    ]
    rows = [
        {"employee": "Ana", "given_on": date(2026, 5, 15), "reason": f"Ayudó {number}", "interaction": f"T{number}"}
        for number in range(4)
    ]
    with company(tmp_path, recognitions=rows, interactions=contacts) as cursor:
        found = equity(cursor, Filters())
    assert found.days_to_thanks == 4
    assert [days for _, days in found.slowest] == [14, 5, 3, 1]


def test_two_thanks_of_a_sheet_on_one_day_for_the_same_wait_each_for_its_own(tmp_path):
    row = {"employee": "Ana", "given_on": date(2026, 5, 4), "reason": "Trabajo en equipo"}
    with company(tmp_path, recognitions=[{**row, "given_by": "Luis"}, {**row, "given_by": "Rosa"}]) as cursor:
        first, second = rewards_of(cursor, PERIOD).waiting
    assert first.key != second.key
    with Warehouse.open(tmp_path / "company.duckdb") as opened:
        promise(opened, LEAD, "Ana", first.key, DINNER, period=PERIOD, author="Marta", at=AT)
        assert [one.key for one in asked(opened).waiting] == [second.key]


def test_whoever_likes_it_in_private_is_not_among_the_slowest_that_all_see(tmp_path):
    contacts = [{"interaction": "T1", "occurred_at": datetime(2026, 5, 1)}]
    rows = [
        {"employee": name, "given_on": date(2026, 5, 15), "reason": "Ayudó", "interaction": "T1"}
        for name in ("Ana", "Luis")
    ]
    with (
        company(tmp_path, recognitions=rows, interactions=contacts) as cursor,
        Warehouse.open(tmp_path / "company.duckdb") as opened,
    ):
        say_liking(opened, ANA, "Ana", Liking(is_public=False), at=AT)
        found = equity(cursor, Filters())
    assert [one.employee for one, _ in found.slowest] == ["Luis"]
    assert found.days_to_thanks == 14


def was_kept(action):
    try:
        action()
    except Refused:
        return False
    return True


def test_leads_who_promise_at_once_do_not_overspend_nor_promise_twice(warehouse):
    set_budget(warehouse, LEAD, PERIOD, 150, author="Marta", at=AT)

    def one(key):
        return was_kept(lambda: promise(warehouse, LEAD, "Ana", key, DINNER, period=PERIOD, author="Marta", at=AT))

    with ThreadPoolExecutor(8) as leads:
        kept = list(leads.map(one, ["a", "a", "b", "b", "c", "d", "e", "f"]))
    with warehouse.cursor() as cursor:
        made = promises(cursor)
    assert sum(kept) == len(made) == 3
    assert len({one.recognition for one in made}) == 3


def test_only_what_was_promised_is_handed_over_and_once(warehouse):
    promise(warehouse, LEAD, "Ana", "a", DINNER, period=PERIOD, author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        number = promises(cursor)[0].entry_no
    kept = [was_kept(lambda n=n: hand_over(warehouse, LEAD, n, author="Marta", at=AT)) for n in (999, number, number)]
    assert kept == [False, True, False]


def test_who_does_not_lead_changes_nothing_of_the_rewards(warehouse):
    signed = {"author": "Ana", "at": AT}
    tried = (
        lambda: put_on_menu(warehouse, ANA, "Cena", 1, **signed),
        lambda: take_off_menu(warehouse, ANA, "Cena", **signed),
        lambda: set_budget(warehouse, ANA, PERIOD, 1, **signed),
        lambda: promise(warehouse, ANA, "Ana", "a", DINNER, period=PERIOD, **signed),
        lambda: hand_over(warehouse, ANA, 1, **signed),
    )
    assert not any(was_kept(one) for one in tried)


def test_a_promise_for_a_sheet_holds_when_the_staff_sheet_brings_another_name(tmp_path):
    with company(tmp_path, recognitions=[{"employee": "E1", "given_on": AT.date(), "reason": "Ayudó"}]) as cursor:
        before = rewards_of(cursor, PERIOD).waiting[0]
    with company(tmp_path, employees=[{"employee": "E1", "name": "Ana Ruiz"}]) as cursor:
        after = rewards_of(cursor, PERIOD).waiting[0]
    assert (before.recognition.employee, after.recognition.employee) == ("E1", "Ana Ruiz")
    assert before.key == after.key


def test_a_cost_beyond_reason_is_refused_with_the_bounds(warehouse):
    with pytest.raises(Refused, match="at most 1000000000000"):
        put_on_menu(warehouse, LEAD, "Cena", 1e13, author="Marta", at=AT)


def test_amounts_in_a_refusal_are_written_as_the_reader_does(warehouse):
    set_budget(warehouse, LEAD, PERIOD, 1500.5, author="Marta", at=AT)
    with pytest.raises(Refused) as refused:
        promise(warehouse, LEAD, "Ana", "a", Reward("Viaje", 2000), period=PERIOD, author="Marta", at=AT)
    told = refused.value.message.render(translator("es"), lambda amount: amount_text(amount, "es_CO"))
    assert "1.500,50" in told
    assert "2.000" in told
