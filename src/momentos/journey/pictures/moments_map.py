"""The map of moments of truth: the journey from left to right, impact upwards, one bubble a touchpoint."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.frames import rows_of
from momentos.charts.placement import Box, Candidate, label_note
from momentos.charts.safe_text import block_size, bold, hover, lines_of, plain_text, stacked
from momentos.charts.sentences import score_sentences, short_figure
from momentos.charts.style import (
    LABEL_SIZE,
    LegendItem,
    Style,
    empty_figure,
    figure,
    level_line,
    note,
    picture_height,
    put_behind,
    write,
)
from momentos.domain.impact import HIGHEST_IMPACT, LOWEST_IMPACT, MOMENT_OF_TRUTH_IMPACT
from momentos.domain.messages import say
from momentos.domain.performance import Performance
from momentos.journey.pictures import stages
from momentos.journey.pictures.map_layout import Canvas, place

_LEFT, _RIGHT, _BOTTOM = 58.0, 10.0, 10.0
_ROOM_ABOVE, _ROOM_BELOW = 0.5, 0.75
_CROWDED = 16


def moments_map(frame: pd.DataFrame, style: Style) -> go.Figure:
    """One bubble a touchpoint; a click gives its name as the point's first ``customdata``.

    ``frame``: one row a touchpoint with ``touchpoint, stage, position, impact, score, n`` and, where known,
    ``low, high`` and ``is_priority``. A score of 1–5 colours and numbers the bubble; null is hollow and «not
    measured». A touchpoint without impact stands in a row of its own at the bottom. The area follows ``n``, down
    to a size that can still be read. Where the map shows something else than scores, ``figure`` is what stands in the
    bubble, ``says`` the sentence that tells it, ``arrow`` a sign of change, and ``score`` its place from 1 to 5.
    """
    if frame.empty:
        return empty_figure(style)
    ordered = _prepared(stages.in_order(frame, style))
    bands = stages.bands_by_share(ordered, evenness=0.65 if style.compact else 0.4)
    left = 26.0 if style.compact else _LEFT
    width = style.width - style.px(left + _RIGHT)
    top = stages.heading_height(bands, width, style)
    height = _height(ordered, style)
    canvas = Canvas(width, picture_height(style, height) - top - style.px(_BOTTOM), *_range(ordered))
    taken = [] if style.compact else [_hint_box(canvas, style)]
    sizes, spots = place(ordered, bands, canvas, taken, style)

    drawn = figure(style, height, margin={"l": style.px(left), "r": style.px(_RIGHT), "t": top, "b": style.px(_BOTTOM)})
    stages.paint(drawn, bands, style)
    _draw_axes(drawn, ordered, canvas, style)
    _draw_bubbles(drawn, ordered, sizes, spots, canvas, style)
    names = [_name(row, spot, canvas, style) for row, spot in zip(rows_of(ordered), spots, strict=True) if spot.side]
    write(drawn, [*stages.headings(bands, width, style), *_hint(style), *names])
    return drawn


def legend(style: Style) -> list[LegendItem]:
    """The five words of the scale, the ring and the hollow mark."""
    colours = style.colours
    words = [LegendItem(style.words(one.label), colours.performance[one], "dot") for one in Performance]
    return [
        *words,
        LegendItem(style.words(say("Priority")), colours.ink, "ring"),
        LegendItem(style.words(say("Not measured")), colours.ink3, "hollow"),
    ]


def _prepared(ordered: pd.DataFrame) -> pd.DataFrame:
    """Numbers as numbers, and ``height``: the impact, or the row at the bottom where it is unknown."""
    impact = pd.to_numeric(ordered["impact"])
    known = impact.dropna()
    unknown_row = min(known.min(), 3) - 1 if len(known) else LOWEST_IMPACT
    is_priority = ordered["is_priority"].fillna(False).astype(bool) if "is_priority" in ordered else False
    return ordered.assign(
        impact=impact,
        height=impact.fillna(unknown_row),
        score=pd.to_numeric(ordered["score"]),
        n=pd.to_numeric(ordered["n"]).fillna(0),
        is_priority=is_priority,
    )


def _range(ordered: pd.DataFrame) -> tuple[float, float]:
    return min(ordered["height"].min(), 3) - _ROOM_BELOW, HIGHEST_IMPACT + _ROOM_ABOVE


def _height(ordered: pd.DataFrame, style: Style) -> float:
    if style.compact:
        return 460 if len(ordered) <= _CROWDED else 600
    return 560 if len(ordered) <= _CROWDED else 660


def _draw_axes(drawn: go.Figure, ordered: pd.DataFrame, canvas: Canvas, style: Style) -> None:
    colours = style.colours
    marks: list[float] = [mark for mark in range(LOWEST_IMPACT, HIGHEST_IMPACT + 1) if mark >= canvas.lowest]
    texts = [style.count(mark) for mark in marks]
    if ordered["impact"].isna().any():
        unknown = float(ordered["height"][ordered["impact"].isna()].iloc[0])
        texts = [text for mark, text in zip(marks, texts, strict=True) if mark != unknown]
        marks = [*(mark for mark in marks if mark != unknown), unknown]
        texts.append("?" if style.compact else style.words(say("none")))
    title = None if style.compact else style.words(say("Impact on the customer"))
    drawn.update_xaxes(range=[0, 1], showticklabels=False)
    drawn.update_yaxes(
        range=[canvas.lowest, canvas.highest],
        tickvals=marks,
        ticktext=texts,
        showgrid=True,
        automargin=False,
        title={"text": title, "standoff": style.px(14)},
    )
    line = {"color": colours.ink3, "width": style.px(1.3), "dash": "dot"}
    put_behind(drawn, [level_line(MOMENT_OF_TRUTH_IMPACT, line)])


_HINT = say("moments of truth ↑")
_HINT_LETTERS = 13


def _hint(style: Style) -> list[dict[str, Any]]:
    """What the dotted line is, at its right end; a phone has no room for it."""
    if style.compact:
        return []
    place: dict[str, Any] = {"x": 1, "y": MOMENT_OF_TRUTH_IMPACT, "xanchor": "right", "yanchor": "bottom", "xshift": -4}
    return [note(style, stacked(_hint_lines(style)), colour=style.colours.ink3, align="right", **place)]


def _hint_lines(style: Style) -> list[str]:
    """In two lines, so that they seldom reach beyond the last stage."""
    return lines_of(style.words(_HINT), _HINT_LETTERS)


def _hint_box(canvas: Canvas, style: Style) -> Box:
    """The place of the words at the right end of the dotted line."""
    width, tall = block_size(_hint_lines(style), style.px(LABEL_SIZE))
    line = canvas.down(MOMENT_OF_TRUTH_IMPACT)
    return Box(canvas.width - width - 6, line - tall, canvas.width, line)


def _draw_bubbles(
    drawn: go.Figure, ordered: pd.DataFrame, sizes: list[float], spots: list[Candidate], canvas: Canvas, style: Style
) -> None:
    colours = style.colours
    is_measured = ordered["score"].notna()
    fills = [
        colours.of_score(s) if seen else colours.background for s, seen in zip(ordered.score, is_measured, strict=True)
    ]
    rings = [
        colours.ink if urgent else colours.background if seen else colours.ink3
        for urgent, seen in zip(ordered.is_priority, is_measured, strict=True)
    ]
    drawn.add_scatter(
        x=[spot.x / canvas.width for spot in spots],
        y=[canvas.highest - spot.y / canvas.per_unit for spot in spots],
        mode="markers+text",
        text=[_in_bubble(row, style) for row in rows_of(ordered)],
        textposition="middle center",
        textfont={
            "size": style.px(12 if style.compact else 14),
            "weight": 650,
            "color": [colours.over(f) if seen else colours.ink3 for f, seen in zip(fills, is_measured, strict=True)],
        },
        marker={
            "size": sizes,
            "sizemode": "diameter",
            "color": fills,
            "opacity": 1,
            "line": {"width": [style.px(3.5 if urgent else 1.5) for urgent in ordered.is_priority], "color": rings},
        },
        customdata=[[str(name)] for name in ordered.touchpoint],
        hovertext=[_hover(row, style) for row in rows_of(ordered)],
        hoverinfo="text",
        cliponaxis=False,
        unselected={"marker": {"opacity": 1}},
        selected={"marker": {"opacity": 1}},
    )


def _in_bubble(row: Any, style: Style) -> str:
    """The figure, with a small arrow of a real change; a phone's bubbles have no room for the arrow."""
    arrow = getattr(row, "arrow", None)
    figure_text = short_figure(row, style)
    return f"{figure_text}<sup>{plain_text(arrow)}</sup>" if arrow and not style.compact else figure_text


def _hover(row: Any, style: Style) -> str:
    impact = style.number(row.impact, 1) if pd.notna(row.impact) else "–"
    sentences = score_sentences(row, style)
    return hover(row.touchpoint, stacked([row.stage]), style.words(say("Impact: {impact}", impact=impact)), *sentences)


def _name(row: Any, spot: Candidate, canvas: Canvas, style: Style) -> dict[str, Any]:
    """The touchpoint's name where room was found for it."""
    text = stacked(spot.lines)
    place = {"x": spot.x / canvas.width, "y": canvas.highest - spot.y / canvas.per_unit}
    colour = style.colours.ink if row.is_priority else style.colours.ink2
    return label_note(style, bold(text) if row.is_priority else text, spot, colour=colour, **place)
