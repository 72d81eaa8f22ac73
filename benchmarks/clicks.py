"""What a click costs: ten usual actions, in processor time of the server and of the browser.

    python -m benchmarks.clicks [--only PART_OF_A_NAME]

Starts the app on the sample company and does each action with headless Chromium, each time with another choice, so that
its questions are asked anew. The floor is the same page in plain Streamlit (``plain_page.py``): the same elements with
the same action, nothing computed. Processor time is read from ``/proc``, so it runs on Linux.
"""

import argparse
import io
import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.first_page import FLAGS, ROOT, started
from benchmarks.plain_page import held_by

_TICK = os.sysconf("SC_CLK_TCK")
_STILL_SECONDS = 0.4
_RUNS = "document.querySelector('[data-testid=stApp]').dataset.testScriptState"


@dataclass(frozen=True)
class Action:
    """Something a person does on a page, once with each of ``choices``."""

    name: str
    address: str
    do: Callable[[Page, str], None]
    choices: Sequence[str]
    prepare: Callable[[Page], None] | None = None


@dataclass(frozen=True)
class Cost:
    """Processor seconds of a server and of the browser, and seconds until nothing moves any more."""

    server: float
    browser: float
    wall: float


def choose(label: str) -> Callable[[Page, str], None]:
    """Another option of a list."""

    def do(page: Page, option: str) -> None:
        field = page.get_by_test_id("stSelectbox").filter(has_text=label).first.locator("input")
        wanted = page.get_by_role("option", name=option, exact=True)
        field.click()
        while not wanted.count():  # a list that was opened while the page still moved closes again
            page.wait_for_timeout(300)
            if not page.get_by_role("listbox").count():
                field.click()
        wanted.click()

    return do


def press(page: Page, option: str) -> None:
    """Another option of a row."""
    page.get_by_role("radio", name=option, exact=True).first.click()


def write(label: str) -> Callable[[Page, str], None]:
    """A number in a field."""

    def do(page: Page, number: str) -> None:
        field = page.get_by_test_id("stNumberInput").filter(has_text=label).first.locator("input")
        field.fill(number)
        field.press("Enter")

    return do


def click_bubble(page: Page, place: str) -> None:
    """A touchpoint of the map."""
    bubble = page.locator(".js-plotly-plot:visible .points path").nth(int(place))
    bubble.evaluate("bubble => bubble.scrollIntoView({block: 'center'})")
    bubble.click(force=True)


def bring_a_doubtful_file(page: Page) -> None:
    """Calls whose dates can be read in two ways."""
    workbook = io.BytesIO()
    with xlsxwriter.Workbook(workbook) as book:
        sheet = book.add_worksheet("Marzo")
        for column, header in enumerate(("Fecha", "Agente", "Canal", "Espera", "Atendida")):
            sheet.write_string(0, column, header)
        for row in range(1, 2_001):
            for column, value in enumerate((f"{row % 9 + 1:02d}/0{row % 7 + 1}/2026", "Ana", "Teléfono")):
                sheet.write_string(row, column, value)
            sheet.write_number(row, 3, row % 300)
            sheet.write_string(row, 4, "sí")
    file = {"name": "llamadas.xlsx", "mimeType": "application/octet-stream", "buffer": workbook.getvalue()}
    page.set_input_files("input[type=file]", file)
    page.get_by_role("radio", name="Sí", exact=True).first.wait_for(timeout=60_000)


ACTIONS = (
    Action("map: a bubble", "mapa", click_bubble, ("5", "3", "7", "1")),
    Action(
        "map: another metric",
        "mapa",
        choose("Métrica"),
        ("Satisfacción (CSAT)", "Índice de recomendación (NPS)", "Esfuerzo del cliente (CES)", "Nota media"),
    ),
    Action(
        "map: beside another group",
        "mapa",
        choose("Comparar con"),
        ("El periodo anterior", "Canal: Tienda", "Canal: WhatsApp", "nada"),
    ),
    Action(
        "map: another period",
        "mapa",
        choose("Periodo"),
        ("Último mes", "Últimos 12 meses", "Toda la historia", "Últimos 3 meses"),
    ),
    Action(
        "service: another metric",
        "servicio",
        choose("Métrica"),
        ("Satisfacción (CSAT)", "Espera media", "Nivel de servicio", "Resolución en el primer contacto"),
    ),
    Action(
        "team: another metric",
        "equipo",
        choose("Métrica"),
        ("Nota media", "Espera media", "Resolución en el primer contacto", "Nivel de servicio"),
    ),
    Action("priorities: a target tried", "prioridades", choose("Probar una nota meta"), ("3.5", "4.0", "4.2", "3.2")),
    Action(
        "priorities: what follows a bad moment",
        "prioridades",
        press,
        ("¿Nos recomiendan?", "¿Vuelven a comprar?", "¿Nos recomiendan?", "¿Vuelven a comprar?"),
    ),
    Action("policy: a number of the draft", "politica", write("Vale 100"), ("91", "92", "93", "94")),
    Action("upload: an answer to a question", "cargar", press, ("Sí", "No", "Sí", "No"), bring_a_doubtful_file),
)


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="")
    wanted = parser.parse_args().only
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine.")
    print("| action (processor seconds) | server | plain | × | browser | plain | × | click to still, s | plain |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "momentos.duckdb"
        loading = [sys.executable, "-m", "momentos", "demo", "--db", str(database)]
        subprocess.run(loading, check=True, capture_output=True, cwd=ROOT)
        for action in ACTIONS:
            if wanted not in action.name:
                continue
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            frames: list[bytes] = []
            ours = _median(_costs_of(action, browser, database, "app.py", frames))
            page = Path(folder) / "page.pickle"
            page.write_bytes(pickle.dumps(held_by(frames)))
            plain = _median(_costs_of(action, browser, database, "benchmarks/plain_page.py", [], str(page)))
            browser.close()
            print(
                f"| {action.name} | {ours.server:.2f} | {plain.server:.2f} | {_times(ours.server, plain.server)} | "
                f"{ours.browser:.2f} | {plain.browser:.2f} | {_times(ours.browser, plain.browser)} | "
                f"{ours.wall:.1f} | {plain.wall:.1f} |",
                flush=True,
            )


def _costs_of(
    action: Action, browser: Browser, database: Path, script: str, frames: list[bytes], *arguments: str
) -> Iterator[Cost]:
    """The cost of the action with each choice, on a server of its own; ``frames`` takes in what drew the page."""
    is_ours = script == "app.py"
    with started(script, database, *arguments) as (url, _, process), visited(browser, frames) as page:
        page.goto(f"{url}/{action.address}" if is_ours else url)
        until_still(page)
        if is_ours and action.prepare is not None:
            action.prepare(page)
            until_still(page)
        assert not page.get_by_test_id("stException").count(), script
        whole = len(frames)
        for choice in action.choices:
            began, server, seen = time.perf_counter(), _seconds(process.pid), _browser_seconds()
            action.do(page, choice)
            until_still(page)
            wall = time.perf_counter() - began - _STILL_SECONDS
            yield Cost(_seconds(process.pid) - server, _browser_seconds() - seen, wall)
        del frames[whole:]


@contextmanager
def visited(browser: Browser, frames: list[bytes]) -> Iterator[Page]:
    """A page whose messages from the server are kept."""

    def keep(frame: bytes | str) -> None:
        frames.append(frame if isinstance(frame, bytes) else frame.encode())

    page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="es-MX")
    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    yield page
    page.close()


def until_still(page: Page) -> None:
    """Once the script has run and nothing of an earlier run stands, for a while."""
    page.wait_for_selector("h1, h2", timeout=60_000)
    since = time.perf_counter()
    while time.perf_counter() - since < _STILL_SECONDS:
        if page.evaluate(f"{_RUNS} != 'notRunning' || !!document.querySelector('[data-stale=true]')"):
            since = time.perf_counter()
        page.wait_for_timeout(50)


def _median(costs: Iterator[Cost]) -> Cost:
    seen = list(costs)
    return Cost(*(statistics.median(getattr(one, name) for one in seen) for name in ("server", "browser", "wall")))


def _times(ours: float, plain: float) -> str:
    return f"{ours / plain:.1f}" if plain else "–"


def _seconds(process: int) -> float:
    """Processor seconds of one process so far; 0 where it is gone."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICK


def _browser_seconds() -> float:
    """Processor seconds of every Chromium that this program started."""
    running = dict(_running())
    mine = {os.getpid()}
    while more := {one for one, (parent, _) in running.items() if parent in mine and one not in mine}:
        mine |= more
    return sum(_seconds(one) for one in mine if "chrom" in running.get(one, (0, ""))[1])


def _running() -> Iterator[tuple[int, tuple[int, str]]]:
    """Every process, with its parent and its name."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            before, after = path.read_text().rsplit(")", 1)
        except OSError:
            continue
        yield int(path.parent.name), (int(after.split()[1]), before.split("(", 1)[1])


if __name__ == "__main__":
    main()
