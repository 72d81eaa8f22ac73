"""Customers who stay and customers who leave: the cohort grid and the reasons, most frequent first."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.colours import faint
from momentos.charts.frames import rows_of
from momentos.charts.grid import draw_grid
from momentos.charts.safe_text import bold, hover, plain_text, shortened
from momentos.charts.sentences import count_words
from momentos.charts.style import LegendItem, Style, empty_figure, figure, note, write
from momentos.domain.messages import say

_PHONE_COLUMNS = 6
_ROW, _TOP, _BOTTOM = 38.0, 12.0, 36.0


def cohort_grid(frame: pd.DataFrame, style: Style) -> go.Figure:
    """Share of each cohort that came back, by periods since the first purchase; grey under five customers.

    ``frame``: ``cohort`` (a period), ``age`` (whole periods, 0 the first), ``value`` (per cent), ``n`` (customers in
    the cohort). A phone shows the first six ages.
    """
    if frame.empty:
        return empty_figure(style)
    shown = frame[frame["age"] < _PHONE_COLUMNS] if style.compact else frame
    cohorts, ages = sorted(shown["cohort"].unique()), sorted(shown["age"].unique())
    cells = pd.DataFrame(
        {
            "row": shown["cohort"].map({cohort: at for at, cohort in enumerate(cohorts)}),
            "column": shown["age"].map({age: at for at, age in enumerate(ages)}),
            "value": shown["value"],
            "n": shown["n"],
        }
    )
    hovers = [_cohort_hover(row, style) for row in rows_of(shown)]
    rows, columns = [style.period(str(cohort)) for cohort in cohorts], [style.count(age) for age in ages]
    title = style.words(say("Periods since the first purchase"))
    return draw_grid(cells, rows, columns, style.count, hovers, style, title)


def pareto(frame: pd.DataFrame, style: Style) -> go.Figure:
    """Each reason's share and, as a line, the share of all reasons so far, on one axis of 0 to 100.

    ``frame``: the reason first, then ``n`` and, where known, ``low, high`` (of the share, per cent) and ``is_unknown``
    for «we do not know», which is grey.
    """
    if frame.empty or not frame["n"].sum():
        return empty_figure(style)
    rows = _with_shares(frame)
    colours, places = style.colours, list(range(len(rows)))
    height = _ROW * len(rows) + _TOP + _BOTTOM
    drawn = figure(style, height, bargap=0.35, margin={"l": 8, "r": 16, "t": style.px(_TOP), "b": style.px(_BOTTOM)})
    names = rows["reason"].to_list()
    drawn.add_bar(
        x=rows["share"].to_list(),
        y=places,
        orientation="h",
        marker={"color": [faint(colours.ink3, 0.6) if one else colours.accent for one in rows["is_unknown"]]},
        customdata=[[name] for name in names],
        hovertext=[_reason_hover(row, style) for row in rows_of(rows)],
        hoverinfo="text",
    )
    drawn.add_scatter(
        x=rows["so_far"].to_list(),
        y=places,
        mode="lines+markers",
        line={"color": colours.ink2, "width": style.px(2)},
        marker={"size": style.px(8), "color": colours.ink2},
        hoverinfo="skip",
        cliponaxis=False,
    )
    marks = [0, 50, 100] if style.compact else [0, 20, 40, 60, 80, 100]
    texts = [style.words(say("{value} %", value=style.count(mark))) for mark in marks]
    drawn.update_xaxes(range=[0, 103], tickvals=marks, ticktext=texts, showgrid=True)
    drawn.update_yaxes(
        range=[len(rows) - 0.5, -0.5],
        tickvals=places,
        ticktext=[plain_text(shortened(name, 16 if style.compact else 30)) for name in names],
        tickfont={"size": style.px(13 if style.compact else 14), "color": colours.ink},
    )
    write(drawn, [_share_note(at, row, style) for at, row in enumerate(rows_of(rows))])
    return drawn


def pareto_legend(style: Style) -> list[LegendItem]:
    """Bars and line."""
    return [
        LegendItem(style.words(say("Share of this reason")), style.colours.accent, "square"),
        LegendItem(style.words(say("Share of all reasons so far")), style.colours.ink2, "line"),
    ]


def _with_shares(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame.rename(columns={frame.columns[0]: "reason"})
    rows = rows.assign(reason=rows["reason"].astype(str), share=100 * rows["n"] / rows["n"].sum())
    rows = rows.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    is_unknown = rows["is_unknown"].astype(bool) if "is_unknown" in rows else False
    return rows.assign(so_far=rows["share"].cumsum(), is_unknown=is_unknown)


def _share_note(at: int, row: Any, style: Style) -> dict[str, Any]:
    """The share beside the end of its bar; the first one clears the line's mark, which stands there too."""
    text = bold(style.words(say("{value} %", value=style.count(row.share))))
    place = {"x": row.share, "y": at, "xanchor": "left", "xshift": style.px(6 if at else 12)}
    return note(style, text, size=13, colour=style.colours.ink, **place)


def _cohort_hover(row: Any, style: Style) -> str:
    share = "–" if pd.isna(row.value) else style.number(row.value, 1)
    sentence = style.words(say("{value} % came back after {age} periods", value=share, age=style.count(row.age)))
    return hover(style.period(str(row.cohort)), sentence, count_words(row.n, style))


def _reason_hover(row: Any, style: Style) -> str:
    sentences = [style.words(say("{value} %", value=style.number(row.share, 1)))]
    low, high = getattr(row, "low", None), getattr(row, "high", None)
    if pd.notna(low) and pd.notna(high):
        ends = {"low": style.number(low, 1), "high": style.number(high, 1)}
        sentences.append(style.words(say("95 % interval: {low} % to {high} %", **ends)))
    return hover(row.reason, *sentences, count_words(row.n, style))
