"""What is printed into a file or a pipe is UTF-8, whatever the system's own encoding: a nightly task keeps its report."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from momentos.locales.utf8 import print_in_utf8
from tests.terminal.terminal import Terminal

ROOT = Path(__file__).parents[2]
AS_ON_WINDOWS = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"}
SYSTEMS = {
    "western Windows": AS_ON_WINDOWS,
    "an old console": {**AS_ON_WINDOWS, "PYTHONIOENCODING": "cp850:strict"},
    "ASCII alone": {**AS_ON_WINDOWS, "PYTHONIOENCODING": "ascii"},
    "no language set": {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
}
MODULE = (sys.executable, "-m", "momentos")


def printed(
    folder: Path, how: str, *typed: str, system: dict[str, str] = AS_ON_WINDOWS, status: int = 0
) -> tuple[bytes, bytes]:
    """Standard output and standard error of a program of its own, sent to files or to pipes."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"} | system
    if how == "pipe":
        done = subprocess.run(typed, env=environment, cwd=ROOT, capture_output=True, timeout=300)
        answer = done.stdout, done.stderr
    else:
        files = folder / "salida.txt", folder / "errores.txt"
        with files[0].open("wb") as out, files[1].open("wb") as errors:
            done = subprocess.run(typed, env=environment, cwd=ROOT, stdout=out, stderr=errors, timeout=300)
        answer = files[0].read_bytes(), files[1].read_bytes()
    assert done.returncode == status, answer
    return answer


@pytest.fixture
def calls(terminal: Terminal) -> str:
    """A file whose names no western code page has whole."""
    return terminal.write(
        "calls.csv", "Fecha,Agente,Punto de contacto\n05/01/2026 10:00,Šárka Ñíguez,Caja ≥ 3 ─ ¿sí?\n"
    )


@pytest.mark.parametrize("how", ["file", "pipe"])
@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_a_load_is_reported_whole(tmp_path: Path, calls: str, system: dict[str, str], how: str) -> None:
    database = ("--db", str(tmp_path / "momentos.duckdb"))
    out, _ = printed(tmp_path, how, *MODULE, "import", calls, *database, system=system)
    assert "─────" in out.decode()
    assert "Leídas" in out.decode()
    out, _ = printed(tmp_path, how, *MODULE, "rows", "interactions", *database, system=system)
    assert "Šárka Ñíguez" in out.decode()
    assert "Caja ≥ 3 ─ ¿sí?" in out.decode()
    out, _ = printed(tmp_path, how, *MODULE, "rows", "interactions", "--json", *database, system=system)
    assert json.loads(out)[0]["touchpoint"] == "Caja ≥ 3 ─ ¿sí?"


def test_refusals_are_utf8_on_standard_error(tmp_path: Path) -> None:
    database = ("--db", str(tmp_path / "momentos.duckdb"))
    out, errors = printed(tmp_path, "pipe", *MODULE, "undo", "Ñ─≥", *database, status=1)
    assert out == b""
    assert "Ñ─≥" in errors.decode()


def test_wrong_usage_is_utf8_too(tmp_path: Path) -> None:
    _, errors = printed(tmp_path, "file", *MODULE, "Ñ─≥", status=2)
    assert "Ñ─≥" in errors.decode()


def test_the_installed_command_prints_the_same(tmp_path: Path) -> None:
    called = "from importlib.metadata import entry_points as all; all(group='console_scripts')['momentos'].load()()"
    out, _ = printed(tmp_path, "pipe", sys.executable, "-c", called, "metrics")
    assert "Satisfacción" in out.decode()
    assert "───" in out.decode()


def test_the_sample_workbooks_are_written_into_a_folder_of_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "año ─ ≥"
    out, _ = printed(tmp_path, "file", sys.executable, "-m", "momentos.sample", "-o", str(folder))
    assert str(folder) in out.decode()


def test_the_one_command_speaks_utf8(tmp_path: Path) -> None:
    said = "import sys, iniciar; iniciar.make_environment = lambda: iniciar.tell('año ─ ≥', 'año ─ ≥'); sys.exit(iniciar.main([]))"
    out, _ = printed(tmp_path, "pipe", sys.executable, "-c", said, status=1)
    assert "año ─ ≥" in out.decode()


def test_streams_that_cannot_change_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where there is no console at all, or somebody caught what is printed."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "stderr", None)
    print_in_utf8()


def test_a_terminal_keeps_its_encoding_and_loses_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", terminal)
    print_in_utf8()
    print("─ año", flush=True)
    assert terminal.buffer.getvalue().decode("cp1252").split() == ["?", "año"]
