"""Which names this server answers by, so that a web page whose own name is made to lead here reads nothing."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit import config, net_util
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_REFUSED = (
    "This server does not answer by that name: see server.allowedHosts in README.md.\n"
    "Este servidor no responde a ese nombre: ver server.allowedHosts en README.es.md.\n"
)


class NamedHostsOnly:
    """Refuses whatever asks for a host that is neither this machine nor in ``server.allowedHosts``, whatever its port.

    Streamlit asks this of websockets only, and of nobody where the list is empty; here it holds for every route.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        config.set_option("server.allowedHosts", [*THIS_MACHINE, *config.get_option("server.allowedHosts")])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or _is_for_us(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        else:
            await PlainTextResponse(_REFUSED, status_code=403)(scope, receive, send)


def ask_nobody_outside() -> None:
    """Tell Streamlit that this machine has no outside address; it would ask a server on the internet for it to compare
    with the origin of a request."""
    net_util._external_ip = ""


def _is_for_us(scope: Scope) -> bool:
    """Whether exactly one host is asked for, and it is one of ours."""
    hosts = Headers(scope=scope).getlist("host")
    return len(hosts) == 1 and is_host_allowed(hosts[0])
