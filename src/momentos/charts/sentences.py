"""What the pointer tells of a figure: its value, its interval and how many answers stand behind it."""

from typing import Any

import pandas as pd

from momentos.charts.safe_text import hover, plain_text
from momentos.charts.style import Style
from momentos.domain.messages import say
from momentos.domain.performance import performance_of
from momentos.locales.units import Scale


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


def short_figure(row: Any, style: Style) -> str:
    """What stands beside a touchpoint: its score, or ``figure`` where something else is shown; already safe."""
    told = getattr(row, "figure", None)
    if isinstance(told, str):
        return plain_text(told)
    return style.number(row.score, 1) if pd.notna(row.score) else "–"


def score_sentences(row: Any, style: Style) -> list[str]:
    """The figure of a touchpoint in sentences, with its interval and answers; ``says`` speaks in place of the score."""
    if pd.isna(row.score):
        return [style.words(say("Nobody has scored it yet."))]
    answers = style.words(say("Answers: {n}", n=style.count(row.n)))
    told = getattr(row, "says", None)
    if isinstance(told, str):
        return [told, answers]
    word = performance_of(row.score).label
    sentences = [style.words(say("Score: {score} · {word}", score=style.number(row.score, 2), word=word))]
    low, high = getattr(row, "low", None), getattr(row, "high", None)
    if pd.notna(low) and pd.notna(high):
        ends = {"low": style.number(low, 2), "high": style.number(high, 2)}
        sentences.append(style.words(say("95 % interval: {low} to {high}", **ends)))
    return [*sentences, answers]
