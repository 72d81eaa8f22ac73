"""Board, card, recognising and the wall in a real browser, on the sample company."""

import shutil

import pytest

from momentos.sample.truths import BETTER_PEOPLE
from tests.browser.conftest import settle, start_server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def better(sample):
    """The names of the two people of the sample who are truly better."""
    with sample.cursor() as cursor:
        codes = [one.lower() for one in BETTER_PEOPLE]
        rows = cursor.execute("select employee from employee_names where key in (?, ?)", codes).fetchall()
    return [name for (name,) in rows]


@pytest.fixture
def own(sample_database, tmp_path):
    """A server on a copy of the sample company that the test may change."""
    copy = tmp_path / "momentos.duckdb"
    shutil.copy(sample_database, copy)
    server = start_server(tmp_path, copy)
    yield server
    server.stop()


def test_the_board_names_the_two_better_people_and_says_why_a_bare_ranking_is_wrong(better, full, visit):
    page = visit(f"{full.url}/equipo?period=all")
    assert page.locator("h1").inner_text() == "Bruno Hornero y Mateo Mangle destacan"
    assert page.get_by_text("Claramente por debajo del equipo").count() == 0
    for name in better:
        page.get_by_text(name, exact=True).first.wait_for(state="attached", timeout=40_000)

    page.get_by_text("Lidero este equipo").click()
    page.get_by_text("Lo que habría dicho un ranking a secas").click()
    page.wait_for_selector("text=/El puesto [123] sería de/")


def test_points_and_teams_are_compared_on_the_same_board(full, visit):
    page = visit(f"{full.url}/equipo?period=all&people_metric=points")
    assert page.locator("h1").inner_text() == "Bruno Hornero y Mateo Mangle destacan"

    page.goto(f"{full.url}/equipo?period=all&board_by=supervisor")
    settle(page)
    assert page.locator("h1").inner_text() == "Ninguno de los 6 se distingue para mejor todavía"


def test_a_card_shows_ones_own_strengths_and_takes_a_remark(better, own, visit):
    page = visit(f"{own.url}/ficha?period=all&person={better[0]}")
    assert page.get_by_text("de verdad lo haces mejor que los demás").count() >= 1

    assert page.get_by_role("button", name="Leí cómo se me evalúa").is_disabled()
    page.get_by_label("Tu nombre, que firma lo que cambias").fill(better[0])
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_text("Quiero comentar un dato").click()
    page.get_by_label("Lo que quieres decir").fill("Fue la semana del apagón")
    page.get_by_role("button", name="Enviar a quien me lidera").click()
    page.wait_for_selector("li:has-text('Fue la semana del apagón')")
    page.wait_for_selector("text=Aún sin respuesta")


def test_a_recognition_is_given_in_two_clicks_and_hangs_on_the_wall(better, own, visit):
    page = visit(f"{own.url}/reconocimientos?period=all")
    page.get_by_label("Tu nombre, que firma lo que cambias").fill("Marta Quiroga")
    page.keyboard.press("Enter")
    settle(page)

    page.get_by_role("button", name="Reconocer").first.click()
    page.get_by_role("button", name="Entregarlo ya, firmado por Marta Quiroga").click()
    page.wait_for_selector(".wall .recognition")
    settle(page)

    wall = page.locator(".wall .recognition").first.inner_text()
    assert any(name in wall for name in better)
    assert "Marta Quiroga" in wall
    assert page.get_by_text("Imprimir los certificados").count() == 1


def test_a_lead_sees_who_is_below_only_after_the_code(better, own, visit):
    page = visit(f"{own.url}/politica")
    page.get_by_label("Tu nombre", exact=True).fill("Marta Quiroga")
    page.get_by_label("Una clave nueva para quienes lideran").fill("girasol-42")
    page.get_by_role("button", name="Poner la clave").click()
    page.wait_for_selector("text=Sin clave:", state="detached")
    settle(page)

    other = visit(f"{own.url}/equipo?period=all")
    other.get_by_text("Lidero este equipo").click()
    other.get_by_label("La clave de liderazgo").fill("otra cosa")
    other.get_by_role("button", name="Entrar").click()
    other.wait_for_selector("text=Esa no es la clave")
    assert other.get_by_text("Claramente por debajo del equipo").count() == 0
    other.get_by_label("La clave de liderazgo").fill("girasol-42")
    other.get_by_role("button", name="Entrar").click()
    other.wait_for_selector("text=Claramente por debajo del equipo")

    other.goto(f"{own.url}/ficha?period=all&person={better[0]}")
    settle(other)
    other.get_by_text("Lidero este equipo").click()
    other.get_by_label("La clave de liderazgo").fill("girasol-42")
    other.get_by_role("button", name="Entrar").click()
    other.wait_for_selector("text=todavía no ha dicho que leyó cómo se le evalúa")
    assert other.get_by_text("Quiero comentar un dato").count() == 0

    stranger = visit(f"{own.url}/ficha?period=all&person={better[0]}")
    stranger.get_by_label("La clave de mi ficha").wait_for()
    assert stranger.get_by_text("Lo que se puede decir de ti").count() == 0
    stranger.goto(f"{own.url}/senales?period=all")
    settle(stranger)
    assert stranger.get_by_text("Lo que llama la atención").count() == 0


def test_the_sample_company_has_no_signals(look):
    page = look("senales?period=all")
    assert page.locator("h1").inner_text() == "Nada llama la atención"
    assert page.get_by_text("Contactos con encuesta respondida").count() == 1


def test_the_wall_fills_a_television_and_turns(own, visit):
    wall = f"{own.url}/reconocimientos?pared=1"
    page = visit(wall, width=1920, height=1080)
    assert page.locator(".television h1").inner_text() == "El muro espera su primer reconocimiento"

    giver = visit(f"{own.url}/reconocimientos?period=all")
    giver.get_by_label("Tu nombre, que firma lo que cambias").fill("Marta Quiroga")
    giver.keyboard.press("Enter")
    settle(giver)
    for given in (1, 2):
        giver.get_by_role("button", name="Reconocer").first.click()
        giver.get_by_role("button", name="Entregarlo ya, firmado por Marta Quiroga").click()
        giver.wait_for_function(f"document.querySelectorAll('.wall .recognition').length === {given}")
        settle(giver)

    page.wait_for_selector(".television footer", timeout=40_000)
    first = page.locator(".television h1").inner_text()
    page.wait_for_function("first => document.querySelector('.television h1').innerText !== first", arg=first)
    assert not page.locator("[data-testid=stHeader]").is_visible()
    assert float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.television p')).fontSize)")) >= 40
    assert page.evaluate("document.querySelector('.television').scrollHeight") <= 1080


def test_a_click_in_a_part_draws_the_whole_page_where_something_changed_meanwhile(own, visit):
    map_page = visit(f"{own.url}/mapa")
    assert map_page.get_by_text("Sin clave:").count() == 1
    page = visit(f"{own.url}/politica")
    page.get_by_label("Tu nombre", exact=True).fill("Marta Quiroga")
    page.get_by_label("Una clave nueva para quienes lideran").fill("girasol-42")
    page.get_by_role("button", name="Poner la clave").click()
    page.wait_for_selector("text=Sin clave:", state="detached")

    map_page.bring_to_front()
    map_page.get_by_test_id("stSelectbox").filter(has_text="Punto de contacto").locator("input").click()
    map_page.get_by_role("option", name="Paga en caja").click()
    map_page.wait_for_selector("text=Sin clave:", state="detached")
    settle(map_page)
    assert map_page.get_by_text("Sin clave:").count() == 0
