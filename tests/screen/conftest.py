"""The screens run without a browser, on a database of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from momentos.warehouse.connection import Warehouse, database_path
from tests import tree

ROOT = Path(__file__).parents[2]
FRAME = ROOT / "src" / "momentos" / "screen" / "main.py"
PAGES = sorted(path.name for path in tree.PAGES)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty database that the screens open."""
    path = tmp_path / "momentos.duckdb"
    monkeypatch.setenv("MOMENTOS_DATABASE", str(path))
    _forget()
    yield path
    _forget()


@pytest.fixture
def screen(database: Path) -> Callable[..., AppTest]:
    """``screen("team.py", lang="en")`` runs a page as a visitor finds it who comes straight to its address."""

    def run(page: str, lang: str = "es", **address: str) -> AppTest:
        app = AppTest.from_file(str(FRAME), default_timeout=120)
        app.query_params["lang"] = lang
        for key, value in address.items():
            app.query_params[key] = value
        app._registered_pages = _pages_of_the_frame
        if page == "home.py" or _pages_of_the_frame:
            _go_to(app, page)
        else:
            app.run()
            _pages_of_the_frame.update(app._registered_pages)
            _go_to(app, page)
        return app

    return run


_pages_of_the_frame: dict = {}
"""As the first run of the frame registered them: with these a page is opened without another before it."""


def _go_to(app: AppTest, page: str) -> None:
    if page != "home.py":
        app.switch_page(str(tree.page_script(page)))
    app.run()


def _forget() -> None:
    """Let go of the database of another test."""
    from momentos.screen.asking import warehouse

    opened = Warehouse._opened.get(database_path().resolve())
    warehouse.clear()
    st.cache_data.clear()
    if opened is not None:
        opened.close()
