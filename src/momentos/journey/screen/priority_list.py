"""What to mend first: the ranked list with its reasons, and how each priority was computed."""

from typing import Any

import pandas as pd
import streamlit as st

from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.questions.priorities import Basis, Priorities, usual_basis
from momentos.journey.words.gain import gain, how_gained
from momentos.journey.words.priorities import how_prioritised, place, verdict
from momentos.journey.words.reason import reason
from momentos.locales.writing import number_writer
from momentos.screen.how import how
from momentos.screen.language import locale, t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text

_NO_TRIAL = "none"
TARGETS = tuple(f"{tenths / 10:.1f}" for tenths in range(30, 50))
_LISTED_AT_ONCE = 5


def pick_basis(journey: pd.DataFrame) -> Basis:
    """Whose impact counts: as assigned where any is, unless picked otherwise."""
    bases = [str(one) for one in Basis]
    usual = str(usual_basis(journey))
    return Basis(pick("basis", t("Impact"), bases, words=lambda one: tell(Basis(one).label), default=usual, width=240))


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


def priority_list(found: Priorities, impact: JourneyImpact) -> None:
    """The touchpoints in their order; after the first few, folded away."""
    rows = list(found.rows.itertuples())
    for at, row in enumerate(rows[:_LISTED_AT_ONCE], 1):
        _show(at, row, impact, found.basis)
    if len(rows) > _LISTED_AT_ONCE:
        with st.expander(t("See the other {n}", n=count_text(len(rows) - _LISTED_AT_ONCE))):
            for at, row in enumerate(rows[_LISTED_AT_ONCE:], _LISTED_AT_ONCE + 1):
                _show(at, row, impact, found.basis)


def _show(at: int, row: Any, impact: JourneyImpact, basis: Basis) -> None:
    words, aside = st.columns([5, 1], vertical_alignment="center")
    brings, computed = gain(row, impact), how_prioritised(row, basis)
    lines = [_first_line(at, row), as_text(tell(reason(row))), as_text(tell(brings)) if brings else ""]
    words.markdown("  \n".join(filter(None, lines)))
    if computed:
        with aside:
            how(map(tell, [*computed, *how_gained(row, impact)]))


def _first_line(at: int, row: Any) -> str:
    """The name with its place and quadrant."""
    placed, judged = place(at, row), verdict(row)
    name = f"**{as_text(tell(placed) if placed else row.touchpoint)}**"
    return f"{name} · {as_text(tell(judged))}" if judged else name
