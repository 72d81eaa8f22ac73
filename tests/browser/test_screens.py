"""The screens in a real browser: each opens first, speaks one language, can be used by all, and asks nobody outside."""

import re
from urllib.parse import urlparse

import pytest

from tests.browser.conftest import PAGES, STATIC, go_to, settle

pytestmark = pytest.mark.browser

ENGLISH = re.compile(
    r"\b(the|and|of|with|for|from|upload|download|files?|search|select|choose|data|columns?|rows?|show|hide|close|open|"
    r"settings|rerun|theme|light|dark|print|loading|running|drag|drop|browse|clear|sort|day|week|month|year|score|"
    r"answers?|missing|mean|target|team|impact|touchpoints?|value|dates?|options?|about|help|record|screen|stop|fullscreen|"
    r"january|february|march|april|june|july|august|september|october|november|december|jan|apr|aug|dec|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|previous|next|start|end|press|enter|yyyy)\b",
    re.IGNORECASE,
)

STREAMLITS_OWN = (
    ("svg-img-alt", "metric_chart_"),  # the line inside st.metric
    ("presentation-role-conflict", "stFileUploaderDropzone"),  # the box of st.file_uploader
)
"""Barriers in Streamlit's own markup that no option of it takes away: the rule, and what tells the element."""

SERVICE = "[data-testid=stTopNavLink][href$='/servicio']"
TEAM = "[data-testid=stTopNavLink][href$='/equipo']"

ALL_WORDS = """() => {
  const seen = [];
  const hidden = (element) => !element.checkVisibility({visibilityProperty: true});
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || ["SCRIPT", "STYLE", "NOSCRIPT"].includes(parent.tagName) || hidden(parent)) continue;
    if (parent.closest("[data-testid=stIconMaterial], .material-symbols-rounded")) continue;
    seen.push(node.nodeValue);
  }
  for (const element of document.querySelectorAll("[placeholder], [aria-label], [title], [alt]")) {
    if (hidden(element)) continue;
    for (const name of ["placeholder", "aria-label", "title", "alt"]) seen.push(element.getAttribute(name) || "");
  }
  return [...new Set(seen.map((text) => text.trim()).filter(Boolean))];
}"""


def english_on(page) -> list[str]:
    """Texts of the screen that hold an English word."""
    return [text for text in page.evaluate(ALL_WORDS) if ENGLISH.search(text)]


@pytest.mark.parametrize("address", [*PAGES, "inicio"])
def test_any_page_can_be_the_first_that_a_fresh_server_shows(fresh, visit, address):
    page = visit(f"{fresh.url}/{address}")

    assert page.locator("[data-testid=stTopNavLink]").count() > 1
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0


@pytest.mark.parametrize("address", PAGES)
def test_a_spanish_screen_has_no_english_word(look, address):
    assert english_on(look(address)) == []


@pytest.mark.parametrize("address", PAGES)
def test_no_request_leaves_the_machine(look, address):
    outside = [url for url in look(address).requested if urlparse(url).hostname not in ("127.0.0.1", None)]
    assert outside == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_barrier_of_our_making(look, address, scheme):
    page = look(address) if scheme == "light" else look(address, scheme=scheme)
    page.add_script_tag(path=str(STATIC / "axe.min.js"))

    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]

    ours = [
        (one["id"], node["html"][:200])
        for one in found
        for node in one["nodes"]
        if not any(one["id"] == rule and mark in node["html"] for rule, mark in STREAMLITS_OWN)
    ]
    assert ours == []


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_wider_than_the_screen(look, address, width):
    page = look(address) if width == 1366 else look(address, width=390, height=844)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_the_menus_of_a_spanish_screen_have_no_english_word(full, visit):
    page = visit(f"{full.url}/servicio?period=custom&dates=2026-01-01&dates=2026-03-31")

    page.get_by_role("button", name="Menú principal").click()
    page.wait_for_selector("[data-testid=stMainMenuPopover]")
    settle(page)
    assert english_on(page) == []
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Más filtros").click()
    page.wait_for_selector("[data-testid=stPopoverBody]")
    settle(page)
    assert english_on(page) == []
    page.keyboard.press("Escape")

    page.get_by_test_id("stDateInput").get_by_role("button").first.click()
    page.wait_for_selector("[data-testid=stDateInputPopover], [data-baseweb=calendar], [role=grid]")
    settle(page)
    assert english_on(page) == []
    page.keyboard.press("Escape")

    page.get_by_text("Ver los números").click()
    page.get_by_test_id("stDataFrame").hover()
    page.wait_for_selector("[data-testid=stElementToolbarButton]")
    settle(page)
    assert english_on(page) == []


def test_the_language_is_switched_kept_in_the_address_and_remembered(full, visit):
    page = visit(f"{full.url}/servicio")
    assert "Servicio" in page.locator(SERVICE).inner_text()

    page.get_by_role("radio", name="en").click()
    page.wait_for_selector("[data-testid=stTopNavLink] >> text=Service")
    settle(page)
    assert "lang=en" in page.url
    assert page.locator("html").get_attribute("lang") == "en"

    page.goto(f"{full.url}/equipo")
    settle(page)
    assert "Team" in page.locator(TEAM).inner_text()


def test_what_was_picked_survives_a_change_of_language(full, visit):
    page = visit(f"{full.url}/servicio?period=12m&metric=nps")
    page.get_by_role("radio", name="en").click()
    page.wait_for_selector(f"{SERVICE} >> text=Service")
    settle(page)

    assert [box.input_value() for box in page.locator("[data-testid=stSelectbox] input").all()[:2]] == [
        "Last 12 months",
        "Recommendation index (NPS)",
    ]
    assert "period=12m" in page.url
    assert "metric=nps" in page.url


def test_an_english_browser_is_greeted_in_english_and_addresses_stay(full, visit):
    page = visit(f"{full.url}/equipo", locale="en-US")

    assert urlparse(page.url).path == "/equipo"
    assert "Team" in page.locator(TEAM).inner_text()


def test_filters_live_in_the_address_and_follow_to_other_pages(full, visit):
    page = visit(f"{full.url}/servicio?period=12m&area=Caja")
    assert page.get_by_text("Área: Caja").count() == 1

    go_to(page, "equipo")
    assert page.get_by_text("Área: Caja").count() == 1
    assert "period=12m" in page.url
    assert "area=Caja" in page.url


def test_going_back_brings_the_earlier_period_back(full, visit):
    page = visit(f"{full.url}/servicio")
    page.get_by_test_id("stSelectbox").first.click()
    page.get_by_role("option", name="Últimos 12 meses").click()
    page.wait_for_url("**period=12m**")
    settle(page)

    page.go_back()
    page.wait_for_function("document.querySelector('[data-testid=stSelectbox] input').value === 'Últimos 3 meses'")
    settle(page)
    assert "period" not in page.url
