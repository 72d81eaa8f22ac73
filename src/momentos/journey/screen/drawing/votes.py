"""Votes on the impact of a touchpoint: giving one, who gave which, and where people disagree."""

import pandas as pd
import streamlit as st

from momentos.domain import clock
from momentos.domain.errors import Refused
from momentos.domain.impact import IMPACT_LABELS
from momentos.domain.touchpoint import Touchpoint
from momentos.journey.kept.votes import vote
from momentos.journey.questions.votes import Vote, votes_by_touchpoint, votes_of
from momentos.journey.screen.drawing.applying import tell_after
from momentos.journey.words.votes import NOBODY, agreement, disputed, vote_words, when
from momentos.locales.writing import number_writer
from momentos.screen.asking import ask, warehouse
from momentos.screen.figure_table import text_table
from momentos.screen.language import locale, t, tell
from momentos.screen.safe import as_text
from momentos.screen.viewer import NAME_KEY, viewer
from momentos.screen.writing import count_text


def your_name() -> None:
    """Who edits and votes: asked once, kept for the session."""
    st.text_input(
        t("Your name, which signs what you change"), key=NAME_KEY, persist_state="session", max_chars=80, width=320
    )


def vote_form(one: Touchpoint) -> None:
    """The votes given, and the reader's own."""
    st.caption(
        t(
            "Each person gives an impact from 1 to 5 with a reason. The median counts in the map, in place of the "
            "sheet's; your last vote is the one that counts."
        )
    )
    with st.form(f"vote_{one.key}", border=False):
        impact = st.segmented_control(
            t("Impact on the customer"),
            list(IMPACT_LABELS),
            format_func=lambda step: t("{impact} · {word}", impact=step, word=tell(IMPACT_LABELS[step])),
            key=f"vote_impact_{one.key}",
        )
        reason = st.text_input(t("Reason"), key=f"vote_reason_{one.key}", max_chars=300)
        if st.form_submit_button(t("Vote"), type="primary", icon=":material/how_to_vote:"):
            _vote(one, impact, reason)
    for given in ask(votes_of, one.key):
        _show(given)


def show_agreement() -> None:
    """Every touchpoint with votes: median, spread, and whether people disagree, the most disputed first."""
    rows = ask(votes_by_touchpoint)
    if rows.empty:
        st.markdown(tell(NOBODY))
        return
    number = number_writer(locale())
    disagreement = disputed(rows)
    if disagreement is not None:
        st.warning(as_text(tell(disagreement)), icon=":material/forum:")
    shown = pd.DataFrame(
        {
            t("Touchpoint"): rows["touchpoint"],
            t("Impact (median)"): [number(value, 1) for value in rows["median"]],
            t("From"): [number(value, 0) for value in rows["lowest"]],
            t("To"): [number(value, 0) for value in rows["highest"]],
            t("People"): [count_text(n) for n in rows["votes"]],
            t("Do they agree?"): [tell(agreement(disagree)) for disagree in rows["disagree"]],
            t("In the sheet"): ["–" if pd.isna(value) else number(value, 1) for value in rows["sheet"]],
        }
    )
    text_table(shown, alt=t("Votes on the impact"))


def _vote(one: Touchpoint, impact: int | None, reason: str) -> None:
    if impact is None:
        st.error(t("Choose a number from 1 to 5."), icon=":material/error:")
        return
    try:
        vote(warehouse(), viewer(), one.key, impact, reason, author=viewer().name, at=clock.now())
    except Refused as refused:
        st.error(as_text(tell(refused.message)), icon=":material/error:")
        return
    tell_after([t("Your vote on «{touchpoint}» is kept.", touchpoint=one.shown)])
    st.rerun()


def _show(given: Vote) -> None:
    words = as_text(tell(vote_words(given)))
    st.markdown(words if given.counts else f":gray[{words}]")
    st.caption(tell(when(given)))
