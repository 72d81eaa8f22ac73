"""The menu of rewards, and how each person likes to be thanked. Promises and budgets: tests/people/questions."""

import pytest

from momentos.domain.errors import NotAllowed, NotFound, WrongInput
from momentos.domain.viewer import EVERYBODY, OWNER, Viewer
from momentos.people.kept.rewards import (
    Liking,
    Reward,
    hand_over,
    in_private,
    liking_of,
    menu,
    put_on_menu,
    say_liking,
    take_off_menu,
)
from momentos.warehouse.connection import Warehouse
from tests.warehouse.sheets import NOON

ROSA = Viewer(own_cards=frozenset({"rosa gil"}))


def test_the_menu_shows_the_cheapest_first_at_its_last_cost_and_not_what_was_taken_off(warehouse: Warehouse) -> None:
    for name, cost in (("Cena", 80.0), ("Tarde libre", 0.0), ("Bono", 50.0), (" CENA ", 40.0)):
        put_on_menu(warehouse, OWNER, name, cost, author="Ana", at=NOON)
    take_off_menu(warehouse, OWNER, "bono", author="Ana", at=NOON)
    with warehouse.cursor() as cursor:
        assert menu(cursor) == [Reward("Tarde libre", 0.0), Reward("CENA", 40.0)]


def test_a_person_says_how_they_like_to_be_thanked_and_leads_read_it(warehouse: Warehouse) -> None:
    say_liking(warehouse, ROSA, "Rosa Gil", Liking(False, "Cena"), at=NOON)
    with warehouse.cursor() as cursor:
        assert liking_of(cursor, ROSA, "Rosa Gil") == liking_of(cursor, OWNER, "ROSA gil") == Liking(False, "Cena")
        assert liking_of(cursor, OWNER, "Luis") is None
        assert in_private(cursor) == {"rosa gil"}
        for viewer, employee in ((EVERYBODY, "Rosa Gil"), (ROSA, "Luis")):
            with pytest.raises(NotAllowed):
                liking_of(cursor, viewer, employee)


def test_what_was_not_promised_is_not_handed_over(warehouse: Warehouse) -> None:
    with pytest.raises(NotFound, match="was not promised"):
        hand_over(warehouse, OWNER, 7, author="Ana", at=NOON)


@pytest.mark.parametrize(("name", "cost"), [(" ", 1.0), ("Cena", -1.0), ("Cena", float("nan"))])
def test_a_reward_has_a_name_and_costs_no_less_than_nothing(warehouse: Warehouse, name: str, cost: float) -> None:
    with pytest.raises(WrongInput):
        put_on_menu(warehouse, OWNER, name, cost, author="Ana", at=NOON)
