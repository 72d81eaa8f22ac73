"""What every picture must keep, whatever it shows."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

import momentos.charts
from momentos.charts.style import LABEL_SIZE, Style
from momentos.locales import catalogue
from tests.charts.conftest import PICTURES

HOSTILE = [
    "<b>x</b>",
    "<a href='http://h/'>y</a>",
    "![x](http://h/t.png)",
    r"$\alpha$",
    "%{x}",
    "&lt;i&gt;",
    "=1+1\u202e",
]
PLAIN = ["Ana", "Luis", "Rosa", "Jorge", "Eva"]


def texts(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a picture that a browser shows; ``customdata`` goes back to us as it came."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key != "customdata":
                yield from texts(value, f"{path}.{key}")
    elif isinstance(node, list):
        for value in node:
            yield from texts(value, path)
    elif isinstance(node, str):
        yield path, node


def drawn_texts(figure: go.Figure) -> list[str]:
    return [text for _, text in texts(json.loads(figure.to_json()))]


def test_names_from_a_spreadsheet_are_shown_as_written(picture: Any, style: Style) -> None:
    shown = " ".join(drawn_texts(picture(HOSTILE, style)))
    for sign in ("<b>x", "<a ", "%{", "$", "\u202e", "<i>gt"):
        assert sign not in shown


def test_no_picture_can_be_zoomed_or_carries_a_theme(picture: Any, style: Style) -> None:
    figure = picture(PLAIN, style)
    axes = [figure.layout[key] for key in figure.layout if key.startswith(("xaxis", "yaxis"))]
    assert figure.layout.dragmode is False
    assert all(axis.fixedrange for axis in axes)
    assert json.loads(figure.to_json())["layout"]["template"].get("layout") is None


def test_every_picture_has_a_fixed_height_that_the_screen_may_overrule(picture: Any) -> None:
    assert picture(PLAIN, Style()).layout.height > 0
    assert picture(PLAIN, Style(height=777)).layout.height == 777


def test_letters_are_never_too_small_to_read(picture: Any, style: Style) -> None:
    figure = picture(PLAIN, style)
    sizes = [note.font.size for note in figure.layout.annotations]
    marks = [axis.tickfont.size for axis in (figure.layout.xaxis, figure.layout.yaxis)]
    assert min(sizes, default=LABEL_SIZE * style.scale) >= 12 * style.scale
    assert min(marks) >= (12 if style.compact else 13 * style.scale)


NAMES_NOTHING = ("sparkline", "histogram", "hour grid", "cohort grid")
WITHOUT_A_MARK = {"team board": {"Jorge"}, "priority matrix": {"Rosa"}}
"""Who has too few answers for a mark, or no score."""


@pytest.mark.parametrize("name", [name for name in PICTURES if name not in NAMES_NOTHING])
def test_a_click_tells_what_was_clicked(name: str) -> None:
    figure = PICTURES[name](PLAIN, Style())
    clicked = {row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata}
    assert clicked == set(PLAIN) - WITHOUT_A_MARK.get(name, set())


def test_every_sentence_of_a_picture_has_its_spanish() -> None:
    spanish = catalogue("es")
    for path in Path(momentos.charts.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(call, ast.Call)
                and getattr(call.func, "id", "") == "say"
                and isinstance(call.args[0], ast.Constant)
            ):
                assert call.args[0].value in spanish, path.name
