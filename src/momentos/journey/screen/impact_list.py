"""Touchpoint by touchpoint: what was assigned, what the data say, whether it punishes or pays."""

from dataclasses import asdict
from typing import Any

import pandas as pd
import streamlit as st

from momentos.analysis.penalty import PenaltyReward
from momentos.journey.pictures import penalty
from momentos.journey.pictures.impact import by_disagreement
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.words import touchpoint_impact
from momentos.journey.words.impact import how_tentative, method
from momentos.journey.words.penalty import how_told, what_it_takes, where_scores_are_missing
from momentos.screen.box import box
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.writing import count_text

_LISTED_AT_ONCE = 6


def say_cautions(found: JourneyImpact) -> None:
    """How much the answers allow to be claimed, and what weakens them."""
    tentative = how_tentative(found.report)
    if tentative is not None:
        st.info(tell(tentative), icon=":material/hourglass_empty:")
    for one in found.report.warnings:
        st.warning(as_text(tell(one.sentence)), icon=":material/warning:")


def say_method(found: JourneyImpact) -> None:
    """Under the picture: how the weights were computed, from how many answers."""
    st.caption(as_text(" · ".join(map(tell, method(found.report)))))


def impact_list(found: JourneyImpact) -> None:
    """One entry a touchpoint, the greatest disagreement first, each with how it was computed; most are folded away."""
    rows = list(by_disagreement(found.rows).itertuples())
    for row in rows[:_LISTED_AT_ONCE]:
        _show(row, found)
    if len(rows) > _LISTED_AT_ONCE:
        with st.expander(t("See the other {n}", n=count_text(len(rows) - _LISTED_AT_ONCE))):
            for row in rows[_LISTED_AT_ONCE:]:
                _show(row, found)


def _show(row: Any, found: JourneyImpact) -> None:
    words, aside = st.columns([5, 1], vertical_alignment="center")
    judged = touchpoint_impact.verdict(row)
    verdict, sentence = tell(judged) if judged else "", " ".join(map(tell, touchpoint_impact.weight(row, found)))
    told = f"**{as_text(verdict)}** {as_text(sentence)}" if row.is_contradicted else as_text(f"{sentence} {verdict}")
    words.markdown(f"**{as_text(row.touchpoint)}**  \n{told}")
    with aside:
        how(map(tell, touchpoint_impact.how_weighed(row, found)))


def penalty_card(found: JourneyImpact) -> None:
    """Whether each touchpoint punishes or pays; how many answers are missing where it cannot be told."""
    if not found.patterns:
        return
    with box(
        t("Punishes if it fails, pays if it shines"),
        t(
            "How loyalty changes with a very low score and with the highest one, against a middling score at the same "
            "touchpoint. Associated, not caused."
        ),
    ):
        frame = _frame([one for one in found.patterns if one.pattern is not None])
        if frame.empty:
            st.info(tell(what_it_takes(found)), icon=":material/hourglass_empty:")
            return
        show(
            penalty.penalty_bars,
            frame,
            key="penalty",
            legend=penalty.legend(style()),
            alt=t("Punishes if it fails, pays if it shines"),
        )
        missing = where_scores_are_missing([one for one in found.patterns if one.pattern is None])
        if missing is not None:
            st.caption(as_text(tell(missing)))
        how(map(tell, how_told(found)))


def _frame(known: list[PenaltyReward]) -> pd.DataFrame:
    rows = [
        {
            "touchpoint": one.key,
            **{side: getattr(one, side) for side in ("penalty", "reward", "lows", "highs")},
            **{f"penalty_{end}": value for end, value in asdict(one.penalty_interval).items()},
            **{f"reward_{end}": value for end, value in asdict(one.reward_interval).items()},
            "pattern": str(one.pattern),
        }
        for one in known
    ]
    bounds = [f"{side}_{end}" for side in ("penalty", "reward") for end in ("low", "high")]
    return pd.DataFrame(rows, columns=None if rows else bounds).astype(dict.fromkeys(bounds, float))
