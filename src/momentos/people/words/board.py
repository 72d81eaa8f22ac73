"""The team board in words: what it compares, where each stands, who moved, and what it cannot compare."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from momentos.analysis.fair import Band
from momentos.domain.dimensions import PEOPLE_DIMENSIONS, Dimension
from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import Listed, Lowered, Number, Reading, count, listed
from momentos.domain.viewer import Viewer
from momentos.people.meanings.policy import Policy
from momentos.people.questions.board import have_nothing_alike, is_hidden
from momentos.people.words.policy import like_with_like

NAMES_SHOWN = 6
"""People named at most in a sentence on weak comparisons."""

BAND_SENTENCES: dict[Band, Message] = {
    Band.ABOVE: say("Clearly above the team in cases of the same kind."),
    Band.SAME: say("Cannot be told apart from the team."),
    Band.BELOW: say("Clearly below the team in cases of the same kind."),
}
_BANDS: dict[Band, Message] = {
    Band.ABOVE: say("Above the team"),
    Band.SAME: say("Cannot be told apart"),
    Band.BELOW: say("Below the team"),
}

ONLY_A_LIMIT = say(
    "Shorter is not better by itself: nobody is recognised for it, and a policy takes it only as a limit."
)
ALL_EQUAL = say("Everybody has the same figure: there is nothing to compare")


@dataclass(frozen=True)
class Rest:
    """People who are not drawn, by alphabet, and why."""

    heading: Message
    names: Listed


class Movement(StrEnum):
    """How somebody's figure moved since the period before."""

    BETTER = "better"
    WORSE = "worse"
    NONE = "none"


def board_title(metric: Metric, by: Dimension) -> Message:
    """What is compared, and among whom."""
    if by is Dimension.EMPLOYEE:
        return say("{metric} beside the team, person by person", metric=metric.label)
    return say("{metric} beside all together, by {dimension}", metric=metric.label, dimension=Lowered(by.label))


def how_to_read(by: Dimension, viewer: Viewer) -> Message:
    """One line under the board's title."""
    if by not in PEOPLE_DIMENSIONS or viewer.is_lead:
        return say(
            "The mark is the fair figure, the line its 95 % interval, and shape and colour say the group. The order "
            "inside a group means nothing."
        )
    return say(
        "The mark is the fair figure and the line its 95 % interval, of those who stand out. Everybody else's figures "
        "are seen by each person on their card and by whoever leads."
    )


def how_compared(policy: Policy) -> Message:
    """How the comparison is made, for whoever asks in the meeting: a list in Markdown."""
    return say(
        "- **Like with like.** {like}\n"
        "- **The same doubt for all.** Everybody starts from the team's figure, as if they had {k} average "
        "answers more: few answers move it little.\n"
        "- **Three groups and no ranking.** Above, below, or impossible to tell apart from the team. The order "
        "inside a group means nothing.\n"
        "- **At least {minimum} answers.** With fewer, the board says how many are missing and says no more.",
        like=like_with_like(policy),
        k=count(policy.k),
        minimum=count(policy.band_n),
    )


def answers_missing(n: int) -> Message:
    """How many answers a figure or a group lacks."""
    return say("1 answer missing") if n == 1 else say("{n} answers missing", n=count(n))


def group_of(band: object, missing: int) -> Message:
    """The group in a cell of a table, or how many answers it lacks."""
    return _BANDS[Band(band)] if isinstance(band, str) else answers_missing(missing)


def standing(band: object, missing: int) -> Message:
    """The group in a whole sentence, or how many answers it lacks."""
    return (
        BAND_SENTENCES[Band(band)] if isinstance(band, str) else say("Answers missing: {count}.", count=count(missing))
    )


def chance(p: float | None) -> Message | None:
    """A probability in per cent; nothing where it is not known, or not for this viewer."""
    return None if p is None or pd.isna(p) else say("{value} %", value=Number(100 * p, 0))


def the_rest(rows: pd.DataFrame) -> tuple[Rest, ...]:
    """Who is not drawn: those not clearly above the team, and those with answers missing."""
    hidden = rows[is_hidden(rows)].sort_values("employee")
    alike = [str(name) for name in hidden.loc[hidden["missing"] == 0, "employee"]]
    short = [
        say("{name} ({n})", name=str(name), n=count(missing))
        for name, missing in zip(hidden["employee"], hidden["missing"], strict=True)
        if missing
    ]
    rest = []
    if alike:
        rest.append(Rest(say("Not clearly above the team: {n}.", n=count(len(alike))), listed(alike)))
    if short:
        rest.append(
            Rest(say("Answers are missing to compare them, as many as each name says."), listed(short)),
        )
    return tuple(rest)


def all_equal(metric: Metric, team: float) -> Message:
    """That one figure for all compares nobody."""
    return say(
        "{metric} is {value} for all of them. Choose another metric.", metric=metric.label, value=Reading(metric, team)
    )


def weak_comparisons(rows: pd.DataFrame) -> Message | None:
    """Whose cases hardly anybody else has: there a person is compared with themselves."""
    weak = rows.loc[rows["is_weak_comparison"].astype(bool), "employee"].astype(str).tolist()
    if not weak:
        return None
    if have_nothing_alike(rows):
        return say("Each of them attends cases that hardly any other has: there is nothing alike to compare them by.")
    names = listed(weak[:NAMES_SHOWN])
    if len(weak) > NAMES_SHOWN:
        return say(
            "The comparison is weak for {names} and {n} more: hardly anybody else has cases like theirs.",
            names=names,
            n=count(len(weak) - NAMES_SHOWN),
        )
    return say("The comparison is weak for {names}: hardly anybody else has cases like theirs.", names=names)


def unknown_case(dimension: Dimension, share: float) -> Message:
    """What the policy compares by, and the rows do not say but for this share of the cases."""
    if share == 0:
        return say("{dimension} is not used to compare here: no row says it.", dimension=dimension.label)
    return say(
        "{dimension} is known for {share} % of the cases only; the others are compared among themselves.",
        dimension=dimension.label,
        share=Number(100 * share, 0),
    )


def movements(changes: pd.DataFrame, *, is_lead: bool) -> dict[Movement, Message]:
    """Who really changed since the period before, where there was one; said of the worse only to a lead."""
    if changes.empty:
        return {}
    better = changes.loc[changes["movement"] == "better", "employee"].astype(str).tolist()
    worse = changes.loc[changes["movement"] == "worse", "employee"].astype(str).tolist() if is_lead else []
    moved = {}
    if better:
        moved[Movement.BETTER] = say("Really better than in the period before: {names}.", names=listed(better))
    if worse:
        moved[Movement.WORSE] = say("Really worse than in the period before: {names}.", names=listed(worse))
    return moved or {Movement.NONE: say("Nobody's movement since the period before is more than chance.")}
