"""Recognising on the screen: proposals given in two clicks, one's own words, the wall, and how evenly it falls."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.figures.catalogue import values_of
from momentos.locales.writing import day_text, number_writer
from momentos.people.kept.recognitions import recognise
from momentos.people.questions.recognition_proposals import LEADER_WINDOWS, Equity, Leader, Proposal
from momentos.screen.asking import ask, warehouse
from momentos.screen.figure_table import text_table
from momentos.screen.language import locale, t, tell
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text

_SURE = "recognise_sure"


def show_proposals(found: tuple[Proposal, ...], author: str) -> None:
    """Each with its reason and evidence; the first click chooses, the second gives."""
    for place, one in enumerate(found):
        with st.container(border=True):
            st.markdown(f"**{as_text(one.employee)}**")
            st.markdown(as_text(tell(one.reason)))
            if one.is_first:
                st.caption(t("Nobody has recognised this person yet."))
            st.caption(as_text(_evidence(one)))
            _two_clicks(place, one, author)


def _evidence(one: Proposal) -> str:
    if one.occurred_on is None:
        return t("Rests on: {proof}", proof=tell(one.proof))
    return t("Rests on: {proof} · {day}", proof=tell(one.proof), day=day_text(one.occurred_on, locale()))


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
            tell(one.reason),
            tell(one.proof),
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
        reason = st.text_area(t("What for, in a sentence"), max_chars=300)
        proof = st.text_input(t("The case, survey or figure that shows it"), max_chars=120)
        if st.form_submit_button(t("Recognise"), disabled=not author) and employee:
            recognise(warehouse(), employee, reason, proof, occurred_on=None, author=author, at=clock.this_second())
            st.rerun()


def show_leaders(found: tuple[Leader, ...]) -> None:
    """Each with the reasons."""
    for one in found:
        words = t(
            "{name}: clearly above the team in {n} of {windows} windows; colleagues who gave recognition: {voices}; "
            "courses done: {courses}.",
            name=one.employee,
            n=one.windows,
            windows=LEADER_WINDOWS,
            voices=one.voices,
            courses=one.courses,
        )
        st.markdown(f"- {as_text(words)}")
    if not found:
        st.caption(t("Nobody was clearly above the team in more than one window."))


def _say_wait(found: Equity) -> None:
    """The median days from the fact to the thanks, and which recognitions took the most."""
    write = number_writer(locale())
    middle = found.days_to_thanks or 0.0
    st.markdown(
        as_text(
            t(
                "From the fact to the thanks, half of them took {days} days or less.",
                days=write(middle, 0 if middle == round(middle) else 1),
            )
        )
    )
    late = [(one, days) for one, days in found.slowest if days > middle]
    if late:
        with st.expander(t("Which took the longest")):
            for one, days in late:
                words = t("{name}: {days} days. {reason}", name=one.employee, days=count_text(days), reason=one.reason)
                st.markdown(f"- {as_text(words)}")


def show_equity(found: Equity) -> None:
    """Who is never recognised, whether a few receive it all, and how long thanks take."""
    if found.people == 0:
        st.caption(t("Without the staff sheet it cannot be said who is never recognised. Upload it to see it here."))
        return
    st.markdown(
        as_text(
            t(
                "{never} of {people} people have not been recognised in this period.",
                never=count_text(len(found.never)),
                people=count_text(found.people),
            )
        )
    )
    if found.top_share is not None:
        share = number_writer(locale())(100 * found.top_share, 0)
        st.markdown(as_text(t("The tenth most recognised received {share} % of the recognitions.", share=share)))
    if found.days_to_thanks is not None:
        _say_wait(found)
    text_table(_equity_table(t("Area"), found.by_area), alt=t("Recognitions by area"))
    by_shift = [(tell(one.label) if one else t("Not known"), some, every) for one, some, every in found.by_shift]
    if any(one for one, *_ in found.by_shift):
        text_table(_equity_table(t("Shift"), by_shift), alt=t("Recognitions by shift"))
        st.caption(t("The shift is the one in which each person attends most of their cases."))


def _equity_table(whose: str, rows: Sequence[tuple[str, int, int]]) -> pd.DataFrame:
    return pd.DataFrame(
        [(name, count_text(some), count_text(every)) for name, some, every in rows],
        columns=[whose, t("People recognised"), t("People")],
    )
