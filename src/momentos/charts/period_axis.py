"""Periods along an axis: the ones nobody was measured in keep their place, and labels are thinned to fit."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from momentos.charts.safe_text import plain_text, text_width
from momentos.charts.style import TICK_SIZE, Style

_AXIS_SHARE, _AXIS_SHARE_PHONE = 0.82, 0.66
_LABEL_GAP = 18.0


def with_gaps(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows as ``period`` and their figures, in order, with an empty row for each period that has none.

    The first column holds the period as written everywhere: 2026-01-05 (days, or weeks by their Monday), 2026-01,
    2026-Q1 or 2026. Anything else is taken as it comes.
    """
    named = frame.rename(columns={frame.columns[0]: "period"}).assign(period=lambda rows: rows["period"].astype(str))
    named = named.sort_values("period", kind="stable")
    every = _all_between(named["period"].to_list(), is_week=frame.columns[0] == "week")
    return named.set_index("period").reindex(every).rename_axis("period").reset_index()


def label_axis(drawn: go.Figure, periods: Sequence[str], style: Style) -> None:
    """Name the periods under their places 0, 1, 2…: as many as fit, the latest always among them."""
    labels = [style.period(period) for period in periods]
    widest = max(text_width(label, style.px(TICK_SIZE)) for label in labels) + style.px(_LABEL_GAP)
    room = style.width * (_AXIS_SHARE_PHONE if style.compact else _AXIS_SHARE)
    step = math.ceil(len(periods) * widest / room)
    shown = list(range(len(periods) - 1, -1, -step))[::-1]
    drawn.update_xaxes(
        range=[-0.5, len(periods) - 0.5],
        tickvals=shown,
        ticktext=[plain_text(labels[place]) for place in shown],
        tickangle=0,
    )


def stretches(is_measured: Iterable[Any]) -> list[list[int]]:
    """Runs of neighbouring places where something was measured."""
    runs: list[list[int]] = []
    for place, measured in enumerate(is_measured):
        if measured and runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        elif measured:
            runs.append([place])
    return runs


def _all_between(periods: list[str], *, is_week: bool) -> list[str]:
    unique = list(dict.fromkeys(periods))
    if all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", period) for period in unique):
        return _days(unique, is_week=is_week)
    for pattern, in_a_year, write in (
        (r"(\d{4})-(\d{2})", 12, "{}-{:02d}"),
        (r"(\d{4})-Q([1-4])", 4, "{}-Q{}"),
        (r"(\d{4})()", 1, "{}"),
    ):
        found = [re.fullmatch(pattern, period) for period in unique]
        if all(found):
            places = [int(one[1]) * in_a_year + int(one[2] or 1) - 1 for one in found if one]
            return [write.format(at // in_a_year, at % in_a_year + 1) for at in range(min(places), max(places) + 1)]
    return unique


def _days(periods: list[str], *, is_week: bool) -> list[str]:
    days = [date.fromisoformat(period) for period in periods]
    apart = [(day - days[0]).days for day in days]
    step = 7 if is_week or (len(days) > 1 and all(gap % 7 == 0 for gap in apart)) else 1
    return [(days[0] + timedelta(days=gap)).isoformat() for gap in range(0, apart[-1] + 1, step)]
