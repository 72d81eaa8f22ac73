"""A server of our own on a fresh database, and a real browser to visit it with."""

import atexit
import os
import re
import shutil
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.forking import Forks, Program

ROOT = Path(__file__).parents[2]
STATIC = Path(__file__).parent / "static"
FRAME = (ROOT / "src" / "momentos" / "screen" / "main.py").read_text(encoding="utf-8")
PAGES = ("", *re.findall(r'url_path="(\w+)"', FRAME)[1:])
"""Addresses of every screen, as the frame names them; the first one, also ``inicio``, is at the root."""

_SEARCHED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


LIBRARIES = (
    *("streamlit.web.cli", "streamlit.web.bootstrap", "pandas", "pyarrow.compute", "duckdb", "plotly.graph_objects"),
    *("scipy.stats", "statsmodels.api", "babel.numbers", "rapidfuzz.fuzz", "fpdf", "xlsxwriter"),
)
"""What every server imports that is not ours: ours is imported by each server, in the order in which it is asked."""

WATCHING = """
window.lately = {asked: -1, heard: 0, changed: 0};
window.WebSocket = class extends WebSocket {
  constructor(...how) {
    super(...how);
    this.addEventListener("message", () => { window.lately.heard = performance.now(); });
  }
  send(what) {
    window.lately.asked = performance.now();
    super.send(what);
  }
};
new MutationObserver(() => { window.lately.changed = performance.now(); }).observe(
  document, {subtree: true, childList: true, characterData: true, attributeFilter: ["data-stale", "style", "class"]});
"""
"""Notes when the page last asked its server, heard from it, and changed. Milliseconds since the page began."""

IS_STILL = """() => {
  const {asked, heard, changed} = window.lately;
  const since = (moment) => performance.now() - moment;
  const runs = "[data-testid=stStatusWidget], [data-stale=true], [data-test-script-state=initial], " +
    "[data-test-script-state=running], [data-test-script-state=rerunRequested]";
  const waits = asked > heard && since(asked) < 5000;
  const comes = [...document.querySelectorAll("[data-testid=stSkeleton], [data-testid=stPlotlyChart]")].some(
    (place) => place.checkVisibility() && !place.querySelector(".main-svg"));
  return !!document.querySelector("h1") && !document.querySelector(runs) && !waits && !comes &&
    since(Math.max(asked, heard)) > 150 && since(changed) > 150;
}"""
"""Nothing runs, nothing is left of an earlier run or still to be drawn, and for a moment nothing was asked, heard or
changed."""


@dataclass
class Server:
    """A running Momentos."""

    url: str
    program: Program

    @property
    def log(self) -> Path:
        return self.program.log

    def stop(self) -> None:
        self.program.end()


def start_server(folder: Path, database: Path, **settings: str) -> Server:
    """Momentos on a free port, ready to answer; ``settings`` are of its environment."""
    port = _free_port()
    environment = {**os.environ, "MOMENTOS_DATABASE": str(database), **settings}
    program = _forks().start(
        "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true",
        log=folder / f"server-{port}.log", environment=environment,
    )  # fmt: skip
    server = Server(f"http://127.0.0.1:{port}", program)
    _wait_until_ready(server)
    return server


@cache
def _forks() -> Forks:
    forks = Forks(*LIBRARIES)
    atexit.register(forks.stop)
    return forks


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A Chromium that is started once."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    executable = next((found for name in _SEARCHED if (found := shutil.which(name))), None)
    if executable is None:
        pytest.skip(f"no Chromium on this machine (looked for {', '.join(_SEARCHED)})")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def full(sample_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on the sample company; tests only look at it."""
    folder = tmp_path_factory.mktemp("full")
    shutil.copytree(sample_database.parent, folder, dirs_exist_ok=True)
    server = start_server(folder, folder / sample_database.name)
    yield server
    server.stop()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited, on an empty database."""
    server = start_server(tmp_path, tmp_path / "momentos.duckdb")
    yield server
    server.stop()


@pytest.fixture
def visit(chromium: object) -> Iterator[Callable]:
    """``visit(url)`` opens a page in a browser of its own and waits until it is drawn; keeps what it asked for."""
    yield from _visitor(chromium)


@pytest.fixture(scope="module")
def look(chromium: object, full: Server) -> Iterator[Callable]:
    """``look(address, …)`` shows a page of the sample company, opened once: for later looks in the dark or on a phone
    the same browser reads it again. Tests only look at it."""
    visits = _visitor(chromium)
    open_page = next(visits)
    seen: dict = {}

    def once(address: str, *, width: int = 1366, height: int = 768, scheme: str = "light"):
        how = (width, height, scheme)
        if address not in seen:
            seen[address] = [open_page(f"{full.url}/{address}", width=width, height=height, scheme=scheme), how]
        page, before = seen[address]
        if how != before:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            page.reload()
            settle(page)
            seen[address][1] = how
        return page

    yield once
    next(visits, None)


def _visitor(chromium: object) -> Iterator[Callable]:
    contexts = []

    def open_page(url: str, *, locale: str = "es-CO", width: int = 1366, height: int = 768, scheme: str = "light"):
        context = chromium.new_context(
            locale=locale, viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True
        )
        contexts.append(context)
        context.add_init_script(WATCHING)
        page = context.new_page()
        page.requested = []
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(url)
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


def go_to(page, address: str) -> None:
    """Follow the link of the navigation that leads to this address; some links are inside a menu."""
    link = page.locator(f"a[data-testid^=stTopNav][href$='/{address}']")
    for menu in page.locator("[data-testid=stTopNavSection]").all():
        if link.count():
            break
        menu.click()
        settle(page)
    link.click()
    page.wait_for_url(f"**/{address}**")
    settle(page)


def settle(page) -> None:
    """Wait until the page has its title, the server has answered, and nothing moves or is left of an earlier run."""
    page.wait_for_function(IS_STILL, timeout=60_000)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_ready(server: Server) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2)
            return
        except OSError:
            if server.program.is_gone_within(0.05):
                raise RuntimeError(server.log.read_text()) from None
    raise TimeoutError(server.log.read_text())
