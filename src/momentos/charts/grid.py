"""A grid of cells, each with its number: the darker, the more; grey where too few answers stand behind it."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.style import Style, figure
from momentos.charts.text import plain_text
from momentos.domain.samples import COMMENT_TOPIC_N

SMALLEST_CELL_N = COMMENT_TOPIC_N
"""Cases below which a cell is grey and shows no figure."""

_ROW, _HEADER = 34.0, 34.0


def draw_grid(
    cells: pd.DataFrame,
    rows: Sequence[str],
    columns: Sequence[str],
    write_value: Callable[[float], str],
    hovers: Sequence[str],
    style: Style,
) -> go.Figure:
    """``cells``: ``row`` and ``column`` (places), ``value``, ``n``. Names are data and made safe here."""
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
    drawn = figure(style, _ROW * len(rows) + _HEADER + 10, margin={"l": 8, "r": 8, "t": style.px(_HEADER), "b": 8})
    drawn.update_layout(shapes=[_cell(cell, fill) for cell, fill in zip(cells.itertuples(), fills, strict=True)])
    drawn.add_scatter(
        x=cells["column"].to_list(),
        y=cells["row"].to_list(),
        mode="text",
        text=texts,
        textfont={
            "size": style.px(12 if style.compact or len(columns) > 14 else 13),
            "color": [colours.over(fill) if fill != colours.line else colours.ink3 for fill in fills],
        },
        hovertext=list(hovers),
        hoverinfo="text",
    )
    drawn.update_xaxes(
        range=[-0.5, len(columns) - 0.5],
        side="top",
        tickvals=list(range(len(columns))),
        ticktext=[plain_text(name) for name in columns],
        tickangle=0,
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
