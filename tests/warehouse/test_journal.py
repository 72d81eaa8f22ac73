"""What people decide inside the app."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from momentos.access.card_codes import DrawnCode
from momentos.domain.errors import NotFound
from momentos.figures.taken_targets import Target
from momentos.journey.kept.resource_plan import ResourcePlan
from momentos.journey.kept.votes import ImpactVote, TouchpointReview
from momentos.loading.redo import LoadChoices
from momentos.loading.remembered_layouts import RememberedLayout
from momentos.loading.same_names import Named, SaidSame
from momentos.loading.storing import LoadEffect
from momentos.people.kept.authority import DeclaredLimits
from momentos.people.kept.card_remarks import CardRemark, PolicyRead, RemarkAnswer
from momentos.people.kept.coaching import CoachingNote, Evidence, StepTaken
from momentos.people.kept.policies import PublishedPolicy
from momentos.people.kept.pulse import Group, PublishedPulse
from momentos.people.kept.recognitions import GivenRecognition
from momentos.people.kept.rewards import HandedReward, Liking, OfferedReward, PromisedReward, RewardBudget
from momentos.people.meanings.policy import READY_POLICIES
from momentos.people.meanings.policy import as_plain as policy_as_plain
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal_kinds import Names, as_plain, as_said, every_kind, kept_as
from tests.figures.company import company
from tests.warehouse.sheets import NOON

POLICY = READY_POLICIES[0].policy

WRITTEN_BEFORE: dict[str, list[tuple[dict[str, Any], object]]] = {
    "impact_vote": [({"impact": 4, "reason": "Ahí se van"}, ImpactVote(4, "Ahí se van"))],
    "touchpoint_review": [({}, TouchpointReview())],
    "resource_plan": [
        (
            {"budget": None, "floor": 50.0, "floors": {"caja": 80.0}, "spending": {"caja": 1200.0}},
            ResourcePlan(None, 50.0, {"caja": 80.0}, {"caja": 1200.0}),
        )
    ],
    "authority": [
        ({"limits": {"Caja": 50.0}, "reasons": ["Cobro doble"]}, DeclaredLimits({"Caja": 50.0}, ("Cobro doble",)))
    ],
    "card_remark": [
        (
            {"employee": "Rosa Gil", "figure": "CSAT", "text": "Fue en marzo"},
            CardRemark("CSAT", "Fue en marzo", "Rosa Gil"),
        ),
        ({"figure": "CSAT", "text": "Fue en marzo"}, CardRemark("CSAT", "Fue en marzo", None)),
    ],
    "card_answer": [({"text": "Lo miramos"}, RemarkAnswer("Lo miramos"))],
    "policy_read": [({"version": 2}, PolicyRead(2))],
    "coaching_note": [
        (
            {
                "employee": "Rosa Gil", "text": "Hablamos", "evidence": "interaction", "reference": "T1",
                "next_step": "Escuchar dos llamadas", "due_on": "2026-06-20",
            },
            CoachingNote(
                "Rosa Gil", "Hablamos", Evidence.INTERACTION, "T1", "Escuchar dos llamadas", date(2026, 6, 20)
            ),
        )
    ],
    "coaching_done": [({"outcome": "Salió bien"}, StepTaken("Salió bien"))],
    "policy": [
        (
            {"starts_on": "2026-07-01", "policy": policy_as_plain(POLICY)},
            PublishedPolicy(date(2026, 7, 1), POLICY),
        )
    ],
    "recognition": [
        (
            {
                "employee": "Rosa Gil", "reason": "Ayudó", "proof": "caso 1", "fact": "peers:1",
                "occurred_on": "2026-05-02",
            },
            GivenRecognition("Rosa Gil", "Ayudó", "caso 1", "peers:1", date(2026, 5, 2)),
        ),
        (
            {"employee": "Rosa Gil", "reason": "Ayudó", "proof": "caso 1", "fact": "", "occurred_on": None},
            GivenRecognition("Rosa Gil", "Ayudó", "caso 1"),
        ),
    ],
    "pulse_published": [
        (
            {
                "items": ["voice"], "loads": [3],
                "groups": [{"areas": ["Caja"], "n": 6, "sums": {"voice": [24.0, 98.0]}}],
            },
            PublishedPulse(("voice",), (3,), (Group(("Caja",), 6, {"voice": (24.0, 98.0)}),)),
        )
    ],
    "reward": [
        ({"name": "Tarde libre", "cost": 0.0}, OfferedReward("Tarde libre", 0.0)),
        ({"name": "Tarde libre", "cost": None}, OfferedReward("Tarde libre", None)),
    ],
    "reward_budget": [({"amount": 900.0}, RewardBudget(900.0))],
    "reward_liking": [({"is_public": False, "reward": ""}, Liking(False, ""))],
    "reward_promise": [
        ({"employee": "Rosa Gil", "reward": "Cena", "cost": 80.0}, PromisedReward("Rosa Gil", "Cena", 80.0))
    ],
    "reward_handed": [({}, HandedReward())],
    "target": [({"value": 80.0}, Target(80.0)), ({"value": None}, Target(None))],
    "card_code": [
        (
            {"name": "Rosa Gil", "known_as": ["e1", "rosa gil"], "mark": "00ff"},
            DrawnCode("Rosa Gil", ("e1", "rosa gil"), "00ff"),
        )
    ],
    "same_name": [
        (
            {
                "dimension": "employee", "from_key": "r. gil", "into_key": "rosa gil", "written": "R. Gil",
                "shown": "Rosa Gil",
            },
            SaidSame(Named.EMPLOYEE, "r. gil", "rosa gil", "R. Gil", "Rosa Gil"),
        )
    ],
    "load_choices": [({"tables": [{"sheet": "Hoja1"}]}, LoadChoices(({"sheet": "Hoja1"},)))],
    "mapping": [
        (
            {"dataset": "responses", "headers": ["Nota"]},
            RememberedLayout({"dataset": "responses", "headers": ["Nota"]}),
        )
    ],
    "load_effect": [({"figures": {"csat": [80.0, None]}}, LoadEffect({"csat": [80.0, None]}))],  # type: ignore[dict-item]
}  # fmt: skip
"""What every kind of entry looks like in a file written before kinds were declared, and what it says."""


def vote(
    warehouse: Warehouse, subject: str, impact: int, *, author: str = "ana", hours: int = 0
) -> journal.Entry[ImpactVote]:
    return journal.write(warehouse, ImpactVote(impact, "…"), subject, author=author, at=NOON + timedelta(hours=hours))


def test_entries_come_back_in_order_with_author_and_time(warehouse: Warehouse) -> None:
    first, second = vote(warehouse, "Pagar", 4), vote(warehouse, "Pagar", 5, author="luis", hours=1)
    with warehouse.cursor() as cursor:
        assert journal.entries(cursor, ImpactVote) == [first, second]


def test_the_latest_entry_of_each_subject_speaks(warehouse: Warehouse) -> None:
    vote(warehouse, "Pagar", 4)
    vote(warehouse, "Recibir", 2)
    vote(warehouse, "Pagar", 5)
    with warehouse.cursor() as cursor:
        spoken = {subject: one.said.impact for subject, one in journal.latest(cursor, ImpactVote).items()}
    assert spoken == {"Pagar": 5, "Recibir": 2}


def test_the_past_can_be_read_as_it_stood(warehouse: Warehouse) -> None:
    vote(warehouse, "Pagar", 4)
    vote(warehouse, "Pagar", 5, hours=2)
    with warehouse.cursor() as cursor:
        then = journal.latest(cursor, ImpactVote, until=NOON + timedelta(hours=1))
    assert then["Pagar"].said == ImpactVote(4, "…")


def test_an_entry_taken_back_no_longer_counts_but_did_before(warehouse: Warehouse) -> None:
    entry = vote(warehouse, "Pagar", 4)
    journal.withdraw(warehouse, entry.entry_no, author="ana", at=NOON + timedelta(hours=2))
    with warehouse.cursor() as cursor:
        assert journal.entries(cursor, ImpactVote) == []
        assert journal.entries(cursor, ImpactVote, until=NOON + timedelta(hours=1)) == [entry]


def test_what_is_not_there_cannot_be_taken_back(warehouse: Warehouse) -> None:
    with pytest.raises(NotFound, match="already taken back"):
        journal.withdraw(warehouse, 99, author="ana", at=NOON)


def test_writing_changes_the_data_version(warehouse: Warehouse) -> None:
    before = warehouse.data_version()
    vote(warehouse, "Pagar", 4)
    assert warehouse.data_version() != before


@pytest.mark.parametrize("kind", sorted(every_kind()))
def test_every_kind_reads_what_was_written_before_and_writes_it_the_same(kind: str) -> None:
    for value, said in WRITTEN_BEFORE[kind]:
        plain = json.loads(json.dumps(value))
        assert as_said(every_kind()[kind].said, plain) == said
        written = json.loads(json.dumps(as_plain(said)))
        assert written == {**plain, **({"employee": None} if said == CardRemark("CSAT", "Fue en marzo") else {})}


def test_no_kind_that_old_files_hold_is_forgotten() -> None:
    assert set(every_kind()) == set(WRITTEN_BEFORE)


def test_a_file_of_before_is_read_and_what_nobody_knows_stays_in_it(warehouse: Warehouse) -> None:
    with warehouse.transaction() as cursor:
        add(cursor, 1, "impact_vote", "pagar", {"impact": 4, "reason": "…", "mood": "later"}, "Ana")
        add(cursor, 2, "horoscope", "pagar", {"sign": "leo"}, "Ana")
    vote(warehouse, "recibir", 3)
    with warehouse.cursor() as cursor:
        assert [one.said for one in journal.entries(cursor, ImpactVote)] == [ImpactVote(4, "…"), ImpactVote(3, "…")]
        assert cursor.execute("select value ->> 'sign' from journal where kind = 'horoscope'").fetchall() == [("leo",)]


def add(cursor: Any, number: int, kind: str, subject: str, value: dict[str, Any], author: str) -> None:
    """An entry as versions before wrote it, with a number that no other has."""
    row = [number - 100, kind, subject, json.dumps(value), author, NOON, None]
    cursor.execute("insert into journal values (?, ?, ?, ?, ?, ?, ?)", row)


def test_what_is_not_registered_is_not_kept(warehouse: Warehouse) -> None:
    @dataclass(frozen=True)
    class Whim:
        text: str

    with pytest.raises(TypeError, match="Whim is not registered"):
        journal.write(warehouse, Whim("…"), "", author="ana", at=NOON)


def test_a_kind_says_only_of_its_own_fields_whom_they_name() -> None:
    with pytest.raises(TypeError, match="has no custmer"):

        @kept_as("whim", custmer=Names.EMPLOYEE)
        @dataclass(frozen=True)
        class Whim:
            customer: str


def test_two_kinds_do_not_share_a_name() -> None:
    with pytest.raises(TypeError, match="two kinds"):

        @kept_as("impact_vote")
        @dataclass(frozen=True)
        class Whim:
            text: str


def test_what_can_be_changed_after_it_was_said_is_no_kind() -> None:
    with pytest.raises(TypeError, match="no frozen dataclass"):

        @kept_as("whim")
        @dataclass
        class Whim:
            text: str


def test_a_field_called_like_a_person_says_that_it_names_one() -> None:
    """Names that fields of entries have for people; ``shown`` and ``written`` are those of names said to be one."""
    people = {"employee", "customer", "name", "known_as", "written", "shown", "person", "supervisor", "lead"}
    silent = {
        (kind.name, field.name)
        for kind in every_kind().values()
        for field in fields(kind.said)
        if field.name in people - set(kind.naming)
    }
    assert silent == {("reward", "name")}


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Any]:
    """Rosa Gil, whose code is E1, and Luis; and a customer whose code is C1."""
    with company(
        tmp_path,
        employees=[{"employee": "E1", "name": "Rosa Gil"}, {"employee": "Luis"}],
        customers=[{"customer": "C1", "name": "Eva Sol"}],
    ) as cursor:
        yield cursor


def naming(cursor: Any, person: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.named_in) for one in journal.entries_naming(cursor, person)]


def say_of(cursor: Any, said: object, subject: str, *, author: str = "Marta") -> int:
    return journal.write_in(cursor, said, subject, author=author, at=NOON).entry_no


def test_all_entries_that_name_a_person_are_found_by_any_text_that_means_them(staff: Any) -> None:
    say_of(staff, GivenRecognition("Rosa Gil", "Ayudó", "caso 1"), "rosa gil")
    say_of(staff, PolicyRead(1), "e1", author="Rosa")
    say_of(staff, GivenRecognition("Luis", "Ayudó", "caso 2"), "luis")
    say_of(staff, Target(80.0), "csat")
    expected = [("recognition", ("subject", "employee")), ("policy_read", ("subject",))]
    assert naming(staff, "Rosa Gil") == naming(staff, " ROSA  gil") == naming(staff, "e1") == expected


def test_what_a_person_signed_names_them(staff: Any) -> None:
    say_of(staff, ImpactVote(4, "…"), "pagar", author="rosa GIL")
    assert naming(staff, "Rosa Gil") == [("impact_vote", ("author",))]


def test_an_entry_about_one_that_names_a_person_names_them_too(staff: Any) -> None:
    of_rosa, of_luis = (say_of(staff, CardRemark("CSAT", "…", who), who.casefold()) for who in ("Rosa Gil", "Luis"))
    say_of(staff, RemarkAnswer("Lo miramos"), str(of_rosa))
    say_of(staff, RemarkAnswer("Lo miramos"), str(of_luis))
    assert naming(staff, "Rosa Gil") == [("card_remark", ("subject", "employee")), ("card_answer", ("subject",))]


def test_an_entry_taken_back_still_names_whom_it_named(staff: Any, tmp_path: Path) -> None:
    number = say_of(staff, GivenRecognition("Rosa Gil", "Ayudó", "caso 1"), "rosa gil")
    staff.execute(
        "insert into journal values (?, 'recognition', 'rosa gil', '{}', 'Marta', ?, ?)", [number + 1, NOON, number]
    )
    assert naming(staff, "Rosa Gil") == [("recognition", ("subject", "employee")), ("recognition", ("subject",))]


def test_what_is_said_of_an_area_called_like_a_person_names_nobody(staff: Any) -> None:
    say_of(staff, SaidSame(Named.AREA, "rosa gil", "caja", "Rosa Gil", "Caja"), "area: rosa gil")
    say_of(staff, SaidSame(Named.EMPLOYEE, "r. gil", "rosa gil", "R. Gil", "Rosa Gil"), "employee: r. gil")
    assert naming(staff, "Rosa Gil") == [("same_name", ("into_key", "shown"))]


def test_a_customer_whose_cell_was_mended_is_named_by_what_is_remembered_of_the_load(staff: Any) -> None:
    repairs = [{"letter": "B", "found": "Eva  Sol", "value": "C1", "row": 4}]
    say_of(staff, LoadChoices(({"sheet": "Hoja1", "repairs": repairs},)), "L1")
    assert naming(staff, "C1") == naming(staff, "Eva Sol") == [("load_choices", ("tables",))]


def test_of_a_kind_that_nobody_knows_the_author_is_still_known(staff: Any) -> None:
    add(staff, 1, "horoscope", "rosa gil", {"employee": "Rosa Gil"}, "Rosa Gil")
    assert naming(staff, "Rosa Gil") == [("horoscope", ("author",))]
