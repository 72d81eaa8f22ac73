"""Installs what is missing and opens the app; with ``--tests``, runs every check instead. Standard library only.

python3 iniciar.py              installs, loads the sample company the first time, opens the app
python3 iniciar.py --tests      installs what tests need and runs them all; what follows goes to pytest
python3 iniciar.py --tests --quick   the tests nearest to what changed, in a minute and a half
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP_PLACES = ("lib/python*/site-packages/pip", "Lib/site-packages/pip")
OLDEST_PYTHON = (3, 11)
INSTALLED_FROM = {
    "app": ("requirements.txt", "pyproject.toml"),
    "tests": ("requirements.txt", "pyproject.toml", "tests/requirements.txt"),
}
CHECKS_OF_THE_SOURCE = {
    "ruff": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy",),
}
COMPILED = ("src", "pages", "app.py")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SPEAKS_ENGLISH = os.environ.get("LANG", "").startswith("en")


def main(arguments: list[str]) -> int:
    """The exit status of the app, or of the checks."""
    print_in_utf8()
    if sys.version_info < OLDEST_PYTHON:
        return tell(
            f"Hace falta Python 3.11 o más nuevo; este es {sys.version.split()[0]}.",
            f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.",
        )
    is_testing = "--tests" in arguments
    rest = [one for one in arguments if one != "--tests"]
    problem = make_environment() or install(is_testing)
    if problem:
        return problem
    return run_checks(rest) if is_testing else open_app(rest)


# Installing


def make_environment() -> int:
    """A virtual environment beside this file, so that nothing of the system is touched; 0 if it is there."""
    if works(PYTHON):
        return 0
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    tell("Preparando el entorno…", "Preparing the environment…")
    for maker in ("venv", "virtualenv"):
        if can_make_with(maker) and call(sys.executable, "-m", maker, str(ENVIRONMENT)) == 0 and works(PYTHON):
            return 0
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return tell(
        f"A este Python le falta el módulo venv. En Debian o Ubuntu: sudo apt install python{version}-venv",
        f"This Python lacks the venv module. On Debian or Ubuntu: sudo apt install python{version}-venv",
    )


def can_make_with(maker: str) -> bool:
    """Debian ships ``venv`` without the ``ensurepip`` it needs."""
    needed = ("venv", "ensurepip") if maker == "venv" else (maker,)
    return all(importlib.util.find_spec(one) for one in needed)


def works(python: Path) -> bool:
    """Whether this environment's interpreter is there and has pip."""
    return python.exists() and any(one for place in PIP_PLACES for one in ENVIRONMENT.glob(place))


def install(is_testing: bool) -> int:
    """What the requirement files name, once: nothing is done while they are as they were; 0 if all is there."""
    if is_installed("tests") or (not is_testing and is_installed("app")):
        return 0
    tell("Instalando; la primera vez tarda unos minutos…", "Installing; the first time takes a few minutes…")
    target = ".[tests]" if is_testing else "."
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if call(*pip, "--editable", target):
        return tell(
            "No se pudo instalar; arriba está el motivo. ¿Hay conexión a internet? Vuelve a intentarlo.",
            "It could not be installed; the reason is above. Is there an internet connection? Try again.",
        )
    call(str(PYTHON), "-m", "compileall", "-q", *COMPILED)
    name = "tests" if is_testing else "app"
    stamp_of(name).write_text(fingerprint(name))
    return 0


def is_installed(name: str) -> bool:
    """Whether this was installed from the files as they are now."""
    stamp = stamp_of(name)
    return stamp.exists() and stamp.read_text() == fingerprint(name)


def stamp_of(name: str) -> Path:
    return ENVIRONMENT / f"installed-{name}.txt"


def fingerprint(name: str) -> str:
    """Changes when a requirement, the Python, or the place of the checkout does."""
    content = b"".join((ROOT / file).read_bytes() for file in INSTALLED_FROM[name])
    return hashlib.sha256(content + f"{sys.version} {ROOT}".encode()).hexdigest()


# Opening


def open_app(arguments: list[str]) -> int:
    """The app in the browser, on the sample company if there is no database yet; the arguments go to Streamlit."""
    database = Path(os.environ.get("MOMENTOS_DATABASE") or ROOT / "data" / "momentos.duckdb")
    if not database.exists():
        tell("Cargando la empresa de ejemplo…", "Loading the sample company…")
        if call(str(PYTHON), "-m", "momentos", "demo"):
            tell("El ejemplo no se cargó; la aplicación abre vacía.", "The sample was not loaded; the app opens empty.")
    tell("Abriendo Momentos. Para cerrarlo: Ctrl+C.", "Opening Momentos. To close it: Ctrl+C.")
    return become(str(PYTHON), "-m", "streamlit", "run", "app.py", *arguments)


# Checking


def run_checks(arguments: list[str]) -> int:
    """Every check, those of the source beside the tests, each told in one piece; 0 only if all pass."""
    if not any(shutil.which(browser) for browser in BROWSERS):
        tell(
            "No hay Chromium en esta máquina: las pruebas de navegador se saltan. En Debian: sudo apt install chromium",
            "There is no Chromium on this machine: browser tests are skipped. On Debian: sudo apt install chromium",
        )
    rest = [one for one in arguments if one != "--quick"]
    tests = ("tests.quick",) if "--quick" in arguments else ("pytest", "--numprocesses=3", "--dist=worksteal")
    with ThreadPoolExecutor(1) as beside:
        told = {name: beside.submit(call_and_keep, *python(*check)) for name, check in CHECKS_OF_THE_SOURCE.items()}
        tell("— pytest, import-linter", "— pytest, import-linter")
        failed = ["pytest, import-linter"] if call(*python(*tests, *rest)) else []
    for name, check in told.items():
        status, said = check.result()
        tell(f"— {name}", f"— {name}")
        print(said, end="", flush=True)
        failed += [name] if status else []
    if failed:
        return tell(f"No pasaron: {', '.join(failed)}.", f"These did not pass: {', '.join(failed)}.")
    tell("Todo pasó.", "Everything passed.")
    return 0


def python(*module: str) -> tuple[str, ...]:
    return (str(PYTHON), "-m", *module)


# Calling and telling


def call(*command: str) -> int:
    """The exit status of a command run at the top of the project; interrupted counts as ended."""
    try:
        return subprocess.run(command, cwd=ROOT).returncode
    except KeyboardInterrupt:
        return 0


def call_and_keep(*command: str) -> tuple[int, str]:
    """The exit status of a command that runs beside another, and all it said."""
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    )
    return done.returncode, done.stdout


def become(*command: str) -> int:
    """Go on as another command, so that who stops this one stops that one; Windows has no such thing and waits."""
    if os.name == "nt":
        return call(*command)
    os.chdir(ROOT)
    return os.execv(command[0], command)


def print_in_utf8() -> None:
    """What goes to a file or a pipe is UTF-8 on every system; a terminal keeps its own."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def tell(spanish: str, english: str) -> int:
    """Says it in the reader's language; 1, so that a refusal can be returned with its sentence."""
    print(english if SPEAKS_ENGLISH else spanish, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
