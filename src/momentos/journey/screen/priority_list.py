"""What to mend first: the ranked list with its reasons, and how each priority was computed."""

from typing import Any

import pandas as pd
import streamlit as st

from momentos.analysis.impact import Method
from momentos.analysis.priority import QUADRANT_SENTENCES, Quadrant
from momentos.domain.outcomes import Outcome
from momentos.domain.performance import BEST_SCORE
from momentos.domain.samples import JUDGED_N
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.questions.priorities import Basis, Priorities, reason
from momentos.journey.questions.weighing import rests_on_targets
from momentos.locales.writing import number_writer
from momentos.screen.how import how
from momentos.screen.language import locale, t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text

_NO_TRIAL = "none"
TARGETS = tuple(f"{tenths / 10:.1f}" for tenths in range(30, 50))
_LISTED_AT_ONCE = 5
_LEAST_GAIN = 0.01
"""Gains below are not worth a sentence."""


def pick_basis(journey: pd.DataFrame) -> Basis:
    """Whose impact counts: as assigned where any is, unless picked otherwise."""
    bases = [str(one) for one in Basis]
    usual = Basis.ASSIGNED if journey["impact"].notna().any() else Basis.DERIVED
    return Basis(
        pick("basis", t("Impact"), bases, words=lambda one: tell(Basis(one).label), default=str(usual), width=240)
    )


def pick_trial() -> float | None:
    """A target score to try for every touchpoint; at first none, and then each has its own or none."""
    write = number_writer(locale())
    picked = pick(
        "target",
        t("Try a target score"),
        [_NO_TRIAL, *TARGETS],
        words=lambda one: t("None: as they are") if one == _NO_TRIAL else write(float(one), 1),
        width=220,
    )
    return None if picked == _NO_TRIAL else float(picked)


def common_target(rows: pd.DataFrame) -> float | None:
    """The one target of all touchpoints in the matrix; nothing where some have none or another one."""
    targets = rows.loc[rows["score"].notna() & rows["impact"].notna(), "target"].unique()
    return float(targets[0]) if len(targets) == 1 and not pd.isna(targets[0]) else None


def what_classifies(rows: pd.DataFrame) -> str:
    """What the matrix shows, and what its lines are."""
    if common_target(rows) is not None:
        return t(
            "Across, the score; upwards, the impact. The lines stand at the target and at the impact of a moment of "
            "truth. A hollow grey mark is not classified yet: its interval crosses a line, or it has fewer than "
            "{needed} answers.",
            needed=count_text(JUDGED_N),
        )
    if rows["target"].isna().all():
        return t(
            "Across, the score; upwards, the impact. The line stands at the impact of a moment of truth. Nobody has "
            "set targets for these touchpoints: none is classified."
        )
    return t(
        "Across, the score; upwards, the impact. The line stands at the impact of a moment of truth; each touchpoint "
        "is held against its own target. A hollow grey mark is not classified: it has no target, its interval crosses "
        "a line, or it has fewer than {needed} answers.",
        needed=count_text(JUDGED_N),
    )


def what_orders(rows: pd.DataFrame) -> str:
    """What the order of priority is made of, in one line."""
    if rows["priority"].isna().all():
        return t("Nothing has a priority yet: these touchpoints stand in the order of the journey.")
    if rests_on_targets(rows):
        return t("Impact × what the score lacks to the target × customers who pass.")
    best = count_text(BEST_SCORE)
    if rows["target"].isna().all():
        return t(
            "Nobody has set targets for these touchpoints: they are ordered by impact × what the score lacks to {best} "
            "× customers who pass.",
            best=best,
        )
    return t(
        "Not all these touchpoints have a target: they are ordered by impact × what the score lacks to {best} × "
        "customers who pass.",
        best=best,
    )


def priority_list(found: Priorities, impact: JourneyImpact) -> None:
    """The touchpoints in their order; after the first few, folded away."""
    rows = list(found.rows.itertuples())
    for place, row in enumerate(rows[:_LISTED_AT_ONCE], 1):
        _show(place, row, impact, found.basis)
    if len(rows) > _LISTED_AT_ONCE:
        with st.expander(t("See the other {n}", n=count_text(len(rows) - _LISTED_AT_ONCE))):
            for place, row in enumerate(rows[_LISTED_AT_ONCE:], _LISTED_AT_ONCE + 1):
                _show(place, row, impact, found.basis)


def _show(place: int, row: Any, impact: JourneyImpact, basis: Basis) -> None:
    words, aside = st.columns([5, 1], vertical_alignment="center")
    lines = [_first_line(place, row), as_text(tell(reason(row, number_writer(locale())))), as_text(_gain(row, impact))]
    words.markdown("  \n".join(filter(None, lines)))
    if not pd.isna(row.priority):
        with aside:
            how([*_computed(row, basis), *_gain_computed(row, impact)])


def _first_line(place: int, row: Any) -> str:
    """The name with its place and quadrant; what has no priority has no place."""
    if pd.isna(row.priority):
        return f"**{as_text(row.touchpoint)}**"
    name = as_text(t("{place}. {touchpoint}", place=count_text(place), touchpoint=row.touchpoint))
    if not isinstance(row.quadrant, str):
        return f"**{name}**"
    return f"**{name}** · {as_text(tell(QUADRANT_SENTENCES[Quadrant(row.quadrant)]))}"


def _gain(row: Any, impact: JourneyImpact) -> str:
    """What mending would bring, were the association causal; empty where there is nothing to bring."""
    outcome = impact.loyalty.outcome
    factor = 100 if outcome.is_share else 1
    if pd.isna(row.gain) or factor * row.gain < _LEAST_GAIN:
        return ""
    is_gap = impact.report.method is Method.SATISFIED_GAP
    write, decimals = number_writer(locale()), 1 if is_gap else 2
    values = {
        "gain": write(factor * row.gain, decimals),
        "low": write(factor * row.gain_low, decimals),
        "high": write(factor * row.gain_high, decimals),
    }
    if is_gap:
        return _gain_of_satisfying(outcome, {**values, "share": write(100 * row.dissatisfied, 0)})
    return _gain_of_the_target(outcome, {**values, "target": write(row.target, 1)})


def _gain_of_the_target(outcome: Outcome, values: dict[str, str]) -> str:
    if outcome is Outcome.RECOMMENDATION:
        return t(
            "Bringing it to {target} would raise the mean recommendation by {gain} points ({low} to {high}), if the "
            "association were causal.",
            **values,
        )
    if outcome is Outcome.OVERALL:
        return t(
            "Bringing it to {target} would raise the mean overall score by {gain} points ({low} to {high}), if the "
            "association were causal.",
            **values,
        )
    return t(
        "Bringing it to {target} would add {gain} loyal customers of every 100 ({low} to {high}), if the association "
        "were causal.",
        **values,
    )


def _gain_of_satisfying(outcome: Outcome, values: dict[str, str]) -> str:
    if outcome is Outcome.RECOMMENDATION:
        return t(
            "If those dissatisfied here ({share} %) became satisfied, the recommendation index would rise by {gain} "
            "points ({low} to {high}), if the association were causal.",
            **values,
        )
    return t(
        "If those dissatisfied here ({share} %) became satisfied, {gain} more customers of every 100 would be loyal "
        "({low} to {high}), if the association were causal.",
        **values,
    )


def _gain_computed(row: Any, impact: JourneyImpact) -> list[str]:
    """Where the expected gain comes from; nothing where none is told."""
    if not _gain(row, impact):
        return []
    write = number_writer(locale())
    factor = 100 if impact.loyalty.outcome.is_share else 1
    values = {"strength": write(factor * row.strength, 2), "reach": write(row.reach, 2)}
    if impact.report.method is Method.SATISFIED_GAP:
        formula = t(
            "Gain: difference in loyalty between satisfied and dissatisfied {strength} × share dissatisfied {share} × "
            "reach {reach}.",
            share=write(row.dissatisfied, 2),
            **values,
        )
    else:
        formula = t(
            "Gain: loyalty per point of score {strength} × gap to the target {gap} × reach {reach}.",
            gap=write(row.target - row.score, 2),
            **values,
        )
    return [
        formula,
        t("Loyalty: {outcome}.", outcome=tell(impact.loyalty.outcome.label).lower()),
        t("The range of the gain is the 95 % interval of the first factor; all the history counts."),
        t("It is an association: it does not prove that one thing causes the other."),
    ]


def _gap_computed(row: Any) -> str:
    """What the gap is measured to."""
    write = number_writer(locale())
    if row.goal == row.target:
        return t(
            "Gap: what the score lacks to reach the target of {target}; none if it is met.",
            target=write(row.target, 1),
        )
    return t("Gap: what the score lacks to {best}, the best there is: not all have a target.", best=write(row.goal, 0))


def _computed(row: Any, basis: Basis) -> list[str]:
    write = number_writer(locale())
    return [
        t(
            "Priority {priority} ({low} to {high}) = impact {impact} × gap {gap} × reach {reach}.",
            priority=write(row.priority, 2),
            low=write(row.priority_low, 2),
            high=write(row.priority_high, 2),
            impact=write(row.impact, 1),
            gap=write(row.gap, 2),
            reach=write(row.reach, 2),
        ),
        _gap_computed(row),
        t("Reach: {share} % of the customers seen on the journey pass here.", share=write(100 * row.reach, 0)),
        t("Score of {n} answers, with its 95 % interval.", n=count_text(row.n)),
        t("Impact as assigned: it has no interval.")
        if basis is Basis.ASSIGNED
        else t("Impact according to the data, with its 90 % interval."),
        t("Sorted only by what is known: two priorities whose intervals touch cannot be told apart."),
    ]
