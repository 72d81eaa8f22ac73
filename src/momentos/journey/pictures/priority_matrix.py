"""The priority matrix: what to fix, keep up, fix later or leave, by performance and impact."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.axis_marks import decimals_of, ticks
from momentos.charts.colours import faint
from momentos.charts.frames import row_at, rows_of
from momentos.charts.placement import Box, Candidate, above, below, beside, choose, corners, label_note
from momentos.charts.safe_text import block_size, bold, hover, lines_of, stacked
from momentos.charts.sentences import count_words
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
    upright_line,
    write,
)
from momentos.domain.impact import HIGHEST_IMPACT
from momentos.domain.messages import Message, say
from momentos.domain.samples import JUDGED_N

FIX_FIRST, KEEP_UP, FIX_LATER, LEAVE, UNCLASSIFIED = (
    "fix first",
    "keep up",
    "fix later",
    "leave as it is",
    "unclassified",
)
_VERBS: dict[str, Message] = {
    FIX_FIRST: say("Fix now"),
    KEEP_UP: say("Protect"),
    FIX_LATER: say("Fix later"),
    LEAVE: say("Leave as it is"),
}
_NO_IMPACT = say("What was scored here has no impact yet.")
_LEFT, _RIGHT, _TOP, _BOTTOM = 62.0, 14.0, 10.0, 54.0
_WIDE, _PHONE = 560.0, 480.0
_DRIFTS = (0.0, -9.0, 9.0, -18.0, 18.0, -27.0, 27.0)
_HEADING = 17.0


def priority_matrix(frame: pd.DataFrame, target: float | None, style: Style, impact_line: float = 3.5) -> go.Figure:
    """Score across, impact upwards; the lines stand at the target and at ``impact_line``, not at the data's mean.

    Where the touchpoints have no target, or not all the same, ``target`` is ``None``: no line, no fields to stand in.
    ``frame``: one row a touchpoint with ``touchpoint, impact, score, low, high, n, quadrant``; ``quadrant`` is one of
    this module's five words, or null where nothing judges; ``impact_low, impact_high`` are drawn where given.
    Touchpoints without score or impact are left out: they have no place. Marks of equal impact step aside by a few
    pixels so that each can be seen.
    """
    rows = frame[frame["score"].notna() & frame["impact"].notna()].reset_index(drop=True)
    if rows.empty:
        return empty_figure(style, reason=_NO_IMPACT) if frame["score"].notna().any() else empty_figure(style)
    height = _PHONE if style.compact else _WIDE
    left = 30.0 if style.compact else _LEFT
    margin = {"l": style.px(left), "r": style.px(_RIGHT), "t": style.px(_TOP), "b": style.px(_BOTTOM)}
    plot = (style.width - style.px(left + _RIGHT), picture_height(style, height) - style.px(_TOP + _BOTTOM))
    across, up = _ranges(rows, target, impact_line)
    drawn = figure(style, height, margin=margin)
    headings = [] if target is None else _draw_quadrants(drawn, across, up, target, impact_line, style)
    put_behind(drawn, [level_line(impact_line, _dotted(style))])
    line = (up[1] - impact_line) / (up[1] - up[0]) * plot[1]
    kept_free = [Box(0, line - 1, plot[0], line + 1), *(_corner_box(one, plot, style) for one in headings)]
    spots = _placed(rows, across, up, plot, kept_free, style)
    heights = [up[1] - spot.y / plot[1] * (up[1] - up[0]) for spot in spots]
    _draw_marks(drawn, rows, heights, style)
    _draw_axes(drawn, across, up, style)
    placed = zip(rows_of(rows), heights, spots, strict=True)
    names = [_name(row, y, spot, style) for row, y, spot in placed if spot.side]
    write(drawn, [*headings, *names])
    return drawn


def legend(style: Style, *, has_targets: bool = True) -> list[LegendItem]:
    """Clear of the lines or not; where nobody set a target, nothing is."""
    colours = style.colours
    unclassified = LegendItem(style.words(say("Unclassified")), colours.ink3, "ring")
    if not has_targets:
        return [unclassified]
    return [
        LegendItem(style.words(_VERBS[FIX_FIRST]), colours.bad, "square"),
        LegendItem(style.words(_VERBS[KEEP_UP]), colours.good, "dot"),
        LegendItem(style.words(say("Less impact")), colours.ink3, "dot"),
        unclassified,
    ]


def _ranges(
    rows: pd.DataFrame, target: float | None, impact_line: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Ends of both axes: all marks and lines with room for names; long intervals may run out of the picture."""
    scores = [*rows["score"], *([] if target is None else [target])]
    low, high = min(scores), max(scores)
    air = max((high - low) * 0.14, 0.35)
    return (low - air, high + air), (min(rows["impact"].min(), impact_line - 0.8) - 0.7, HIGHEST_IMPACT + 0.8)


def _draw_quadrants(
    drawn: go.Figure,
    across: tuple[float, float],
    up: tuple[float, float],
    target: float,
    impact_line: float,
    style: Style,
) -> list[dict[str, Any]]:
    """Tint the quadrants and give the notes that name them by what to do."""
    colours, notes, shapes = style.colours, [], []
    for key, colour, is_right, is_top in (
        (FIX_FIRST, colours.bad, False, True),
        (KEEP_UP, colours.good, True, True),
        (FIX_LATER, colours.ink3, False, False),
        (LEAVE, colours.ink3, True, False),
    ):
        x0, x1 = (target, across[1]) if is_right else (across[0], target)
        y0, y1 = (impact_line, up[1]) if is_top else (up[0], impact_line)
        tint = faint(colour, 0.09 if style.mode == "light" else 0.14)
        area = {"type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1}
        shapes.append({**area, "fillcolor": tint, "line": {"width": 0}, "layer": "below"})
        corner = {"x": float(is_right), "y": float(is_top), "xref": "paper", "yref": "paper"}
        corner |= {"xanchor": "right" if is_right else "left", "yanchor": "top" if is_top else "bottom"}
        corner |= {"xshift": style.px(-8 if is_right else 8), "yshift": style.px(-6 if is_top else 6)}
        size = 13 if style.compact else _HEADING
        notes.append(note(style, bold(style.words(_VERBS[key])), size=size, colour=colour, **corner))
    put_behind(drawn, [*shapes, upright_line(target, _dotted(style))])
    return notes


def _dotted(style: Style) -> dict[str, Any]:
    return {"color": style.colours.ink3, "width": style.px(1.3), "dash": "dot"}


def _placed(
    rows: pd.DataFrame,
    across: tuple[float, float],
    up: tuple[float, float],
    plot: tuple[float, float],
    kept_free: list[Box],
    style: Style,
) -> list[Candidate]:
    """A place for every mark, then for the names: the urgent first; a name without room is left to the pointer.

    Names stay clear of ``kept_free``.
    """
    width, tall = plot
    inside, radius = Box(0, 0, width, tall), style.px(8)
    xs = ((rows["score"] - across[0]) / (across[1] - across[0]) * width).to_list()
    ys = ((up[1] - rows["impact"]) / (up[1] - up[0]) * tall).to_list()
    turn = sorted(rows.index, key=lambda at: (rows["quadrant"][at] != FIX_FIRST, -rows["n"][at]))

    steps = [[_mark(xs[at], ys[at] + style.px(drift), abs(drift), radius) for drift in _DRIFTS] for at in turn]
    free = choose(steps, [], inside)
    marks = {at: spot or ways[0] for at, ways, spot in zip(turn, steps, free, strict=True)}

    taken = [box for mark in marks.values() for box in mark.boxes]
    taken += kept_free
    taken += [_interval_box(row_at(rows, at), marks[at].y, across, width) for at in rows.index]
    named = [at for at in turn if not style.compact or rows["quadrant"][at] == FIX_FIRST]
    wishes = [_name_wishes(row_at(rows, at), marks[at], radius + style.px(4), style) for at in named]
    names = dict(zip(named, choose(wishes, taken, inside, gap=1), strict=True))
    return [names.get(at) or marks[at] for at in rows.index]


def _mark(x: float, y: float, cost: float, radius: float) -> Candidate:
    return Candidate((Box(x - radius, y - radius, x + radius, y + radius),), cost, x, y)


def _interval_box(row: pd.Series, y: float, across: tuple[float, float], width: float) -> Box:
    ends = [row["low"], row["high"]] if pd.notna(row["low"]) and pd.notna(row["high"]) else [row["score"]] * 2
    left, right = ((end - across[0]) / (across[1] - across[0]) * width for end in ends)
    return Box(left, y - 1, right, y + 1)


def _name_wishes(row: pd.Series, mark: Candidate, reach: float, style: Style) -> list[Candidate]:
    is_urgent, wishes = row["quadrant"] == FIX_FIRST, []
    for letters, most, longer in ((18, 2, 0.0), (11, 3, 6.0)):
        lines = lines_of(row["touchpoint"], letters, most)
        size = block_size(lines, style.px(LABEL_SIZE), is_bold=is_urgent)
        near = (below(reach), above(reach), *beside(reach), *corners(reach))
        far = (below(reach * 2), above(reach * 2), *corners(reach * 2))
        for extra, side in enumerate((*near, *far)):
            label = side.box(mark.x, mark.y, *size)
            wishes.append(Candidate((label,), longer + extra * 3, mark.x, mark.y, side, tuple(lines)))
    return wishes


def _corner_box(heading: dict[str, Any], plot: tuple[float, float], style: Style) -> Box:
    width, tall = block_size([heading["text"].removeprefix("<b>").removesuffix("</b>")], heading["font"]["size"])
    left = plot[0] - width - style.px(16) if heading["x"] else 0.0
    top = 0.0 if heading["y"] else plot[1] - tall - style.px(12)
    return Box(left, top, left + width + style.px(16), top + tall + style.px(12))


def _draw_marks(drawn: go.Figure, rows: pd.DataFrame, heights: list[float], style: Style) -> None:
    """Intervals first, then marks: solid where the quadrant is sure, hollow grey where it is not."""
    colours = style.colours
    colour_of = {FIX_FIRST: colours.bad, KEEP_UP: colours.good}
    inks = [colour_of.get(key, colours.ink3) for key in rows["quadrant"]]
    for x, y, ink, low, high in zip(rows["score"], heights, inks, rows["low"], rows["high"], strict=True):
        if pd.notna(low) and pd.notna(high):
            line = {"color": faint(ink, 0.45), "width": style.px(2)}
            drawn.add_scatter(x=[low, x, high], y=[y] * 3, mode="lines", line=line, hoverinfo="skip")
    _draw_impact_intervals(drawn, rows, inks, style)
    is_sure = [key in _VERBS for key in rows["quadrant"]]
    drawn.add_scatter(
        x=rows["score"].to_list(),
        y=heights,
        mode="markers",
        cliponaxis=False,
        marker={
            "size": style.px(15),
            "symbol": ["square" if key == FIX_FIRST else "circle" for key in rows["quadrant"]],
            "color": [ink if sure else colours.background for ink, sure in zip(inks, is_sure, strict=True)],
            "line": {
                "width": style.px(2),
                "color": [colours.background if sure else colours.ink3 for sure in is_sure],
            },
            "opacity": 1,
        },
        customdata=[[str(name)] for name in rows["touchpoint"]],
        hovertext=[_hover(row, style) for row in rows_of(rows)],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}},
    )


def _draw_impact_intervals(drawn: go.Figure, rows: pd.DataFrame, inks: list[str], style: Style) -> None:
    """Impact that comes from the data has an interval of its own; an assigned one has none."""
    if "impact_low" not in rows:
        return
    for x, ink, low, high in zip(rows["score"], inks, rows["impact_low"], rows["impact_high"], strict=True):
        if low < high:
            line = {"color": faint(ink, 0.45), "width": style.px(2)}
            drawn.add_scatter(x=[x, x], y=[low, high], mode="lines", line=line, hoverinfo="skip")


def _hover(row: Any, style: Style) -> str:
    score = {"score": style.number(row.score, 2)}
    sentences = [style.words(say("Score: {score}", **score))]
    if pd.notna(row.low) and pd.notna(row.high):
        ends = {"low": style.number(row.low, 2), "high": style.number(row.high, 2)}
        sentences.append(style.words(say("95 % interval: {low} to {high}", **ends)))
    sentences.append(style.words(say("Impact: {impact}", impact=style.number(row.impact, 1))))
    sentences.append(count_words(row.n, style))
    return hover(row.touchpoint, *sentences, style.words(_VERBS.get(row.quadrant) or _why_unclassified(row, style)))


def _why_unclassified(row: Any, style: Style) -> Message:
    if row.n < JUDGED_N:
        return say("Unclassified: {n} of {needed} answers", n=style.count(row.n), needed=style.count(JUDGED_N))
    if row.quadrant == UNCLASSIFIED:
        return say("Unclassified: its interval crosses a line")
    return say("Unclassified: it has no target")


def _draw_axes(drawn: go.Figure, across: tuple[float, float], up: tuple[float, float], style: Style) -> None:
    marks = ticks(*across, 4 if style.compact else 8)
    decimals = decimals_of(marks[1] - marks[0]) if len(marks) > 1 else 1
    title = {"text": style.words(say("Score, 1 to 5")), "standoff": style.px(8)}
    texts = [style.number(mark, decimals) for mark in marks]
    drawn.update_xaxes(range=list(across), tickvals=marks, ticktext=texts, title=title, automargin=False)
    levels = [level for level in range(1, HIGHEST_IMPACT + 1) if level >= up[0]]
    label = "" if style.compact else style.words(say("Impact on the customer"))
    drawn.update_yaxes(
        range=list(up),
        tickvals=levels,
        ticktext=[style.count(level) for level in levels],
        title={"text": label, "standoff": style.px(12)},
        automargin=False,
    )


def _name(row: Any, y: float, spot: Candidate, style: Style) -> dict[str, Any]:
    is_urgent = row.quadrant == FIX_FIRST
    text = bold(stacked(spot.lines)) if is_urgent else stacked(spot.lines)
    colour = style.colours.ink if is_urgent else style.colours.ink2
    return label_note(style, text, spot, colour=colour, x=row.score, y=y)
