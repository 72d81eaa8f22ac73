"""The code of one's own card: drawn, handed over, and void as soon as it could open somebody else's."""

from datetime import date

import pytest

from momentos.access.card_codes import CodeState, Proof, codes_of, draw_codes, proof_of, still_proven
from momentos.domain.errors import Refused
from momentos.domain.viewer import EVERYBODY, OWNER
from momentos.loading.same_names import Named, said, say_apart, say_same
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.undo import undo
from tests.warehouse.conftest import Load
from tests.warehouse.sheets import NOON, Row, sheet_of

TODAY = date(2026, 5, 3)
TOMAS, BALTAZAR = "Tomás Hornero", "Baltazar Calandria"


@pytest.fixture
def staff(warehouse: Warehouse, load: Load) -> Warehouse:
    """Tomás and Baltazar in the staff sheet, Rosa only in the contacts."""
    load(
        sheet_of("employees", [{"employee": "E1", "name": TOMAS}, {"employee": "E2", "name": BALTAZAR}]),
        sheet_of("interactions", [{"occurred_at": NOON, "employee": name} for name in ("E1", BALTAZAR, "Rosa Gil")]),
    )
    return warehouse


def drawn(warehouse: Warehouse, *names: str) -> dict[str, str]:
    """Codes drawn now, by name."""
    draw_codes(warehouse, OWNER, names, author="Marta", at=NOON)
    with warehouse.cursor() as cursor:
        return {one.employee: str(one.code) for one in codes_of(cursor, OWNER, names, TODAY)}


def written(warehouse: Warehouse, name: str, code: str, day: date = TODAY) -> Proof | None:
    with warehouse.cursor() as cursor:
        return proof_of(cursor, name, code, day)


def opened(warehouse: Warehouse, *proofs: Proof | None, day: date = TODAY) -> set[str]:
    """Whose cards are open to a session that brought these proofs."""
    with warehouse.cursor() as cursor:
        return set(still_proven(cursor, [one for one in proofs if one is not None], day))


def states(warehouse: Warehouse, *names: str, day: date = TODAY) -> list[CodeState]:
    with warehouse.cursor() as cursor:
        return [one.state for one in codes_of(cursor, OWNER, names, day)]


def people(warehouse: Warehouse) -> set[str]:
    with warehouse.cursor() as cursor:
        return {name for (name,) in cursor.execute("select distinct employee from employee_names").fetchall()}


def employees(*rows: Row):
    return sheet_of("employees", rows)


def test_each_person_has_a_code_of_their_own_and_no_other_opens_their_card(staff):
    codes = drawn(staff, TOMAS, BALTAZAR, "Rosa Gil")

    assert len(set(codes.values())) == 3
    assert opened(staff, written(staff, " tomás  HORNERO ", codes[TOMAS].upper())) == {"tomás hornero"}
    assert opened(staff, written(staff, "Rosa Gil", codes["Rosa Gil"])) == {"rosa gil"}
    assert written(staff, TOMAS, codes[BALTAZAR]) is None


def test_before_it_is_drawn_nothing_opens_a_card(staff):
    assert states(staff, TOMAS) == [CodeState.NOT_DRAWN]
    assert [written(staff, TOMAS, code) for code in ("", "aaaaaaaa", TOMAS)] == [None, None, None]


def test_neither_the_codes_nor_what_they_follow_from_alone_is_kept(staff, tmp_path):
    codes = drawn(staff, TOMAS, BALTAZAR)
    with staff.cursor() as cursor:
        kept = str(cursor.execute("select * from journal").fetchall() + cursor.execute("from settings").fetchall())
    assert not any(code in kept for code in codes.values())


def test_two_databases_draw_different_codes_for_one_person(staff, tmp_path):
    codes = drawn(staff, TOMAS)
    with Warehouse.open(tmp_path / "other.duckdb") as other:
        with other.transaction() as cursor:
            cursor.execute(
                "insert into employee_names (key, employee_key, employee, is_listed) values ('e1', 'e1', ?, true)",
                [TOMAS],
            )
        assert drawn(other, TOMAS) != codes


def test_a_new_code_voids_the_one_before_in_every_session(staff):
    before = drawn(staff, TOMAS)[TOMAS]
    session = written(staff, TOMAS, before)

    after = drawn(staff, TOMAS)[TOMAS]

    assert after != before
    assert written(staff, TOMAS, before) is None
    assert opened(staff, session) == set()
    assert opened(staff, written(staff, TOMAS, after)) == {"tomás hornero"}


def test_a_sheet_that_swaps_two_names_opens_neither_card_to_the_other(staff, load):
    codes = drawn(staff, TOMAS, BALTAZAR)
    sessions = [written(staff, name, codes[name]) for name in (TOMAS, BALTAZAR)]

    load(employees({"employee": "E1", "name": BALTAZAR}, {"employee": "E2", "name": TOMAS}))

    assert opened(staff, *sessions) == set()
    tried = [written(staff, name, code) for name in (TOMAS, BALTAZAR, "E1", "E2") for code in codes.values()]
    assert tried == [None] * 8
    assert states(staff, TOMAS, BALTAZAR) == [CodeState.CHANGED, CodeState.CHANGED]


def test_a_name_that_another_sheet_writes_in_capitals_keeps_its_code(staff, load):
    calls = [{"occurred_at": NOON, "employee": "Carla Sol"}]
    load(sheet_of("interactions", calls))
    codes = drawn(staff, "Carla Sol")
    load(
        sheet_of(
            "interactions",
            [{**one, "employee": "CARLA SOL", "interaction": f"I{n}"} for n in range(5) for one in calls],
        )
    )
    (shown,) = {name for name in people(staff) if name.casefold() == "carla sol"}
    assert states(staff, shown) == [CodeState.HOLDS]
    assert written(staff, shown, codes["Carla Sol"]) is not None


def test_a_name_given_to_another_code_opens_nothing(staff, load):
    """Tomás takes Baltazar's name without giving his away, or somebody new comes in under Tomás's."""
    codes = drawn(staff, TOMAS, BALTAZAR)
    sessions = [written(staff, name, codes[name]) for name in (TOMAS, BALTAZAR)]

    load(employees({"employee": "E1", "name": BALTAZAR}))
    assert opened(staff, *sessions) == set()

    load(employees({"employee": "E1", "name": TOMAS}, {"employee": TOMAS, "name": "Zoe"}))
    assert opened(staff, sessions[0]) == set()
    assert written(staff, TOMAS, codes[TOMAS]) is None


def test_names_said_to_be_one_open_nothing_until_a_code_is_drawn_anew(staff):
    codes = drawn(staff, TOMAS, BALTAZAR)
    sessions = [written(staff, name, codes[name]) for name in (TOMAS, BALTAZAR)]

    say_same(staff, OWNER, Named.EMPLOYEE, [(TOMAS, BALTAZAR)], author="Marta", at=NOON)
    assert opened(staff, *sessions) == set()
    tried = [written(staff, name, code) for name in (TOMAS, BALTAZAR) for code in codes.values()]
    assert tried == [None] * 4

    new = drawn(staff, BALTAZAR)[BALTAZAR]
    assert opened(staff, written(staff, BALTAZAR, new)) == {"baltazar calandria"}


def test_as_soon_as_all_is_as_it_was_the_code_opens_its_own_card_again(staff, load):
    codes = drawn(staff, TOMAS)
    session = written(staff, TOMAS, codes[TOMAS])
    (swap,) = load(employees({"employee": "E1", "name": BALTAZAR}, {"employee": "E2", "name": TOMAS}))
    undo(staff, OWNER, swap.load_id, author="Marta", at=NOON)
    assert opened(staff, session) == {"tomás hornero"}

    say_same(staff, OWNER, Named.EMPLOYEE, [("Rosa Gil", TOMAS)], author="Marta", at=NOON)
    assert opened(staff, session) == set()
    with staff.cursor() as cursor:
        (merged,) = said(cursor)
    say_apart(staff, OWNER, merged.entry_no, author="Marta", at=NOON)
    assert opened(staff, session) == {"tomás hornero"}


def test_another_area_or_lead_changes_no_code(staff, load):
    codes = drawn(staff, TOMAS)
    load(employees({"employee": "E1", "name": TOMAS, "area": "Caja", "supervisor": "Marta"}))
    assert opened(staff, written(staff, TOMAS, codes[TOMAS])) == {"tomás hornero"}


def test_whoever_left_opens_nothing_from_the_day_after(staff, load):
    codes = drawn(staff, TOMAS)
    load(employees({"employee": "E1", "name": TOMAS, "left_on": date(2026, 5, 2)}))

    last_day = date(2026, 5, 2)
    session = written(staff, TOMAS, codes[TOMAS], last_day)
    assert opened(staff, session, day=last_day) == {"tomás hornero"}
    assert opened(staff, session) == set()
    assert written(staff, TOMAS, codes[TOMAS]) is None
    assert states(staff, TOMAS) == [CodeState.LEFT]


def test_two_people_of_one_name_have_a_code_each_and_none_for_both(staff, load):
    load(employees({"employee": "E3", "name": TOMAS}))
    codes = drawn(staff, f"{TOMAS} (E1)", f"{TOMAS} (E3)")
    assert len(set(codes.values())) == 2
    with pytest.raises(Refused):
        draw_codes(staff, OWNER, [TOMAS], author="Marta", at=NOON)


def test_only_whoever_leads_draws_and_reads_codes(staff):
    with pytest.raises(Refused):
        draw_codes(staff, EVERYBODY, [TOMAS], author="Tomás", at=NOON)
    with staff.cursor() as cursor, pytest.raises(Refused):
        codes_of(cursor, EVERYBODY, [TOMAS], TODAY)
