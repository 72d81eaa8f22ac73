"""Impact and priorities in a real browser: what is said, why, and what moves when somebody picks otherwise."""

import re
import shutil
from datetime import datetime

import pytest

from tests.browser.conftest import go_to, settle, start_server
from tests.figures.company import company

pytestmark = pytest.mark.browser


def title(page) -> str:
    return page.locator("h1").first.inner_text()


def pick(page, label: str, option: str) -> None:
    """Choose an option of the list with this label."""
    page.get_by_test_id("stSelectbox").filter(has_text=label).locator(
        "[data-baseweb=select], [role=combobox]"
    ).first.click()
    page.get_by_role("option", name=option).click()
    settle(page)


def test_the_title_says_what_the_data_contradict(look):
    page = look("impacto")

    assert title(page) == "«Pide asesoría» pesa más de lo que le asignamos, y «Recibe una promoción», menos"
    assert page.get_by_text("Asignado 2 · los datos sugieren 5 (entre 4 y 5).").count() == 1


def test_behind_each_figure_stands_how_it_was_computed(full, visit):
    page = visit(f"{full.url}/impacto")
    page.get_by_role("button", name="¿Cómo se calculó?").first.click()
    page.wait_for_selector("text=Respuestas de las que se conoce la lealtad")

    told = page.get_by_test_id("stPopoverBody").inner_text()
    for part in ("1.200", "calificaron este punto", "R²", "90 %", "Mínimos", "no prueba que una cosa cause la otra"):
        assert part in told


def test_another_loyalty_is_picked_kept_in_the_address_and_its_method_said(full, visit):
    page = visit(f"{full.url}/impacto")
    pick(page, "Qué se toma como lealtad", "Volver a comprar")

    page.wait_for_url("**loyalty=buys_again**")
    assert page.get_by_text("La lealtad de quienes quedaron satisfechos").count() == 1
    assert page.get_by_text(re.compile("vuelven a comprar en 90 días")).count() > 0


def test_priorities_tell_what_comes_first_and_why(full, visit):
    page = visit(f"{full.url}/prioridades?period=all")

    named = re.fullmatch("Arreglar primero «(.+)», después «(.+)»", title(page))
    assert named
    first = page.get_by_text(re.compile(r"Arreglar primero: pesa mucho y no llega a su meta")).first
    told = first.locator("xpath=ancestor-or-self::p").inner_text()
    assert told.startswith(f"1. {named[1]}")
    assert "frente a una meta de 4,0, y por él pasa el" in told
    assert page.get_by_text(re.compile(r"Tras un mal momento vuelven a comprar \d+ de cada 100")).count() == 1

    pick(page, "Impacto", "Según los datos")
    page.wait_for_url("**basis=derived**")
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0


def test_a_target_within_reach_of_all_leaves_nothing_to_mend(full, visit):
    page = visit(f"{full.url}/prioridades?period=all&target=3.0")

    assert not title(page).startswith("Arreglar primero")
    go_to(page, "servicio")
    go_to(page, "prioridades")
    assert "target=3.0" in page.url


def test_few_answers_say_how_many_are_missing(chromium, visit, tmp_path):
    answers = [
        {
            "response": f"R{n}",
            "answered_at": datetime(2026, 3, 1 + n % 28),
            "touchpoint": "Caja",
            "nps": 8.0,
            "csat": 4.0,
        }
        for n in range(12)
    ]
    points = [{"touchpoint": "Caja", "stage": "Comprar", "position": 1.0, "impact": 4.0, "area": "Piso"}]
    with company(tmp_path, touchpoints=points, responses=answers):
        pass
    server = start_server(tmp_path, tmp_path / "company.duckdb")
    try:
        assert title(visit(f"{server.url}/impacto")) == "Faltan 88 respuestas para pesar los puntos de contacto"
        page = visit(f"{server.url}/prioridades")
        assert page.get_by_text("Caja").count() > 0
        assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    finally:
        server.stop()


def test_a_budget_and_what_areas_spend_are_kept_after_a_restart(tmp_path, sample_database, visit):
    database = tmp_path / "momentos.duckdb"
    shutil.copy(sample_database, database)
    server = start_server(tmp_path, database)
    try:
        page = visit(f"{server.url}/prioridades")
        page.get_by_text("Escribe lo que gasta hoy cada área").click()
        typed = page.get_by_role("spinbutton", name="Caja").or_(page.get_by_label("Caja", exact=True)).first
        typed.fill("500")
        typed.press("Enter")
        settle(page)
        page.get_by_role("button", name="Guardar este presupuesto").click()
        page.get_by_text("Escribe tu nombre: queda junto a lo que guardas.").wait_for(timeout=40_000)
        page.get_by_label("Tu nombre").fill("Marta")
        page.get_by_label("Tu nombre").press("Enter")
        settle(page)
        page.get_by_role("button", name="Guardar este presupuesto").click()
        page.get_by_text("Lo guardó Marta").wait_for(timeout=40_000)
    finally:
        server.stop()

    server = start_server(tmp_path, database)
    try:
        page = visit(f"{server.url}/prioridades")
        assert page.get_by_text("Lo guardó Marta").count() == 1
        assert page.get_by_label("Presupuesto por repartir").input_value() == "500"
    finally:
        server.stop()


def test_an_empty_map_leads_to_drawing_the_journey(fresh, visit):
    page = visit(f"{fresh.url}/mapa")
    page.get_by_role("button", name="Dibujar el recorrido").click()
    page.wait_for_url("**/recorrido**")
