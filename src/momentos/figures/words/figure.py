"""A figure with its number of answers or cases, what it means, and of which answers it is."""

import pandas as pd

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Direction, Kind, Metric
from momentos.domain.quantities import Lowered, Reading, count, interval

_GOOD_NEWS = {
    Direction.HIGHER: say("Higher is better."),
    Direction.LOWER: say("Lower is better."),
    Direction.NEITHER: say("Neither more nor less is better by itself."),
}


def good_news(metric: Metric) -> Message:
    """Which way is good."""
    return _GOOD_NEWS[metric.direction]


def figure_of_the_period(metric: Metric, overall: pd.DataFrame) -> Message | None:
    """The figure with its interval and its n; ``None`` where nothing was measured, and of counts, which have neither.

    ``overall``: one row of ``measure``, or none.
    """
    if overall.empty or metric.kind is Kind.COUNT:
        return None
    row = overall.iloc[0]
    value, n, within = Reading(metric, row["value"]), count(row["n"]), interval(metric, row["low"], row["high"])
    if within is None:
        figure = say("{value} · n = {n}", value=value, n=n)
    else:
        figure = say("{value} ({interval}) · n = {n}", value=value, interval=within, n=n)
    return say("In this period: {figure}", figure=figure)


def which_answers(whole: pd.DataFrame, overall: pd.DataFrame, by: Dimension) -> Message | None:
    """That groups are told apart among other answers than the figure of the period, and which each are of; ``None``
    where they are the same.

    ``whole`` and ``overall``: one row of ``whole_of`` and of ``measure``, or none.
    """
    if whole.empty or overall.empty or int(whole["n"].iloc[0]) == int(overall["n"].iloc[0]):
        return None
    return say(
        "By {dimension}, every score given to a touchpoint counts (n = {n}). The figure above is of surveys as "
        "a whole (n = {all}).",
        dimension=Lowered(by.label),
        n=count(whole["n"].iloc[0]),
        all=count(overall["n"].iloc[0]),
    )
