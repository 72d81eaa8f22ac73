"""Training, the pulse, limits of authority and coaching in a real browser, on the sample company."""

import shutil

import pytest

from tests.browser.conftest import settle, start_server
from tests.browser.test_screens import english_on

pytestmark = pytest.mark.browser


@pytest.fixture
def own(sample_database, tmp_path):
    """A server on a copy of the sample company that the test may change."""
    copy = tmp_path / "momentos.duckdb"
    shutil.copy(sample_database, copy)
    server = start_server(tmp_path, copy)
    yield server
    server.stop()


def sign(page) -> None:
    page.get_by_label("Tu nombre, que firma lo que cambias").fill("Marta Quiroga")
    page.keyboard.press("Enter")
    settle(page)


def lead(page) -> None:
    page.get_by_text("Lidero este equipo").first.click()
    settle(page)


@pytest.mark.parametrize("view", ["pulse", "autonomy", "follow_up"])
def test_every_view_is_spanish_whole_and_fits_a_phone(look, view):
    page = look(f"crecimiento?view={view}&period=all", width=390, height=844)
    assert english_on(page) == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0


def test_training_says_what_is_due_and_claims_no_effect_where_there_is_none(full, visit):
    page = visit(f"{full.url}/crecimiento")
    assert "cursos vencidos" in page.locator("h1").inner_text()
    assert page.get_by_text("Quién tiene pendientes").count() == 0
    page.wait_for_selector("text=«Escucha y trato»: todavía no hay una diferencia segura")
    page.wait_for_selector("text=Si al curso fueron quienes pasaban por una mala racha")

    lead(page)
    page.wait_for_selector("text=Quién tiene pendientes")
    page.wait_for_selector("text=Lo atienden seguido y no tienen capacitación para ello")


def test_the_pulse_is_published_once_and_shows_the_fall_of_the_crisis(own, visit):
    page = visit(f"{own.url}/crecimiento?view=pulse")
    assert page.get_by_role("button", name="Publicar los trimestres").count() == 0
    lead(page)
    sign(page)
    page.get_by_role("button", name="Publicar los trimestres").click()
    page.wait_for_selector("h1:has-text('Pulso de T3 2026')", timeout=40_000)
    settle(page)
    assert page.get_by_role("button", name="Publicar los trimestres").count() == 0
    page.wait_for_selector("text=Se muestran juntas")


def test_limits_are_declared_and_tell_what_fits_in_them(own, visit):
    page = visit(f"{own.url}/crecimiento?view=autonomy&period=all")
    page.wait_for_selector("text=Dentro o fuera del límite: no medible hasta que se declaren")
    lead(page)
    page.get_by_text("Declarar los límites y los conflictos").click()
    sign(page)
    page.get_by_label("Línea de ayuda", exact=True).fill("40000")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Declarar", exact=True).click()
    page.wait_for_selector("text=De esos, dentro de su límite", timeout=40_000)
    page.wait_for_selector("text=Declarado por Marta Quiroga")


def test_a_coaching_note_is_kept_followed_up_and_closed(own, visit):
    page = visit(f"{own.url}/ficha?period=all&person=Ximena Yarumo")
    page.wait_for_selector("text=Tu capacitación")
    page.get_by_text("Escribir una nota").click()
    page.get_by_text("Un dato de la ficha").click()
    settle(page)
    page.get_by_label("Qué se conversó").fill("Explicar la garantía sin tecnicismos")
    page.get_by_label("Próximo paso").fill("Acompañar dos reparaciones")
    page.get_by_label("Tu nombre", exact=True).fill("Marta Quiroga")
    page.get_by_role("button", name="Guardar la nota").click()
    page.wait_for_selector("text=Próximo paso: Acompañar dos reparaciones", timeout=40_000)

    page.goto(f"{own.url}/crecimiento?view=follow_up")
    settle(page)
    assert page.locator("h1").inner_text() == "Hay un próximo paso pendiente"
    sign(page)
    page.get_by_label("Cómo resultó").fill("Ya lo explica sola")
    page.get_by_role("button", name="El paso se cumplió").click()
    page.wait_for_selector("h1:has-text('No hay próximos pasos pendientes')", timeout=40_000)
