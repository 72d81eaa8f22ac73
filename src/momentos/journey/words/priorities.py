"""The order of priority in words: what it is made of, what the matrix shows, and how each priority was computed."""

from typing import Any

import pandas as pd

from momentos.analysis.priority import QUADRANT_SENTENCES, Quadrant
from momentos.domain.messages import Message, say
from momentos.domain.performance import BEST_SCORE
from momentos.domain.quantities import Number, count
from momentos.domain.samples import JUDGED_N
from momentos.journey.questions.priorities import Basis
from momentos.journey.questions.weighing import common_target, rests_on_targets


def what_classifies(rows: pd.DataFrame) -> Message:
    """What the matrix shows, and what its lines are."""
    if common_target(rows) is not None:
        return say(
            "Across, the score; upwards, the impact. The lines stand at the target and at the impact of a moment of "
            "truth. A hollow grey mark is not classified yet: its interval crosses a line, or it has fewer than "
            "{needed} answers.",
            needed=count(JUDGED_N),
        )
    if rows["target"].isna().all():
        return say(
            "Across, the score; upwards, the impact. The line stands at the impact of a moment of truth. Nobody has "
            "set targets for these touchpoints: none is classified."
        )
    return say(
        "Across, the score; upwards, the impact. The line stands at the impact of a moment of truth; each touchpoint "
        "is held against its own target. A hollow grey mark is not classified: it has no target, its interval crosses "
        "a line, or it has fewer than {needed} answers.",
        needed=count(JUDGED_N),
    )


def what_orders(rows: pd.DataFrame) -> Message:
    """What the order of priority is made of, in one line."""
    if rows["priority"].isna().all():
        return say("Nothing has a priority yet: these touchpoints stand in the order of the journey.")
    if rests_on_targets(rows):
        return say("Impact × what the score lacks to the target × customers who pass.")
    best = count(BEST_SCORE)
    if rows["target"].isna().all():
        return say(
            "Nobody has set targets for these touchpoints: they are ordered by impact × what the score lacks to {best} "
            "× customers who pass.",
            best=best,
        )
    return say(
        "Not all these touchpoints have a target: they are ordered by impact × what the score lacks to {best} × "
        "customers who pass.",
        best=best,
    )


def place(at: int, row: Any) -> Message | None:
    """The touchpoint with its place in the order, 1 the first; ``None``: what has no priority has no place."""
    if pd.isna(row.priority):
        return None
    return say("{place}. {touchpoint}", place=count(at), touchpoint=row.touchpoint)


def verdict(row: Any) -> Message | None:
    """What to do about the touchpoint; ``None`` where nothing says so."""
    if pd.isna(row.priority) or not isinstance(row.quadrant, str):
        return None
    return QUADRANT_SENTENCES[Quadrant(row.quadrant)]


def how_prioritised(row: Any, basis: Basis) -> list[Message]:
    """How a priority was computed, one line each; nothing where there is none. ``row``: one of ``Priorities.rows``."""
    if pd.isna(row.priority):
        return []
    return [
        say(
            "Priority {priority} ({low} to {high}) = impact {impact} × gap {gap} × reach {reach}.",
            priority=Number(row.priority, 2),
            low=Number(row.priority_low, 2),
            high=Number(row.priority_high, 2),
            impact=Number(row.impact, 1),
            gap=Number(row.gap, 2),
            reach=Number(row.reach, 2),
        ),
        _gap(row),
        say("Reach: {share} % of the customers seen on the journey pass here.", share=Number(100 * row.reach, 0)),
        say("Score of {n} answers, with its 95 % interval.", n=count(row.n)),
        say("Impact as assigned: it has no interval.")
        if basis is Basis.ASSIGNED
        else say("Impact according to the data, with its 90 % interval."),
        say("Sorted only by what is known: two priorities whose intervals touch cannot be told apart."),
    ]


def _gap(row: Any) -> Message:
    """What the gap is measured to."""
    if row.goal == row.target:
        return say(
            "Gap: what the score lacks to reach the target of {target}; none if it is met.",
            target=Number(row.target, 1),
        )
    return say("Gap: what the score lacks to {best}, the best there is: not all have a target.", best=count(row.goal))
