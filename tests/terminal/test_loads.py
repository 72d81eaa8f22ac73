"""What people do with ``import``, ``loads``, ``undo`` and ``template``."""

import hashlib
from pathlib import Path

import openpyxl
import pytest

from momentos.datasets import DATASETS
from tests.terminal.conftest import CALLS, ONE_BAD_DATE, SURVEYS


def test_a_sheet_of_calls_is_loaded_and_told(terminal):
    path = terminal.write("llamadas.csv", CALLS)
    (answer,) = terminal.json("import", path)
    assert answer["file"] == "llamadas.csv"
    assert answer["sha256"] == hashlib.sha256(CALLS.encode()).hexdigest()
    assert answer["status"] == "loaded"
    (sheet,) = answer["sheets"]
    assert sheet == {
        "sheet": "llamadas",
        "header_row": 1,
        "dataset": "interactions",
        "mapping": {
            "Fecha": "occurred_at",
            "Agente": "employee",
            "Punto de contacto": "touchpoint",
            "Canal": "channel",
            "Espera": "wait_seconds",
            "Duración": "handle_seconds",
            "Resultado": "answered",
        },
        "unmapped": [],
        "read": 4,
        "loaded": 4,
        "rejected": 0,
        "skipped": 0,
        "replaced": 0,
        "unchanged": 0,
        "load_id": "L00001",
    }


def test_the_same_file_twice_is_already_loaded_and_never_counted_twice(terminal):
    path = terminal.write("llamadas.csv", CALLS)
    terminal.json("import", path)
    (again,) = terminal.json("import", path)
    assert again["status"] == "already loaded"
    assert [again["sheets"][0][name] for name in ("read", "loaded", "unchanged", "load_id")] == [4, 0, 4, "L00001"]
    assert len(terminal.json("rows", "interactions")) == 4


def test_a_bad_row_is_kept_out_and_named_by_its_cell(terminal):
    path = terminal.write("llamadas.csv", ONE_BAD_DATE)
    (answer,) = terminal.json("import", path, status=3)
    assert answer["status"] == "partly loaded"
    counts = [answer["sheets"][0][name] for name in ("read", "loaded", "rejected", "skipped", "unchanged")]
    assert counts == [26, 25, 1, 0, 0]
    (problem,) = [one for one in answer["problems"] if one["severity"] == "error"]
    assert (problem["cell"], problem["column"], problem["field"]) == ("A27", "Fecha", "occurred_at")
    assert problem["found"] == "29/02/2026 10:00"
    assert problem["problem"]


def test_strict_loads_nothing_of_any_file_if_one_row_is_bad(terminal):
    bad = terminal.write("llamadas.csv", ONE_BAD_DATE)
    good = terminal.write("encuestas.csv", SURVEYS)
    answers = terminal.json("import", good, bad, "--strict", status=1)
    assert [one["status"] for one in answers] == ["refused", "refused"]
    assert terminal.json("loads") == []
    assert not any("figures" in one for one in answers)  # nothing would change
    for answer in answers:
        for sheet in answer["sheets"]:
            assert sheet["read"] == sheet["loaded"] + sheet["rejected"] + sheet["skipped"] + sheet["unchanged"]


def test_strict_loads_all_if_all_rows_are_good(terminal):
    (answer,) = terminal.json("import", terminal.write("llamadas.csv", CALLS), "--strict")
    assert answer["status"] == "loaded"


def test_a_dry_run_says_what_would_happen_and_loads_nothing(terminal):
    (answer,) = terminal.json("import", terminal.write("llamadas.csv", CALLS), "--dry-run")
    assert answer["status"] == "would load"
    assert (answer["sheets"][0]["loaded"], answer["sheets"][0]["load_id"]) == (4, None)
    assert {"metric": "interactions", "before": None, "after": 4} in answer["figures"]
    assert terminal.json("loads") == []


def test_a_column_with_a_header_nobody_knows_is_mapped_by_hand(terminal):
    path = terminal.write("llamadas.csv", CALLS.replace("Duración", "Xyz=1"))
    (asked,) = terminal.json("import", path, "--dry-run")
    assert asked["sheets"][0]["unmapped"] == ["Xyz=1"]
    (answer,) = terminal.json("import", path, "--map", "Xyz=1=handle_seconds")
    assert answer["sheets"][0]["mapping"]["Xyz=1"] == "handle_seconds"
    assert terminal.json("metric", "handle_time")["rows"][0]["value"] == 200


def test_a_header_that_is_not_there_is_refused_in_the_readers_language(terminal):
    path = terminal.write("llamadas.csv", CALLS)
    (answer,) = terminal.json("import", path, "--map", "Nada=handle_seconds", "--lang", "en", status=1)
    assert answer["status"] == "refused"
    assert "Nada" in answer["problems"][0]["problem"]


def test_surveys_without_a_date_are_given_one(terminal):
    path = terminal.write("encuestas.csv", "Encuesta,NPS,Satisfacción\nR-1,10,5\nR-2,3,2\n")
    (answer,) = terminal.json("import", path, "--set", "answered_at=2017-05-15")
    assert answer["status"] == "loaded"
    assert [row["month"] for row in terminal.json("metric", "nps", "--by", "month")["rows"]] == ["2017-05"]


@pytest.mark.parametrize(("order", "month"), [("--day-first", "2026-02"), ("--month-first", "2026-01")])
def test_dates_that_read_either_way_follow_what_was_said(terminal, order, month):
    path = terminal.write("llamadas.csv", "Fecha,Agente,Espera\n01/02/2026 10:00,Ana,10\n01/02/2026 11:00,Ana,20\n")
    terminal.json("import", path, "--dataset", "interactions", order)
    assert [row["month"] for row in terminal.json("metric", "wait", "--by", "month")["rows"]] == [month]


def test_a_table_nobody_recognises_is_asked_about_and_not_guessed(terminal):
    path = terminal.write("cosas.csv", "Color,Peso\nrojo,1\nazul,2\n")
    (answer,) = terminal.json("import", path, status=1)
    assert answer["status"] == "refused"
    (sheet,) = answer["sheets"]
    assert (sheet["dataset"], sheet["read"], sheet["rejected"]) == (None, 2, 2)
    assert "--dataset" in answer["problems"][0]["suggestion"]


def test_an_image_called_xlsx_is_refused_with_a_sentence(terminal):
    path = terminal.folder / "foto.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (answer,) = terminal.json("import", str(path), status=1)
    assert (answer["status"], answer["sheets"]) == ("refused", [])
    assert answer["problems"][0]["problem"]


def test_one_sheet_of_a_workbook_can_be_loaded_now_and_another_later(terminal):
    path = terminal.folder / "todo.xlsx"
    book = openpyxl.Workbook()
    for name, text in (("Llamadas", CALLS), ("Encuestas", SURVEYS)):
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append(line.split(","))
    del book["Sheet"]
    book.save(path)
    assert [one["sheet"] for one in terminal.json("import", str(path), "--sheet", "Llamadas")[0]["sheets"]] == [
        "Llamadas"
    ]
    (rest,) = terminal.json("import", str(path))
    assert (rest["status"], [one["sheet"] for one in rest["sheets"]]) == ("loaded", ["Encuestas"])
    (unknown,) = terminal.json("import", str(path), "--sheet", "Otra", status=1)
    assert "Llamadas" in unknown["problems"][0]["problem"]


def test_undoing_a_load_restores_what_there_was(terminal):
    terminal.json("import", terminal.write("encuestas.csv", SURVEYS))
    before = terminal.json("rows", "responses")
    changed = SURVEYS.replace("R-3,07/02/2026,Luis Mora,Entrega,3", "R-3,07/02/2026,Luis Mora,Entrega,10")
    (answer,) = terminal.json("import", terminal.write("corregidas.csv", changed))
    assert (answer["sheets"][0]["loaded"], answer["sheets"][0]["replaced"], answer["sheets"][0]["unchanged"]) == (
        1,
        1,
        2,
    )
    assert terminal.json("rows", "responses") != before
    terminal.run("undo", answer["sheets"][0]["load_id"])
    assert terminal.json("rows", "responses") == before
    assert [load["undone_at"] is None for load in terminal.json("loads")] == [False, True]


def test_an_unknown_load_is_refused_on_standard_error_in_the_readers_language(terminal):
    spanish, english = (terminal.run("undo", "L99999", "--lang", one, status=1) for one in ("es", "en"))
    assert spanish.stdout == english.stdout == ""
    assert "L99999" in spanish.stderr
    assert english.stderr.startswith("There is no load L99999.")


def test_the_template_of_two_datasets_has_their_sheets(terminal):
    target = terminal.folder / "plantilla.xlsx"
    terminal.run("template", "interactions", "responses", "-o", str(target))
    assert len(openpyxl.load_workbook(target).sheetnames) >= 2


def test_the_empty_template_of_everything_loads_no_row(terminal):
    target = terminal.folder / "plantilla.xlsx"
    terminal.run("template", "-o", str(target))
    terminal.run("import", str(target), status=1)
    assert all(terminal.json("rows", name) == [] for name in DATASETS)


def test_a_load_is_told_in_words_too(terminal):
    path = terminal.write("llamadas.csv", ONE_BAD_DATE)
    result = terminal.run("import", path, status=3)
    assert "llamadas.csv" in result.stdout
    assert "A27" in result.stderr
    assert Path(path).name in terminal.run("loads").stdout


def test_titles_above_the_headers_are_told_with_their_place(terminal):
    path = terminal.write("llamadas.csv", "Reporte de llamadas,,\nSucursal Centro,,\n\n" + CALLS)
    (answer,) = terminal.json("import", path, "--lang", "en")
    assert answer["sheets"][0]["header_row"] == 4
    (told,) = [one["problem"] for one in answer["problems"] if "above the headers" in one["problem"]]
    assert told.endswith("in row 4, not loaded: 2 (Reporte de llamadas · Sucursal Centro)")
