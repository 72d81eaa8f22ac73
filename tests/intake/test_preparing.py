"""From a drawn table and its choices to rows, and every problem by its cell."""

from datetime import date, datetime, timedelta
from time import perf_counter

import pyarrow as pa
import pytest

from momentos.datasets import DATASETS
from momentos.datasets.checked import CheckedSheet, Severity
from momentos.domain.errors import Refused
from momentos.intake.check import group_problems, repeated_keys
from momentos.intake.choices import Choices
from momentos.intake.convert import ARROW_TYPES
from momentos.intake.convert.answered import as_array
from momentos.intake.preparing import prepare
from momentos.intake.raw_table import Column, RawTable
from tests.intake.drawn import TODAY, picture, table

CALLS = {"Fecha": "occurred_at", "Hora": "time_of_day", "Asesor": "employee", "Espera": "wait_seconds"}
SURVEY = {"Fecha": "answered_at", "Encuesta": "response", "Asesor": "employee", "Nota": "csat", "NPS": "nps"}
STAFF = {"Código": "employee", "Nombre": "name", "Ingreso": "hired_on", "Egreso": "left_on"}


def prepared(raw: RawTable, dataset: str, fields: dict[str, str], **more: object) -> CheckedSheet:
    """The table read with its columns mapped by header."""
    mapping = {one.letter: fields[one.header] for one in raw.columns if one.header in fields}
    sheet = prepare(raw, Choices(dataset, mapping, **more), today=TODAY)  # type: ignore[arg-type]
    assert sheet.read == sheet.rows.num_rows + sheet.rejected + sheet.skipped
    return sheet


def problems(sheet: CheckedSheet, severity: Severity) -> dict[str, str]:
    """Cell to cause."""
    return {one.cell: one.cause for one in sheet.problems if one.severity is severity}


@pytest.mark.parametrize("name", DATASETS)
def test_the_rows_have_every_stored_field_in_order_and_typed(name: str) -> None:
    dataset = DATASETS[name]
    raw = table({one.name: [one.example] for one in dataset.fields})
    sheet = prepared(raw, name, {one.name: one.name for one in dataset.fields})
    assert sheet.rows.column_names == [*(one.name for one in dataset.stored), "row_number"]
    assert [sheet.rows.schema.field(one.name).type for one in dataset.stored] == [
        ARROW_TYPES[one.type] for one in dataset.stored
    ]
    assert (sheet.read, sheet.rejected, sheet.skipped) == (1, 0, 0)


def test_every_problem_of_a_row_is_named_by_its_cell() -> None:
    raw = picture("""
Fecha            | Asesor | Espera
03/05/2026 14:20 | Ana    | 30
31/02/2026       | Luis   | mucho
                 | Ana    | -5
""")
    sheet = prepared(raw, "interactions", CALLS)
    assert problems(sheet, Severity.ERROR) == {
        "A3": "no such day", "C3": "not a duration", "A4": "required", "C4": "out of range",
    }  # fmt: skip
    assert (sheet.rows.num_rows, sheet.rejected) == (1, 2)
    assert sheet.rows.column("row_number").to_pylist() == [2]
    first = next(one for one in sheet.problems if one.cell == "A3")
    assert (first.column, first.field, first.found) == ("Fecha", "occurred_at", "31/02/2026")


def test_blank_total_note_and_repeated_header_rows_are_skipped_and_named() -> None:
    raw = picture("""
Fecha             | Asesor | Espera
03/05/2026 14:20  | Ana    | 30
                  |        |
Fecha             | Asesor | Espera
04/05/2026        | Luis   | 20
Total             |        | 50
Fuente: la central |       |
""")
    sheet = prepared(raw, "interactions", CALLS)
    assert problems(sheet, Severity.INFO) == {
        "A3": "blank row", "A4": "repeated header", "A6": "total row", "A7": "note row",
    }  # fmt: skip
    assert (sheet.read, sheet.rows.num_rows, sheet.rejected, sheet.skipped) == (6, 2, 0, 4)


def test_a_total_that_could_pass_for_a_row_is_skipped_too() -> None:
    raw = picture("Momento | Etapa | Área | Impacto\nCaja | Pagar | Tienda | 4\nTOTAL GENERAL | | | 5")
    fields = {"Momento": "touchpoint", "Etapa": "stage", "Área": "area", "Impacto": "impact"}
    assert problems(prepared(raw, "touchpoints", fields), Severity.INFO) == {"A3": "total row"}


def test_somebody_called_like_a_total_is_not_one() -> None:
    raw = picture("Fecha | Asesor | Espera\n03/05/2026 | Total Seguros SA | 30")
    assert prepared(raw, "interactions", CALLS).rows.num_rows == 1


def test_the_hour_of_its_own_column_is_joined_to_a_bare_date() -> None:
    raw = picture("Fecha | Hora\n25/05/2026 | 7:02:47\n26/05/2026 |")
    sheet = prepared(raw, "interactions", CALLS)
    assert sheet.rows.column("occurred_at").to_pylist() == [datetime(2026, 5, 25, 7, 2, 47), datetime(2026, 5, 26)]


def test_the_hour_is_not_added_twice() -> None:
    raw = picture("Fecha | Hora\n25/05/2026 10:00 | 10:00")
    sheet = prepared(raw, "interactions", CALLS)
    assert sheet.rows.column("occurred_at").to_pylist() == [datetime(2026, 5, 25, 10)]
    assert "hour not used" in {one.cause for one in sheet.problems}


def test_an_hour_that_cannot_be_read_keeps_the_row_out() -> None:
    raw = picture("Fecha | Hora\n25/05/2026 | tarde")
    assert problems(prepared(raw, "interactions", CALLS), Severity.ERROR) == {"B2": "not a time"}


def test_a_date_to_come_and_a_long_wait_are_loaded_with_a_warning() -> None:
    raw = picture("Fecha | Espera\n25/11/2026 | 30\n25/05/2026 | 13:00:00")
    sheet = prepared(raw, "interactions", CALLS)
    assert problems(sheet, Severity.WARNING) == {"A2": "future date", "B3": "long duration"}
    assert sheet.rows.num_rows == 2


def test_many_unknown_customers_are_one_warning_with_its_count() -> None:
    raw = table({"Fecha": ["25/05/2026"] * 4, "Cliente": [0.0, 0.0, 7.0, 0.0]})
    sheet = prepared(raw, "interactions", {"Fecha": "occurred_at", "Cliente": "customer"})
    (warning,) = [one for one in sheet.problems if one.cause == "unknown word"]
    assert (warning.severity, warning.found, warning.problem.values["count"]) == (Severity.WARNING, "0", 3)
    assert sheet.rows.column("customer").to_pylist() == [None, None, "7", None]


def test_a_thing_described_twice_alike_is_skipped_and_otherwise_kept_out() -> None:
    raw = picture("""
Código | Nombre
E-1    | Ana Ruiz
e-1    | Ana Ruiz
E-2    | Luis Mora
E-2    | Luisa Mora
E-3    | Eva
E-3    | Eva
""")
    sheet = prepared(raw, "employees", STAFF)
    assert problems(sheet, Severity.ERROR) == {"A5": "repeated key"}
    assert problems(sheet, Severity.INFO) == {"A3": "described again", "A7": "repeated row"}
    assert (sheet.rows.num_rows, sheet.rejected, sheet.skipped) == (3, 1, 2)


def test_rows_of_one_thing_that_fill_what_the_others_leave_empty_are_kept_and_only_another_value_contradicts() -> None:
    raw = picture("""
Código | Nombre   | Ingreso    | Egreso
E-1    | Ana Ruiz |            |
E-1    |          | 25/05/2024 |
e-1    | ANA RUIZ | 25/05/2024 |
E-1    | Ana Ruiz | 26/05/2024 | 25/05/2025
E-1    |          |            | 25/06/2025
""")
    sheet = prepared(raw, "employees", STAFF)
    assert problems(sheet, Severity.ERROR) == {"A5": "repeated key"}
    assert problems(sheet, Severity.INFO) == {"A4": "described again"}
    assert sheet.rows.column("row_number").to_pylist() == [2, 3, 6]


def test_a_thing_whose_rows_differ_only_in_a_column_that_is_not_loaded_is_not_called_a_repeated_row() -> None:
    raw = picture("""
Código | Nombre   | Turno
E-1    | Ana Ruiz | Mañana
E-1    | Ana Ruiz | Tarde
E-1    | Ana Ruiz | Tarde
E-2    | Luis     | Tarde
""")
    sheet = prepared(raw, "employees", STAFF)
    assert problems(sheet, Severity.INFO) == {"A3": "described again", "A4": "repeated row"}
    assert (sheet.rows.num_rows, sheet.rejected, sheet.skipped) == (2, 0, 2)


def test_leaving_before_joining_is_a_warning() -> None:
    raw = picture("Código | Ingreso | Egreso\nE-1 | 25/05/2024 | 25/05/2023")
    assert problems(prepared(raw, "employees", STAFF), Severity.WARNING) == {"C2": "ends before it begins"}


def test_events_with_one_number_that_differ_are_all_kept_and_told_and_exact_repeats_count_once() -> None:
    raw = table(
        {
            "Ticket": ["T1", "T1", "T2", "T2", "T3"],
            "Fecha": ["13/05/2026", "13/05/2026", "14/05/2026", "15/05/2026", "16/05/2026"],
        }
    )
    sheet = prepared(raw, "interactions", {"Ticket": "interaction", "Fecha": "occurred_at"})
    assert (sheet.read, sheet.rows.num_rows, sheet.skipped, sheet.rejected) == (5, 4, 1, 0)
    assert [one.cause for one in sheet.problems] == ["repeated row", "repeated number"]


def test_a_case_whose_rows_differ_only_in_a_column_that_is_not_loaded_is_kept_whole() -> None:
    raw = picture("""
Ticket | Fecha      | Detalle
T1     | 13/05/2026 | Demora
T1     | 13/05/2026 | Mal trato
T1     | 13/05/2026 |  Demora
T2     | 14/05/2026 | Demora
""")
    sheet = prepared(raw, "interactions", {"Ticket": "interaction", "Fecha": "occurred_at"})
    assert sheet.rows.column("row_number").to_pylist() == [2, 3, 5]
    assert problems(sheet, Severity.INFO) == {"A4": "repeated row"}
    assert [one.cause for one in sheet.problems if one.severity is Severity.WARNING] == ["repeated number"]


def test_an_order_line_may_repeat_any_earlier_line_of_its_order() -> None:
    raw = table({
        "Pedido": ["P1", "P1", "P1", "P2", "P1"],
        "Fecha": [datetime(2026, 5, 13)] * 5,
        "Cliente": ["C1", "C1", "C1", "C1", "C1"],
        "Monto": [10.0, 20.0, 20.0, 20.0, None],
    })  # fmt: skip
    fields = {"Pedido": "purchase", "Fecha": "occurred_on", "Cliente": "customer", "Monto": "amount"}
    sheet = prepared(raw, "purchases", fields)
    assert sheet.rows.column("amount").to_pylist() == [10.0, 20.0, 20.0]
    assert sheet.rows.column("row_number").to_pylist() == [2, 3, 5]
    assert problems(sheet, Severity.INFO) == {"A4": "repeated row"}


def test_a_numbered_survey_that_repeats_in_all_its_scores_counts_once_and_in_one_other_twice() -> None:
    raw = picture("""
Fecha      | Encuesta | Caja | Nota
25/05/2026 | R-1      | 5    | 4
25/05/2026 | R-1      | 5    | 4
25/05/2026 | R-1      | 3    | 4
""")
    sheet = prepared(raw, "responses", SURVEY, ratings={"C": "Caja"})
    assert (sheet.rows.num_rows, sheet.skipped) == (2, 1)
    assert sheet.more["ratings"].column("score").to_pylist() == [5.0, 3.0]
    unnumbered = prepared(raw, "responses", {"Fecha": "answered_at", "Nota": "csat"}, ratings={"C": "Caja"})
    assert (unnumbered.rows.num_rows, unnumbered.skipped) == (3, 0)


def test_a_million_order_lines_are_compared_in_seconds() -> None:
    lines, each = 1_000_000, 4
    raw = table({
        "Pedido": [f"P{line // each}" for line in range(lines)],
        "Línea": [float(line % each) for line in range(lines)],
        "Monto": [float(line % 997) for line in range(lines)],
    })  # fmt: skip
    rows = pa.table({"purchase": raw.columns[0].values, "amount": raw.columns[2].values})
    began = perf_counter()
    found = repeated_keys(rows, DATASETS["purchases"], (as_array(one.values) for one in raw.columns))
    assert (list(found.exactly), len(found.differing)) == ([], lines - lines // each)
    assert perf_counter() - began < 20


def test_a_survey_without_dates_says_so_once() -> None:
    raw = picture("Encuesta | Nota\nR-1 | 5\nR-2 | 4")
    sheet = prepared(raw, "responses", SURVEY)
    assert [one.cause for one in sheet.problems] == ["undated survey"]
    assert sheet.rows.num_rows == 2


def test_a_constant_stands_in_every_row() -> None:
    raw = picture("Encuesta | Nota\nR-1 | 5\nR-2 | 4")
    sheet = prepared(raw, "responses", SURVEY, constants={"answered_at": "2017-05-15"})
    assert sheet.rows.column("answered_at").to_pylist() == [datetime(2017, 5, 15)] * 2
    assert not sheet.problems


def test_a_constant_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(Refused):
        prepared(picture("Encuesta\nR-1"), "responses", SURVEY, constants={"answered_at": "ayer"})


@pytest.mark.parametrize(
    ("dataset", "mapping"),
    [
        ("interactions", {"B": "employee"}),
        ("interactions", {"A": "occurred_at", "B": "occurred_at"}),
        ("interactions", {"A": "occurred_at", "Z": "employee"}),
        ("interactions", {"A": "occurred_at", "B": "nonsense"}),
        ("nonsense", {}),
    ],
)
def test_choices_that_cannot_hold_are_refused(dataset: str, mapping: dict[str, str]) -> None:
    with pytest.raises(Refused):
        prepare(picture("Fecha | Asesor\n25/05/2026 | Ana"), Choices(dataset, mapping), today=TODAY)


# Surveys


GRID = """
Fecha      | Encuesta | Caja | Entrega | Nota
25/05/2026 | R-1      | 5    | 0       | 4
26/05/2026 | R-2      |      | 3       | 5
"""


def test_a_grid_becomes_a_row_for_every_score_given() -> None:
    sheet = prepared(
        picture(GRID), "responses", SURVEY, ratings={"C": "Caja", "D": "Entrega"}, not_scores={"D": frozenset({0.0})}
    )
    ratings = sheet.more["ratings"].select(["response", "touchpoint", "score", "answered_at", "row_number"])
    assert ratings.to_pylist() == [
        {"response": "R-1", "touchpoint": "Caja", "score": 5.0, "answered_at": datetime(2026, 5, 25), "row_number": 2},
        {
            "response": "R-2",
            "touchpoint": "Entrega",
            "score": 3.0,
            "answered_at": datetime(2026, 5, 26),
            "row_number": 3,
        },
    ]
    assert ratings.num_rows == 2
    assert sheet.rows.column("csat").to_pylist() == [4, 5]
    assert sheet.mapping["Caja"] == "rating"


def test_a_survey_without_numbers_is_named_by_what_it_says() -> None:
    raw = picture("Caja | Entrega\n5 | 4\n5 | 4\n3 | 2")
    first = prepared(raw, "responses", {}, ratings={"A": "Caja", "B": "Entrega"})
    again = prepared(raw, "responses", {}, ratings={"A": "Caja", "B": "Entrega"})
    names = first.rows.column("response").to_pylist()
    assert len(set(names)) == 3
    assert names == again.rows.column("response").to_pylist()
    assert first.more["ratings"].column("response").to_pylist() == [*names, *names]


def test_two_columns_about_one_touchpoint_are_refused() -> None:
    with pytest.raises(Refused):
        prepared(picture("Caja | Pago\n5 | 4"), "responses", {}, ratings={"A": "Caja", "B": "caja "})


def test_grades_of_a_chosen_scale_are_carried_to_1_to_5() -> None:
    raw = picture("Caja | Entrega\n10 | 0")
    sheet = prepared(raw, "responses", {}, ratings={"A": "Caja", "B": "Entrega"}, scales={"A": (0, 10), "B": (0, 10)})
    assert sheet.more["ratings"].column("score").to_pylist() == [5, 1]


# The whole


def test_problems_are_grouped_by_cause_errors_first() -> None:
    raw = picture("Fecha | Espera\n31/02/2026 | x\n31/02/2026 | y\n25/05/2026 | z\n25/11/2026 | 1")
    groups = group_problems(prepared(raw, "interactions", CALLS).problems)
    assert [(one.cause, one.count, one.samples[0]) for one in groups] == [
        ("not a duration", 3, ("B2", "x")),
        ("no such day", 2, ("A2", "31/02/2026")),
        ("future date", 1, ("A5", "25/11/2026")),
    ]


def test_unmapped_columns_and_headers_written_twice_are_named() -> None:
    raw = picture("Fecha | Nota interna\n25/05/2026 | a")
    assert prepared(raw, "interactions", CALLS).unmapped == ("Nota interna",)


def test_twenty_thousand_bad_cells_are_all_named() -> None:
    raw = table({"Fecha": [f"{row} de nada" for row in range(20_000)]})
    sheet = prepared(raw, "interactions", CALLS)
    assert (sheet.rejected, len(sheet.problems), sheet.problems[-1].cell) == (20_000, 20_000, "A20001")


def test_cells_that_excel_typed_need_no_reading() -> None:
    raw = table({"Fecha": [datetime(2026, 5, 25, 10)], "Espera": [timedelta(seconds=90)], "Asesor": ["Ana"]})
    (row,) = prepared(raw, "interactions", CALLS).rows.select(["occurred_at", "wait_seconds", "employee"]).to_pylist()
    assert row == {"occurred_at": datetime(2026, 5, 25, 10), "wait_seconds": 90, "employee": "Ana"}


def test_an_empty_table_is_an_empty_sheet() -> None:
    raw = table({"Fecha": [], "Asesor": []})
    assert prepared(raw, "interactions", CALLS).read == 0


def test_tomorrow_depends_on_today() -> None:
    raw = picture("Fecha\n25/05/2026")
    sheet = prepare(raw, Choices("interactions", {"A": "occurred_at"}), today=date(2026, 5, 1))
    assert [one.cause for one in sheet.problems] == ["future date"]


def test_a_row_whose_answer_may_stand_in_a_column_not_taken_is_not_told_to_hold_none() -> None:
    raw = picture("""
Fecha      | Encuesta | Nota | Qué tal
13/05/2026 | R-1      | 4    |
14/05/2026 | R-2      |      | Muy bien
15/05/2026 | R-3      |      |
""")
    sheet = prepared(raw, "responses", SURVEY)
    assert problems(sheet, Severity.ERROR) == {"A3": "no answer taken", "A4": "no answer"}
    whole = prepared(raw, "responses", {**SURVEY, "Qué tal": "comment"})
    assert problems(whole, Severity.ERROR) == {"A4": "no answer"}


def test_a_survey_without_any_answer_is_kept_out_and_named() -> None:
    raw = picture("""
Encuesta | Fecha      | Asesor | Nota | NPS
z1       | 13/02/2026 | Ana    |      |
z2       | 13/02/2026 | Ana    |      | 9
""")
    sheet = prepared(raw, "responses", SURVEY)
    assert sheet.rows.column("response").to_pylist() == ["z2"]
    assert problems(sheet, Severity.ERROR) == {"A2": "no answer"}


def test_a_code_for_no_answer_is_no_answer() -> None:
    raw = table({"Encuesta": ["z1", "z2"], "NPS": [99.0, 9.0]})
    sheet = prepared(raw, "responses", SURVEY, not_scores={"B": frozenset({99.0})})
    assert (sheet.rows.num_rows, sheet.rejected) == (1, 1)


def test_headers_without_rows_say_so() -> None:
    raw = picture("Encuesta | Fecha | NPS\na | 13/02/2026 | 9")
    empty = RawTable(
        raw.sheet, False, 0, raw.header_rows, tuple(_emptied(one) for one in raw.columns), raw.row_numbers.slice(0, 0)
    )
    sheet = prepared(empty, "responses", SURVEY)
    assert sheet.read == 0
    assert "no rows" in [one.cause for one in sheet.problems]


def _emptied(column: Column) -> Column:
    return Column(column.letter, column.header, column.values.slice(0, 0))


FAULTY = """
Encuesta | Fecha      | Caja | Entrega | Web
R-1      | 23/05/2026 | 5    | bien    | 4
R-2      | 04/05/2026 | 3    | 2       | mal
R-3      | 05/05/2026 | nada |         |
Total    |            | 8    | 2       |
"""
FAULTY_FIELDS = {"Encuesta": "response", "Fecha": "answered_at"}
FAULTY_RATINGS = {"C": "Caja", "D": "Entrega", "E": "Web"}


def test_of_a_numbered_survey_a_score_that_cannot_be_used_is_left_out_alone() -> None:
    sheet = prepared(picture(FAULTY), "responses", FAULTY_FIELDS, ratings=FAULTY_RATINGS)

    assert problems(sheet, Severity.WARNING) == {
        "D2": "left out: not a score", "E3": "left out: not a score",
    }  # fmt: skip
    scores = sheet.more["ratings"].select(["response", "touchpoint", "score"]).to_pylist()
    assert {(one["response"], one["touchpoint"]): one["score"] for one in scores} == {
        ("R-1", "Caja"): 5, ("R-1", "Web"): 4, ("R-2", "Caja"): 3, ("R-2", "Entrega"): 2,
    }  # fmt: skip


def test_a_survey_of_nothing_but_such_scores_is_kept_out_and_a_total_of_scores_is_skipped() -> None:
    sheet = prepared(picture(FAULTY), "responses", FAULTY_FIELDS, ratings=FAULTY_RATINGS)

    assert problems(sheet, Severity.ERROR) == {"C4": "not a score"}
    assert (sheet.read, sheet.rows.num_rows, sheet.rejected, sheet.skipped) == (4, 2, 1, 1)


def test_a_row_that_is_kept_out_does_not_say_that_its_other_scores_load() -> None:
    raw = picture("Encuesta | Fecha | Caja | Entrega\nR-1 | ayer tarde | bien | 4\nR-2 | 24/05/2026 | 3 | 2")
    sheet = prepared(raw, "responses", FAULTY_FIELDS, ratings={"C": "Caja", "D": "Entrega"})

    assert problems(sheet, Severity.WARNING) == {}
    assert set(problems(sheet, Severity.ERROR)) == {"B2", "C2"}
    assert (sheet.rows.num_rows, sheet.rejected) == (1, 1)


def test_a_survey_without_a_number_is_kept_out_whole_so_that_its_correction_counts_once() -> None:
    sheet = prepared(picture(FAULTY), "responses", {"Fecha": "answered_at"}, ratings=FAULTY_RATINGS)

    assert problems(sheet, Severity.ERROR) == {"D2": "not a score", "E3": "not a score", "C4": "not a score"}
    assert (sheet.rows.num_rows, sheet.rejected) == (0, 3)
