"""Mending wrong cells in a real browser, before anything is loaded."""

import pytest

from tests.browser.conftest import settle
from tests.browser.test_screens import english_on
from tests.browser.test_upload import calls, drop, workbook

pytestmark = pytest.mark.browser


def test_a_wrong_cell_is_mended_in_the_grid(fresh, visit, tmp_path):
    rows = calls()
    rows[4][0] = "31/02/2026"
    page = visit(f"{fresh.url}/cargar")
    drop(page, workbook(tmp_path, rows))
    page.wait_for_selector("text=filas por cargar: 19")
    page.get_by_text("Corregir aquí las celdas con errores o dudas: 1").click()
    settle(page)
    assert english_on(page) == []

    mending = page.locator("[data-testid=stExpander]").filter(has_text="Corregir aquí")
    grid = mending.locator("[data-testid=stDataFrame]")
    grid.scroll_into_view_if_needed()
    settle(page)
    box = grid.bounding_box()
    page.mouse.dblclick(box["x"] + box["width"] * 0.82, box["y"] + 52)
    editor = page.locator("#portal").locator("input, textarea")
    editor.fill("28/02/2026")
    editor.press("Enter")
    editor.wait_for(state="detached")
    settle(page)
    page.get_by_role("button", name="Aplicar a las celdas").click()

    page.wait_for_selector("text=filas por cargar: 20")
