"""A server of our own on a fresh database, and a real browser to visit it with."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = Path(__file__).parent / "static"
FRAME = (ROOT / "src" / "momentos" / "screen" / "main.py").read_text(encoding="utf-8")
PAGES = ("", *re.findall(r'url_path="(\w+)"', FRAME)[1:])
"""Addresses of every screen, as the frame names them; the first one, also ``inicio``, is at the root."""

_SEARCHED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@dataclass
class Server:
    """A running Momentos."""

    url: str
    process: subprocess.Popen
    log: Path

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def start_server(folder: Path, database: Path, **settings: str) -> Server:
    """Momentos on a free port, ready to answer; ``settings`` are of its environment."""
    port = _free_port()
    log = folder / f"server-{port}.log"
    environment = {**os.environ, "MOMENTOS_DATABASE": str(database), **settings}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"],
            cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    server = Server(f"http://127.0.0.1:{port}", process, log)
    _wait_until_ready(server)
    return server


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
    """``look(address, …)`` shows a page of the sample company; the same look is opened once. Tests only look at it."""
    visits = _visitor(chromium)
    open_page = next(visits)
    seen: dict = {}

    def once(address: str, **how: object):
        key = (address, *sorted(how.items()))
        if key not in seen:
            seen[key] = open_page(f"{full.url}/{address}", **how)
        return seen[key]

    yield once
    next(visits, None)


def _visitor(chromium: object) -> Iterator[Callable]:
    contexts = []

    def open_page(url: str, *, locale: str = "es-CO", width: int = 1366, height: int = 768, scheme: str = "light"):
        context = chromium.new_context(
            locale=locale, viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True
        )
        contexts.append(context)
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
        page.wait_for_timeout(300)
    link.click()
    page.wait_for_url(f"**/{address}**")
    settle(page)


def settle(page) -> None:
    """Wait until the page has its title, nothing runs any more, and nothing of an earlier run is left standing."""
    is_still = "!document.querySelector('[data-testid=stStatusWidget], [data-stale=true]')"
    page.wait_for_selector("h1", timeout=40_000)
    page.wait_for_function(is_still, timeout=60_000)
    page.wait_for_timeout(400)
    page.wait_for_function(is_still, timeout=60_000)


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
            if server.process.poll() is not None:
                raise RuntimeError(server.log.read_text()) from None
            time.sleep(0.3)
    raise TimeoutError(server.log.read_text())
