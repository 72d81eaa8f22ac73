"""The grid that offers wrong cells for mending, in a real browser; what mending does is tried in tests/ui."""

import pytest

from tests.browser.conftest import settle
from tests.browser.test_screens import english_on
from tests.browser.test_upload import calls, drop, workbook

pytestmark = pytest.mark.browser


def test_a_wrong_cell_is_offered_for_mending_in_a_grid(fresh, visit, tmp_path):
    rows = calls()
    rows[4][0] = "31/02/2026"
    page = visit(f"{fresh.url}/cargar")
    drop(page, workbook(tmp_path, rows))
    page.wait_for_selector("text=filas por cargar: 19")
    page.get_by_text("Corregir aquí las celdas con errores: 1").click()
    settle(page)
    assert english_on(page) == []

    grid = page.locator("[data-testid=stDataFrame]").last
    grid.scroll_into_view_if_needed()
    settle(page)
    assert grid.is_visible()
    page.get_by_role("button", name="Aplicar a las celdas").wait_for(timeout=20_000)
