"""A funnel: shares of many people or branches against the total, with the limits luck draws for each size."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from momentos.charts.axis_marks import decimals_of, ticks, write_tick
from momentos.charts.colours import faint
from momentos.charts.placement import Box, Candidate, above, below, beside, choose, corners, label_note
from momentos.charts.safe_text import bold, hover, plain_text, shortened, text_width
from momentos.charts.sentences import count_words
from momentos.charts.style import (
    LABEL_SIZE,
    LegendItem,
    Style,
    empty_figure,
    figure,
    level_line,
    note,
    put_behind,
    write,
)
from momentos.domain.messages import say
from momentos.domain.metrics import Direction, Metric
from momentos.locales.units import scale_for

_Z_95, _Z_998 = 1.959964, 3.090232
_STEPS = 120
_LEFT, _RIGHT, _TOP, _BOTTOM = 62.0, 24.0, 26.0, 52.0


def funnel(
    frame: pd.DataFrame,
    centre: float,
    metric: Metric,
    style: Style,
    *,
    widening: float = 1.0,
    unit: str = "",
    are_all_named: bool = False,
) -> go.Figure:
    """Figure against number of answers; only who is outside the 99.8 % curve is named, or all if asked.

    ``frame``: one row each, the name first, then ``value, n`` and, where whoever asks asks for more
    than the curve, whether each is ``outside``; values and ``centre`` are per cent. Limits:
    ``p ± z √(p (1 − p) / n)`` (Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202), ``widening`` times wider
    where those compared differ a little more than counting explains.
    """
    measured = frame[frame["value"].notna() & (frame["n"] > 0)]
    if measured.empty:
        return empty_figure(style)
    scale = scale_for(metric, measured["value"])
    height = 340 if style.compact else 420
    margin = {"l": style.px(_LEFT), "r": style.px(_RIGHT), "t": style.px(_TOP), "b": style.px(_BOTTOM)}
    drawn = figure(style, height, margin=margin)
    most = float(measured["n"].max()) * 1.08
    low, high = _range(measured, centre, widening)
    sizes = np.linspace(1, most, _STEPS)
    for z, dash in ((_Z_95, "dot"), (_Z_998, "solid")):
        line = {"color": style.colours.ink3, "width": style.px(1.4), "dash": dash}
        for sign in (-1, 1):
            edge = np.clip(centre + sign * z * widening * _error(centre, sizes), 0, 100)
            drawn.add_scatter(x=sizes, y=edge, mode="lines", line=line, hoverinfo="skip")
    put_behind(drawn, [level_line(centre, {"color": style.colours.accent, "width": style.px(1.6)})])
    reach = _Z_998 * widening * _error(centre, measured["n"].to_numpy(dtype=float))
    outside = measured["outside"] if "outside" in measured else (measured["value"] - centre).abs() > reach
    _draw_points(drawn, measured, outside, centre, metric, scale, style)
    _draw_axes(drawn, (low, high), most, scale, style, unit)
    label = style.words(say("All together {value}", value=bold(scale.write(centre, style))))
    label = f"— {label}"
    on_top: dict[str, Any] = {
        "x": 1,
        "xref": "paper",
        "xanchor": "right",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": style.px(5),
    }
    width = style.width - style.px(_LEFT + _RIGHT)
    tall = drawn.layout.height - style.px(_TOP + _BOTTOM)
    notes = _names(measured, outside | are_all_named, (low, high), most, (width, tall), style)
    write(drawn, [note(style, label, size=13, colour=style.colours.accent, **on_top), *notes])
    return drawn


def legend(style: Style) -> list[LegendItem]:
    """Inside and outside, and the two curves."""
    colours = style.colours
    return [
        LegendItem(style.words(say("Within what luck explains")), colours.ink3, "dot"),
        LegendItem(style.words(say("Outside: worth a look")), colours.ink, "diamond"),
        LegendItem(style.words(say("95 % and 99.8 % limits")), colours.ink3, "line"),
    ]


def _error(centre: float, n: Any) -> Any:
    """Standard error of a share in per cent."""
    return np.sqrt(centre * (100 - centre) / n)


def _range(measured: pd.DataFrame, centre: float, widening: float) -> tuple[float, float]:
    """The figures and the limits of the smallest, within 0 and 100."""
    reach = _Z_998 * widening * _error(centre, max(float(measured["n"].min()), 5.0))
    low = max(min(measured["value"].min(), centre - reach), 0.0)
    high = min(max(measured["value"].max(), centre + reach), 100.0)
    room = max((high - low) * 0.05, 1.0 if high == low else 0.0)
    return low - room, high + room


def _side(value: float, centre: float, metric: Metric, style: Style) -> str:
    """Teal outside on the good side, orange on the bad one; dark where neither is better."""
    if metric.direction is Direction.NEITHER:
        return style.colours.ink
    return style.colours.good if (value > centre) is (metric.direction is Direction.HIGHER) else style.colours.bad


def _draw_points(
    drawn: go.Figure,
    measured: pd.DataFrame,
    outside: pd.Series,
    centre: float,
    metric: Metric,
    scale: Any,
    style: Style,
) -> None:
    colours = style.colours
    names = measured.iloc[:, 0].astype(str)
    marks = list(zip(measured["value"], outside, strict=True))
    hovers = [
        hover(name, style.words(say("Figure: {value}", value=scale.write(v, style))), count_words(n, style))
        for name, v, n in zip(names, measured["value"], measured["n"], strict=True)
    ]
    drawn.add_scatter(
        x=measured["n"].to_list(),
        y=measured["value"].to_list(),
        mode="markers",
        cliponaxis=False,
        marker={
            "size": [style.px(13 if odd else 9) for odd in outside],
            "symbol": ["diamond" if odd else "circle" for odd in outside],
            "color": [
                _side(value, centre, metric, style) if odd else faint(colours.ink3, 0.75) for value, odd in marks
            ],
            "opacity": 1,
            "line": {"color": colours.background, "width": style.px(1.5)},
        },
        customdata=[[name] for name in names],
        hovertext=hovers,
        hoverinfo="text",
    )


def _draw_axes(drawn: go.Figure, ends: tuple[float, float], most: float, scale: Any, style: Style, unit: str) -> None:
    across, up = ticks(0, most, 4 if style.compact else 8), ticks(*ends, 6)
    step = up[1] - up[0] if len(up) > 1 else 1
    decimals = decimals_of(across[1] - across[0]) if len(across) > 1 else 0
    title = {"text": unit or style.words(say("Number of answers")), "standoff": style.px(8)}
    texts = [style.number(mark, decimals) for mark in across]
    drawn.update_xaxes(range=[0, most], tickvals=across, ticktext=texts, title=title, automargin=False)
    texts = [write_tick(scale, mark, step, style) for mark in up]
    drawn.update_yaxes(range=list(ends), tickvals=up, ticktext=texts, showgrid=True, automargin=False)


def _names(
    measured: pd.DataFrame,
    named: pd.Series,
    ends: tuple[float, float],
    most: float,
    plot: tuple[float, float],
    style: Style,
) -> list[dict[str, Any]]:
    """The names of these, where they fit without covering a mark or each other."""
    width, tall = plot
    n, values = measured["n"].to_numpy(dtype=float), measured["value"].to_numpy(dtype=float)
    xs = n / most * width
    ys = (ends[1] - values) / (ends[1] - ends[0]) * tall
    radius = style.px(6)
    taken = [Box(x - radius, y - radius, x + radius, y + radius) for x, y in zip(xs, ys, strict=True)]
    odd = np.flatnonzero(named.to_numpy())
    texts = [shortened(name, 24) for name in measured.iloc[odd, 0]]
    wishes = []
    for at, text in zip(odd, texts, strict=True):
        size = (text_width(text, style.px(LABEL_SIZE)), style.px(LABEL_SIZE) * 1.3)
        reach = style.px(10)
        sides = (*beside(reach), above(reach), below(reach), *corners(reach))
        wishes.append(
            [Candidate((side.box(xs[at], ys[at], *size),), cost, 0, 0, side) for cost, side in enumerate(sides)]
        )
    spots = choose(wishes, taken, Box(0, 0, width, tall))
    return [
        label_note(
            style,
            plain_text(text),
            spot,
            colour=style.colours.ink,
            x=measured["n"].iloc[at],
            y=measured["value"].iloc[at],
        )
        for at, text, spot in zip(odd, texts, spots, strict=True)
        if spot
    ]
