"""Which names the server answers by, asked of a running one in the bytes of the protocol; and whom it asks itself."""

import asyncio
import socket
import tomllib
from collections.abc import Iterator
from contextlib import closing

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit import config

from momentos.screen.hosts import THIS_MACHINE, NamedHostsOnly
from tests.browser.conftest import ROOT, Server, start_server

OURS = ["localhost", "127.0.0.1", "[::1]", "localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST:1"]
FOREIGN = [
    "evil.example", "evil.example:{port}", "localhost.evil.example", "127.0.0.1.evil.example", "localhost@evil.example",
    "0.0.0.0:{port}", "192.168.1.20", "evil.example:x",
]  # fmt: skip
CODE = "girasol-42"
"""With a code for leads, as without one whatever comes from elsewhere is refused for that alone."""
PATHS = ["/", "/inicio", "/mapa", "/_stcore/health", "/_stcore/host-config", "/media/0.bin", "/app/static/0.js"]
OPENED = "101 Switching Protocols"
REFUSED = "403 Forbidden"


@pytest.fixture(scope="module")
def outside() -> Iterator[socket.socket]:
    """Where every request to another machine would arrive."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.settimeout(4)
        yield listening


@pytest.fixture(scope="module")
def server(outside: socket.socket, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hosts")
    proxy = f"http://127.0.0.1:{outside.getsockname()[1]}"
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), proxy)
    server = start_server(folder, folder / "momentos.duckdb", MOMENTOS_LEAD_CODE=CODE, **proxies)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def office_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One that is opened by names of the office's network."""
    folder = tmp_path_factory.mktemp("office")
    names = "momentos.oficina.example 192.168.1.20"
    settings = {"STREAMLIT_SERVER_ALLOWED_HOSTS": names, "MOMENTOS_LEAD_CODE": CODE}
    server = start_server(folder, folder / "momentos.duckdb", **settings)
    yield server
    server.stop()


def port_of(server: Server) -> int:
    return int(server.url.rsplit(":", 1)[1])


def ask(server: Server, path: str, *headers: str) -> str:
    """The head of the answer to a request with these headers and no others."""
    with socket.create_connection(("127.0.0.1", port_of(server)), timeout=20) as connection:
        lines = [f"GET {path} HTTP/1.1", *headers, "", ""]
        connection.sendall("\r\n".join(lines).encode())
        return connection.recv(4000).decode("latin-1").partition("\r\n\r\n")[0]


def open_socket(server: Server, *headers: str) -> str:
    """The first line of the answer to a websocket's handshake."""
    handshake = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
    answer = ask(server, "/_stcore/stream", *headers, *handshake, "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==")
    return answer.splitlines()[0].removeprefix("HTTP/1.1 ")


@pytest.mark.parametrize("host", OURS)
def test_this_machine_is_answered_by_each_of_its_names_on_any_port(server: Server, host: str) -> None:
    asked = f"Host: {host.format(port=port_of(server))}"
    assert " 200 " in ask(server, "/", asked)
    assert open_socket(server, asked) == OPENED
    assert open_socket(server, asked, asked.replace("Host: ", "Origin: http://")) == OPENED


@pytest.mark.parametrize("host", FOREIGN)
def test_a_name_that_is_not_ours_gets_nothing(server: Server, host: str) -> None:
    asked = f"Host: {host.format(port=port_of(server))}"
    origin = asked.replace("Host: ", "Origin: http://")
    answers = [ask(server, path, asked, *more) for path in PATHS for more in ((), (origin,))]
    assert [answer for answer in answers if not answer.startswith(f"HTTP/1.1 {REFUSED}")] == []
    assert [answer for answer in answers if "evil" in answer] == []
    assert {open_socket(server, asked), open_socket(server, asked, origin)} == {REFUSED}


def test_a_request_that_names_nobody_or_two_gets_nothing(server: Server) -> None:
    assert " 400 " in ask(server, "/")
    assert " 400 " in ask(server, "/", "Host: localhost", "Host: evil.example")
    assert f" {REFUSED}" in ask(server, "/", "Host: ")


def test_the_first_page_by_its_own_name_leads_to_the_root_and_names_no_host(server: Server) -> None:
    answer = ask(server, "/inicio?metric=nps", "Host: localhost", "X-Forwarded-Host: evil.example")
    assert "location: ./?metric=nps" in answer.splitlines()
    assert "location: ./" in ask(server, "/inicio", "Host: localhost").splitlines()


def test_a_page_of_another_site_is_refused_without_asking_the_internet_who_we_are(
    server: Server, outside: socket.socket
) -> None:
    assert open_socket(server, "Host: localhost", "Origin: http://evil.example") == REFUSED
    ask(server, "/_stcore/host-config", "Host: localhost", "Origin: http://evil.example")
    with pytest.raises(TimeoutError):
        outside.accept()


def test_an_office_names_its_own_hosts_besides_this_machine(office_server: Server) -> None:
    for host in ("momentos.oficina.example", "192.168.1.20:80", "localhost:8501"):
        assert " 200 " in ask(office_server, "/", f"Host: {host}")
        assert open_socket(office_server, f"Host: {host}", f"Origin: http://{host}") == OPENED
    assert f" {REFUSED}" in ask(office_server, "/", "Host: evil.example")
    assert open_socket(office_server, "Host: evil.example") == REFUSED


@pytest.mark.parametrize(("host", "is_answered"), [(b"[::1]:8501", True), (b"evil.example", False), (b"", False)])
def test_where_nobody_names_a_host_this_machine_alone_is_answered(host: bytes, is_answered: bool) -> None:
    """As when another server runs the application and no ``config.toml`` is read."""
    reached, sent = [], []

    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        reached.append(scope)

    async def send(message: Message) -> None:
        sent.append(message)

    named = config.get_option("server.allowedHosts")
    config.set_option("server.allowedHosts", [])
    try:
        asyncio.run(NamedHostsOnly(page)({"type": "http", "headers": [(b"host", host)]}, None, send))
    finally:
        config.set_option("server.allowedHosts", named)
    assert bool(reached) is is_answered
    assert [one["status"] for one in sent if "status" in one] == ([] if is_answered else [403])


def test_the_shipped_settings_name_this_machine() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["allowedHosts"] == [*THIS_MACHINE]
    assert settings["browser"]["serverAddress"] in THIS_MACHINE
