"""The way in: ``streamlit run app.py``. The screens and their order are in ``src/momentos/screen/main.py``."""

import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from momentos.screen.boundary import tell_calmly
from momentos.screen.hosts import NamedHostsOnly, ask_nobody_outside
from momentos.screen.loopback import OnlyFromHere, check_before_serving
from momentos.screen.readying import get_ready

# Several people ask at once: one thread for each question's algebra is quicker than all of them fighting for every
# core. It must be said before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


async def home(request: Request) -> RedirectResponse:
    """The first page answers at the root; its own name leads there."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


check_before_serving()
ask_nobody_outside()
app = st.App(
    Path(__file__).parent / "src" / "momentos" / "screen" / "main.py",
    routes=[Route("/inicio", home)],
    middleware=[Middleware(NamedHostsOnly), Middleware(OnlyFromHere)],
    lifespan=get_ready,
    on_script_error=tell_calmly,
)
