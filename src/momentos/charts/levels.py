"""Levels of groups side by side: a dot, its interval and its n, one row a group."""

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.dot_rows import DotRow, Reference, dot_rows
from momentos.charts.frames import known, rows_of
from momentos.charts.sentences import figure_hover
from momentos.charts.style import Style, empty_figure
from momentos.domain.messages import Message, say
from momentos.locales.units import Scale


def level_rows(
    frame: pd.DataFrame, style: Style, *, unit: Message, decimals: int = 0, overall: float | None = None
) -> go.Figure:
    """``frame``: ``name, value, low, high, n``, in the order given. ``overall`` is drawn as a line: everybody.

    ``unit`` is a sentence with ``{value}``.
    """
    if frame.empty:
        return empty_figure(style)
    scale, colours = Scale(1, decimals, unit), style.colours
    lines = []
    if overall is not None:
        label = style.words(say("All {value}", value=scale.write(overall, style)))
        lines = [Reference(overall, label, colours.ink3, "dot")]
    rows = [
        DotRow(
            str(row.name),
            float(row.value),
            known(row.low),
            known(row.high),
            row.n,
            colours.accent,
            "circle",
            figure_hover(str(row.name), row, scale, style),
        )
        for row in rows_of(frame)
    ]
    return dot_rows(rows, scale, style, lines)
