"""One touchpoint close by, what people decide about it, and what does not fit."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from momentos.domain.errors import Refused
from momentos.domain.viewer import OWNER
from momentos.figures.filters import Filters
from momentos.journey.kept.votes import mark_reviewed, vote
from momentos.journey.questions.drawing_changes import changes, last_review
from momentos.journey.questions.journey import journey
from momentos.journey.questions.ownership import Check, Doubt, checks
from momentos.journey.questions.past import journey_at
from momentos.journey.questions.touchpoint import rows_behind, score_spread, voices
from momentos.journey.questions.votes import votes_by_touchpoint, votes_of
from momentos.loading.screen_edit import described_touchpoints, save
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit
from tests.warehouse.sheets import file_of, sheet_of

MAY = datetime(2026, 5, 3, 12)
JUNE, JULY = MAY + timedelta(days=31), MAY + timedelta(days=61)
TODAY = date(2026, 8, 1)

PAYS = {"touchpoint": "T1", "name": "Paga", "stage": "Comprar", "position": 1.0, "impact": 3.0, "area": "Caja",
        "people": "Ana Ruiz; Luis Mora"}  # fmt: skip
WAITS = {"touchpoint": "T2", "name": "Espera", "stage": "Recibir", "position": 2.0, "impact": 4.0}


def survey(number: int, touchpoint: str, score: float, **said):
    return {"response": f"R{number}", "answered_at": MAY, "touchpoint": touchpoint, "csat": score, **said}


@contextmanager
def loaded(folder, *sheets):
    with Warehouse.open(folder / "momentos.duckdb") as warehouse:
        for number, sheet in enumerate(sheets):
            commit(warehouse, file_of(folder, content=b"%d" % number), [sheet], author="ana", at=MAY)
        yield warehouse


def ask(warehouse, question, *args, **kwargs):
    with warehouse.cursor() as cursor:
        return question(cursor, *args, **kwargs)


def edit(warehouse, key: str, at: datetime, **said) -> None:
    described = ask(warehouse, described_touchpoints)
    save(warehouse, OWNER, [replace(described[key], **said)], author="luis", at=at)


def test_scores_are_counted_one_to_five_and_a_half_goes_up(tmp_path):
    surveys = [survey(n, "Paga", score) for n, score in enumerate((1, 4.5, 5, 3, 3))]
    with loaded(tmp_path, sheet_of("touchpoints", [PAYS]), sheet_of("responses", surveys)) as warehouse:
        spread = ask(warehouse, score_spread, "Paga", Filters())
    assert spread.values.tolist() == [[1, 1], [2, 0], [3, 2], [4, 0], [5, 2]]


def test_voices_and_rows_say_where_they_stand(tmp_path):
    surveys = [
        survey(1, "Paga", 5, comment="Bien"),
        survey(2, "T1", 1, comment="Mal"),
        survey(3, "T2", 1, comment="Otro"),
    ]
    calls = [{"interaction": "I1", "occurred_at": JUNE, "touchpoint": "paga", "employee": "Ana Ruiz"}]
    sheets = (sheet_of("touchpoints", [PAYS, WAITS]), sheet_of("responses", surveys), sheet_of("interactions", calls))
    with loaded(tmp_path, *sheets) as warehouse:
        said = ask(warehouse, voices, "Paga", Filters())
        behind = ask(warehouse, rows_behind, OWNER, "Paga", Filters())
        later = ask(warehouse, rows_behind, OWNER, "Paga", Filters(from_on=date(2026, 6, 1)))
    assert said[["comment", "load_id", "sheet", "row_number"]].values.tolist() == [
        ["Mal", "L00002", "Hoja1", 3], ["Bien", "L00002", "Hoja1", 2],
    ]  # fmt: skip
    assert behind["dataset"].tolist() == ["interactions", "responses", "responses"]
    assert later[["load_id", "sheet", "row_number"]].values.tolist() == [["L00003", "Hoja1", 2]]


def test_what_customers_wrote_hides_who_they_are(tmp_path):
    surveys = [
        survey(1, "Paga", 1, customer="C-7", comment="Mal. Soy Jorge Pérez, 310 555 1234, jorge@correo.com; J. Pérez")
    ]
    people = [{"customer": "C-7", "name": "Jorge Pérez"}]
    with loaded(
        tmp_path, sheet_of("touchpoints", [PAYS]), sheet_of("customers", people), sheet_of("responses", surveys)
    ) as warehouse:
        (said,) = ask(warehouse, voices, "Paga", Filters())["comment"]
    assert said.startswith("Mal.")
    assert not any(told in said for told in ("Jorge", "Pérez", "310", "correo"))


def test_the_median_and_the_spread_of_each_persons_last_vote(tmp_path):
    with loaded(tmp_path, sheet_of("touchpoints", [PAYS, WAITS])) as warehouse:
        for author, impact in (("Ana", 1), ("Luis", 3), ("ana", 5), ("Marta", 5)):
            vote(warehouse, OWNER, "t1", impact, "porque sí", author=author, at=MAY)
        row = ask(warehouse, votes_by_touchpoint).iloc[0]
        given = ask(warehouse, votes_of, "t1")
        on_map = ask(warehouse, journey).set_index("touchpoint")["impact"].to_dict()
    assert row[["touchpoint", "votes", "median", "spread", "disagree", "sheet"]].tolist() == [
        "Paga",
        3,
        5.0,
        2.0,
        True,
        3.0,
    ]
    assert [(one.author, one.impact, one.counts) for one in given] == [
        ("Marta", 5, True), ("ana", 5, True), ("Luis", 3, True), ("Ana", 1, False),
    ]  # fmt: skip
    assert on_map == {"Paga": 5.0, "Espera": 4.0}


@pytest.mark.parametrize(
    ("impact", "author", "reason", "said"),
    [
        (6, "Ana", "x", "goes from 1"),
        (0, "Ana", "x", "goes from 1"),
        (3, " ", "x", "your name"),
        (3, "Ana", " ", "reason"),
    ],
)
def test_a_vote_outside_1_to_5_or_without_name_or_reason_is_refused(tmp_path, impact, author, reason, said):
    with loaded(tmp_path) as warehouse, pytest.raises(Refused, match=said):
        vote(warehouse, OWNER, "t1", impact, reason, author=author, at=MAY)


def test_a_retired_touchpoint_leaves_the_map_from_its_day(tmp_path):
    with loaded(tmp_path, sheet_of("touchpoints", [PAYS, WAITS])) as warehouse:
        edit(warehouse, "t2", JUNE, retired_on=date(2026, 7, 1))
        before = ask(warehouse, journey, on=date(2026, 6, 30))
        after = ask(warehouse, journey, on=date(2026, 7, 1))
    assert before["touchpoint"].tolist() == ["Paga", "Espera"]
    assert after["touchpoint"].tolist() == ["Paga"]


def test_a_past_map_is_seen_as_it_was(tmp_path):
    surveys = [survey(1, "Paga", 5), survey(2, "Espera", 1)]
    with loaded(tmp_path, sheet_of("touchpoints", [PAYS, WAITS]), sheet_of("responses", surveys)) as warehouse:
        edit(warehouse, "t1", JUNE, name="Cobro", stage="Pagar")
        vote(warehouse, OWNER, "t2", 1, "porque sí", author="Ana", at=JUNE)
        edit(warehouse, "t2", JULY, merged_into="T1")
        seen = ["touchpoint", "stage", "impact", "score", "n"]
        in_may = ask(warehouse, journey_at, MAY + timedelta(days=1))[seen].values.tolist()
        in_june = ask(warehouse, journey_at, JUNE + timedelta(days=1))[seen].values.tolist()
        now = ask(warehouse, journey_at, JULY + timedelta(days=1))[seen].values.tolist()
    assert in_may == [["Paga", "Comprar", 3.0, 5.0, 1], ["Espera", "Recibir", 4.0, 1.0, 1]]
    assert in_june == [["Cobro", "Pagar", 3.0, 5.0, 1], ["Espera", "Recibir", 1.0, 1.0, 1]]
    assert now == [["Cobro", "Pagar", 3.0, 3.0, 2]]


def test_every_change_is_told_with_what_was_said_before(tmp_path):
    with loaded(tmp_path, sheet_of("touchpoints", [PAYS])) as warehouse:
        edit(warehouse, "t1", JUNE, name="Cobro")
        vote(warehouse, OWNER, "t1", 2, "porque sí", author="Ana", at=JUNE)
        mark_reviewed(warehouse, OWNER, "t1", author="Ana", at=JUNE + timedelta(hours=1))
        vote(warehouse, OWNER, "t1", 4, "visto de nuevo", author="ana", at=JULY)
        told = ask(warehouse, changes)
        since = ask(warehouse, changes, "t1", ask(warehouse, last_review, "t1"))
    assert [(one.kind, one.fields, one.author, one.load_id) for one in told] == [
        ("voted", {"impact": (2, 4)}, "ana", None),
        ("reviewed", {}, "Ana", None),
        ("changed", {"name": ("Paga", "Cobro")}, "luis", "L00002"),
        ("voted", {"impact": (None, 2)}, "Ana", None),
        ("described", {}, "ana", "L00001"),
    ]
    assert [one.kind for one in since] == ["voted"]


def test_what_does_not_fit_is_told(tmp_path):
    staff = [
        {"employee": "E1", "name": "Ana Ruiz", "area": "Ventas"},
        {"employee": "E9", "name": "Rosa", "area": "Ventas"},
    ]
    calls = [
        {"interaction": f"I{n}", "occurred_at": MAY, "touchpoint": "Paga", "employee": who}
        for n, who in enumerate(["e1", "Rosa"] * 15)
    ]
    surveys = [survey(1, "Paga", 5), survey(2, "Reclama", 1)]
    sheets = (
        sheet_of("touchpoints", [PAYS, WAITS]), sheet_of("employees", staff), sheet_of("interactions", calls),
        sheet_of("responses", surveys),
    )  # fmt: skip
    with loaded(tmp_path, *sheets) as warehouse:
        found = ask(warehouse, checks, TODAY)
    assert [(one.doubt, one.touchpoint) for one in found] == [
        (Doubt.NO_OWNER, "Espera"),
        (Doubt.NEVER_MEASURED, "Espera"),
        (Doubt.NOT_DESCRIBED, "Reclama"),
        (Doubt.ATTENDS_UNLISTED, "Paga"),
        (Doubt.LISTED_ABSENT, "Paga"),
        (Doubt.OTHER_AREA, "Paga"),
    ]
    assert [one.people for one in found][3:5] == [("Rosa",), ("Luis Mora",)]
    assert found[5] == Check(
        Doubt.OTHER_AREA, "Paga", declared_area="Caja", attending_area="Ventas", attended=30, cases=30
    )


def test_two_of_one_name_and_circles_of_merges_from_a_workbook_are_told(tmp_path):
    rows = [
        {**PAYS, "merged_into": "T2"},
        {**WAITS, "merged_into": "T1"},
        {"touchpoint": "A", "name": "Sale"},
        {"touchpoint": "B", "name": "sale"},
    ]
    with loaded(tmp_path, sheet_of("touchpoints", rows)) as warehouse:
        found = [one.doubt for one in ask(warehouse, checks, TODAY)]
    assert found.count(Doubt.SAME_NAME) == 1
    assert found.count(Doubt.CIRCLE) == 2


def test_a_figure_is_followed_to_the_cell_of_its_value(tmp_path):
    surveys = replace(
        sheet_of("responses", [survey(1, "Paga", 5, comment="Bien"), survey(2, "Paga", 2)], sheet="Mis encuestas"),
        letters={"answered_at": "A", "csat": "F", "comment": "H"},
    )
    grid = replace(
        sheet_of(
            "responses",
            [{"response": "G1", "answered_at": MAY, "nps": 9}],
            sheet="Anual",
            more={"ratings": [{"response": "G1", "answered_at": MAY, "touchpoint": "PAGA", "score": 4}]},
        ),
        letters={"answered_at": "A", "nps": "B"},
        rating_letters={"Espera": "J", "Paga": "K"},
    )
    with loaded(tmp_path, sheet_of("touchpoints", [PAYS]), surveys, grid) as warehouse:
        said = ask(warehouse, voices, "Paga", Filters())
        behind = ask(warehouse, rows_behind, OWNER, "Paga", Filters())
    assert said["cell"].tolist() == ["'Mis encuestas'!H2"]
    assert sorted(behind["cell"]) == ["'Mis encuestas'!F2", "'Mis encuestas'!F3", "Anual!K2"]


def test_what_was_made_on_a_screen_has_no_cell(tmp_path):
    with loaded(tmp_path, sheet_of("touchpoints", [PAYS]), sheet_of("responses", [survey(1, "Paga", 5)])) as warehouse:
        assert ask(warehouse, rows_behind, OWNER, "Paga", Filters())["cell"].tolist() == [None]
