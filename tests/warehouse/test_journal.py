"""What people decide inside the app."""

from datetime import timedelta

import pytest

from momentos.domain.errors import NotFound
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from tests.warehouse.sheets import NOON


def vote(warehouse: Warehouse, subject: str, impact: int, *, author: str = "ana", hours: int = 0) -> journal.Entry:
    return journal.write(
        warehouse, "impact_vote", subject, {"impact": impact}, author=author, at=NOON + timedelta(hours=hours)
    )


def test_entries_come_back_in_order_with_author_and_time(warehouse: Warehouse) -> None:
    first, second = vote(warehouse, "Pagar", 4), vote(warehouse, "Pagar", 5, author="luis", hours=1)
    with warehouse.cursor() as cursor:
        assert journal.entries(cursor, "impact_vote") == [first, second]


def test_the_latest_entry_of_each_subject_speaks(warehouse: Warehouse) -> None:
    vote(warehouse, "Pagar", 4)
    vote(warehouse, "Recibir", 2)
    vote(warehouse, "Pagar", 5)
    with warehouse.cursor() as cursor:
        spoken = {subject: one.value["impact"] for subject, one in journal.latest(cursor, "impact_vote").items()}
    assert spoken == {"Pagar": 5, "Recibir": 2}


def test_the_past_can_be_read_as_it_stood(warehouse: Warehouse) -> None:
    vote(warehouse, "Pagar", 4)
    vote(warehouse, "Pagar", 5, hours=2)
    with warehouse.cursor() as cursor:
        then = journal.latest(cursor, "impact_vote", until=NOON + timedelta(hours=1))
    assert then["Pagar"].value == {"impact": 4}


def test_an_entry_taken_back_no_longer_counts_but_did_before(warehouse: Warehouse) -> None:
    entry = vote(warehouse, "Pagar", 4)
    journal.withdraw(warehouse, entry.entry_no, author="ana", at=NOON + timedelta(hours=2))
    with warehouse.cursor() as cursor:
        assert journal.entries(cursor, "impact_vote") == []
        assert journal.entries(cursor, "impact_vote", until=NOON + timedelta(hours=1)) == [entry]


def test_what_is_not_there_cannot_be_taken_back(warehouse: Warehouse) -> None:
    with pytest.raises(NotFound, match="already taken back"):
        journal.withdraw(warehouse, 99, author="ana", at=NOON)


def test_writing_changes_the_data_version(warehouse: Warehouse) -> None:
    before = warehouse.data_version()
    vote(warehouse, "Pagar", 4)
    assert warehouse.data_version() != before
