"""Impact as managers assign it held against impact as the data suggest it."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.colours import faint
from momentos.charts.frames import rows_of
from momentos.charts.safe_text import bold, hover, plain_text, shortened, text_width
from momentos.charts.sentences import count_words
from momentos.charts.style import LegendItem, Style, empty_figure, figure, note, write
from momentos.domain.impact import HIGHEST_IMPACT, LOWEST_IMPACT
from momentos.domain.messages import Message, say

MORE, LESS, CONSISTENT = "data suggest more", "data suggest less", "data do not contradict"

_VERDICTS: dict[str, Message] = {
    MORE: say("The data suggest more"),
    LESS: say("The data suggest less"),
    CONSISTENT: say("Not contradicted"),
}
_ROW, _PHONE_ROW, _TOP, _BOTTOM = 38.0, 52.0, 12.0, 52.0
_NAME_LETTERS, _PHONE_LETTERS = 30, 21


def assigned_against_derived(frame: pd.DataFrame, style: Style) -> go.Figure:
    """One row a touchpoint: hollow mark assigned, solid mark and interval derived, the verdict in words.

    ``frame``: ``touchpoint, assigned, derived, low, high, n, missing, verdict``; levels 1–5, null where unknown;
    ``verdict`` is one of ``MORE``, ``LESS``, ``CONSISTENT`` or null. The greatest disagreement comes first.
    """
    if frame.empty:
        return empty_figure(style)
    rows = by_disagreement(frame)
    places = list(range(len(rows)))
    row_height = _PHONE_ROW if style.compact else _ROW
    verdicts = [_verdict(row, style) for row in rows_of(rows)]
    drawn = figure(style, row_height * len(rows) + _TOP + _BOTTOM, margin=_margin(rows, verdicts, style))
    _draw_intervals(drawn, rows, style)
    _draw_assigned(drawn, rows, style)
    _draw_derived(drawn, rows, style)
    levels = list(range(LOWEST_IMPACT, HIGHEST_IMPACT + 1))
    drawn.update_xaxes(
        range=[LOWEST_IMPACT - 0.3, HIGHEST_IMPACT + 0.3],
        showgrid=True,
        tickvals=levels,
        ticktext=[style.count(level) for level in levels],
        title={"text": style.words(say("Impact on the customer")), "standoff": style.px(8)},
        automargin=False,
    )
    drawn.update_yaxes(
        range=[len(rows) - 0.5, -0.5 - (0.25 if style.compact else 0)],
        automargin=False,
        showticklabels=not style.compact,
        tickvals=places,
        ticktext=[plain_text(shortened(name, _NAME_LETTERS)) for name in rows["touchpoint"]],
        tickfont={"size": style.px(14), "color": style.colours.ink},
    )
    write(drawn, [one for at, row in enumerate(rows_of(rows)) for one in _notes(at, row, verdicts[at], style)])
    return drawn


def legend(style: Style) -> list[LegendItem]:
    """The two marks and the interval."""
    colours = style.colours
    return [
        LegendItem(style.words(say("Assigned by managers")), colours.ink2, "ring"),
        LegendItem(style.words(say("Suggested by the data")), colours.accent, "dot"),
        LegendItem(style.words(say("90 % interval")), faint(colours.accent, 0.35), "line"),
    ]


def by_disagreement(frame: pd.DataFrame) -> pd.DataFrame:
    """Contradicted rows first, then by distance, then by weight; rows of which the data say nothing last."""
    numbers = {name: pd.to_numeric(frame[name]) for name in ("assigned", "derived", "low", "high")}
    rows = frame.assign(**numbers)
    distance = (rows["derived"] - rows["assigned"]).abs()
    is_contradicted = rows["verdict"].isin([MORE, LESS])
    rows = rows.assign(is_contradicted=is_contradicted, distance=distance, is_known=rows["derived"].notna())
    order = ["is_contradicted", "is_known", "distance", *(name for name in ("share", "derived") if name in rows)]
    return rows.sort_values(order, ascending=False, kind="stable").reset_index(drop=True)


def _margin(rows: pd.DataFrame, verdicts: list[str], style: Style) -> dict[str, float]:
    top, bottom = style.px(_TOP), style.px(_BOTTOM)
    if style.compact:
        return {"l": 8, "r": 8, "t": top, "b": bottom}
    widest = max(text_width(shortened(name, _NAME_LETTERS), style.px(14)) for name in rows["touchpoint"])
    right = max(text_width(verdict, style.px(13), is_bold=True) for verdict in verdicts)
    return {"l": widest + style.px(22), "r": right + style.px(24), "t": top, "b": bottom}


def _verdict(row: Any, style: Style) -> str:
    if row.verdict in _VERDICTS:
        return style.words(_VERDICTS[row.verdict])
    missing = 0 if pd.isna(row.missing) else int(row.missing)
    if missing == 1:
        return style.words(say("1 answer missing"))
    if missing > 1:
        return style.words(say("{missing} answers missing", missing=style.count(missing)))
    return "" if pd.notna(row.assigned) else style.words(say("No assigned impact"))


def _notes(at: int, row: Any, verdict: str, style: Style) -> list[dict[str, Any]]:
    """The verdict at the right, in bold where the data contradict; on a phone the name above the marks too."""
    colours = style.colours
    colour = colours.ink if row.is_contradicted else colours.ink3
    words = bold(verdict) if row.is_contradicted else verdict
    if not style.compact:
        place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": style.px(12), "y": at}
        return [note(style, words, size=13, colour=colour, **place)]
    above = {"xref": "paper", "y": at, "yanchor": "bottom", "yshift": 10, "bgcolor": colours.background}
    name = plain_text(shortened(row.touchpoint, _PHONE_LETTERS))
    return [
        note(style, name, size=13.5, colour=colours.ink, x=0, xanchor="left", **above),
        note(style, words, size=12, colour=colour, x=1, xanchor="right", **above),
    ]


def _draw_intervals(drawn: go.Figure, rows: pd.DataFrame, style: Style) -> None:
    """The interval of the derived level, and a thin line to the assigned one where they differ."""
    colours = style.colours
    thick = {"color": faint(colours.accent, 0.32), "width": style.px(6)}
    thin = {"color": colours.ink3, "width": style.px(1.2), "dash": "dot"}
    for one, other, line in (("assigned", "derived", thin), ("low", "high", thick)):
        xs: list[float | None] = []
        ys: list[int | None] = []
        for at, (start, end) in enumerate(zip(rows[one], rows[other], strict=True)):
            if pd.notna(start) and pd.notna(end):
                xs += [float(start), float(end), None]
                ys += [at, at, None]
        drawn.add_scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip")


def _draw_assigned(drawn: go.Figure, rows: pd.DataFrame, style: Style) -> None:
    shown = rows[rows["assigned"].notna()]
    ring = {"color": style.colours.ink2, "width": style.px(2.2)}
    marker = {"size": style.px(17), "symbol": "circle-open", "color": style.colours.ink2, "line": ring}
    _draw_marks(drawn, shown, "assigned", marker, style)


def _draw_derived(drawn: go.Figure, rows: pd.DataFrame, style: Style) -> None:
    marker = {"size": style.px(10), "color": style.colours.accent, "opacity": 1}
    _draw_marks(drawn, rows[rows["derived"].notna()], "derived", marker, style)


def _draw_marks(drawn: go.Figure, shown: pd.DataFrame, column: str, marker: dict[str, Any], style: Style) -> None:
    drawn.add_scatter(
        x=shown[column].to_list(),
        y=shown.index.to_list(),
        mode="markers",
        marker=marker,
        cliponaxis=False,
        customdata=[[str(name)] for name in shown["touchpoint"]],
        hovertext=[_hover(row, style) for row in rows_of(shown)],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}},
    )


def _hover(row: Any, style: Style) -> str:
    sentences = []
    if pd.notna(row.assigned):
        sentences.append(style.words(say("Assigned: {level}", level=style.number(row.assigned, 1))))
    if pd.notna(row.derived):
        levels = {name: style.count(getattr(row, name)) for name in ("derived", "low", "high") if pd.notna(row.low)}
        if levels:
            sentences.append(style.words(say("The data suggest {derived} (between {low} and {high})", **levels)))
    sentences.append(count_words(0 if pd.isna(row.n) else row.n, style))
    return hover(row.touchpoint, *sentences)
