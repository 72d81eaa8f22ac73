"""The finding of the journey's pages in one sentence: what the data say, and no more than they say."""

import pandas as pd

from momentos.analysis.priority import Quadrant
from momentos.domain.dimensions import JOURNEY_DIMENSIONS
from momentos.domain.impact import MOMENT_OF_TRUTH_IMPACT
from momentos.domain.messages import Message, say
from momentos.domain.quantities import Number, count
from momentos.domain.samples import JUDGED_N
from momentos.figures.filters import Filters
from momentos.journey.questions.priorities import Basis, Priorities
from momentos.journey.questions.weighing import to_fix_first


def journey_finding(journey: pd.DataFrame, filters: Filters, basis: Basis = Basis.ASSIGNED) -> Message:
    """Which moments of truth are the first to mend; how those measured stand; or that nothing can be said yet.

    ``journey``: its rows under the ``filters``, with impact and quadrant by the ``basis``.
    """
    first = to_mend_first(journey)
    if first is not None:
        return first
    if not (journey["n"] > 0).any():
        return say("The journey is drawn; answers will say how it goes")
    if not journey["impact"].notna().any():
        return say("The journey is measured; the impact of each touchpoint is missing")
    return _under(filters, moments_finding(journey, basis))


def to_mend_first(journey: pd.DataFrame) -> Message | None:
    """Which moments of truth are the first to mend; ``None`` where none surely is."""
    names = list(to_fix_first(journey)["touchpoint"])
    if len(names) >= 2:
        return say("«{first}» and «{second}» are the first to mend", first=names[0], second=names[1])
    return say("«{first}» is the first to mend", first=names[0]) if names else None


def priorities_finding(found: Priorities, filters: Filters) -> Message:
    """What to mend first, if anything is sure; else how the moments of truth measured stand."""
    names = list(to_fix_first(found.rows)["touchpoint"])
    if len(names) > 1:
        return say("Mend «{first}» first, then «{second}»", first=names[0], second=names[1])
    if names:
        return say("«{touchpoint}» is what to mend first", touchpoint=names[0])
    if not found.rows["score"].notna().any():
        return say("Answers are missing to say what comes first")
    if not found.rows["impact"].notna().any():
        return say("There are scores; the impact of each touchpoint is missing")
    return _under(filters, moments_finding(found.rows, found.basis))


def trial_finding(target: float) -> Message:
    """That what is shown is a trial: the title under a target somebody only tries."""
    return say("Trial: how it would be with a target of {target} for all", target=Number(target, 1))


def _under(filters: Filters, finding: Message) -> Message:
    """What is said of the moments of truth, which are not all of them where filters leave some out."""
    if any(dimension in filters.where for dimension in JOURNEY_DIMENSIONS):
        return say("{finding} (among those that the filters leave)", finding=finding)
    return finding


def moments_finding(rows: pd.DataFrame, basis: Basis) -> Message:
    """How the moments of truth stand when none is surely to fix first: all of them only where all were measured."""
    unheard = int(rows["impact"].isna().sum())
    if basis is Basis.DERIVED and unheard:
        return say(
            "Nothing is surely to fix first; the data do not show yet the weight of {n} of the {all} touchpoints",
            n=count(unheard),
            all=count(len(rows)),
        )
    moments = rows[rows["impact"] >= MOMENT_OF_TRUTH_IMPACT]
    if moments.empty:
        return say("None of these touchpoints has an impact of 4 or 5")
    measured = moments[moments["n"] >= JUDGED_N]
    if measured.empty:
        return say("Answers are missing: no moment of truth has {needed} yet", needed=count(JUDGED_N))
    judged = measured[measured["target"].notna()]
    if judged.empty:
        return _without_targets(len(measured), len(moments))
    are_met = bool((judged["quadrant"] == Quadrant.KEEP_UP).all()) and not _has_unclassified(rows)
    if len(judged) < len(moments):
        return _some_of_them(len(judged), len(moments), are_met=are_met)
    if are_met:
        return say("Every moment of truth meets its target")
    return say("No moment of truth surely misses its target")


def _has_unclassified(rows: pd.DataFrame) -> bool:
    return bool((rows["quadrant"] == Quadrant.UNCLASSIFIED).any())


def _without_targets(measured: int, moments: int) -> Message:
    values = {"measured": count(measured), "all": count(moments)}
    if moments == 1:
        return say("The moment of truth is measured; nobody has set its target")
    if measured == moments:
        return say("The {all} moments of truth are measured; nobody has set their targets", **values)
    if measured == 1:
        return say("1 of {all} moments of truth is measured; nobody has set its target", **values)
    return say("{measured} of {all} moments of truth are measured; nobody has set their targets", **values)


def _some_of_them(judged: int, moments: int, *, are_met: bool) -> Message:
    values = {"judged": count(judged), "all": count(moments)}
    if judged == 1 and are_met:
        return say("1 of {all} moments of truth can be judged: it meets its target", **values)
    if judged == 1:
        return say("1 of {all} moments of truth can be judged: it does not surely miss its target", **values)
    if are_met:
        return say("{judged} of {all} moments of truth can be judged: they meet their targets", **values)
    return say("{judged} of {all} moments of truth can be judged: none of them surely misses its target", **values)
