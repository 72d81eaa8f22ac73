"""Taking a table along in a real browser: the library's CSV is not offered, and ours holds no formula."""

import csv
import io
from pathlib import Path

import pytest
import xlsxwriter

from tests.browser.conftest import settle
from tests.browser.test_screens import english_on
from tests.browser.test_upload import drop

pytestmark = pytest.mark.browser

SITES = ['=HYPERLINK("http://elsewhere.example/7","x") Norte', "@SUM(9) Sur", "+1", "-1+1|cmd", "Centro"]


def surveys(folder: Path) -> Path:
    """Six answers of each site, as text in a workbook."""
    path = folder / "encuestas.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Marzo")
        rows = [[f"{day:02d}/03/2026", site, 5 if day % 3 else 2] for site in SITES for day in range(1, 7)]
        for place, row in enumerate([["Fecha", "Punto de contacto", "Satisfacción"], *rows]):
            sheet.write_row(place, 0, row)
    return path


def test_a_table_is_taken_along_and_no_name_in_it_is_a_formula(fresh, visit, tmp_path):
    page = visit(f"{fresh.url}/cargar")
    drop(page, surveys(tmp_path))
    page.get_by_label("Tu nombre").fill("Marta Quiroga")
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("button", name="Cargar 1 archivo").click()
    page.wait_for_selector("text=encuestas.xlsx ya está: 30 filas")

    page.goto(f"{fresh.url}/servicio?metric=csat&by=touchpoint&period=all")
    settle(page)
    page.get_by_text("Ver los números").click()
    settle(page)
    table = page.locator("[data-testid=stDataFrame]").last
    table.scroll_into_view_if_needed()
    table.hover()
    page.wait_for_selector("[data-testid=stElementToolbar]", state="attached")
    assert page.locator("[data-testid=stElementToolbarButton]").count() > 0
    assert page.get_by_label("Download as CSV").count() + page.get_by_label("Descargar como CSV").count() == 0
    assert english_on(page) == []

    with page.expect_download() as download:
        page.get_by_role("button", name="Descargar esta tabla (CSV)").last.click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    names = {row[0] for row in csv.reader(io.StringIO(text))}
    assert download.value.suggested_filename == "tabla.csv"
    assert {f"'{site}" for site in SITES[:4]} | {"Centro"} <= names
