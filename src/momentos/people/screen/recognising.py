"""Recognising on the screen: proposals given in two clicks, one's own words, the wall, and how evenly it falls."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.viewer import Viewer
from momentos.figures.catalogue import values_of
from momentos.figures.filters import Filters
from momentos.people.kept.recognitions import recognise
from momentos.people.meanings.policy import Policy
from momentos.people.questions.recognition_proposals import Equity, Proposal
from momentos.people.questions.seen import seen_leaders, seen_never_recognised
from momentos.people.words import equity as words
from momentos.people.words.recognition import (
    FIRST_THANKS,
    NO_LEADERS,
    NO_PROPOSALS,
    evidence,
    leader,
    proof,
    reason,
)
from momentos.screen.asking import ask, warehouse
from momentos.screen.figure_table import text_table
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text

_SURE = "recognise_sure"


def show_proposals(found: tuple[Proposal, ...], author: str) -> None:
    """Each with its reason and evidence; the first click chooses, the second gives."""
    if not author:
        st.caption(t("Write your name to recognise somebody."))
    for place, one in enumerate(found):
        with st.container(border=True):
            st.markdown(f"**{as_text(one.employee)}**")
            st.markdown(as_text(tell(reason(one))))
            if one.is_first:
                st.caption(tell(FIRST_THANKS))
            st.caption(as_text(tell(evidence(one))))
            _two_clicks(place, one, author)
    if not found:
        st.caption(tell(NO_PROPOSALS))


def _two_clicks(place: int, one: Proposal, author: str) -> None:
    if st.session_state.get(_SURE) != one:
        if st.button(
            t("Recognise"), key=f"recognise_{place}", icon=":material/volunteer_activism:", disabled=not author
        ):
            st.session_state[_SURE] = one
            st.rerun()
        return
    if st.button(t("Give it now, signed by {name}", name=as_text(author)), key="recognise_for_sure", type="primary"):
        recognise(
            warehouse(),
            one.employee,
            tell(reason(one)),
            tell(proof(one)),
            occurred_on=one.occurred_on,
            author=author,
            at=clock.this_second(),
            fact=one.fact,
        )
        st.session_state.pop(_SURE)
        st.rerun()


def recognise_in_own_words(author: str) -> None:
    """A lead or a colleague recognises somebody, with the case or comment that shows it."""
    with st.form("own_words", clear_on_submit=True, border=False):
        employee = st.selectbox(t("To whom"), ask(values_of, Dimension.EMPLOYEE), index=None, placeholder=t("Choose"))
        what_for = st.text_area(t("What for, in a sentence"), max_chars=300)
        shown_by = st.text_input(t("The case, survey or figure that shows it"), max_chars=120)
        if st.form_submit_button(t("Recognise"), disabled=not author) and employee:
            recognise(
                warehouse(), employee, what_for, shown_by, occurred_on=None, author=author, at=clock.this_second()
            )
            st.rerun()


def show_leaders(viewer: Viewer, policy: Policy) -> None:
    """Each with the reasons, when asked for."""
    if not st.toggle(t("Look in the last four windows"), key="look_for_leaders"):
        return
    found = ask(seen_leaders, viewer, policy, clock.today())
    for one in found:
        st.markdown(f"- {as_text(tell(leader(one)))}")
    if not found:
        st.caption(tell(NO_LEADERS))


def show_equity(found: Equity) -> None:
    """Who is never recognised, whether a few receive it all, and how long thanks take."""
    if found.people == 0:
        st.caption(tell(words.WITHOUT_STAFF))
        return
    for sentence in (words.never(found), words.top_share(found), words.days_to_thanks(found)):
        if sentence is not None:
            st.markdown(as_text(tell(sentence)))
    late = words.slowest(found)
    if late:
        with st.expander(t("Which took the longest")):
            for sentence in late:
                st.markdown(f"- {as_text(tell(sentence))}")
    text_table(_equity_table(t("Area"), found.by_area), alt=t("Recognitions by area"))
    by_shift = [(tell(words.shift_name(shift)), some, every) for shift, some, every in found.by_shift]
    if any(shift for shift, *_ in found.by_shift):
        text_table(_equity_table(t("Shift"), by_shift), alt=t("Recognitions by shift"))
        st.caption(tell(words.HOW_SHIFTS_ARE_KNOWN))


def show_never(viewer: Viewer, filters: Filters) -> None:
    """By name, who was never recognised, folded away; for leads."""
    never = ask(seen_never_recognised, viewer, filters)
    if never:
        with st.expander(t("Never recognised yet: {n}", n=count_text(len(never)))):
            st.markdown(as_text(", ".join(never)))


def _equity_table(whose: str, rows: Sequence[tuple[str, int, int]]) -> pd.DataFrame:
    return pd.DataFrame(
        [(name, count_text(some), count_text(every)) for name, some, every in rows],
        columns=[whose, t("People recognised"), t("People")],
    )
