"""Who looks at the screen and what they may see."""

import time

import streamlit as st

from momentos.domain.names import fold
from momentos.domain.throttle import Throttle
from momentos.domain.viewer import LEADS, Viewer
from momentos.ui.opened import warehouse
from momentos.warehouse.access import is_card_code, is_code_of_the_machine, is_lead_code, is_protected

NAME_KEY = "viewer_name"
_LEADS, _OWN_CARDS = "lead_code_given", "card_codes_given"
_LEAD = ""
"""The subject of the lead's code, among folded names: nobody's."""


@st.cache_resource(show_spinner=False)
def _throttle() -> Throttle:
    """Shared by all sessions of this server."""
    return Throttle()


def viewer() -> Viewer:
    """The person of this session; the name is what they typed. Without a lead's code everybody may see everything."""
    name = str(st.session_state.get(NAME_KEY) or "").strip()
    own = frozenset(st.session_state.get(_OWN_CARDS, ()))
    return Viewer(name, frozenset({LEADS}) if _may_lead() else frozenset(), own)


def is_code_asked() -> bool:
    """Whether a lead's code is set."""
    return _is_protected(warehouse().data_version(), is_code_of_the_machine())


def try_lead_code(code: str) -> float:
    """Let the session see what leads see if the code is right. Answers the seconds to wait before the next attempt."""
    return _attempt(_LEAD, code)


def try_card_code(employee: str, code: str) -> float:
    """The same for one's own card."""
    return _attempt(fold(employee), code)


def let_lead() -> None:
    """Whoever has just set the code need not write it again."""
    st.session_state[_LEADS] = True


def _attempt(subject: str, code: str) -> float:
    throttle, at = _throttle(), time.monotonic()
    wait = throttle.begin(subject, at)
    if wait > 0:
        return wait
    with warehouse().cursor() as cursor:
        is_right = is_lead_code(cursor, code) if subject == _LEAD else is_card_code(cursor, subject, code)
    if is_right:
        throttle.forgive(subject)
    if is_right and subject == _LEAD:
        st.session_state[_LEADS] = True
    elif is_right:
        st.session_state[_OWN_CARDS] = {*st.session_state.get(_OWN_CARDS, ()), subject}
    return throttle.seconds_to_wait(subject, at)


def _may_lead() -> bool:
    return bool(st.session_state.get(_LEADS)) or not is_code_asked()


@st.cache_data(show_spinner=False, max_entries=8)
def _is_protected(data_version: str, by_machine: bool) -> bool:  # noqa: ARG001 - the key: asked once for each state of the data
    with warehouse().cursor() as cursor:
        return is_protected(cursor)
