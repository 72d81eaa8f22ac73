"""Real spreadsheets, read without help as far as that goes."""

from functools import cache
from pathlib import Path

import pyarrow.compute as pc
import pytest

from momentos.datasets.checked import CheckedSheet
from momentos.domain.errors import Refused
from momentos.intake.choices import Choices, mapped
from momentos.intake.opening import open_workbook
from momentos.intake.preparing import prepare
from momentos.intake.questions import questions
from momentos.intake.raw_table import RawTable
from momentos.intake.recognise import default_choices, recognise
from momentos.intake.sheet_proposal import Proposal
from tests.intake.drawn import TODAY

TOUCHPOINTS_2017 = [
    "Q7ART",
    "Q7FOOD",
    "Q7STORE",
    "Q7SIGN",
    "Q7WALKWAYS",
    "Q7SCREENS",
    "Q7INFODOWN",
    "Q7INFOUP",
    "Q7WIFI",
    "Q7ROADS",
    "Q7PARK",
    "Q7AIRTRAIN",
    "Q7LTPARKING",
    "Q7RENTAL",
]


@cache
def the_table(path: Path) -> RawTable:
    return open_workbook(path, path.name).tables[0]


def unaided(path: Path) -> tuple[Proposal, Choices, CheckedSheet]:
    """The first table as it loads if nobody answers anything."""
    raw = the_table(path)
    proposal = recognise(raw, today=TODAY)
    choices = default_choices(proposal)
    assert not [one for one in questions(proposal, choices) if one.blocks]
    sheet = prepare(raw, choices, today=TODAY)
    assert sheet.read == sheet.rows.num_rows + sheet.rejected + sheet.skipped
    return proposal, choices, sheet


@pytest.mark.parametrize("name", ["bank_calls_first_week.xlsx", "bank_calls_first_week.txt"])
def test_the_banks_calls_need_no_help(real_data: Path, name: str) -> None:
    proposal, _, sheet = unaided(real_data / "bank-calls" / name)
    assert proposal.dataset == "interactions"
    assert sheet.mapping == {
        "call_id": "interaction",
        "customer_id": "customer",
        "type": "reason",
        "date": "occurred_at",
        "vru_entry": "time_of_day",
        "q_time": "wait_seconds",
        "outcome": "answered",
        "ser_time": "handle_seconds",
        "server": "employee",
    }
    assert (sheet.read, sheet.rows.num_rows) == (9007, 9007)
    counts = {one["values"]: one["counts"] for one in pc.value_counts(sheet.rows.column("answered")).to_pylist()}
    assert counts == {"yes": 7429, "no": 1519, "other": 59}
    assert sheet.rows.column("customer").null_count == 5702
    served = sheet.rows.filter(pc.equal(sheet.rows.column("answered"), "yes"))
    assert pc.mean(served.column("wait_seconds")).as_py() == pytest.approx(32.03, abs=0.005)
    assert pc.mean(served.column("handle_seconds")).as_py() == pytest.approx(167.94, abs=0.005)
    days = pc.unique(pc.strftime(sheet.rows.column("occurred_at"), "%Y-%m-%d")).to_pylist()
    assert sorted(days) == [f"1999-02-0{day}" for day in range(1, 8)]
    assert "NO_SERVER" not in sheet.rows.column("employee").to_pylist()


def test_both_forms_of_the_banks_calls_hold_the_same(real_data: Path) -> None:
    _, _, book = unaided(real_data / "bank-calls" / "bank_calls_first_week.xlsx")
    _, _, text = unaided(real_data / "bank-calls" / "bank_calls_first_week.txt")
    assert book.rows.equals(text.rows)


def test_the_airports_survey_of_2017_is_a_grid(real_data: Path) -> None:
    proposal, choices, sheet = unaided(real_data / "sfo-airport-survey" / "2017_SFO_Customer_Survey_20250817.csv")
    assert proposal.dataset == "responses"
    assert list(choices.ratings.values()) == TOUCHPOINTS_2017
    assert set(sheet.mapping.values()) == {"response", "csat", "nps", "rating"}
    assert (sheet.mapping["RESPNUM"], sheet.mapping["Q7ALL"], sheet.mapping["NETPRO"]) == ("response", "csat", "nps")
    assert (sheet.read, sheet.rejected) == (2831, 0)
    scores = sheet.more["ratings"].column("score")
    assert (pc.min(scores).as_py(), pc.max(scores).as_py()) == (1, 5)
    food = sheet.more["ratings"].filter(pc.equal(sheet.more["ratings"].column("touchpoint"), "Q7FOOD"))
    assert food.num_rows == 2831 - 341 - 69
    assert food.num_rows == 915 + 817 + 434 + 217 + 38
    assert sheet.rows.column("csat").null_count == 143
    assert sheet.rows.column("nps").null_count == 84 + (2831 - 2830)


def test_what_the_airports_survey_cannot_say_is_asked(real_data: Path) -> None:
    proposal, choices, _ = unaided(real_data / "sfo-airport-survey" / "2018_SFO_Customer_Survey_20250817.csv")
    asked = {one.kind: one for one in questions(proposal, choices)}
    assert asked["undated"].field == "answered_at"
    assert asked["not scores"].letters
    assert not asked["grid"].accepted
    assert choices.not_scores[next(iter(choices.ratings))] == {0.0, 6.0}


def test_nine_years_of_the_airports_survey_ask_whether_the_year_is_the_date(real_data: Path) -> None:
    proposal, choices, sheet = unaided(real_data / "sfo-airport-survey" / "dataset.xlsx")
    assert "year" not in sheet.mapping
    assert [one.field for one in proposal.matches if one.header == "year"] == ["answered_at"]
    assert len(choices.ratings) == 14
    assert sheet.mapping["all"] == "csat"
    raw = the_table(real_data / "sfo-airport-survey" / "dataset.xlsx")
    dated = prepare(raw, mapped(raw, choices, {"year": "answered_at"}), today=TODAY)
    assert pc.min(pc.year(dated.rows.column("answered_at"))).as_py() == 2010
    assert dated.rejected == 0


def test_the_students_evaluation_is_28_questions_of_each_instructor(real_data: Path) -> None:
    path = real_data / "turkiye-student-evaluation" / "turkiye-student-evaluation_R_Specific.csv"
    _, choices, sheet = unaided(path)
    assert list(choices.ratings.values()) == [f"Q{number}" for number in range(1, 29)]
    assert (sheet.mapping["Idnum"], sheet.mapping["instr"]) == ("response", "employee")
    assert sheet.more["ratings"].num_rows == 5820 * 28
    assert pc.unique(sheet.rows.column("employee")).to_pylist() == ["1", "2", "3"]


INE = ("hipotecas_importe_ine.xlsx", "hipotecas_importe_ine.csv", "hipotecas_numero_ine.csv")


@pytest.mark.parametrize("name", INE)
def test_statistics_by_month_and_region_are_told_apart_from_lists_of_cases(real_data: Path, name: str) -> None:
    proposal = recognise(the_table(real_data / "ine" / name), today=TODAY)
    assert proposal.dataset is None
    (told,) = questions(proposal, default_choices(proposal))
    assert (told.kind, told.blocks) == ("periods across", True)
    assert "(2021M06 … 2020M01)" in str(told.question)
    assert "(Total Nacional, 01 Andalucía, 02 Aragón" in str(told.question)


def test_purchases_aligned_by_spaces_load_with_help(real_data: Path) -> None:
    try:
        raw = the_table(real_data / "cdnow" / "CDNOW_sample.txt")
    except Refused as refused:
        pytest.fail(str(refused))
    letters = [column.letter for column in raw.columns]
    wishes = dict(zip(letters, ["-", "customer", "occurred_on", "quantity", "amount"], strict=True))
    choices = mapped(raw, default_choices(recognise(raw, today=TODAY, dataset="purchases")), wishes)
    sheet = prepare(raw, choices, today=TODAY)
    assert (sheet.read, sheet.rows.num_rows) == (6919, 6919)
    assert pc.count_distinct(sheet.rows.column("customer")).as_py() == 2357
    assert sheet.rows.column("customer")[0].as_py() in ("0001", "1")
