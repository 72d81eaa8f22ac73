"""How a layout is read is remembered for the next file, and forgettable."""

import pytest

from momentos.domain.errors import NotFound
from momentos.loading.remembered_layouts import RememberedLayout, forget, remember, remembered
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from tests.warehouse.sheets import NOON

KEPT = {"dataset": "responses", "headers": ["Nota"], "day_first": None}


def test_what_was_said_last_of_a_layout_is_remembered(warehouse: Warehouse) -> None:
    remember(warehouse, "abc1", {**KEPT, "dataset": "ratings"}, author="Ana", at=NOON)
    remember(warehouse, "abc1", KEPT, author="Luis", at=NOON)
    with warehouse.cursor() as cursor:
        found = remembered(cursor)
    assert {layout: (entry.said.layout, entry.author) for layout, entry in found.items()} == {"abc1": (KEPT, "Luis")}


def test_the_same_said_again_writes_nothing_and_neither_does_a_table_without_headers(warehouse: Warehouse) -> None:
    remember(warehouse, "abc1", KEPT, author="Ana", at=NOON)
    before = warehouse.data_version()
    remember(warehouse, "abc1", dict(KEPT), author="Luis", at=NOON)
    remember(warehouse, "", KEPT, author="Luis", at=NOON)
    assert warehouse.data_version() == before


def test_a_layout_is_forgotten_by_the_start_of_its_fingerprint_all_that_was_said_of_it(warehouse: Warehouse) -> None:
    remember(warehouse, "abc1", {**KEPT, "dataset": "ratings"}, author="Ana", at=NOON)
    remember(warehouse, "abc1", KEPT, author="Ana", at=NOON)
    remember(warehouse, "xyz2", KEPT, author="Ana", at=NOON)
    forget(warehouse, "abc", author="Ana", at=NOON)
    with warehouse.cursor() as cursor:
        assert [one.subject for one in journal.entries(cursor, RememberedLayout)] == ["xyz2"]


@pytest.mark.parametrize("start", ["", "ab", "q"])
def test_what_means_no_layout_or_two_is_not_forgotten(warehouse: Warehouse, start: str) -> None:
    remember(warehouse, "abc1", KEPT, author="Ana", at=NOON)
    remember(warehouse, "abd2", KEPT, author="Ana", at=NOON)
    with pytest.raises(NotFound, match="No remembered layout"):
        forget(warehouse, start, author="Ana", at=NOON)
