"""Asking for the lead's code, or for the code of one's own card, once per session; and setting the lead's code."""

import math

import streamlit as st

from momentos.access.lead_code import SHORTEST_CODE, is_code_of_the_machine, set_lead_code
from momentos.domain import clock
from momentos.domain.errors import Refused
from momentos.domain.names import fold
from momentos.domain.viewer import LEADS, Viewer
from momentos.screen.asking import warehouse
from momentos.screen.box import box
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.viewer import AS_LEAD_KEY, is_code_asked, let_lead, try_card_code, try_lead_code, viewer
from momentos.screen.writing import count_text


def lead_switch() -> Viewer:
    """«I lead this team»: off until pressed, so that nothing is shown by chance on a projector. Answers the viewer as
    the page should show it: without a lead's rights while it is off, or while the code is missing."""
    is_on = st.toggle(
        t("I lead this team"),
        key=AS_LEAD_KEY,
        persist_state="session",
        help=t("Who is below the team is seen only by the person and whoever leads them."),
    )
    seen = viewer()
    if not is_on:
        return Viewer(seen.name, seen.permissions - {LEADS}, seen.own_cards)
    if not seen.is_lead:
        _ask_lead_code()
    return seen


def need_lead_here() -> Viewer:
    """The head of a page only for leads: asks for the code, and stops the page without it."""
    seen = viewer()
    if not seen.is_lead:
        _ask_lead_code()
        st.stop()
    return seen


def need_card_here(employee: str) -> Viewer:
    """The head of a card: asks for its code, or the lead's, and stops the page without either."""
    seen = viewer()
    if not seen.may_open_card(employee):
        _ask_card_code(employee)
        st.stop()
    return seen


def leads_here(sentence: str, *, key: str) -> bool:
    """Whether who looks may see or do what only leads do; else the sentence that it asks for the code, folded over the
    place to write it."""
    if viewer().is_lead:
        return True
    with st.expander(sentence, icon=":material/key:", key=key):
        _ask_lead_code(key=f"{key}_form")
    return False


def offer_to_lead() -> None:
    """For whoever leads and was not let in yet: the lead's code, folded away."""
    if not viewer().is_lead:
        with st.expander(t("I lead this team"), icon=":material/key:"):
            _ask_lead_code()


def offer_to_speak(seen: Viewer, employee: str) -> None:
    """For a lead whose own card this is: its code lets them speak on it, as it does anybody."""
    if is_code_asked() and not seen.may_speak_for(employee):
        with st.expander(t("This is my card"), icon=":material/key:"):
            st.caption(t("With the code of this card you may write on it as its person."))
            _card_code_form(employee)


def _ask_card_code(employee: str) -> None:
    st.markdown(as_text(t("The card of {name} is seen only by {name} and whoever leads.", name=employee)))
    _card_code_form(employee)
    offer_to_lead()


def _card_code_form(employee: str) -> None:
    with st.form("card_code", border=True, width=460):
        code = st.text_input(t("The code of my card"), type="password", max_chars=80)
        if st.form_submit_button(t("Open"), type="primary"):
            wait = try_card_code(employee, code)
            _tell(wait, fold(employee) in viewer().own_cards)
        st.caption(t("Whoever leads you has it and can print it for you."))


def set_the_code() -> None:
    """The lead's code: who sees what without it, and a place to set it, or to change it for those who lead."""
    with box(
        t("The code that lets leads in"),
        t("Who is below the team, the honesty checks and other people's cards are for whoever leads."),
    ):
        if not viewer().is_lead:
            _ask_lead_code()
            return
        if is_code_of_the_machine():
            st.markdown(t("The lead's code was set by whoever installed Momentos, and is not changed here."))
            return
        with st.form("set_lead_code", clear_on_submit=True, border=False, width=460):
            author = signature_in_form()
            code = st.text_input(
                t("A new code for those who lead, of at least {n} characters", n=SHORTEST_CODE),
                type="password",
                max_chars=80,
            )
            if st.form_submit_button(t("Set the code")):
                _set(code, author)


def signature_in_form() -> str:
    """The name typed in this session, or a place to type it in a form."""
    return st.text_input(t("Your name"), value=viewer().name, max_chars=80)


def _set(code: str, author: str) -> None:
    try:
        set_lead_code(warehouse(), viewer(), code, author=author, at=clock.this_second())
    except Refused as refused:
        st.error(as_text(tell(refused.message)))
        return
    let_lead()
    st.toast(t("From now on the code is asked for. Hand it only to those who lead."))
    st.rerun()


def _ask_lead_code(key: str = "lead_code") -> None:
    with st.form(key, border=True, width=460):
        code = st.text_input(t("The lead's code"), type="password", max_chars=80)
        if st.form_submit_button(t("Enter"), type="primary"):
            try:
                wait = try_lead_code(code)
            except Refused as refused:
                st.error(as_text(tell(refused.message)))
            else:
                _tell(wait, viewer().is_lead)
        st.caption(t("It is asked for once, and holds until this window is closed."))


def _tell(wait: float, is_right: bool) -> None:
    """Go on with the right code; else say how it went."""
    if is_right:
        st.rerun()
    if wait > 0:
        st.error(as_text(t("Too many wrong codes: wait {n} seconds.", n=count_text(math.ceil(wait)))))
    else:
        st.error(t("This is not the code."))
