"""What a touchpoint takes away when it fails and gives when it shines."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.axis_marks import decimals_of, ticks
from momentos.charts.colours import faint
from momentos.charts.frames import rows_of
from momentos.charts.safe_text import bold, hover, plain_text, shortened, text_width
from momentos.charts.style import LegendItem, Style, empty_figure, figure, note, write
from momentos.domain.messages import Message, say

BASIC, EXCITING, PERFORMANCE, UNCLASSIFIED = "basic", "exciting", "performance", "unclassified"

_PATTERNS: dict[str, Message] = {
    BASIC: say("Punishes if it fails"),
    EXCITING: say("Pays if it shines"),
    PERFORMANCE: say("Punishes and pays"),
    UNCLASSIFIED: say("Cannot be told"),
}
_ROW, _PHONE_ROW, _TOP, _BOTTOM = 38.0, 54.0, 10.0, 52.0
_NAME_LETTERS, _PHONE_LETTERS = 30, 19


def penalty_bars(frame: pd.DataFrame, style: Style) -> go.Figure:
    """One row a touchpoint: to the left what a low score goes with, to the right what the highest one does.

    ``frame``: ``touchpoint, penalty, penalty_low, penalty_high, reward, reward_low, reward_high, lows, highs,
    pattern``; changes in the loyalty answer; ``pattern`` is one of this module's four words. The widest comes first.
    """
    if frame.empty:
        return empty_figure(style)
    width = frame["reward"].clip(lower=0) - frame["penalty"].clip(upper=0)
    rows = frame.assign(width=width).sort_values("width", ascending=False, kind="stable").reset_index(drop=True)
    height = (_PHONE_ROW if style.compact else _ROW) * len(rows) + _TOP + _BOTTOM
    drawn = figure(style, height, margin=_margin(rows, style), barmode="overlay", bargap=0.62 if style.compact else 0.4)
    colours = style.colours
    for side, colour in (("penalty", colours.bad), ("reward", colours.good)):
        _draw_bars(drawn, rows, side, colour, style)
    drawn.add_vline(x=0, line={"color": colours.ink3, "width": style.px(1.3)})
    ends = rows[["penalty", "reward", "penalty_low", "reward_high", "penalty_high", "reward_low"]]
    low, high = min(float(ends.min().min()), 0.0), max(float(ends.max().max()), 0.0)
    marks = ticks(low, high, 4 if style.compact else 8)
    decimals = decimals_of(marks[1] - marks[0]) if len(marks) > 1 else 1
    air = (high - low or 1) * 0.03
    drawn.update_xaxes(
        range=[low - air, high + air],
        showgrid=True,
        tickvals=marks,
        ticktext=[style.number(mark, decimals) for mark in marks],
        title={"text": style.words(say("Change in the loyalty answer")), "standoff": style.px(8)},
        automargin=False,
    )
    drawn.update_yaxes(
        range=[len(rows) - 0.5, -0.5 - (0.3 if style.compact else 0)],
        automargin=False,
        showticklabels=not style.compact,
        tickvals=list(range(len(rows))),
        ticktext=[plain_text(shortened(name, _NAME_LETTERS)) for name in rows["touchpoint"]],
        tickfont={"size": style.px(14), "color": colours.ink},
    )
    write(drawn, [one for at, row in enumerate(rows_of(rows)) for one in _notes(at, row, style)])
    return drawn


def legend(style: Style) -> list[LegendItem]:
    """The two sides."""
    colours = style.colours
    return [
        LegendItem(style.words(say("When it fails (1 or 2), against a middling score")), colours.bad, "square"),
        LegendItem(style.words(say("When it shines (5), against a middling score")), colours.good, "square"),
        LegendItem(style.words(say("95 % interval")), colours.ink2, "line"),
    ]


def _draw_bars(drawn: go.Figure, rows: pd.DataFrame, side: str, colour: str, style: Style) -> None:
    """One side of every row, with its interval; faint where the interval does not leave zero out."""
    is_sure = (rows[f"{side}_high"] < 0) | (rows[f"{side}_low"] > 0)
    drawn.add_bar(
        x=rows[side].to_list(),
        y=rows.index.to_list(),
        orientation="h",
        marker={"color": [colour if sure else faint(colour, 0.3) for sure in is_sure], "line": {"width": 0}},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": (rows[f"{side}_high"] - rows[side]).to_list(),
            "arrayminus": (rows[side] - rows[f"{side}_low"]).to_list(),
            "color": style.colours.ink2,
            "thickness": style.px(1.4),
            "width": style.px(3),
        },
        customdata=[[str(name)] for name in rows["touchpoint"]],
        hovertext=[_hover(row, style) for row in rows_of(rows)],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}},
    )


def _margin(rows: pd.DataFrame, style: Style) -> dict[str, float]:
    top, bottom = style.px(_TOP), style.px(_BOTTOM)
    if style.compact:
        return {"l": 8, "r": 8, "t": top, "b": bottom}
    widest = max(text_width(shortened(name, _NAME_LETTERS), style.px(14)) for name in rows["touchpoint"])
    right = max(text_width(_pattern(row, style), style.px(13), is_bold=True) for row in rows_of(rows))
    return {"l": widest + style.px(22), "r": right + style.px(24), "t": top, "b": bottom}


def _pattern(row: Any, style: Style) -> str:
    return style.words(_PATTERNS[row.pattern])


def _notes(at: int, row: Any, style: Style) -> list[dict[str, Any]]:
    """The pattern in words at the right; on a phone above the bars, with the name."""
    colours = style.colours
    is_known = row.pattern != UNCLASSIFIED
    words = bold(_pattern(row, style)) if is_known else _pattern(row, style)
    colour = colours.ink if is_known else colours.ink3
    if not style.compact:
        place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": style.px(12), "y": at}
        return [note(style, words, size=13, colour=colour, **place)]
    above = {"xref": "paper", "y": at, "yanchor": "bottom", "yshift": 12, "bgcolor": colours.background}
    name = plain_text(shortened(row.touchpoint, _PHONE_LETTERS))
    return [
        note(style, name, size=13.5, colour=colours.ink, x=0, xanchor="left", **above),
        note(style, words, size=12, colour=colour, x=1, xanchor="right", **above),
    ]


def _hover(row: Any, style: Style) -> str:
    sentences = [
        say("With a low score: {change} ({low} to {high}), n = {n}", **_values(row, "penalty", row.lows, style)),
        say("With the highest score: {change} ({low} to {high}), n = {n}", **_values(row, "reward", row.highs, style)),
    ]
    return hover(row.touchpoint, *map(style.words, sentences), _pattern(row, style))


def _values(row: Any, side: str, n: float, style: Style) -> dict[str, str]:
    figures = {"change": getattr(row, side), "low": getattr(row, f"{side}_low"), "high": getattr(row, f"{side}_high")}
    written = {name: "–" if pd.isna(value) else style.number(value, 2) for name, value in figures.items()}
    return written | {"n": style.count(n)}
