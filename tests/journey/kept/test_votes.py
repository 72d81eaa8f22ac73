"""What people decide about a touchpoint, and whose vote is whose."""

from datetime import timedelta

import pytest

from momentos.domain.errors import NotAllowed, WrongInput
from momentos.domain.viewer import EVERYBODY, OWNER
from momentos.journey.kept.votes import ImpactVote, TouchpointReview, mark_reviewed, vote
from momentos.journey.questions.past import journey_at
from momentos.journey.questions.votes import votes_of
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from tests.warehouse.conftest import Load
from tests.warehouse.sheets import NOON, sheet_of

PAYS = {"touchpoint": "T1", "name": "Paga", "stage": "Comprar", "position": 1.0, "impact": 4.0}


def impact_of(warehouse: Warehouse) -> tuple[float, float]:
    """The impact of paying, now and as it was two hours later."""
    with warehouse.cursor() as cursor:
        (now,) = cursor.execute("select impact from known_touchpoints").fetchone() or (None,)
        return now, journey_at(cursor, NOON + timedelta(hours=2))["impact"].item()


def test_a_vote_is_kept_with_its_reason_and_who_gave_it(warehouse: Warehouse) -> None:
    vote(warehouse, OWNER, "t1", 5, " Ahí se van ", author=" Ana ", at=NOON)
    with warehouse.cursor() as cursor:
        (entry,) = journal.entries(cursor, ImpactVote)
    assert (entry.subject, entry.said, entry.author) == ("t1", ImpactVote(5, "Ahí se van"), "Ana")


@pytest.mark.parametrize("again", ["Ana Gil", "ANA gil", "Ana  Gil", "Ana\u00a0Gil", "ＡＮＡ Gil"])
def test_a_person_votes_once_however_they_write_their_name(warehouse: Warehouse, load: Load, again: str) -> None:
    load(sheet_of("touchpoints", [PAYS]))
    for author, impact in (("Ana Gil", 1), ("Luis", 5), (again, 3)):
        vote(warehouse, OWNER, "t1", impact, "…", author=author, at=NOON + timedelta(hours=1))
    assert impact_of(warehouse) == (4.0, 4.0)
    with warehouse.cursor() as cursor:
        assert [(one.impact, one.counts) for one in votes_of(cursor, "t1")] == [(3, True), (5, True), (1, False)]


def test_an_accent_makes_another_person(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("touchpoints", [PAYS]))
    for author, impact in (("Tomás", 1), ("Tomas", 3)):
        vote(warehouse, OWNER, "t1", impact, "…", author=author, at=NOON)
    assert impact_of(warehouse) == (2.0, 2.0)


@pytest.mark.parametrize(
    ("impact", "reason", "author", "told"),
    [
        (0.5, "…", "Ana", "The impact goes from 1"),
        (5.5, "…", "Ana", "The impact goes from 1"),
        (3, "…", " ", "a vote counts once per person"),
        (3, " ", "Ana", "Write the reason"),
    ],
)
def test_a_vote_has_a_name_a_reason_and_an_impact_from_1_to_5(
    warehouse: Warehouse, impact: float, reason: str, author: str, told: str
) -> None:
    with pytest.raises(WrongInput, match=told):
        vote(warehouse, OWNER, "t1", impact, reason, author=author, at=NOON)


def test_only_leads_vote_and_mark_as_looked_at(warehouse: Warehouse) -> None:
    with pytest.raises(NotAllowed):
        vote(warehouse, EVERYBODY, "t1", 3, "…", author="Ana", at=NOON)
    with pytest.raises(NotAllowed):
        mark_reviewed(warehouse, EVERYBODY, "t1", author="Ana", at=NOON)
    mark_reviewed(warehouse, OWNER, "t1", author="Ana", at=NOON)
    with warehouse.cursor() as cursor:
        assert [one.subject for one in journal.entries(cursor, TouchpointReview)] == ["t1"]
        assert journal.entries(cursor, ImpactVote) == []
