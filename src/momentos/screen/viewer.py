"""Who looks at the screen and what they may see."""

import time
from collections.abc import Callable
from datetime import date

import streamlit as st

from momentos.access.card_codes import Proof, proof_of, still_proven
from momentos.access.lead_code import is_lead_code, mark_of_lead_code, mark_of_the_machine
from momentos.domain import clock
from momentos.domain.errors import NotAllowed
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.domain.throttle import Throttle
from momentos.domain.viewer import ANYBODY, LEADS, Viewer
from momentos.screen.opened import warehouse

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
    return Viewer(name, _permissions(), _own_cards())


def is_code_asked() -> bool:
    """Whether a lead's code is set."""
    return bool(_mark())


def try_lead_code(code: str) -> float:
    """Let the session see what leads see if the code is right. Answers the seconds to wait before the next attempt."""
    return _attempt(_LEAD, code)


def try_card_code(employee: str, code: str) -> float:
    """The same for one's own card."""
    return _attempt(fold(employee), code)


def still_for_leads(read: Callable[[], bytes]) -> Callable[[], bytes]:
    """To be called later, and from another thread: what this lead may read, unless the code has changed meanwhile."""
    store, mark = warehouse(), _mark()

    def read_if_still_let_in() -> bytes:
        with store.cursor() as cursor:
            if mark_of_lead_code(cursor) != mark:
                raise NotAllowed(say("The lead's code has changed: write the new one."))
        return read()

    return read_if_still_let_in


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
        is_lead = subject == _LEAD and is_lead_code(cursor, code)
        proof = None if subject == _LEAD else proof_of(cursor, subject, code, clock.today())
    if is_lead:
        st.session_state[_LEADS] = mark
    if proof is not None:
        st.session_state[_OWN_CARDS] = (*_proofs(), proof)
    if is_lead or proof is not None:
        throttle.forgive(subject)
    return throttle.seconds_to_wait(subject, at)


def _own_cards() -> frozenset[str]:
    """The folded names of those whose code was written here and opens their card to this day."""
    proofs = _proofs()
    return _own_cards_kept(warehouse().data_version(), clock.today(), proofs) if proofs else frozenset()


def _proofs() -> tuple[Proof, ...]:
    proofs: tuple[Proof, ...] = st.session_state.get(_OWN_CARDS, ())
    return proofs


def _permissions() -> frozenset[str]:
    """Whoever was let in with another code than the present one is not any more."""
    mark = _mark()
    if mark:
        return frozenset({LEADS}) if st.session_state.get(_LEADS) == mark else frozenset()
    return frozenset({LEADS}) if st.session_state.get(AS_LEAD_KEY) else frozenset({LEADS, ANYBODY})


def _mark() -> str:
    return _mark_kept(warehouse().data_version(), mark_of_the_machine())


@st.cache_data(show_spinner=False, max_entries=200)
def _own_cards_kept(data_version: str, day: date, proofs: tuple[Proof, ...]) -> frozenset[str]:  # noqa: ARG001 - the key
    with warehouse().cursor() as cursor:
        return still_proven(cursor, proofs, day)


@st.cache_data(show_spinner=False, max_entries=8)
def _mark_kept(data_version: str, of_the_machine: str) -> str:  # noqa: ARG001 - the key: asked once for each state of the data
    with warehouse().cursor() as cursor:
        return mark_of_lead_code(cursor)
