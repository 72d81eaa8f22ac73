"""The emotional curve: how customers feel along the journey, with the doubt of each figure."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from momentos.charts.colours import faint
from momentos.charts.frames import row_at, rows_of
from momentos.charts.period_axis import stretches
from momentos.charts.safe_text import bold, hover, plain_text, shortened
from momentos.charts.sentences import score_sentences, short_figure
from momentos.charts.style import (
    LegendItem,
    Style,
    empty_figure,
    figure,
    level_line,
    note,
    picture_height,
    put_behind,
    upright_line,
    write,
)
from momentos.domain.messages import Message, say
from momentos.journey.pictures import stages
from momentos.journey.pictures.curve_labels import NEUTRAL, Array, CurveCanvas, curve_label, label_spots, smooth
from momentos.journey.pictures.stages import Band

_LEFT, _RIGHT, _BOTTOM = 84.0, 10.0, 8.0
_NAMES_BELOW = 126.0
_PHONE_STEP = 36.0
_FEELINGS = ((1.0, say("Upset")), (NEUTRAL, say("Neutral")), (5.0, say("Delighted")))


def emotional_curve(frame: pd.DataFrame, style: Style) -> go.Figure:
    """The mean score of each touchpoint in order, joined without overshoot; runs downwards on a phone.

    ``frame``: one row a touchpoint with ``touchpoint, stage, position, score, n, low, high``; score 1–5, null where
    nobody answered: the line stops there; ``figure`` and ``says`` as of the map. The points' first ``customdata`` is
    the touchpoint. Between points the line is a monotone cubic (Fritsch and Carlson 1980, SIAM J. Numer. Anal. 17,
    238-246): a guide to the eye, never higher or lower than its two ends.
    """
    if frame.empty:
        return empty_figure(style)
    ordered = _prepared(stages.in_order(frame, style))
    return _downwards(ordered, style) if style.compact else _across(ordered, style)


def legend(style: Style, measured: Message) -> list[LegendItem]:
    """The line, which is what was ``measured``, its interval and the hollow mark."""
    colours = style.colours
    return [
        LegendItem(style.words(measured), colours.ink, "line"),
        LegendItem(style.words(say("95 % interval")), faint(colours.ink3, 0.3), "square"),
        LegendItem(style.words(say("Not measured")), colours.ink3, "hollow"),
    ]


def _prepared(ordered: pd.DataFrame) -> pd.DataFrame:
    """Numbers as numbers; an interval that is unknown has no width; ``is_strong`` the two best and two worst."""
    score = pd.to_numeric(ordered["score"])
    extremes = {*score.nlargest(2).index, *score.nsmallest(2).index} if score.count() > 4 else set(score.index)
    return ordered.assign(
        score=score,
        low=pd.to_numeric(ordered["low"]).fillna(score),
        high=pd.to_numeric(ordered["high"]).fillna(score),
        n=pd.to_numeric(ordered["n"]).fillna(0),
        is_strong=[at in extremes for at in ordered.index],
    )


def _draw_curves(drawn: go.Figure, ordered: pd.DataFrame, style: Style) -> list[tuple[Array, Array]]:
    """The interval, the tint on each side of neutral and the line; gives the line's points, for labels to avoid."""
    colours, curves = style.colours, []
    for places in stretches(ordered["score"].notna()):
        if len(places) < 2:
            continue
        along, score = smooth(places, ordered["score"])
        _, low = smooth(places, ordered["low"])
        _, high = smooth(places, ordered["high"])
        for is_good, colour in ((True, colours.good), (False, colours.bad)):
            edge = np.maximum(score, NEUTRAL) if is_good else np.minimum(score, NEUTRAL)
            _fill(drawn, along, edge, np.full_like(edge, NEUTRAL), faint(colour, 0.13), style)
        _fill(drawn, along, high, low, faint(colours.ink3, 0.24), style)
        line = {"color": colours.ink, "width": style.px(2.5 if style.compact else 3)}
        drawn.add_scatter(**_at(along, score, style), mode="lines", line=line, hoverinfo="skip")
        curves.append((along, score))
    return curves


def _fill(drawn: go.Figure, along: Array, one: Array, other: Array, colour: str, style: Style) -> None:
    outline = _at(np.r_[along, along[::-1]], np.r_[one, other[::-1]], style)
    drawn.add_scatter(**outline, mode="lines", fill="toself", fillcolor=colour, line={"width": 0}, hoverinfo="skip")


def _at(along: Any, score: Any, style: Style) -> dict[str, Any]:
    """Coordinates: the journey runs down on a phone, across elsewhere."""
    return {"x": score, "y": along} if style.compact else {"x": along, "y": score}


def _draw_points(drawn: go.Figure, ordered: pd.DataFrame, style: Style) -> None:
    colours = style.colours
    is_measured = ordered["score"].notna()
    lone = {int(run[0]) for run in stretches(ordered["score"].notna()) if len(run) == 1}
    for at in lone:
        ends = _at([at, at], [ordered["low"][at], ordered["high"][at]], style)
        line = {"color": faint(colours.ink3, 0.5), "width": style.px(5)}
        drawn.add_scatter(**ends, mode="lines", line=line, hoverinfo="skip")
    fills = [
        colours.of_score(s) if seen else colours.background for s, seen in zip(ordered.score, is_measured, strict=True)
    ]
    drawn.add_scatter(
        **_at(list(range(len(ordered))), ordered["score"].fillna(NEUTRAL).to_list(), style),
        mode="markers",
        cliponaxis=False,
        marker={
            "size": style.px(12 if style.compact else 14),
            "color": fills,
            "opacity": 1,
            "line": {
                "width": style.px(2),
                "color": [colours.background if seen else colours.ink3 for seen in is_measured],
            },
        },
        customdata=[[str(name)] for name in ordered.touchpoint],
        hovertext=[_hover(row, style) for row in rows_of(ordered)],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}},
    )


def _hover(row: Any, style: Style) -> str:
    return hover(row.touchpoint, plain_text(row.stage), *score_sentences(row, style))


def _across(ordered: pd.DataFrame, style: Style) -> go.Figure:
    """The journey from left to right, names beside their points, or below and slanted where there are many."""
    bands, plot_width = stages.bands_by_place(ordered), style.width - style.px(_LEFT + _RIGHT)
    canvas = _canvas(ordered, bands, plot_width, style, has_names=True)
    spots = label_spots(ordered, canvas, style, has_names=True)
    has_names = all(spots)
    if not has_names:
        canvas = _canvas(ordered, bands, plot_width, style, has_names=False)
        spots = label_spots(ordered, canvas, style, has_names=False)

    margin = {"l": style.px(_LEFT), "r": style.px(_RIGHT), "t": canvas.top, "b": canvas.bottom}
    drawn = figure(style, canvas.picture, margin=margin)
    stages.paint(drawn, bands, style)
    put_behind(drawn, [level_line(NEUTRAL, {"color": style.colours.ink3, "width": style.px(1)})])
    _draw_curves(drawn, ordered, style)
    _draw_points(drawn, ordered, style)
    drawn.update_xaxes(range=[-0.5, len(ordered) - 0.5], showticklabels=not has_names, automargin=False)
    if not has_names:
        names = _names([shortened(name, 19) for name in ordered.touchpoint], ordered)
        drawn.update_xaxes(tickvals=list(range(len(ordered))), ticktext=names, tickangle=-48)
    feelings = [(min(max(at, canvas.lowest), canvas.highest), word) for at, word in _FEELINGS]
    drawn.update_yaxes(
        range=[canvas.lowest, canvas.highest],
        automargin=False,
        tickvals=[at for at, _ in feelings],
        ticktext=[style.words(word) for _, word in feelings],
    )
    labels = [curve_label(row_at(ordered, at), at, spot, style) for at, spot in enumerate(spots) if spot and spot.side]
    write(drawn, [*stages.headings(bands, plot_width, style), *labels])
    return drawn


def _canvas(ordered: pd.DataFrame, bands: list[Band], width: float, style: Style, *, has_names: bool) -> CurveCanvas:
    top = stages.heading_height(bands, width, style)
    bottom = style.px(_BOTTOM if has_names else _NAMES_BELOW)
    picture = 440 if has_names else 500
    height = picture_height(style, picture) - top - bottom
    return CurveCanvas(
        picture, top, bottom, width, height, *_score_range(ordered, names_inside=has_names), len(ordered)
    )


def _names(shown: list[str], ordered: pd.DataFrame) -> list[str]:
    names = [plain_text(name) for name in shown]
    return [bold(name) if strong else name for name, strong in zip(names, ordered.is_strong, strict=True)]


def _score_range(ordered: pd.DataFrame, *, names_inside: bool) -> tuple[float, float]:
    """Ends of the score axis: everything drawn, neutral, and room for labels above and below."""
    lowest = min(ordered["low"].min(), NEUTRAL - 0.3) if ordered["score"].count() else 2.0
    highest = max(ordered["high"].max(), NEUTRAL + 0.3) if ordered["score"].count() else 4.0
    room = (highest - lowest) * (0.30 if names_inside else 0.12)
    return float(lowest - room), float(highest + room)


def _downwards(ordered: pd.DataFrame, style: Style) -> go.Figure:
    """The journey from top to bottom, names at the left and scores at the right: fits a phone."""
    colours, number = style.colours, len(ordered)
    drawn = figure(style, _PHONE_STEP * number + 44, margin={"l": 4, "r": 40, "t": 30, "b": 6})
    stages.paint(drawn, stages.bands_by_place(ordered), style, is_vertical=True)
    put_behind(drawn, [upright_line(NEUTRAL, {"color": colours.ink3, "width": 1})])
    _draw_curves(drawn, ordered, style)
    _draw_points(drawn, ordered, style)
    names = _names([shortened(name, 24) for name in ordered.touchpoint], ordered)
    drawn.update_yaxes(
        range=[number - 0.5, -0.5],
        tickvals=list(range(number)),
        ticktext=names,
        tickfont={"size": 12, "color": colours.ink},
    )
    low, high = _score_range(ordered, names_inside=False)
    drawn.update_xaxes(
        range=[low, high],
        side="top",
        tickvals=[low + (high - low) * 0.1, high - (high - low) * 0.12],
        ticktext=[style.words(_FEELINGS[0][1]), style.words(_FEELINGS[2][1])],
        tickfont={"size": 12},
        tickangle=0,
    )
    write(drawn, [_score_at_right(at, row, style) for at, row in enumerate(rows_of(ordered))])
    return drawn


def _score_at_right(at: int, row: Any, style: Style) -> dict[str, Any]:
    colours = style.colours
    text = short_figure(row, style)
    colour = colours.bad if row.is_strong and row.score < NEUTRAL else colours.ink
    place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "y": at}
    return note(style, bold(text) if row.is_strong else text, size=13, colour=colour, **place)
