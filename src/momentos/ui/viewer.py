"""Who looks at the screen and what they may see."""

import time

import streamlit as st

from momentos.domain.names import fold
from momentos.domain.throttle import Throttle
from momentos.domain.viewer import ANYBODY, LEADS, Viewer
from momentos.ui.opened import warehouse
from momentos.warehouse.access import is_card_code, is_lead_code, mark_of_lead_code, mark_of_the_machine

NAME_KEY = "viewer_name"
AS_LEAD_KEY = "as_lead"
"""Whether «I lead this team» is switched on."""
_LEADS, _OWN_CARDS = "lead_code_given", "card_codes_given"
_LEAD = ""
"""The subject of the lead's code, among folded names: nobody's."""


@st.cache_resource(show_spinner=False)
def _throttle() -> Throttle:
    """Shared by all sessions of this server."""
    return Throttle()


def viewer() -> Viewer:
    """The person of this session; the name is what they typed. Without a lead's code everybody may see everything, and
    speak on cards while they do not look as a lead."""
    name = str(st.session_state.get(NAME_KEY) or "").strip()
    own = frozenset(st.session_state.get(_OWN_CARDS, ()))
    return Viewer(name, _permissions(), own)


def is_code_asked() -> bool:
    """Whether a lead's code is set."""
    return bool(_mark())


def try_lead_code(code: str) -> float:
    """Let the session see what leads see if the code is right. Answers the seconds to wait before the next attempt."""
    return _attempt(_LEAD, code)


def try_card_code(employee: str, code: str) -> float:
    """The same for one's own card."""
    return _attempt(fold(employee), code)


def let_lead() -> None:
    """Whoever has just set the code need not write it again."""
    st.session_state[_LEADS] = _mark()


def _attempt(subject: str, code: str) -> float:
    throttle, at = _throttle(), time.monotonic()
    wait = throttle.begin(subject, at)
    if wait > 0:
        return wait
    with warehouse().cursor() as cursor:
        mark = mark_of_lead_code(cursor)
        is_right = is_lead_code(cursor, code) if subject == _LEAD else is_card_code(cursor, subject, code)
    if is_right:
        throttle.forgive(subject)
    if is_right and subject == _LEAD:
        st.session_state[_LEADS] = mark
    elif is_right:
        st.session_state[_OWN_CARDS] = {*st.session_state.get(_OWN_CARDS, ()), subject}
    return throttle.seconds_to_wait(subject, at)


def _permissions() -> frozenset[str]:
    """Whoever was let in with another code than the present one is not any more."""
    mark = _mark()
    if mark:
        return frozenset({LEADS}) if st.session_state.get(_LEADS) == mark else frozenset()
    return frozenset({LEADS}) if st.session_state.get(AS_LEAD_KEY) else frozenset({LEADS, ANYBODY})


def _mark() -> str:
    return _mark_kept(warehouse().data_version(), mark_of_the_machine())


@st.cache_data(show_spinner=False, max_entries=8)
def _mark_kept(data_version: str, of_the_machine: str) -> str:  # noqa: ARG001 - the key: asked once for each state of the data
    with warehouse().cursor() as cursor:
        return mark_of_lead_code(cursor)
