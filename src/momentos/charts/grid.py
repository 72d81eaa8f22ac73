"""A grid of cells, each with its number: the darker, the more; grey where too few answers stand behind it."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.frames import rows_of
from momentos.charts.safe_text import plain_text
from momentos.charts.style import Style, figure
from momentos.domain.samples import COMMENT_TOPIC_N

SMALLEST_CELL_N = COMMENT_TOPIC_N
"""Cases below which a cell is grey and shows no figure."""

_MANY_COLUMNS = 14
_ROW, _HEADER, _TITLE = 34.0, 34.0, 26.0


def draw_grid(
    cells: pd.DataFrame,
    rows: Sequence[str],
    columns: Sequence[str],
    write_value: Callable[[float], str],
    hovers: Sequence[str],
    style: Style,
    title: str = "",
) -> go.Figure:
    """``cells``: ``row`` and ``column`` (places), ``value``, ``n``. Names are data and made safe here.

    ``title`` says what the columns are, in our own words.
    """
    colours = style.colours
    is_enough = cells["n"] >= SMALLEST_CELL_N
    shown = cells[is_enough & cells["value"].notna()]
    low, high = (shown["value"].min(), shown["value"].max()) if len(shown) else (0.0, 1.0)
    fills = [
        _fill(value, low, high, style) if enough and pd.notna(value) else colours.line
        for value, enough in zip(cells["value"], is_enough, strict=True)
    ]
    texts = [
        write_value(value) if enough and pd.notna(value) else "–"
        for value, enough in zip(cells["value"], is_enough, strict=True)
    ]
    size = 12 if style.compact or len(columns) > _MANY_COLUMNS else 13
    inks = [colours.ink3 if fill == colours.line else colours.over(fill) for fill in fills]
    header = _HEADER + (_TITLE if title else 0)
    margin = {"l": 8, "r": 8, "t": style.px(header), "b": 8}
    drawn = figure(style, _ROW * len(rows) + header + 8, margin=margin)
    drawn.update_layout(shapes=[_cell(cell, fill) for cell, fill in zip(rows_of(cells), fills, strict=True)])
    drawn.add_scatter(
        x=cells["column"].to_list(),
        y=cells["row"].to_list(),
        mode="text",
        text=texts,
        textfont={"size": style.px(size), "color": inks},
        hovertext=list(hovers),
        hoverinfo="text",
    )
    drawn.update_xaxes(
        range=[-0.5, len(columns) - 0.5],
        side="top",
        tickvals=list(range(len(columns))),
        ticktext=[plain_text(name) for name in columns],
        tickangle=0,
        title={"text": title, "standoff": style.px(8)},
        automargin=False,
    )
    drawn.update_yaxes(
        range=[len(rows) - 0.5, -0.5],
        tickvals=list(range(len(rows))),
        ticktext=[plain_text(name) for name in rows],
        tickfont={"color": colours.ink},
    )
    return drawn


def _cell(cell: Any, fill: str) -> dict[str, Any]:
    sides = {"x0": cell.column - 0.48, "x1": cell.column + 0.48, "y0": cell.row - 0.46, "y1": cell.row + 0.46}
    return {"type": "rect", "layer": "below", "fillcolor": fill, "line": {"width": 0}, **sides}


def _fill(value: float, low: float, high: float, style: Style) -> str:
    steps = style.colours.sequence
    share = (value - low) / (high - low) if high > low else 0.5
    return steps[min(int(share * len(steps)), len(steps) - 1)]
