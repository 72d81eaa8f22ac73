"""Differences between two groups, one row each, against nought: money, points, per cent."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.dot_rows import DotRow, Reference, dot_rows
from momentos.charts.frames import known, rows_of
from momentos.charts.safe_text import hover
from momentos.charts.sentences import figure_hover
from momentos.charts.style import LegendItem, Style, empty_figure
from momentos.domain.messages import Message, say
from momentos.locales.units import Scale


def difference_rows(frame: pd.DataFrame, style: Style, *, unit: Message, decimals: int = 0) -> go.Figure:
    """A dot and interval per row beside the line of no difference, in the order given.

    ``frame``: ``name, value, low, high, n, missing``; a row without value says how many customers are missing.
    ``unit`` is a sentence with ``{value}``.
    """
    if frame.empty:
        return empty_figure(style)
    scale = Scale(1, decimals, unit)
    colours = style.colours
    nought = Reference(0.0, style.words(say("No difference")), colours.ink3, "dot")
    return dot_rows([_row(row, scale, style) for row in rows_of(frame)], scale, style, [nought])


def legend(style: Style) -> list[LegendItem]:
    """Sure or not, by colour and shape."""
    colours = style.colours
    return [
        LegendItem(style.words(say("Surely less")), colours.bad, "square"),
        LegendItem(style.words(say("Surely more")), colours.good, "dot"),
        LegendItem(style.words(say("Could be chance")), colours.ink3, "ring"),
    ]


def _row(row: Any, scale: Scale, style: Style) -> DotRow:
    colours, name = style.colours, str(row.name)
    if pd.isna(row.value):
        instead = _missing(int(row.missing), style)
        return DotRow(name, None, None, None, row.n, colours.ink3, "circle-open", hover(name, instead), instead)
    colour, symbol = colours.ink3, "circle-open"
    if row.low > 0:
        colour, symbol = colours.good, "circle"
    elif row.high < 0:
        colour, symbol = colours.bad, "square"
    told = figure_hover(name, row, scale, style)
    return DotRow(name, float(row.value), known(row.low), known(row.high), row.n, colour, symbol, told)


def _missing(missing: int, style: Style) -> str:
    if missing == 1:
        return style.words(say("1 customer missing"))
    return style.words(say("{missing} customers missing", missing=style.count(missing)))
