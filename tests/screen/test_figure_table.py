"""Tables on screens: one place draws them, none offers the library's own CSV, and ours holds no formula."""

import ast
import csv
import io
import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "src" / "momentos" / "screen" / "figure_table.py"
SOURCES = [*sorted((ROOT / "src").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py")), ROOT / "app.py"]
GRIDS = {"dataframe", "data_editor"}
SHOWING_ONE = {
    "table",
    "write",
    "line_chart",
    "bar_chart",
    "area_chart",
    "scatter_chart",
    "altair_chart",
    "vega_lite_chart",
}
"""What else of Streamlit shows a table, or a chart with a table behind it."""


def drawn_by_the_library(path: Path) -> list[str]:
    """Where a module asks Streamlit for a table."""
    asked = [
        call
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
    ]
    return [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for call in asked
        if call.func.attr in GRIDS or (call.func.attr in SHOWING_ONE and ast.unparse(call.func.value) == "st")
    ]


def test_one_module_draws_every_table_of_the_library() -> None:
    assert [place for path in SOURCES if path != TABLES for place in drawn_by_the_library(path)] == []
    assert len(drawn_by_the_library(TABLES)) == 2


def test_the_librarys_own_export_is_switched_off() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["disableDataExport"] is True


def two_tables() -> None:
    import pandas as pd

    from momentos.screen.figure_table import text_table

    names = ["=1+1", "Caja", None]
    alike = pd.DataFrame({"@Sede": names, "Cambio": ["-3,5 %", "2 %", ""]})
    text_table(alike, alt="one", key="left")
    text_table(alike, alt="one", key="right")
    text_table(alike.assign(Cambio="4 %"), alt="one")
    text_table(alike[:0], alt="empty")


def test_a_table_has_its_csv_below_it_unless_it_is_empty() -> None:
    app = AppTest.from_function(two_tables, default_timeout=30).run()
    assert not app.exception
    assert len(app.dataframe) == 4
    assert len(app.get("download_button")) == 3


def test_the_csv_of_a_table_is_its_texts_made_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    import pandas as pd
    import streamlit as st

    from momentos.screen import figure_table

    offered = []
    monkeypatch.setattr(st, "download_button", lambda label, data, **how: offered.append(data()))
    hostile = ['=HYPERLINK("http://a.example";"x")', "@SUM(9)", "+1", "-1+1|cmd", "\t=1", "\r=1", None, "-3,5 %"]
    figure_table.text_table(pd.DataFrame({"=Sede": hostile}), alt="Sedes")
    rows = list(csv.reader(io.StringIO(offered[0].decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == ["'=Sede", *(f"'{text}" for text in hostile[:6]), "", "-3,5 %"]
