"""Getting ready to be visited: while a browser loads its own part, the server imports what the first page needs."""

import ast
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import streamlit as st

from momentos.locales import LANGUAGES, catalogue

_HERE = Path(__file__).parent
FIRST_SEEN = (_HERE / "main.py", _HERE.parents[2] / "pages" / "home.py")
"""The scripts that draw the first page."""


@asynccontextmanager
async def get_ready(_app: st.App) -> AsyncIterator[None]:
    """What a server does as it starts. The imports have a thread of their own: nobody waits for them."""
    threading.Thread(target=_import_all, args=(FIRST_SEEN,), name="getting ready", daemon=True).start()
    yield


def _import_all(scripts: Sequence[Path]) -> None:
    """The modules these scripts import, and the words of every language."""
    for script in scripts:
        for module in imported_by(script):
            import_module(module)
    for language in LANGUAGES:
        catalogue(language)


def imported_by(script: Path) -> Iterator[str]:
    """The modules of ours that a script imports by name, in its order."""
    for statement in ast.parse(script.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.ImportFrom) and statement.module and statement.module.startswith("momentos."):
            yield statement.module
