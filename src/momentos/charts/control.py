"""A control chart: the ups and downs that are ordinary noise, and the signals that are not."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from momentos.charts.axis_marks import ticks, write_tick
from momentos.charts.colours import faint
from momentos.charts.frames import rows_of
from momentos.charts.period_axis import label_axis, stretches
from momentos.charts.safe_text import bold, hover, text_width
from momentos.charts.sentences import count_words
from momentos.charts.style import LegendItem, Style, empty_figure, figure, level_line, note, put_behind, write
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.locales.units import Scale, scale_for

_WIDE, _PHONE = 400.0, 320.0
_LINE_APART = 18.0
_CENTRE, _UPPER, _LOWER, _TARGET = (
    say("Mean {value}"),
    say("Upper limit {value}"),
    say("Lower limit {value}"),
    say("Target {value}"),
)


def control_chart(
    points: pd.DataFrame, metric: Metric, style: Style, centre: float | None = None, target: float | None = None
) -> go.Figure:
    """Value, centre and limits by period; signals are diamonds.

    ``points``: one row a period, oldest first, ``period, value, n, low, high, signal`` and, where the process was
    re-based, ``centre``. ``low`` and ``high`` are the limits of ordinary noise, null where there are too few
    points; ``signal`` is null or any word. A period without value is a gap.
    """
    if points.empty or points["value"].isna().all():
        return empty_figure(style)
    rows = _with_centre(points.reset_index(drop=True), centre)
    scale = scale_for(metric, rows["value"])
    low, high = _range(rows, target)
    marks = ticks(low, high, 6, scale.divisor)
    step = marks[1] - marks[0] if len(marks) > 1 else 1
    lines = _lines(rows, target, scale, style)
    right = 34.0 if style.compact else max((text_width(text, 13) for _, text, _ in lines), default=30) - 12
    height = _PHONE if style.compact else _WIDE
    drawn = figure(style, height, margin={"l": 8, "r": style.px(right), "t": style.px(14), "b": style.px(34)})
    _draw_limits(drawn, rows, style)
    if target is not None:
        line = {"color": style.colours.good, "width": style.px(1.6), "dash": "dot"}
        put_behind(drawn, [level_line(target, line)])
    _draw_values(drawn, rows, scale, style)
    label_axis(drawn, rows["period"].astype(str).to_list(), style)
    ticktext = [write_tick(scale, mark, step, style) for mark in marks]
    drawn.update_yaxes(range=[low, high], showgrid=True, tickvals=marks, ticktext=ticktext)
    per_unit = (drawn.layout.height - style.px(48)) / (high - low)
    at_right = [] if style.compact else _line_notes(lines, per_unit, style)
    write(drawn, [*_signal_notes(rows, scale, style), *at_right])
    return drawn


def legend(style: Style, *, has_target: bool = False, has_limits: bool = True) -> list[LegendItem]:
    """What the marks and lines are; on a phone it stands for the names at the right."""
    colours = style.colours
    of_limits = [
        LegendItem(style.words(say("Signal")), colours.bad, "diamond"),
        LegendItem(style.words(say("Mean of the process")), colours.accent, "line"),
        LegendItem(style.words(say("Ordinary variation")), faint(colours.ink3, 0.3), "square"),
    ]
    items = of_limits if has_limits else []
    return [*items, LegendItem(style.words(say("Target")), colours.good, "dash")] if has_target else items


def _with_centre(rows: pd.DataFrame, centre: float | None) -> pd.DataFrame:
    numbers = {name: pd.to_numeric(rows[name]) for name in ("value", "low", "high")}
    given = pd.to_numeric(rows["centre"]) if "centre" in rows else pd.Series(np.nan, index=rows.index)
    if centre is not None:
        given = given.fillna(centre)
    return rows.assign(**numbers, centre=given, is_signal=rows["signal"].notna())


def _range(rows: pd.DataFrame, target: float | None) -> tuple[float, float]:
    """Everything, but limits of a period with hardly any answers only as far as twice the others' reach."""
    values = rows["value"].dropna()
    usual = rows["high"].median() - rows["low"].median() if rows["high"].count() else values.max() - values.min()
    reach = max(float(usual), float(values.max() - values.min())) or 1.0
    drawn = [*values, *([] if target is None else [target]), *rows["centre"].dropna()]
    low = max(min([*drawn, *rows["low"].dropna()]), min(drawn) - reach)
    high = min(max([*drawn, *rows["high"].dropna()]), max(drawn) + reach)
    air = (high - low) * 0.1 or 1.0
    return low - air, high + air


def _draw_limits(drawn: go.Figure, rows: pd.DataFrame, style: Style) -> None:
    """Limits as a stepless area with dashed edges, and the centre, in stretches that have them."""
    colours = style.colours
    for places in stretches(rows["low"].notna() & rows["high"].notna()):
        low, high = rows["low"].iloc[places].to_list(), rows["high"].iloc[places].to_list()
        area = {"x": places + places[::-1], "y": high + low[::-1]}
        fill = {"fill": "toself", "fillcolor": faint(colours.ink3, 0.10), "line": {"width": 0}}
        drawn.add_scatter(**area, mode="lines", hoverinfo="skip", **fill)
        edge = {"color": colours.ink3, "width": style.px(1.3), "dash": "dash"}
        for side in (low, high):
            drawn.add_scatter(x=places, y=side, mode="lines", line=edge, hoverinfo="skip")
    line = {"color": colours.accent, "width": style.px(2)}
    centre = [None if pd.isna(value) else float(value) for value in rows["centre"]]
    drawn.add_scatter(x=list(rows.index), y=centre, mode="lines", line=line, connectgaps=False, hoverinfo="skip")


def _draw_values(drawn: go.Figure, rows: pd.DataFrame, scale: Scale, style: Style) -> None:
    colours = style.colours
    drawn.add_scatter(
        x=list(rows.index),
        y=[None if pd.isna(value) else float(value) for value in rows["value"]],
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": colours.ink2, "width": style.px(2)},
        marker={
            "size": [style.px(14 if signal else 7) for signal in rows["is_signal"]],
            "symbol": ["diamond" if signal else "circle" for signal in rows["is_signal"]],
            "color": [colours.bad if signal else colours.ink2 for signal in rows["is_signal"]],
            "line": {"color": colours.background, "width": [style.px(2) if s else 0 for s in rows["is_signal"]]},
            "opacity": 1,
        },
        customdata=[[str(period)] for period in rows["period"]],
        hovertext=[_hover(row, scale, style) for row in rows_of(rows)],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}},
    )


def _hover(row: Any, scale: Scale, style: Style) -> str:
    if pd.isna(row.value):
        return ""
    sentences = [style.words(say("Figure: {value}", value=scale.write(row.value, style)))]
    if pd.notna(row.low) and pd.notna(row.high):
        ends = {"low": scale.write(row.low, style), "high": scale.write(row.high, style)}
        sentences.append(style.words(say("Ordinary variation: {low} to {high}", **ends)))
    sentences.append(count_words(row.n, style))
    if row.is_signal:
        sentences.append(style.words(say("Signal: not ordinary variation")))
    return hover(style.period(str(row.period)), *sentences)


def _signal_notes(rows: pd.DataFrame, scale: Scale, style: Style) -> list[dict[str, Any]]:
    """The figure of each signal outside the limits: those are the ones people ask about."""
    notes = []
    for place, row in enumerate(rows_of(rows)):
        is_above = row.value > row.high
        if not row.is_signal or not (is_above or row.value < row.low):
            continue
        side = {"yanchor": "bottom" if is_above else "top", "yshift": style.px(9 if is_above else -9)}
        text = bold(scale.write(row.value, style))
        notes.append(note(style, text, size=13, colour=style.colours.bad, x=place, y=row.value, **side))
    return notes


def _lines(rows: pd.DataFrame, target: float | None, scale: Scale, style: Style) -> list[tuple[float, str, str]]:
    """Value, words and colour of each line to be named at the right: what holds for the latest period."""
    colours, last = style.colours, rows.iloc[-1]

    def line(wording: Message, value: Any, colour: str) -> list[tuple[float, str, str]]:
        if value is None or pd.isna(value):
            return []
        words = style.words(Message(wording.text, {"value": bold(scale.write(value, style))}))
        return [(float(value), words, colour)]

    return [
        *line(_UPPER, last["high"], colours.ink2),
        *line(_CENTRE, last["centre"], colours.accent),
        *line(_LOWER, last["low"], colours.ink2),
        *line(_TARGET, target, colours.good),
    ]


def _line_notes(lines: list[tuple[float, str, str]], per_unit: float, style: Style) -> list[dict[str, Any]]:
    """The names at the right end of the lines, pushed apart where two lines are close."""
    notes: list[dict[str, Any]] = []
    floor = -np.inf
    for value, words, colour in sorted(lines, key=lambda line: line[0]):
        height = max(value * per_unit, floor + style.px(_LINE_APART))
        place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": style.px(8)}
        shift = {"y": value, "yshift": height - value * per_unit}
        notes.append(note(style, words, size=13, colour=colour, **place, **shift))
        floor = height
    return notes
