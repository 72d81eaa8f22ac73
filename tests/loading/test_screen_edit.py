"""An edit on a screen is a load like any other."""

from dataclasses import fields, replace
from datetime import date

from momentos.datasets import DATASETS
from momentos.domain.touchpoint import Touchpoint
from momentos.domain.viewer import OWNER
from momentos.journey.kept.votes import vote
from momentos.loading.screen_edit import SCREEN_EDIT, described_touchpoints, save
from momentos.warehouse.history import list_loads
from momentos.warehouse.journal import withdraw
from momentos.warehouse.loads import preview
from momentos.warehouse.undo import undo
from tests.warehouse.sheets import NOON, file_of, sheet_of

PAYS = {"touchpoint": "T1", "name": "Paga", "stage": "Comprar", "position": 1.0, "impact": 3.0, "area": "Caja"}
WAITS = {"touchpoint": "T2", "name": "Espera", "stage": "Recibir", "position": 2.0, "impact": 4.0}


def shown(warehouse) -> dict:
    with warehouse.cursor() as cursor:
        return dict(cursor.execute("select key, touchpoint from touchpoint_names").fetchall())


def journey_of(warehouse) -> dict[str, Touchpoint]:
    with warehouse.cursor() as cursor:
        return described_touchpoints(cursor)


def edit(warehouse, key: str, **said):
    return save(warehouse, OWNER, [replace(journey_of(warehouse)[key], **said)], author="ana", at=NOON)


def impact_of(warehouse, touchpoint: str) -> float:
    with warehouse.cursor() as cursor:
        question = "select impact from known_touchpoints where touchpoint = ?"
        return cursor.execute(question, [touchpoint]).fetchone()[0]


def test_a_touchpoint_has_the_fields_of_its_sheet():
    assert [one.name for one in fields(Touchpoint)] == [one.name for one in DATASETS["touchpoints"].stored]


def test_an_edit_is_in_the_list_of_loads_with_its_author_and_undoing_it_brings_back_what_was(warehouse, load):
    load(sheet_of("touchpoints", [PAYS, WAITS]))
    outcome = edit(warehouse, "t1", name="Paga en caja", review_on=date(2026, 12, 1))
    assert (outcome.loaded, outcome.replaced) == (1, 1)
    with warehouse.cursor() as cursor:
        latest = list_loads(cursor)[0]
    assert (latest.file_name, latest.author) == (SCREEN_EDIT, "ana")
    assert journey_of(warehouse)["t1"].shown == "Paga en caja"

    undo(warehouse, OWNER, latest.load_id, author="ana", at=NOON)
    assert journey_of(warehouse)["t1"].shown == "Paga"


def test_nothing_changed_is_no_load(warehouse):
    assert save(warehouse, OWNER, [], author="ana", at=NOON) is None
    with warehouse.cursor() as cursor:
        assert list_loads(cursor) == []


def test_facts_under_the_name_a_touchpoint_had_still_count_for_it(warehouse, load):
    load(sheet_of("touchpoints", [PAYS]))
    load(sheet_of("responses", [{"response": "R1", "answered_at": NOON, "touchpoint": "paga", "csat": 4.0}]))
    edit(warehouse, "t1", name="Cobro")
    assert shown(warehouse) == {"t1": "Cobro", "cobro": "Cobro", "paga": "Cobro"}


def test_a_merged_touchpoint_counts_under_the_last_of_the_chain(warehouse, load):
    load(sheet_of("touchpoints", [PAYS, WAITS, {"touchpoint": "T3", "name": "Recibe"}]))
    edit(warehouse, "t1", merged_into="T2")
    edit(warehouse, "t2", merged_into="recibe")
    assert set(shown(warehouse).values()) == {"Recibe"}
    assert set(shown(warehouse)) == {"t1", "t2", "t3", "paga", "espera", "recibe"}


def test_a_circle_of_merges_in_a_workbook_merges_nothing(warehouse, load):
    load(sheet_of("touchpoints", [{**PAYS, "merged_into": "T2"}, {**WAITS, "merged_into": "T1"},
                                  {"touchpoint": "T3", "merged_into": "T1"}]))  # fmt: skip
    assert shown(warehouse) == {"t1": "Paga", "paga": "Paga", "t2": "Espera", "espera": "Espera", "t3": "T3"}


def test_a_retired_touchpoint_keeps_its_name_and_its_history(warehouse, load):
    load(sheet_of("touchpoints", [PAYS]))
    load(sheet_of("responses", [{"response": "R1", "answered_at": NOON, "touchpoint": "T1", "csat": 4.0}]))
    edit(warehouse, "t1", retired_on=date(2026, 5, 4))
    with warehouse.cursor() as cursor:
        assert cursor.execute("select touchpoint, scores from scores_measured").fetchall() == [("Paga", 1)]


def test_the_impact_is_the_median_of_each_persons_last_vote_else_the_sheets(warehouse, load):
    load(sheet_of("touchpoints", [PAYS, WAITS]))
    for author, impact in (("Ana", 1), ("Luis", 2), ("Marta", 5), ("ana", 4)):
        vote(warehouse, OWNER, "t1", impact, "…", author=author, at=NOON)
    assert impact_of(warehouse, "Paga") == 4.0
    assert impact_of(warehouse, "Espera") == 4.0
    last = vote(warehouse, OWNER, "t2", 2, "…", author="Ana", at=NOON)
    assert impact_of(warehouse, "Espera") == 2.0
    withdraw(warehouse, last.entry_no, author="Ana", at=NOON)
    assert impact_of(warehouse, "Espera") == 4.0


def test_a_sheet_that_would_replace_edits_says_which_and_undo_brings_them_back(warehouse, load, tmp_path):
    load(sheet_of("touchpoints", [PAYS, WAITS]))
    edit(warehouse, "t1", name="Paga en caja", impact=5.0)
    newer = sheet_of("touchpoints", [PAYS, WAITS | {"impact": 2.0}])
    foreseen = preview(warehouse, file_of(tmp_path, content=b"newer"), [newer])[0]
    assert [one.values["names"] for one in foreseen.warnings] == ["«Paga en caja»"]

    loaded = load(newer)[0]
    assert [one.values["count"] for one in loaded.warnings] == [1]
    assert journey_of(warehouse)["t1"].impact == 3.0
    undo(warehouse, OWNER, loaded.load_id, author="ana", at=NOON)
    assert (journey_of(warehouse)["t1"].shown, journey_of(warehouse)["t1"].impact) == ("Paga en caja", 5.0)


def test_edits_that_the_sheet_repeats_and_edits_on_the_screen_itself_need_no_warning(warehouse, load):
    load(sheet_of("touchpoints", [PAYS, WAITS]))
    edit(warehouse, "t1", impact=5.0)
    assert edit(warehouse, "t1", impact=4.0).warnings == ()
    assert load(sheet_of("touchpoints", [PAYS | {"impact": 4.0}]))[0].warnings == ()
