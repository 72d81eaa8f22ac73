"""Touchpoint by touchpoint: what was assigned, what the data say, whether it punishes or pays."""

from dataclasses import asdict
from typing import Any

import pandas as pd
import streamlit as st

from momentos.analysis.penalty import HIGH_AT_LEAST, LOW_AT_MOST, PenaltyReward
from momentos.domain.samples import PENALTY_EACH_END, PENALTY_RESPONDENTS
from momentos.journey.pictures import penalty
from momentos.journey.pictures.impact import by_disagreement
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.screen.impact_words import how_computed, touchpoint_sentence, verdict_words
from momentos.screen.box import box
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.showing import show, style
from momentos.screen.writing import count_text

_LISTED_AT_ONCE = 6


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
    verdict, sentence = verdict_words(row.verdict), touchpoint_sentence(row, found)
    told = f"**{as_text(verdict)}** {as_text(sentence)}" if row.is_contradicted else as_text(f"{sentence} {verdict}")
    words.markdown(f"**{as_text(row.touchpoint)}**  \n{told}")
    with aside:
        how_computed(row, found)


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
            st.info(_missing_people(found), icon=":material/hourglass_empty:")
            return
        show(
            penalty.penalty_bars,
            frame,
            key="penalty",
            legend=penalty.legend(style()),
            alt=t("Punishes if it fails, pays if it shines"),
        )
        _say_who_is_missing([one for one in found.patterns if one.pattern is None])
        how(_how_patterns(found))


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


def _missing_people(found: JourneyImpact) -> str:
    missing = PENALTY_RESPONDENTS - found.report.respondents
    if missing > 0:
        return t(
            "{n} answers so far; {missing} more are needed to tell this.",
            n=count_text(found.report.respondents),
            missing=count_text(missing),
        )
    return t(
        "No touchpoint has {minimum} scores of 1 or 2 and {minimum} of 5, which it takes to tell this.",
        minimum=count_text(PENALTY_EACH_END),
    )


def _how_patterns(found: JourneyImpact) -> list[str]:
    return [
        t(
            "Loyalty explained by two marks a touchpoint: a score of {low} or less, and a score of {high}, against "
            "those with a score between; who did not pass is apart (Brandt's penalty-reward analysis).",
            low=count_text(LOW_AT_MOST),
            high=count_text(HIGH_AT_LEAST),
        ),
        t("Loyalty: {outcome}.", outcome=tell(found.loyalty.outcome.label).lower()),
        t("Answers whose loyalty is known: {n}.", n=count_text(found.report.respondents)),
        t("All touchpoints at once, each beside the others; intervals of 95 %, robust to unequal spread (HC3)."),
        t("It punishes more if what it takes away is surely more than what it adds; pays more if it is surely less."),
        t(
            "Least: {respondents} answers, and {each} low and {each} high scores of the touchpoint.",
            respondents=count_text(PENALTY_RESPONDENTS),
            each=count_text(PENALTY_EACH_END),
        ),
        t("It is an association: it does not prove that one thing causes the other."),
    ]


def _say_who_is_missing(silent: list[PenaltyReward]) -> None:
    if silent:
        names = ", ".join(
            t("«{touchpoint}» ({n})", touchpoint=one.key, n=count_text(one.missing_lows + one.missing_highs))
            for one in silent
        )
        st.caption(as_text(t("Low or high scores are missing at: {names}.", names=names)))
