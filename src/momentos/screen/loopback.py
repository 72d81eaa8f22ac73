"""From where the app is reached while it asks for no code: from this computer alone.

The server does not start on an address that lets others in, and whatever reaches it from elsewhere all the same
(through a proxy, a tunnel or another name for this computer) is turned away before any page, file or upload.
"""

import ipaddress
import sys
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from momentos.access.lead_code import (
    LEAD_CODE_VARIABLE,
    SHORTEST_CODE,
    check_code_of_the_machine,
    mark_of_lead_code,
    mark_of_the_machine,
)
from momentos.domain.errors import Refused
from momentos.domain.messages import Message, say
from momentos.locales import LANGUAGES, translator
from momentos.screen.language import tell
from momentos.screen.opened import warehouse
from momentos.warehouse.connection import Warehouse, database_path

EVERY_ADDRESS = "0.0.0.0"
_THIS_COMPUTER = "localhost"
_SENT_ON = ("forwarded", "x-forwarded-", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip", "via")
"""Headers of a request that somebody else passes on, or how they begin."""

_TURNED_AWAY = say("This address is closed until a code is set")
_WHY = say(
    "Without a lead's code, everybody who opens Momentos may see and do everything, so it answers only on the computer "
    "where it runs. Set the code there, on the page «Policy», and open this address again."
)


def is_loopback(host: str) -> bool:
    """Whether a server at this address, or a client with it, is this very computer."""
    name = host.strip().strip("[]").rstrip(".").lower()
    if name == _THIS_COMPUTER:
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    inside = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (inside or address).is_loopback


def is_from_here(peer: str, headers: Mapping[str, str]) -> bool:
    """Whether a request comes from this computer and asks for it by its own name; not so if it was passed on."""
    try:
        asked_for = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    except ValueError:
        return False
    return is_loopback(peer) and is_loopback(asked_for) and not any(name.startswith(_SENT_ON) for name in headers)


def check_before_serving() -> None:
    """Ends the program, with what to do in both languages, where it would be open to others without a code."""
    why = why_not_to_serve(str(st.get_option("server.address") or EVERY_ADDRESS))
    if why is not None:
        for language in LANGUAGES:
            print(why.render(translator(language)), file=sys.stderr)
        raise SystemExit(1)


def why_not_to_serve(address: str) -> Message | None:
    """Why the app is not served at this address; nothing where it may be."""
    try:
        check_code_of_the_machine()
        if is_loopback(address) or mark_of_the_machine() or _is_code_kept():
            return None
    except Refused as refused:
        return refused.message
    return say(
        "Momentos does not start: at {address} others could see and do everything, because no lead's code is set. Set "
        "one of at least {n} characters in the environment variable {name}, or open Momentos on this computer alone "
        "(--server.address=127.0.0.1) and set it on the page «Policy».",
        address=address,
        n=SHORTEST_CODE,
        name=LEAD_CODE_VARIABLE,
    )


def _is_code_kept() -> bool:
    """Whether a code was set on the screen, read before anybody has opened the database."""
    path = database_path()
    if not path.exists():
        return False
    with Warehouse.open(path) as opened, opened.cursor() as cursor:
        return bool(mark_of_lead_code(cursor))


class OnlyFromHere:
    """What stands before every route: while no code is set, whoever is not at this computer is told so, and no more."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or _is_scope_from_here(scope) or await run_in_threadpool(_is_code_asked):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(1008)(scope, receive, send)
        else:
            await HTMLResponse(_page(), status_code=403)(scope, receive, send)


def stop_unless_from_here() -> None:
    """The same once more in every page's frame: the code may be forgotten while a page is open, and a main script can
    be run without the application around it."""
    peer = st.context.ip_address  # nothing at this computer itself, or where no browser asks
    headers = {name.lower(): value for name, value in st.context.headers.items()}
    is_here = is_from_here(peer if isinstance(peer, str) else _THIS_COMPUTER, {"host": _THIS_COMPUTER, **headers})
    if is_here or _is_code_asked():
        return
    st.title(tell(_TURNED_AWAY), anchor=False)
    st.markdown(tell(_WHY))
    st.stop()


def _is_scope_from_here(scope: Scope) -> bool:
    peer = scope.get("client")
    return peer is not None and is_from_here(peer[0], Headers(scope=scope))


def _is_code_asked() -> bool:
    """Not so where the database cannot be read: then nobody else is let in either."""
    if mark_of_the_machine():
        return True
    try:
        with warehouse().cursor() as cursor:
            return bool(mark_of_lead_code(cursor))
    except Refused:
        return False


def _page() -> str:
    told = [(language, translator(language)) for language in LANGUAGES]
    parts = [
        f'<section lang="{language}"><h1>{escape(_TURNED_AWAY.render(translate))}</h1>'
        f"<p>{escape(_WHY.render(translate))}</p></section>"
        for language, translate in told
    ]
    style = "body{font-family:sans-serif;max-width:40rem;margin:12vh auto;padding:0 1rem}p{line-height:1.5}"
    return (
        '<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Momentos</title><style>{style}</style></head><body>{''.join(parts)}</body></html>"
    )
