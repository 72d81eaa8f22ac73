"""A metric over time and by dimension; scores and hours as they are spread; the small line of a tile."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from momentos.charts.axis_marks import ticks, write_tick
from momentos.charts.colours import faint
from momentos.charts.dot_rows import DotRow, Reference, dot_rows
from momentos.charts.frames import known, rows_of
from momentos.charts.period_axis import label_axis, stretches, with_gaps
from momentos.charts.safe_text import bold, plain_text, shortened, text_width
from momentos.charts.sentences import figure_hover
from momentos.charts.style import LegendItem, Style, empty_figure, figure, level_line, note, put_behind, write
from momentos.domain.messages import say
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.locales.units import Scale, scale_for

_TREND, _TREND_PHONE = 340.0, 280.0
_MOST_MARKS = 31


def trend(frame: pd.DataFrame, metric: Metric, style: Style, target: float | None = None) -> go.Figure:
    """The metric over the periods with its interval; a period without answers is a gap, few answers a hollow mark.

    ``frame``: the period first, then ``value, n, low, high``. ``target`` is drawn as a dashed line. Counts
    start at zero; other figures do not, as their lines are read by their slope.
    """
    if frame.empty or frame["value"].isna().all():
        return empty_figure(style)
    periods = with_gaps(frame)
    scale = scale_for(metric, periods["value"])
    low, high = _range(periods, target, metric)
    marks = ticks(low, high, 5, scale.divisor)
    label = "" if target is None else style.words(say("Target {value}", value=bold(scale.write(target, style))))
    right = 60.0 if style.compact else max(80.0, text_width(label, 13) - 20)
    height = _TREND_PHONE if style.compact else _TREND
    drawn = figure(style, height, margin={"l": 8, "r": style.px(right), "t": style.px(26), "b": style.px(34)})
    _draw_band(drawn, periods, style)
    if target is not None:
        line = {"color": style.colours.accent, "width": style.px(1.6), "dash": "dash"}
        put_behind(drawn, [level_line(target, line)])
    _draw_line(drawn, periods, metric, scale, style)
    label_axis(drawn, periods["period"].to_list(), style)
    drawn.update_yaxes(
        range=[low, high], showgrid=True, tickvals=marks, ticktext=_tick_words(marks, scale, style), nticks=len(marks)
    )
    write(drawn, [*_last_value(periods, target, high - low, scale, style), *_target_note(target, label, style)])
    return drawn


def legend(style: Style, *, has_target: bool = False) -> list[LegendItem]:
    """The line, its interval, few answers and, where there is one, the target."""
    colours = style.colours
    items = [
        LegendItem(style.words(say("Value")), colours.accent, "line"),
        LegendItem(style.words(say("95 % interval")), faint(colours.accent, 0.25), "square"),
        LegendItem(style.words(say("Few answers")), colours.accent, "ring"),
    ]
    return [*items, LegendItem(style.words(say("Target")), colours.accent, "dash")] if has_target else items


def breakdown(frame: pd.DataFrame, metric: Metric, style: Style, mean: float | None = None) -> go.Figure:
    """The metric by one dimension, the best first: dots with intervals and the mean of all; bars for a count.

    ``frame``: the group first, then ``value, n, low, high``.
    """
    measured = frame[frame["value"].notna()]
    if measured.empty:
        return empty_figure(style)
    is_ascending = metric.direction is Direction.LOWER
    ordered = measured.sort_values("value", ascending=is_ascending, kind="stable")
    if metric.kind is Kind.COUNT:
        return _count_bars(ordered, metric, style)
    scale = scale_for(metric, ordered["value"])
    names = ordered.iloc[:, 0].astype(str)
    rows = [
        DotRow(
            name,
            float(row.value),
            known(row.low),
            known(row.high),
            row.n,
            style.colours.accent,
            "circle-open" if row.n < metric.minimum_n else "circle",
            figure_hover(name, row, scale, style),
        )
        for name, row in zip(names, rows_of(ordered), strict=True)
    ]
    label = "" if mean is None else style.words(say("Mean of all {value}", value=bold(scale.write(mean, style))))
    references = [] if mean is None else [Reference(mean, label, style.colours.ink2, "dot")]
    return dot_rows(rows, scale, style, references)


def histogram(frame: pd.DataFrame, style: Style) -> go.Figure:
    """How many answers each score got: one bar a score with its share. ``frame``: ``score, n``; coloured 1 to 5."""
    if frame.empty or not frame["n"].sum():
        return empty_figure(style)
    scores, counts = frame["score"].to_list(), frame["n"].to_list()
    colours, total = style.colours, sum(counts)
    is_five = min(scores) >= 1 and max(scores) <= 5
    fills = [colours.performance[min(max(round(s), 1), 5) - 1] if is_five else colours.accent for s in scores]
    names = [style.number(score, 0 if float(score).is_integer() else 1) for score in scores]
    shares = [style.words(say("{value} %", value=style.number(100 * n / total, 0))) for n in counts]
    hovers = [
        style.words(say("Score {score}: {share} (n = {n})", score=name, n=style.count(n), share=share))
        for name, n, share in zip(names, counts, shares, strict=True)
    ]
    drawn = figure(style, 260, bargap=0.25, margin={"l": 8, "r": 8, "t": style.px(26), "b": style.px(30)})
    places = list(range(len(scores)))
    drawn.add_bar(x=places, y=counts, marker={"color": fills}, hovertext=hovers, hoverinfo="text")
    drawn.update_xaxes(tickvals=places, ticktext=names, range=[-0.6, len(scores) - 0.4])
    drawn.update_yaxes(visible=False, range=[0, max(counts) * 1.02])
    above = {"yanchor": "bottom", "yshift": style.px(3)}
    size = 13 if len(scores) <= 7 or not style.compact else 12
    pairs = zip(places, counts, shares, strict=True)
    write(drawn, [note(style, bold(s), size=size, colour=colours.ink, x=x, y=y, **above) for x, y, s in pairs])
    return drawn


def sparkline(values: list[float | None], style: Style, colour: str | None = None) -> go.Figure:
    """The small line of a tile, oldest first; ``None`` is a gap. Only a shape: the tile's number says how much."""
    line_colour = colour or style.colours.accent
    drawn = figure(style, 48, margin={"l": 2, "r": 6, "t": 6, "b": 4})
    drawn.update_xaxes(visible=False)
    drawn.update_yaxes(visible=False)
    line = {"color": line_colour, "width": style.px(2)}
    drawn.add_scatter(y=values, mode="lines", line=line, hoverinfo="skip")
    measured = [place for place, value in enumerate(values) if value is not None and not np.isnan(value)]
    if measured:
        last = measured[-1]
        dot = {"size": style.px(7), "color": line_colour}
        drawn.add_scatter(x=[last], y=[values[last]], mode="markers", marker=dot, hoverinfo="skip", cliponaxis=False)
    return drawn


def _range(periods: pd.DataFrame, target: float | None, metric: Metric) -> tuple[float, float]:
    """Ends of the value axis: figures and target whole, intervals as far as three times the figures' own spread."""
    values = periods["value"].dropna()
    drawn = [*values, *([] if target is None else [target])]
    low, high = min(drawn), max(drawn)
    spread = max(high - low, abs(high) * 0.04, 0.2 if metric.scale else 0.0) or 1.0
    low = max(low - spread, min([low, *periods["low"].dropna()]))
    high = min(high + spread, max([high, *periods["high"].dropna()]))
    air = (high - low) * 0.12 or spread / 2
    return (0.0 if metric.kind is Kind.COUNT else low - air), high + air


def _tick_words(marks: list[float], scale: Scale, style: Style) -> list[str]:
    step = marks[1] - marks[0] if len(marks) > 1 else 1
    return [write_tick(scale, mark, step, style) for mark in marks]


def _draw_band(drawn: go.Figure, periods: pd.DataFrame, style: Style) -> None:
    """The interval behind the line, in stretches; a lone period gets an upright bar."""
    fill = faint(style.colours.accent, 0.16)
    for places in stretches(periods["low"].notna() & periods["high"].notna()):
        low, high = periods["low"].iloc[places].to_list(), periods["high"].iloc[places].to_list()
        if len(places) == 1:
            line = {"color": fill, "width": style.px(8)}
            drawn.add_scatter(x=places * 2, y=[*low, *high], mode="lines", line=line, hoverinfo="skip")
            continue
        outline = {"x": places + places[::-1], "y": high + low[::-1]}
        drawn.add_scatter(**outline, mode="lines", fill="toself", fillcolor=fill, line={"width": 0}, hoverinfo="skip")


def _draw_line(drawn: go.Figure, periods: pd.DataFrame, metric: Metric, scale: Scale, style: Style) -> None:
    accent = style.colours.accent
    is_small = (periods["n"].fillna(0) < metric.minimum_n).to_list()
    has_marks = len(periods) <= _MOST_MARKS
    sizes = [style.px(8) if has_marks or last else 0.1 for last in [False] * (len(periods) - 1) + [True]]
    drawn.add_scatter(
        x=list(range(len(periods))),
        y=[None if pd.isna(value) else float(value) for value in periods["value"]],
        mode="lines+markers",
        connectgaps=False,
        line={"color": accent, "width": style.px(2.4)},
        marker={
            "size": sizes,
            "color": [style.colours.background if small else accent for small in is_small],
            "line": {"color": accent, "width": [style.px(1.8) if small and has_marks else 0 for small in is_small]},
            "opacity": 1,
        },
        customdata=[[period] for period in periods["period"]],
        hovertext=[
            "" if pd.isna(row.value) else figure_hover(style.period(row.period), row, scale, style)
            for row in rows_of(periods)
        ],
        hoverinfo="text",
        cliponaxis=False,
        unselected={"marker": {"opacity": 1}},
    )


def _last_value(
    periods: pd.DataFrame, target: float | None, height: float, scale: Scale, style: Style
) -> list[dict[str, Any]]:
    """The latest measured figure beside the end of the line, away from the target's name."""
    place = int(np.flatnonzero(periods["value"].notna())[-1])
    value = float(periods["value"].iloc[place])
    text = bold(scale.write(value, style))
    spot: dict[str, Any] = {"x": place, "y": value}
    if place < len(periods) - 1:
        spot |= {"yanchor": "bottom", "yshift": style.px(8)}
    else:
        nearness = 1 if target is None or style.compact else (value - target) / height
        push = style.px(14) * (1 if nearness >= 0 else -1) if abs(nearness) < 0.09 else 0
        spot |= {"xanchor": "left", "xshift": style.px(10), "yshift": push}
    return [note(style, text, size=14, colour=style.colours.ink, **spot)]


def _target_note(target: float | None, label: str, style: Style) -> list[dict[str, Any]]:
    if target is None:
        return []
    spot: dict[str, Any] = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": style.px(10), "y": target}
    if style.compact:
        spot |= {"xanchor": "right", "xshift": 52, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 6}
        label = f"– – {label}"
    return [note(style, label, size=13, colour=style.colours.accent, **spot)]


def _count_bars(ordered: pd.DataFrame, metric: Metric, style: Style) -> go.Figure:
    """Bars from zero, the number at their end."""
    scale = scale_for(metric, ordered["value"])
    names = ordered.iloc[:, 0].astype(str).to_list()
    values, places = ordered["value"].to_list(), list(range(len(ordered)))
    letters = 16 if style.compact else 30
    drawn = figure(style, 32 * len(names) + 20, bargap=0.35, margin={"l": 8, "r": 8, "t": 6, "b": 6})
    drawn.add_bar(
        x=values,
        y=places,
        orientation="h",
        marker={"color": style.colours.accent},
        customdata=[[name] for name in names],
        hovertext=[figure_hover(name, row, scale, style) for name, row in zip(names, rows_of(ordered), strict=True)],
        hoverinfo="text",
    )
    drawn.update_xaxes(visible=False, range=[0, max(values) * (1.35 if style.compact else 1.12) or 1])
    drawn.update_yaxes(
        range=[len(names) - 0.5, -0.5],
        tickvals=places,
        ticktext=[plain_text(shortened(name, letters)) for name in names],
        tickfont={"size": style.px(13 if style.compact else 14), "color": style.colours.ink},
    )
    at_end = {"xanchor": "left", "xshift": style.px(6)}
    written = [(bold(scale.write(value, style)), value, place) for value, place in zip(values, places, strict=True)]
    write(drawn, [note(style, t, size=13.5, colour=style.colours.ink, x=v, y=p, **at_end) for t, v, p in written])
    return drawn
