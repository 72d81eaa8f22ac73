"""The journey's touchpoints in words: what each says in a list and close by, and which lack answers."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from momentos.domain.impact import IMPACT_LABELS
from momentos.domain.messages import Message, say
from momentos.domain.quantities import Lowered, Number, Reading, count, interval, listed
from momentos.facts import METRICS

_SCORE, _CSAT = METRICS["score"], METRICS["csat"]
_NAMED = 6
"""Touchpoints named in a sentence."""
NOT_MEASURED = say("not measured in this period")


@dataclass(frozen=True)
class Fact:
    """One thing that is known of a touchpoint, under its label."""

    label: Message
    value: Message


def where_answers_are_missing(rows: pd.DataFrame) -> Message | None:
    """Which touchpoints still have too few answers to be judged; ``None`` if none."""
    few = rows[rows["n"] < _SCORE.minimum_n]
    if few.empty:
        return None
    first = few[["touchpoint", "n"]].head(_NAMED).itertuples(index=False, name=None)
    return say(
        "{few} of {all} touchpoints have fewer than {minimum} answers. Missing: {missing}.",
        few=count(len(few)),
        all=count(len(rows)),
        minimum=count(_SCORE.minimum_n),
        missing=listed(
            say("«{touchpoint}» ({n})", touchpoint=name, n=count(_SCORE.minimum_n - n)) for name, n in first
        ),
    )


def assigned_impact(impact: float) -> Message:
    """The impact in number and word; NaN where nobody assigned any."""
    if pd.isna(impact):
        return say("not assigned")
    return say(
        "{impact} of 5 · {word}",
        impact=Number(impact, 0 if impact == round(impact) else 1),
        word=Lowered(IMPACT_LABELS[round(impact)]),
    )


def entry(row: Any) -> Message:
    """What stands under a touchpoint's name in a list. ``row``: one of the journey's."""
    stage = row.stage if isinstance(row.stage, str) else say("without a stage")
    return say("{stage} · impact: {impact} · n = {n}", stage=stage, impact=assigned_impact(row.impact), n=count(row.n))


def facts(row: Any, comments: int) -> list[Fact]:
    """What stands behind a touchpoint, fact by fact. ``row``: one of the journey's."""
    area = row.area if isinstance(row.area, str) else say("not known")
    return [
        Fact(say("Score from 1 to 5"), _score(row)),
        Fact(say("Satisfied customers (4 or 5)"), _satisfied(row)),
        Fact(say("Assigned impact"), assigned_impact(row.impact)),
        Fact(say("Area"), say("{value}", value=area)),
        Fact(say("People"), say("{value}", value=listed(row.people)) if row.people else say("nobody is named")),
        Fact(say("Interactions"), say("{value}", value=count(row.interactions))),
        Fact(say("Comments"), say("{value}", value=count(comments))),
    ]


def _score(row: Any) -> Message:
    if pd.isna(row.score):
        return NOT_MEASURED
    value, n, within = Reading(_SCORE, row.score), count(row.n), interval(_SCORE, row.low, row.high)
    if within is None:
        return say("{value} · n = {n}", value=value, n=n)
    return say("{value} ({interval}) · n = {n}", value=value, interval=within, n=n)


def _satisfied(row: Any) -> Message:
    if pd.isna(row.csat):
        return NOT_MEASURED
    within = interval(_CSAT, row.csat_low, row.csat_high)
    return say("{value} ({interval})", value=Reading(_CSAT, row.csat), interval="" if within is None else within)
