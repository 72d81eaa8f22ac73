"""Uploading in a real browser: from a dropped file to its result and back."""

from pathlib import Path

import pytest
import xlsxwriter

from tests.browser.conftest import go_to, settle
from tests.browser.test_screens import english_on

pytestmark = pytest.mark.browser

HOSTILE = "![x](http://elsewhere.example/t.png) <b>Ana</b>"
HEADERS = ["Fecha", "Agente", "Canal", "Espera", "Atendida"]


def workbook(folder: Path, rows: list[list[object]], name: str = "llamadas.xlsx") -> Path:
    """A report as companies keep them: a title, a blank row, headers, rows."""
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Marzo")
        sheet.write_string(0, 0, "Reporte de llamadas")
        for column, header in enumerate(HEADERS):
            sheet.write_string(2, column, header)
        for row, values in enumerate(rows, start=3):
            for column, value in enumerate(values):
                if isinstance(value, str):
                    sheet.write_string(row, column, value)
                else:
                    sheet.write(row, column, value)
    return path


def calls(days: int = 20) -> list[list[object]]:
    return [[f"{day:02d}/03/2026", HOSTILE, "Teléfono", 10 + day, "sí"] for day in range(1, days + 1)]


def drop(page, *paths: Path) -> None:
    page.set_input_files("input[type=file]", [str(path) for path in paths])
    page.wait_for_selector("[data-testid=stFileChip]")
    settle(page)


def test_a_file_is_dropped_confirmed_told_and_undone(fresh, visit, tmp_path):
    rows = calls()
    rows[4][0] = "31/02/2026"
    page = visit(f"{fresh.url}/cargar")
    page.on("request", lambda request: page.requested.append(request.url))

    drop(page, workbook(tmp_path, rows))
    page.wait_for_selector("text=filas por cargar: 19")
    assert page.get_by_text("A8: «31/02/2026»").count() == 1
    assert page.get_by_text("quedan fuera: 1").count() == 1
    assert english_on(page) == []

    page.get_by_label("Tu nombre").fill("Marta Quiroga")
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("button", name="Cargar 1 archivo").click()
    page.wait_for_selector("text=llamadas.xlsx ya está: 19 filas")
    settle(page)
    assert page.get_by_text("Marta Quiroga").count() == 1
    assert english_on(page) == []

    go_to(page, "equipo")
    assert [url for url in page.requested if "elsewhere" in url] == []

    go_to(page, "cargar")
    page.get_by_role("button", name="Deshacer").click()
    page.get_by_role("button", name="Deshacer la carga").click()
    page.wait_for_selector("text=Deshecha")
    settle(page)
    page.get_by_role("button", name="Deshacer").first.wait_for(state="detached", timeout=40_000)


def test_a_doubt_is_asked_and_its_answer_changes_what_loads(fresh, visit, tmp_path):
    ambiguous = [["05/03/2026", "Ana", "Teléfono", 10, "sí"], ["06/04/2026", "Ana", "Teléfono", 20, "sí"]]
    page = visit(f"{fresh.url}/cargar")

    drop(page, workbook(tmp_path, ambiguous))
    page.wait_for_selector("text=Sin responder: ¿En Fecha va primero el día?")
    assert page.get_by_role("radio", name="Sí").first.get_attribute("aria-checked") == "false"
    assert page.get_by_role("button", name="Cargar 1 archivo").is_disabled()

    page.get_by_role("radio", name="Sí").first.click()
    page.wait_for_selector("text=Del 5 de mar de 2026 al 6 de abr de 2026")
    assert page.get_by_role("button", name="Cargar 1 archivo").is_enabled()

    page.get_by_role("radio", name="No").first.click()
    page.wait_for_selector("text=Del 3 de may de 2026 al 4 de jun de 2026")


def test_a_file_that_is_no_spreadsheet_is_refused_with_a_reason_and_the_rest_goes_on(fresh, visit, tmp_path):
    image = tmp_path / "foto.xlsx"
    image.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    page = visit(f"{fresh.url}/cargar")

    drop(page, image, workbook(tmp_path, calls(15)))

    page.wait_for_selector("text=filas por cargar: 15")
    assert page.get_by_test_id("stAlert").filter(has_text="foto.xlsx").count() == 1
    assert page.get_by_role("button", name="Cargar 1 archivo").is_enabled()


def test_a_whole_folder_is_brought_and_what_is_no_spreadsheet_is_skipped(fresh, visit, tmp_path):
    inner = tmp_path / "reportes" / "marzo"
    inner.mkdir(parents=True)
    workbook(inner, calls(15))
    workbook(inner.parent, calls(20), name="todo.xlsx")
    (inner.parent / "foto.png").write_bytes(bytes(50))
    (inner.parent / "~$todo.xlsx").write_bytes(bytes(165))
    page = visit(f"{fresh.url}/cargar")

    page.get_by_text("Traer una carpeta entera").click()
    settle(page)
    drop(page, tmp_path / "reportes")

    page.wait_for_selector("text=filas por cargar: 15")
    page.wait_for_selector("text=filas por cargar: 20")
    assert page.get_by_text("Saltados, porque no son planillas: 2").count() == 1
    assert page.get_by_test_id("stAlert").count() == 0
    assert page.get_by_role("button", name="Cargar 2 archivos").is_enabled()
    assert english_on(page) == []
