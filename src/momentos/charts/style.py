"""How a picture is drawn for this reader: colours, sizes, words and numbers; and the layout all pictures share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import plotly.graph_objects as go

from momentos.charts.colours import COLOURS, Colours, Mode
from momentos.domain.messages import Message, Translate, say

FONT = "Inter, sans-serif"
PLOTLY_CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}
"""How every picture behaves in a browser: no toolbar, no accidental zoom."""
TICK_SIZE, LABEL_SIZE, STAGE_SIZE = 13.0, 12.5, 15.0
_WIDE_SCREEN, _PHONE = 900, 330


def _english_number(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}"


@dataclass(frozen=True)
class Style:
    """The reader's screen and language. ``scale`` enlarges everything in a meeting; ``compact`` is a phone.

    ``share`` is the part of the screen's width that a picture has, where it stands beside another. ``number`` writes a
    value with so many decimals; ``period`` writes ``2026-01`` as a reader says it.
    """

    mode: Mode = "light"
    scale: float = 1.0
    compact: bool = False
    translate: Translate = lambda text: text
    number: Callable[[float, int], str] = _english_number
    period: Callable[[str], str] = str
    height: int | None = None
    share: float = 1.0

    @property
    def colours(self) -> Colours:
        return COLOURS[self.mode]

    @property
    def width(self) -> float:
        """Pixels the picture has at least; labels are placed for this width, a wider screen only adds air."""
        return _PHONE if self.compact else _WIDE_SCREEN * self.scale * self.share

    def px(self, size: float) -> float:
        """A size in pixels, enlarged in a meeting."""
        return size * self.scale

    def words(self, sentence: Message) -> str:
        """A sentence of ours in the reader's language; data inside it must already be safe."""
        return sentence.render(self.translate)

    def count(self, n: float) -> str:
        """A whole number, as the reader writes it."""
        return self.number(n, 0)

    @property
    def separators(self) -> str:
        """Decimal and thousands sign, as Plotly wants them, learnt from how ``number`` writes."""
        written = self.number(12345.6, 1)
        return written[-2] + (written[2] if not written[2].isdigit() else " ")


class LegendItem(NamedTuple):
    """One entry of a legend that the screen draws beside the picture.

    ``shape`` is dot, ring, hollow, square, diamond, line or dash.
    """

    label: str
    colour: str
    shape: str


def figure(style: Style, height: float, **layout: Any) -> go.Figure:
    """An empty picture: fixed height, no toolbar, zoom or legend, transparent, the reader's separators.

    ``height`` is in pixels before enlarging; ``style.height`` wins over it. The template is empty, so that no
    other theme shows through: colours and fonts are given outright.
    """
    colours = style.colours
    axis = {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "ticklabelstandoff": round(style.px(5)),
        "automargin": True,
        "gridcolor": colours.line,
        "tickfont": {"size": style.px(TICK_SIZE), "color": colours.ink3},
        "title": {"font": {"size": style.px(TICK_SIZE), "color": colours.ink3}},
    }
    usual = {
        "template": {},
        "height": picture_height(style, height),
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "uirevision": "keep",
        "separators": style.separators,
        "font": {"family": FONT, "size": style.px(14), "color": colours.ink2},
        "hoverlabel": {
            "font": {"family": FONT, "size": style.px(14), "color": colours.ink},
            "align": "left",
            "bgcolor": colours.background,
            "bordercolor": colours.ink3,
        },
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": axis,
        "yaxis": axis,
    }
    return go.Figure(layout={**usual, **layout})


def level_line(y: float, line: dict[str, Any]) -> dict[str, Any]:
    """A line from side to side behind the picture, for ``put_behind``."""
    return {"type": "line", "x0": 0, "x1": 1, "xref": "x domain", "y0": y, "y1": y, "yref": "y", **_behind(line)}


def upright_line(x: float, line: dict[str, Any]) -> dict[str, Any]:
    """The same from top to bottom."""
    return {"type": "line", "x0": x, "x1": x, "xref": "x", "y0": 0, "y1": 1, "yref": "y domain", **_behind(line)}


def _behind(line: dict[str, Any]) -> dict[str, Any]:
    return {"line": line, "layer": "below"}


def put_behind(drawn: go.Figure, shapes: list[dict[str, Any]]) -> None:
    """Put lines and areas behind the picture, after those that are there; all at once, as ``write`` puts notes."""
    drawn.update_layout(shapes=[*drawn.layout.shapes, *shapes])


_NOTHING_MEASURED = say("Nothing measured here yet.")


def empty_figure(style: Style, height: float = 160, reason: Message = _NOTHING_MEASURED) -> go.Figure:
    """What a picture of no rows shows, and why; the screen says beside it what to upload."""
    drawn = figure(style, height)
    drawn.update_xaxes(visible=False)
    drawn.update_yaxes(visible=False)
    sentence = style.words(reason)
    write(drawn, [note(style, sentence, size=14, colour=style.colours.ink3, x=0.5, y=0.5, xref="paper", yref="paper")])
    return drawn


def picture_height(style: Style, height: float) -> int:
    """Pixels: what the screen asks for, else the picture's own height, enlarged in a meeting."""
    return style.height or round(style.px(height))


def note(style: Style, text: str, *, size: float = LABEL_SIZE, colour: str, **where: Any) -> dict[str, Any]:
    """Words on the picture, already safe, without an arrow; ``where`` is Plotly's placement of an annotation."""
    font = {"size": style.px(size), "color": colour, **where.pop("font", {})}
    return {"text": text, "showarrow": False, "borderpad": 0, "font": font, **where}


def write(drawn: go.Figure, notes: list[dict[str, Any]]) -> None:
    """Put all notes on the picture at once; Plotly copies every earlier one each time a single one is added."""
    drawn.update_layout(annotations=notes)
