"""Rows of a dot and its interval, a name at the left and figures at the right: boards and breakdowns share it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from momentos.charts.axis_marks import ticks, write_tick
from momentos.charts.colours import faint
from momentos.charts.safe_text import bold, plain_text, shortened, text_width
from momentos.charts.sentences import count_words
from momentos.charts.style import LABEL_SIZE, Style, figure, note, put_behind, upright_line, write
from momentos.locales.units import Scale

_ROW, _DENSE_ROW, _PHONE_ROW = 38.0, 30.0, 50.0
_DENSE_FROM = 20
_NAME_LETTERS, _PHONE_LETTERS = 36, 26
_NAME_SIZE = 14.0
_TOP, _BOTTOM = 30.0, 34.0


@dataclass(frozen=True)
class DotRow:
    """One row. Without ``value`` there is no dot and ``instead`` (our own words) says why."""

    key: str
    value: float | None
    low: float | None
    high: float | None
    n: float
    colour: str
    symbol: str
    hover: str
    instead: str = ""


@dataclass(frozen=True)
class Reference:
    """A vertical line that rows are read against, named above the picture in our own words."""

    value: float
    label: str
    colour: str
    dash: str = "solid"


def dot_rows(rows: Sequence[DotRow], scale: Scale, style: Style, references: Sequence[Reference] = ()) -> go.Figure:
    """The rows from top to bottom as given; a click gives ``key`` as the point's first ``customdata``."""
    low, high = _range(rows, references)
    marks = ticks(low, high, 4 if style.compact else 7, scale.divisor)
    drawn = figure(style, _height(rows, style), margin=_margin(rows, scale, style))
    _draw_references(drawn, references, style)
    for row_colour, row_symbol in dict.fromkeys((row.colour, row.symbol) for row in rows if row.value is not None):
        alike = [(at, row) for at, row in enumerate(rows) if (row.colour, row.symbol) == (row_colour, row_symbol)]
        _draw_alike(drawn, [(at, row) for at, row in alike if row.value is not None], style)
    step = marks[1] - marks[0] if len(marks) > 1 else 1
    drawn.update_xaxes(
        range=[low, high],
        showgrid=True,
        automargin=False,
        tickvals=marks,
        ticktext=[write_tick(scale, mark, step, style) for mark in marks],
    )
    drawn.update_yaxes(
        range=[len(rows) - 0.5, -0.5 - (0.25 if style.compact else 0)],
        automargin=False,
        showticklabels=not style.compact,
        tickvals=list(range(len(rows))),
        ticktext=[plain_text(shortened(row.key, _NAME_LETTERS)) for row in rows],
        tickfont={"size": style.px(_NAME_SIZE), "color": style.colours.ink},
    )
    value_end = _value_room(rows, scale, style)
    columns = value_end, value_end + _count_room(rows, style)
    notes = [one for at, row in enumerate(rows) for one in _row_notes(at, row, scale, columns, style)]
    write(drawn, [*notes, *_reference_notes(references, low, high, style)])
    return drawn


def _height(rows: Sequence[DotRow], style: Style) -> float:
    row = _PHONE_ROW if style.compact else _DENSE_ROW if len(rows) > _DENSE_FROM else _ROW
    return row * len(rows) + _TOP + _BOTTOM


def _margin(rows: Sequence[DotRow], scale: Scale, style: Style) -> dict[str, float]:
    top, bottom = style.px(_TOP), style.px(_BOTTOM)
    if style.compact:
        return {"l": 8, "r": 8, "t": top, "b": bottom}
    widest = max(text_width(shortened(row.key, _NAME_LETTERS), style.px(_NAME_SIZE)) for row in rows)
    right = _value_room(rows, scale, style) + _count_room(rows, style) + style.px(4)
    return {"l": widest + style.px(22), "r": right, "t": top, "b": bottom}


def _value_room(rows: Sequence[DotRow], scale: Scale, style: Style) -> float:
    texts = [scale.write(row.value, style) for row in rows if row.value is not None]
    return max((text_width(text, style.px(14), is_bold=True) for text in texts), default=0) + style.px(26)


def _count_room(rows: Sequence[DotRow], style: Style) -> float:
    return max(text_width(_count(row, style), style.px(LABEL_SIZE)) for row in rows) + style.px(18)


def _count(row: DotRow, style: Style) -> str:
    return count_words(row.n, style)


def _range(rows: Sequence[DotRow], references: Sequence[Reference]) -> tuple[float, float]:
    """Ends of the axis: every dot, interval and line, and a little air."""
    drawn = [end for row in rows for end in (row.low, row.value, row.high) if end is not None and row.value is not None]
    drawn += [reference.value for reference in references]
    if not drawn:
        return 0.0, 1.0
    low, high = min(drawn), max(drawn)
    air = (high - low) * 0.04 or max(abs(high) * 0.1, 1.0)
    return low - air, high + air


def _draw_references(drawn: go.Figure, references: Sequence[Reference], style: Style) -> None:
    lines = [{"color": one.colour, "width": style.px(1.6), "dash": one.dash} for one in references]
    put_behind(drawn, [upright_line(one.value, line) for one, line in zip(references, lines, strict=True)])


def _draw_alike(drawn: go.Figure, alike: list[tuple[int, DotRow]], style: Style) -> None:
    """Dots of one colour and shape, each on its interval."""
    first = alike[0][1]
    xs: list[float | None] = []
    ys: list[float | None] = []
    for at, row in alike:
        if row.low is not None and row.high is not None:
            xs += [row.low, row.high, None]
            ys += [at, at, None]
    line = {"color": faint(first.colour, 0.35), "width": style.px(5)}
    drawn.add_scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip")
    is_hollow = first.symbol.endswith("-open")
    drawn.add_scatter(
        x=[row.value for _, row in alike],
        y=[at for at, _ in alike],
        mode="markers",
        cliponaxis=False,
        marker={
            "size": style.px(14),
            "color": first.colour,
            "symbol": first.symbol,
            "opacity": 1,
            "line": {"width": style.px(2.5), "color": first.colour if is_hollow else style.colours.background},
        },
        customdata=[[row.key] for _, row in alike],
        hovertext=[row.hover for _, row in alike],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}},
    )


def _row_notes(at: int, row: DotRow, scale: Scale, columns: tuple[float, float], style: Style) -> list[dict[str, Any]]:
    """The figures at the right; on a phone the name above the interval too; what stands instead of a missing dot."""
    colours = style.colours
    value = bold(scale.write(row.value, style)) if row.value is not None else ""
    count, notes = _count(row, style), []
    if style.compact:
        line: dict[str, Any] = {
            "xref": "paper",
            "y": at,
            "yanchor": "bottom",
            "yshift": 9,
            "bgcolor": colours.background,
        }
        name = plain_text(shortened(row.key, _PHONE_LETTERS))
        notes.append(note(style, name, size=13.5, colour=colours.ink, x=0, xanchor="left", **line))
        figures = f"{value}  {count}" if value else count
        notes.append(note(style, figures, size=13, colour=colours.ink2, x=1, xanchor="right", **line))
    else:
        right: dict[str, Any] = {"x": 1, "xref": "paper", "xanchor": "right", "y": at}
        notes.append(note(style, value, size=14, colour=colours.ink, **right, xshift=columns[0]))
        notes.append(note(style, count, colour=colours.ink3, **right, xshift=columns[1]))
    if row.value is None and row.instead:
        place: dict[str, Any] = {"x": 0.02, "xref": "paper", "xanchor": "left", "y": at}
        notes.append(note(style, f"<i>{row.instead}</i>", size=13, colour=colours.ink3, **place))
    return notes


def _reference_notes(references: Sequence[Reference], low: float, high: float, style: Style) -> list[dict[str, Any]]:
    """The lines' names above the picture, each leaning away from the nearer edge and from the other."""
    ordered = sorted(references, key=lambda one: one.value)
    notes = []
    for place, one in enumerate(ordered):
        share = (one.value - low) / (high - low)
        anchor = "left" if share < 0.15 else "right" if share > 0.85 else "center"
        if len(ordered) > 1:
            anchor = "right" if place == 0 and share > 0.2 else "left" if place else anchor
        spot = {"x": one.value, "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": anchor, "yshift": style.px(4)}
        notes.append(note(style, one.label, size=13, colour=one.colour, **spot))
    return notes
