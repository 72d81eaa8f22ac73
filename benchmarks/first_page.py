"""How long from starting the server to the first painted page, and from one page to the next.

    python benchmarks/first_page.py [--times N]

Starts the app on the sample company and visits it with headless Chromium, the product compiled to bytecode (as
``iniciar.py`` leaves it). The floor is an app of one line on the same Streamlit, started and visited the same way, in
turn.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PAGES = ("mapa", "servicio", "equipo", "")


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database, floor = Path(folder) / "momentos.duckdb", Path(folder) / "floor.py"
        floor.write_text('import streamlit as st\nst.title("Hola")\n', encoding="utf-8")
        loading = [sys.executable, "-m", "momentos", "demo", "--db", str(database)]
        subprocess.run(loading, check=True, capture_output=True, cwd=ROOT)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        starts: dict[str, list[float]] = {"app.py": [], str(floor): []}
        clicks: list[float] = []
        peaks: list[int] = []
        for _ in range(times):
            for script, taken in starts.items():
                with started(script, database) as (url, began, process):
                    page = painted(browser, url)
                    taken.append(time.perf_counter() - began)
                    if script == "app.py":
                        clicks += [visited(page, f"{url}/{address}") for address in PAGES for _ in range(2)]
                        peaks.append(peak_megabytes(process))
        browser.close()
    product, least = (statistics.median(taken) for taken in starts.values())
    print("| from | seconds (median) | × floor | peak MB |\n|---|---|---|---|")
    print(f"| an app of one line: start to first painted page (floor) | {least:.1f} | 1 | |")
    print(f"| Momentos: start to first painted page | {product:.1f} | {product / least:.1f} | {max(peaks)} |")
    print(f"| Momentos: a page opened by its address, warm | {statistics.median(clicks):.1f} | | |")


@contextmanager
def started(script: str, database: Path, *arguments: str) -> Iterator[tuple[str, float, subprocess.Popen]]:
    """A server of its own, when it began, and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}", "--server.headless=true"]
    command += ["--", *arguments] if arguments else []
    environment = {**os.environ, "MOMENTOS_DATABASE": str(database)}
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        while not answers(url):
            time.sleep(0.05)
        yield url, began, process
    finally:
        process.terminate()
        process.wait(timeout=20)


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(f"{url}/_stcore/health", timeout=1)
    except OSError:
        return False
    return True


def painted(browser: Browser, url: str) -> Page:
    """The first page, once its title stands and nothing runs any more."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="es-MX")
    page.goto(url)
    settle(page)
    return page


def visited(page: Page, url: str) -> float:
    began = time.perf_counter()
    page.goto(url)
    settle(page)
    return time.perf_counter() - began


def settle(page: Page) -> None:
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')", timeout=60_000)


def peak_megabytes(process: subprocess.Popen) -> int:
    """The most memory the server held, in MB; 0 where the system does not tell."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    main()
