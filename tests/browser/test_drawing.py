"""Drawing the journey in a real browser, and what stays of it when the server starts again."""

import shutil

import pytest

from tests.browser.conftest import settle, start_server

pytestmark = pytest.mark.browser


def touchpoint(page, name: str):
    """The row of a touchpoint in the list."""
    return page.locator("[data-testid=stHorizontalBlock], [data-testid=stVerticalBlock]").filter(
        has=page.get_by_text(name, exact=True)
    ).filter(has=page.get_by_role("button", name="Editar")).last  # fmt: skip


def edit(page, name: str, tab: str) -> None:
    touchpoint(page, name).get_by_role("button", name="Editar").click()
    page.get_by_role("dialog").wait_for()
    page.get_by_role("dialog").get_by_role("tab", name=tab).click()


def done(page, words: str) -> None:
    page.get_by_test_id("stAlert").filter(has_text=words).wait_for(timeout=40_000)
    settle(page)


def test_an_edited_map_is_kept_after_a_restart(tmp_path, sample_database, visit):
    database = tmp_path / "momentos.duckdb"
    shutil.copy(sample_database, database)
    server = start_server(tmp_path, database)
    try:
        page = visit(f"{server.url}/recorrido")
        page.get_by_label("Tu nombre").fill("Lucía")
        page.get_by_label("Tu nombre").press("Enter")
        settle(page)

        edit(page, "Paga en caja", "Qué es")
        page.get_by_role("dialog").get_by_label("Nombre", exact=True).fill("Paga y se despide")
        page.get_by_role("dialog").get_by_role("button", name="Guardar los cambios").click()
        done(page, "quedó guardado")

        edit(page, "Paga y se despide", "Su impacto")
        page.get_by_role("dialog").get_by_role("radio", name="2 · Bajo").click()
        page.get_by_role("dialog").get_by_label("Motivo").fill("Casi nadie se queja")
        page.get_by_role("dialog").get_by_role("button", name="Votar").click()
        done(page, "Tu voto")

        edit(page, "Aprende a usarlo", "Dividir")
        page.get_by_role("dialog").get_by_role("button", name="Retirarlo").click()
        done(page, "sale del mapa desde hoy")
    finally:
        server.stop()

    server = start_server(tmp_path, database)
    try:
        page = visit(f"{server.url}/recorrido")
        assert page.get_by_text("Paga y se despide", exact=True).count() == 1
        assert page.get_by_text("Aprende a usarlo", exact=True).count() == 0
        assert "impacto: 2 de 5" in touchpoint(page, "Paga y se despide").inner_text()
        assert page.get_by_text("Fuera del mapa: 1").count() == 1

        page.goto(f"{server.url}/cargar")
        settle(page)
        assert page.get_by_text("Edición en pantalla").count() == 2
        assert page.get_by_text("Lucía").count() >= 1
    finally:
        server.stop()


def test_an_empty_journey_starts_from_one_like_yours(fresh, visit):
    page = visit(f"{fresh.url}/recorrido?start=hotel")
    assert page.get_by_text("Desayuna").count() == 1
    page.get_by_role("button", name="Empezar con este recorrido").click()
    page.get_by_role("heading", name="Un recorrido de 12 puntos de contacto en 6 etapas").wait_for(timeout=40_000)


def test_a_touchpoint_opens_from_the_map_with_all_that_stands_behind_it(full, visit):
    page = visit(f"{full.url}/mapa")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.locator("[class*=st-key-wide_map] .js-plotly-plot .points path").nth(5).click(force=True)
    page.wait_for_url("**touchpoint=**", timeout=40_000)
    settle(page)

    for words in ("Cómo se reparten las notas", "Lo que dicen los clientes", "Personas", "Área", "Promesa"):
        assert page.get_by_text(words).first.is_visible(), words
    assert page.locator("[class*=st-key-wide_touchpoint_trend] .js-plotly-plot").count() == 1
    page.get_by_text("Ver las filas detrás de estas cifras").click()
    settle(page)
    page.get_by_test_id("stDataFrame").last.wait_for(state="visible", timeout=30_000)


def test_on_a_phone_a_touchpoint_is_chosen_from_a_list(full, visit):
    page = visit(f"{full.url}/mapa?touchpoint=Paga en caja", width=390, height=844)
    assert page.get_by_text("Cómo se reparten las notas").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
