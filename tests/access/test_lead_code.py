"""The code that opens what only leads see: set on the screen, or by whoever installed Momentos."""

import pytest

from momentos.access.lead_code import (
    LEAD_CODE_VARIABLE,
    clear_lead_code,
    is_code_of_the_machine,
    is_lead_code,
    mark_of_lead_code,
    set_lead_code,
)
from momentos.domain.errors import NotAllowed, NotFound, WrongInput
from momentos.domain.viewer import EVERYBODY, OWNER
from momentos.warehouse.connection import Warehouse
from tests.warehouse.sheets import NOON

CODE = "girasol-42"


@pytest.fixture(autouse=True)
def nobody_installed_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LEAD_CODE_VARIABLE, raising=False)


def opens(warehouse: Warehouse, code: str) -> bool:
    with warehouse.cursor() as cursor:
        return is_lead_code(cursor, code)


def mark(warehouse: Warehouse) -> str:
    with warehouse.cursor() as cursor:
        return mark_of_lead_code(cursor)


def test_no_code_opens_anything_while_none_is_set(warehouse: Warehouse) -> None:
    assert mark(warehouse) == ""
    assert not opens(warehouse, "")
    assert not opens(warehouse, CODE)


def test_the_code_that_was_set_opens_and_no_other(warehouse: Warehouse) -> None:
    set_lead_code(warehouse, OWNER, CODE, author="Ana", at=NOON)
    assert opens(warehouse, f" {CODE} ")
    assert not opens(warehouse, CODE.upper())
    assert CODE not in mark(warehouse)


def test_the_mark_changes_with_the_code_and_goes_with_it(warehouse: Warehouse) -> None:
    set_lead_code(warehouse, OWNER, CODE, author="Ana", at=NOON)
    first = mark(warehouse)
    set_lead_code(warehouse, OWNER, "otra-clave-9", author="Ana", at=NOON)
    assert mark(warehouse) != first
    clear_lead_code(warehouse, OWNER, author="Ana", at=NOON)
    assert (mark(warehouse), opens(warehouse, CODE)) == ("", False)


def test_a_short_or_an_unsigned_code_is_not_set_and_none_is_not_cleared(warehouse: Warehouse) -> None:
    with pytest.raises(WrongInput, match="at least 8 characters"):
        set_lead_code(warehouse, OWNER, " 1234567 ", author="Ana", at=NOON)
    with pytest.raises(WrongInput, match="Whoever sets the code signs it"):
        set_lead_code(warehouse, OWNER, CODE, author=" ", at=NOON)
    with pytest.raises(NotFound, match="No lead's code is set"):
        clear_lead_code(warehouse, OWNER, author="Ana", at=NOON)
    set_lead_code(warehouse, OWNER, "12345678", author="Ana", at=NOON)


def test_only_leads_set_or_clear_it(warehouse: Warehouse) -> None:
    with pytest.raises(NotAllowed, match="Only whoever leads"):
        set_lead_code(warehouse, EVERYBODY, CODE, author="Ana", at=NOON)
    with pytest.raises(NotAllowed, match="Only whoever leads"):
        clear_lead_code(warehouse, EVERYBODY, author="Ana", at=NOON)


def test_the_code_of_the_machine_opens_in_place_of_the_one_set_and_is_not_changed_on_the_screen(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_lead_code(warehouse, OWNER, CODE, author="Ana", at=NOON)
    monkeypatch.setenv(LEAD_CODE_VARIABLE, "otra-clave-9")
    assert is_code_of_the_machine()
    assert opens(warehouse, "otra-clave-9")
    assert not opens(warehouse, CODE)
    for change in (
        lambda: set_lead_code(warehouse, OWNER, CODE, author="Ana", at=NOON),
        lambda: clear_lead_code(warehouse, OWNER, author="Ana", at=NOON),
    ):
        with pytest.raises(NotAllowed, match="set by whoever installed"):
            change()


def test_a_code_of_the_machine_that_is_easily_guessed_opens_nothing(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LEAD_CODE_VARIABLE, "1234567")
    with pytest.raises(WrongInput, match="fewer than 8 characters"):
        opens(warehouse, "1234567")
