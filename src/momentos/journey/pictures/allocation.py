"""The money each area would get, beside today's."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.colours import faint
from momentos.charts.frames import rows_of
from momentos.charts.safe_text import hover, plain_text, shortened
from momentos.charts.style import LegendItem, Style, empty_figure, figure
from momentos.domain.messages import say

_NAME_LETTERS = 30


def allocation_bars(frame: pd.DataFrame, style: Style) -> go.Figure:
    """What each area would get by priority, beside what it gets today; uncertain areas are hollow.

    ``frame``: one row an area with ``area, proposed, today, is_uncertain``; money, in one currency; without ``today``
    where it is not known.
    """
    if frame.empty:
        return empty_figure(style)
    rows = frame.sort_values("proposed", ascending=False, kind="stable")
    colours, places = style.colours, list(range(len(rows)))
    names = rows["area"].astype(str).to_list()
    has_today = "today" in rows
    most = max(float(rows[["proposed", "today"] if has_today else ["proposed"]].max().max()), 1.0)
    drawn = figure(style, (58 if has_today else 42) * len(rows) + 20, bargap=0.3, bargroupgap=0.08, barmode="group")
    fills = [faint(colours.accent, 0.18) if unsure else colours.accent for unsure in rows["is_uncertain"]]
    bars = [("proposed", fills, 1.5), ("today", faint(colours.ink3, 0.55), 0)]
    for key, colour, edge in bars if has_today else bars[:1]:
        drawn.add_bar(
            x=rows[key].to_list(),
            y=places,
            orientation="h",
            marker={
                "color": colour,
                "line": {"color": colours.accent, "width": style.px(edge)},
            },
            text=[style.count(value) for value in rows[key]],
            textposition="outside",
            textfont={"size": style.px(13), "color": colours.ink if key == "proposed" else colours.ink3},
            cliponaxis=False,
            customdata=[[name] for name in names],
            hovertext=[_hover(row, style) for row in rows_of(rows)],
            hoverinfo="text",
        )
    drawn.update_xaxes(visible=False, range=[0, most * (1.35 if style.compact else 1.15)])
    drawn.update_yaxes(
        range=[len(rows) - 0.5, -0.5],
        tickvals=places,
        ticktext=[plain_text(shortened(name, 16 if style.compact else _NAME_LETTERS)) for name in names],
        tickfont={"size": style.px(13 if style.compact else 14), "color": colours.ink},
    )
    return drawn


def legend(style: Style, *, has_today: bool = True) -> list[LegendItem]:
    """Proposed, today where it is known, and the hollow bar."""
    colours = style.colours
    today = LegendItem(style.words(say("Today")), faint(colours.ink3, 0.55), "square")
    return [
        LegendItem(style.words(say("Proposed by priority")), colours.accent, "square"),
        *([today] if has_today else []),
        LegendItem(style.words(say("Uncertain: its priority may be nothing")), colours.accent, "ring"),
    ]


def _hover(row: Any, style: Style) -> str:
    sentences = [style.words(say("Proposed: {amount}", amount=style.count(row.proposed)))]
    if hasattr(row, "today"):
        sentences.append(style.words(say("Today: {amount}", amount=style.count(row.today))))
    return hover(row.area, *sentences)
