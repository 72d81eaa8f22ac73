"""A bare ranking put into words: what it would have claimed, and why that would have been wrong."""

import pandas as pd

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import Reading, count
from momentos.people.questions.board import each
from momentos.people.questions.raw_ranking import Mistake, WrongPlace, raw_podium

AGREES = say("Here the bare ranking and the fair comparison agree.")


def podium_lines(rows: pd.DataFrame, metric: Metric) -> tuple[Message, ...]:
    """The first places of the bare ranking of a board, a line each."""
    return tuple(
        say(
            "{place}. {name}: {value}, n = {n}",
            place=place,
            name=str(row.employee),
            value=Reading(metric, row.observed),
            n=count(row.n),
        )
        for place, row in enumerate(each(raw_podium(rows, metric)), start=1)
    )


def why_wrong(wrong: WrongPlace, metric: Metric, team: float) -> Message:
    """Why this place of the bare ranking is wrong."""
    if wrong.mistake is Mistake.LEFT_OFF:
        return say(
            "{name} would be left off the podium, and is clearly above the team in the same kind of cases: {observed} "
            "where {expected} is usual.",
            name=wrong.employee,
            observed=Reading(metric, wrong.observed),
            expected=Reading(metric, wrong.expected),
        )
    if wrong.mistake is Mistake.NOTHING_ALIKE:
        return say(
            "Number {place} would be {name}, whose cases hardly anybody else has: there is nothing alike to compare "
            "them by.",
            place=wrong.place,
            name=wrong.employee,
        )
    if wrong.mistake is Mistake.FEW_ANSWERS:
        return say(
            "Number {place} would be {name}, with {n} answers only: with so few, the first places are mostly luck.",
            place=wrong.place,
            name=wrong.employee,
            n=count(wrong.n),
        )
    if wrong.mistake is Mistake.EASIER_CASES:
        return say(
            "Number {place} would be {name}, whose cases are easier: in them anybody achieves {expected}, and the team "
            "{team} in all.",
            place=wrong.place,
            name=wrong.employee,
            expected=Reading(metric, wrong.expected),
            team=Reading(metric, team),
        )
    return say(
        "Number {place} would be {name}, who cannot be told apart from the team: chance alone gives such figures.",
        place=wrong.place,
        name=wrong.employee,
    )
