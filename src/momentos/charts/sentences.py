"""What the pointer tells of a figure: its value, its interval and how many answers stand behind it."""

from typing import Any

import pandas as pd

from momentos.charts.style import Style
from momentos.charts.text import hover
from momentos.charts.units import Scale
from momentos.domain.messages import say


def figure_hover(title: object, row: Any, scale: Scale, style: Style, *more: str) -> str:
    """The name and the sentences of a row with ``value, n, low, high``; ``more`` are sentences of ours."""
    sentences = (
        style.words(say("Figure: {value}", value=scale.write(row.value, style))),
        interval_words(row.low, row.high, scale, style),
        count_words(row.n, style),
        *more,
    )
    return hover(title, *filter(None, sentences))


def interval_words(low: Any, high: Any, scale: Scale, style: Style) -> str:
    """The interval as a sentence; empty where it is unknown."""
    if pd.isna(low) or pd.isna(high):
        return ""
    ends = {"low": scale.write(low, style), "high": scale.write(high, style)}
    return style.words(say("95 % interval: {low} to {high}", **ends))


def count_words(n: float, style: Style) -> str:
    """How many answers or cases stand behind a figure."""
    return style.words(say("n = {n}", n=style.count(n)))
