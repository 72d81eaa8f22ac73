"""While no code is set, the app is for this computer alone: it does not start elsewhere, and turns others away."""

import asyncio
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from momentos.access.lead_code import LEAD_CODE_VARIABLE, clear_lead_code, set_lead_code
from momentos.domain.viewer import OWNER
from momentos.locales import translator
from momentos.screen import loopback
from momentos.screen.loopback import OnlyFromHere, is_from_here, is_loopback, why_not_to_serve
from momentos.warehouse.connection import Warehouse
from tests.screen.conftest import ROOT

CODE = "girasol-42"
AT = datetime(2026, 6, 1, 9, 0)


@pytest.fixture(autouse=True)
def without_a_code(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LEAD_CODE_VARIABLE, raising=False)


def set_code(database: Path) -> None:
    with Warehouse.open(database) as opened:
        set_lead_code(opened, OWNER, CODE, author="Marta", at=AT)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.5.4.3", "::1", "[::1]", "localhost", "LOCALHOST", "localhost.", "::ffff:127.0.0.1"]
)
def test_this_computer_has_these_names(host):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "", "192.168.1.20", "10.0.0.1", "::ffff:10.0.0.1", "localhost.evil.example", "127.0.0.1.evil.example",
     "momentos.example", "2130706433", "unix:///tmp/x"],
)  # fmt: skip
def test_nothing_else_is_this_computer(host):
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("peer", "headers", "is_here"),
    [
        ("127.0.0.1", {"host": "localhost:8501"}, True),
        ("::1", {"host": "[::1]:8501"}, True),
        ("192.168.1.20", {"host": "localhost:8501"}, False),
        ("127.0.0.1", {"host": "192.168.1.20:8501"}, False),
        ("127.0.0.1", {"host": "evil.example:8501"}, False),
        ("127.0.0.1", {"host": "localhost", "x-forwarded-for": "127.0.0.1"}, False),
        ("127.0.0.1", {"host": "localhost", "x-forwarded-proto": "https"}, False),
        ("127.0.0.1", {"host": "localhost", "via": "1.1 oficina"}, False),
        ("127.0.0.1", {"host": "[::1"}, False),
        ("127.0.0.1", {}, False),
    ],
)
def test_a_request_is_from_here_if_it_comes_from_and_asks_for_this_computer_and_nobody_passed_it_on(
    peer, headers, is_here
):
    assert is_from_here(peer, headers) is is_here


def test_on_this_computer_it_starts_without_a_code(database):
    assert why_not_to_serve("127.0.0.1") is None
    assert not database.exists()


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.20", "oficina.local"])
def test_elsewhere_it_does_not_start_without_a_code_and_says_what_to_do_in_both_languages(address, database):
    why = why_not_to_serve(address)
    assert why is not None
    for language, first in (("es", "Momentos no arranca"), ("en", "Momentos does not start")):
        words = why.render(translator(language))
        assert words.startswith(first)
        assert address in words
        assert LEAD_CODE_VARIABLE in words
    assert not database.exists()


def test_elsewhere_it_starts_with_the_code_of_the_environment(monkeypatch):
    monkeypatch.setenv(LEAD_CODE_VARIABLE, CODE)
    assert why_not_to_serve("0.0.0.0") is None


def test_elsewhere_it_starts_with_the_code_set_on_the_screen_until_that_is_forgotten(database):
    set_code(database)
    assert why_not_to_serve("0.0.0.0") is None
    with Warehouse.open(database) as opened:
        clear_lead_code(opened, OWNER, author="", at=AT)
    assert why_not_to_serve("0.0.0.0") is not None


@pytest.mark.parametrize("address", ["0.0.0.0", "127.0.0.1"])
def test_with_a_code_that_is_easily_guessed_it_starts_nowhere(monkeypatch, address):
    monkeypatch.setenv(LEAD_CODE_VARIABLE, "1234567")
    why = why_not_to_serve(address)
    assert why is not None
    assert "8" in str(why)


def test_elsewhere_it_does_not_start_on_a_file_that_cannot_be_read(database):
    database.write_text("not a database")
    why = why_not_to_serve("0.0.0.0")
    assert why is not None
    assert database.name in str(why)


def test_the_program_ends_with_the_sentence_in_both_languages(monkeypatch, capsys):
    monkeypatch.setattr(loopback.st, "get_option", lambda name: None)
    with pytest.raises(SystemExit) as ended:
        loopback.check_before_serving()
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert "Momentos no arranca" in told
    assert "Momentos does not start" in told


SECRET = b"Rosa Gil, 2.9"


async def app(scope, receive, send):
    """An application that tells everything to whoever asks."""
    kind = {"http": "http.response.body", "websocket": "websocket.send"}[scope["type"]]
    await send({"type": kind, "body": SECRET})


def answer(path: str = "/", *, host: str, peer: str | None, kind: str = "http") -> list[dict]:
    """What somebody with this address gets who asks for the app by this name."""
    sent: list[dict] = []
    client = None if peer is None else (peer, 50_000)
    scope = {"type": kind, "method": "GET", "path": path, "headers": [(b"host", host.encode())], "client": client}

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "websocket.connect"}

    asyncio.run(OnlyFromHere(app)(scope, receive, send))
    return sent


HERE = {"host": "127.0.0.1:8501", "peer": "127.0.0.1"}
AWAY = {"host": "192.168.1.10:8501", "peer": "192.168.1.20"}


@pytest.mark.parametrize("path", ["/", "/cargar", "/media/abc.xlsx", "/_stcore/upload_file/1/2"])
def test_whoever_is_elsewhere_gets_one_calm_page_and_nothing_else(path):
    start, page = answer(path, **AWAY)
    assert start["status"] == 403
    words = page["body"].decode()
    assert "Esta dirección está cerrada" in words
    assert "This address is closed" in words


def test_nor_do_they_get_the_pages_connection():
    assert [one["type"] for one in answer("/_stcore/stream", kind="websocket", **AWAY)] == ["websocket.close"]


def test_a_name_of_this_computer_that_a_web_page_invented_gets_nothing():
    assert answer(host="evil.example:8501", peer="127.0.0.1")[0]["status"] == 403


def test_a_caller_without_an_address_is_not_from_here():
    assert answer(host="localhost", peer=None)[0]["status"] == 403


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_whoever_sits_at_this_computer_sees_the_app(kind):
    assert [one["body"] for one in answer(kind=kind, **HERE)] == [SECRET]


def test_with_a_code_others_may_come_in_and_once_it_is_forgotten_they_may_not(database):
    set_code(database)
    assert answer(**AWAY)[-1]["body"] == SECRET
    with Warehouse.open(database) as opened:
        clear_lead_code(opened, OWNER, author="", at=AT)
    assert answer(**AWAY)[0]["status"] == 403


def test_they_may_not_either_where_the_database_cannot_be_read(database):
    database.write_text("not a database")
    assert answer(**AWAY)[0]["status"] == 403


def test_a_page_that_was_open_when_the_code_was_forgotten_stops(screen, monkeypatch):
    monkeypatch.setattr(loopback, "is_from_here", lambda peer, headers: False)
    app = screen("home.py")
    assert [one.value for one in app.title] == ["Esta dirección está cerrada hasta que haya una clave"]
    monkeypatch.setenv(LEAD_CODE_VARIABLE, CODE)
    assert [one.value for one in screen("home.py").title] != ["Esta dirección está cerrada hasta que haya una clave"]


@pytest.mark.parametrize("address", ["--server.address=0.0.0.0", "--server.address="])
def test_the_server_itself_ends_before_it_answers_anybody(database, address):
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port=0", "--server.headless=true", address]
    ended = subprocess.run(command, cwd=ROOT, env={**os.environ}, capture_output=True, timeout=120, check=False)
    assert ended.returncode == 1
    assert "Momentos no arranca" in ended.stderr.decode()
    assert not database.exists()
