"""What fails in one file or one sheet leaves the others loaded and the report whole."""

import json
import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.terminal import importing, reading
from tests.terminal.conftest import CALLS, SURVEYS, TOUCHPOINTS
from tests.terminal.terminal import Terminal

SECRET = "Rosa Díaz, 4111 1111"


@pytest.fixture
def files(terminal: Terminal) -> list[str]:
    """Calls, surveys and touchpoints, in this order."""
    texts = {"llamadas.csv": CALLS, "encuestas.csv": SURVEYS, "puntos.csv": TOUCHPOINTS}
    return [terminal.write(name, text) for name, text in texts.items()]


def failing_on(sheet: str, error: Exception, real: Callable[..., Any]) -> Callable[..., Any]:
    """The function as it is, but for the tables of one sheet."""

    def fails(table: Any, *args: Any, **more: Any) -> Any:
        if table.sheet == sheet:
            raise error
        return real(table, *args, **more)

    return fails


def statuses(answers: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["file"], one["status"]) for one in answers]


@pytest.mark.parametrize("part", ["recognise", "prepare"])
def test_a_fault_in_one_file_is_told_in_its_place_and_the_others_load(
    terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    monkeypatch.setattr(reading, part, failing_on("encuestas", OverflowError(SECRET), getattr(reading, part)))

    answers = terminal.json("import", *files, status=3)

    assert statuses(answers) == [("llamadas.csv", "loaded"), ("encuestas.csv", "refused"), ("puntos.csv", "loaded")]
    (problem,) = answers[1]["problems"]
    assert problem["severity"] == "error"
    assert problem["problem"].startswith("Algo falló en el programa al leer la hoja encuestas")
    assert SECRET not in json.dumps(answers, ensure_ascii=False)
    (sheet,) = answers[1]["sheets"]
    assert (sheet["read"], sheet["loaded"], sheet["rejected"]) == (3, 0, 3)
    assert len(terminal.json("rows", "interactions")) == 4
    assert terminal.json("rows", "responses") == []


def test_the_fault_is_in_the_log_with_its_traceback_and_without_data(
    terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def prepare(*_args: Any, **_more: Any) -> None:
        try:
            raise ValueError(SECRET)
        except ValueError as error:
            raise OverflowError(SECRET) from error

    monkeypatch.setattr(reading, "prepare", prepare)

    answers = terminal.json("import", files[0], status=1)

    (record,) = [one for one in caplog.records if one.levelno == logging.ERROR]
    code = record.getMessage().removeprefix("Reference ")
    assert code in answers[0]["problems"][0]["problem"]
    assert "Traceback" in caplog.text
    assert all(words in caplog.text for words in ("OverflowError", "ValueError", "in prepare"))
    assert SECRET not in caplog.text


def test_a_fault_before_any_sheet_is_known_refuses_that_file_alone(
    terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading.open_workbook

    def open_workbook(path: Path, name: str) -> Any:
        if name == "llamadas.csv":
            raise RuntimeError(SECRET)
        return real(path, name)

    monkeypatch.setattr(reading, "open_workbook", open_workbook)

    answers = terminal.json("import", *files, status=3)

    assert [status for _, status in statuses(answers)] == ["refused", "loaded", "loaded"]
    assert answers[0]["sheets"] == []
    assert "llamadas.csv" in answers[0]["problems"][0]["problem"]


@pytest.mark.parametrize("error", [RuntimeError(SECRET), WrongInput(say("No."))])
def test_a_fault_or_refusal_while_one_file_is_stored_leaves_the_others(
    terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    real = importing.store

    def store(warehouse: Any, source: Any, *args: Any, **more: Any) -> Any:
        if source.name == "encuestas.csv":
            raise error
        return real(warehouse, source, *args, **more)

    monkeypatch.setattr(importing, "store", store)

    answers = terminal.json("import", *files, status=3)

    assert [status for _, status in statuses(answers)] == ["loaded", "refused", "loaded"]
    assert [load["file"] for load in terminal.json("loads")] == ["puntos.csv", "llamadas.csv"]


def test_what_is_loaded_before_the_fault_is_never_told_as_not_loaded(
    terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importing.store

    def store(*args: Any, **more: Any) -> None:
        real(*args, **more)
        raise RuntimeError(SECRET)

    monkeypatch.setattr(importing, "store", store)

    (answer,) = terminal.json("import", files[0])

    assert answer["status"] == "partly loaded"
    assert (answer["sheets"][0]["loaded"], answer["sheets"][0]["load_id"]) == (4, "L00001")
    assert answer["problems"][0]["severity"] == "warning"


def test_a_fault_in_one_sheet_leaves_the_others_of_its_workbook(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    for name, text in (("Llamadas", CALLS), ("Encuestas", SURVEYS)):
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append(line.split(","))
    del book["Sheet"]
    book.save(terminal.folder / "todo.xlsx")
    monkeypatch.setattr(reading, "recognise", failing_on("Llamadas", KeyError(SECRET), reading.recognise))

    (answer,) = terminal.json("import", str(terminal.folder / "todo.xlsx"), status=3)

    assert answer["status"] == "partly loaded"
    assert [(one["sheet"], one["loaded"]) for one in answer["sheets"]] == [("Llamadas", 0), ("Encuestas", 3)]
    assert [one["sheet"] for one in answer["problems"] if "programa" in one["problem"]] == ["Llamadas"]


def test_a_refusal_of_one_sheet_leaves_the_others_of_its_workbook(terminal: Terminal) -> None:
    """Answers of the pulse beside a column of names are refused; the calls of the same workbook are not."""
    questions = ["Tengo lo que necesito para atender bien", "Quien me lidera me escucha y me apoya"]
    pulse = [["Fecha de respuesta", "Área", *questions, "Nombre"], [date(2026, 5, 13), "Caja", 4, 5, "Ana Ruiz"]]
    calls = [["Fecha", "Agente", "Canal", "Espera"], [date(2026, 5, 13), "Ana", "Web", 10]]
    book = openpyxl.Workbook()
    for name, rows in (("Pulso", pulse), ("Llamadas", calls)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(terminal.folder / "todo.xlsx")

    (answer,) = terminal.json("import", str(terminal.folder / "todo.xlsx"), status=3)

    assert [(one["sheet"], one["loaded"]) for one in answer["sheets"]] == [("Pulso", 0), ("Llamadas", 1)]
    assert [one["severity"] for one in answer["problems"] if one["sheet"] == "Pulso"] == ["error"]


def test_a_file_that_is_not_there_or_cannot_be_opened_is_told_in_its_place_and_the_others_load(
    terminal: Terminal, files: list[str]
) -> None:
    missing, below = str(terminal.folder / "agosto.xlsx"), str(Path(files[0]) / "agosto.xlsx")
    folder, closed = str(terminal.folder), str(terminal.folder / f"{'a' * 300}.xlsx")

    answers = terminal.json("import", files[0], missing, below, folder, closed, files[2], status=3)

    assert [status for _, status in statuses(answers)] == ["loaded", *["refused"] * 4, "loaded"]
    told = [[one["problem"] for one in answer["problems"]] for answer in answers[1:5]]
    assert told == [
        [f"No existe el archivo {missing}. Revisa el nombre y la carpeta."],
        [f"No existe el archivo {below}. Revisa el nombre y la carpeta."],
        [f"{folder} es una carpeta: nombra los archivos que tiene."],
        [f"El archivo {closed} no se puede abrir. Revisa que tengas permiso para leerlo."],
    ]
    assert len(terminal.json("rows", "interactions")) == 4


def test_where_no_file_is_there_nothing_is_loaded(terminal: Terminal) -> None:
    told = terminal.run("import", str(terminal.folder / "agosto.xlsx"), status=2)

    assert told.stdout == ""
    assert "No existe el archivo" in told.stderr
    assert terminal.json("loads") == []


def test_all_files_at_fault_are_refused_each_in_its_place(
    terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "preview", lambda *_: 1 / 0)

    answers = terminal.json("import", *files, status=1)

    assert [status for _, status in statuses(answers)] == ["refused"] * 3


def test_strict_loads_nothing_where_one_file_fails(
    terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "recognise", failing_on("puntos", KeyError(), reading.recognise))

    answers = terminal.json("import", *files, "--strict", status=1)

    assert [status for _, status in statuses(answers)] == ["refused"] * 3
    assert terminal.json("loads") == []


def test_in_words_too_the_report_goes_on_after_the_file_that_failed(
    terminal: Terminal, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "recognise", failing_on("encuestas", KeyError(SECRET), reading.recognise))

    told = terminal.run("import", *files, status=3)

    assert [line for line in told.stdout.splitlines() if ".csv:" in line] == [
        "llamadas.csv: cargado.",
        "encuestas.csv: no se cargó.",
        "puntos.csv: cargado.",
    ]
    assert "Algo falló en el programa al leer la hoja encuestas" in told.stderr


def test_a_code_that_reads_as_infinite_is_the_code_of_its_row(terminal: Terminal) -> None:
    lots = ["1E411", "653e970001", "12E345", "2E400"]
    lines = CALLS.splitlines()
    text = "\n".join(
        [f"{lines[0]},ID llamada,Lote", *(f"{line},{lot},{lot}" for line, lot in zip(lines[1:], lots, strict=True))]
    )

    (answer,) = terminal.json("import", terminal.write("llamadas.csv", text))

    assert answer["status"] == "loaded"
    assert {row["interaction"] for row in terminal.json("rows", "interactions")} == set(lots)
