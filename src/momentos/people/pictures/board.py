"""People against their team: a board without ranks."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.dot_rows import DotRow, Reference, dot_rows
from momentos.charts.frames import known, rows_of
from momentos.charts.safe_text import bold, hover
from momentos.charts.sentences import figure_hover
from momentos.charts.style import LegendItem, Style, empty_figure
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Direction, Metric
from momentos.locales.units import Scale, scale_for

ABOVE, SAME, BELOW = "above", "same", "below"

_SYMBOLS = {ABOVE: "circle", SAME: "circle-open", BELOW: "square"}
_BAND_WORDS: dict[str, Message] = {
    ABOVE: say("Clearly above the team"),
    SAME: say("Cannot be told apart from the team"),
    BELOW: say("Clearly below the team"),
}
_WORDS_WHERE_LESS_IS_BETTER = _BAND_WORDS | {
    ABOVE: say("Clearly less than the team"),
    BELOW: say("Clearly more than the team"),
}


def team_board(frame: pd.DataFrame, team_value: float | None, metric: Metric, style: Style) -> go.Figure:
    """Dot and interval per person against the team's line; the best first, people without a figure last.

    ``frame``: one row a person with ``employee, value, n, low, high, band`` and, where known, ``missing``. ``band``
    is above, same, below or null; whoever asks decides who may see below. A person without value, or with
    ``missing`` answers and no band, has no dot: the row says how many answers are missing.
    """
    if frame.empty:
        return empty_figure(style)
    scale = scale_for(metric, [*frame["value"].dropna(), *frame["high"].dropna()])
    words = _band_words(metric)
    rows = [_board_row(row, scale, words, style) for row in rows_of(_best_first(frame, metric))]
    return dot_rows(rows, scale, style, _team_line(team_value, scale, style))


def legend(metric: Metric, style: Style, bands: tuple[str, ...] = (ABOVE, SAME, BELOW)) -> list[LegendItem]:
    """The bands that are shown, by shape and colour."""
    shapes, words = {ABOVE: "dot", SAME: "ring", BELOW: "square"}, _band_words(metric)
    return [LegendItem(style.words(words[band]), _band_colour(band, style), shapes[band]) for band in bands]


def _band_words(metric: Metric) -> dict[str, Message]:
    """What a band is called: nobody with a short time stands «above» on the picture."""
    return _WORDS_WHERE_LESS_IS_BETTER if metric.direction is Direction.LOWER else _BAND_WORDS


def _best_first(frame: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    missing = frame["missing"].fillna(0) if "missing" in frame else pd.Series(0, index=frame.index)
    is_hidden = frame["value"].isna() | ((missing > 0) & frame["band"].isna())
    shown = frame.assign(missing=missing, value=frame["value"].mask(is_hidden))
    is_ascending = metric.direction is Direction.LOWER
    return shown.sort_values(["value", "n"], ascending=[is_ascending, False], na_position="last", kind="stable")


def _board_row(row: Any, scale: Scale, words: dict[str, Message], style: Style) -> DotRow:
    band = row.band if row.band in _SYMBOLS else SAME
    name = str(row.employee)
    if pd.isna(row.value):
        instead = _missing(int(row.missing), style)
        return DotRow(name, None, None, None, row.n, style.colours.ink3, _SYMBOLS[SAME], hover(name, instead), instead)
    word = style.words(words[band]) if row.band in _SYMBOLS else ""
    return DotRow(
        name,
        float(row.value),
        known(row.low),
        known(row.high),
        row.n,
        _band_colour(band, style),
        _SYMBOLS[band],
        figure_hover(name, row, scale, style, word),
    )


def _missing(missing: int, style: Style) -> str:
    if missing < 1:
        return style.words(say("not measured"))
    if missing == 1:
        return style.words(say("1 answer missing"))
    return style.words(say("{missing} answers missing", missing=style.count(missing)))


def _band_colour(band: str, style: Style) -> str:
    colours = style.colours
    return {ABOVE: colours.good, SAME: colours.ink3, BELOW: colours.bad}[band]


def _team_line(team_value: float | None, scale: Scale, style: Style) -> list[Reference]:
    if team_value is None:
        return []
    label = style.words(say("Team {value}", value=bold(scale.write(team_value, style))))
    return [Reference(team_value, label, style.colours.accent)]
