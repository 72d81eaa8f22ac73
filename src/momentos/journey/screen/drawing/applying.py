"""Making a change to the journey: tried, kept as a small load, and told."""

from collections.abc import Callable

import streamlit as st

from momentos.domain import clock
from momentos.domain.errors import Refused
from momentos.domain.touchpoint import Touchpoint
from momentos.journey.meanings.journey_edits import Edit
from momentos.loading.screen_edit import described_touchpoints, save
from momentos.screen.asking import ask, warehouse
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.viewer import viewer

_TOLD = "drawing_told"


def described() -> dict[str, Touchpoint]:
    """Every touchpoint described until now, by key."""
    return ask(described_touchpoints)


def apply(make: Callable[[], Edit]) -> None:
    """Keep what the edit changes and draw the page again; what cannot be is said in place."""
    try:
        edit = make()
        save(warehouse(), viewer(), edit.changed, author=viewer().name, at=clock.now())
    except Refused as refused:
        st.error(as_text(tell(refused.message)), icon=":material/error:")
        return
    done = [t("The change is kept.")] if edit.changed else [t("Nothing changed.")]
    tell_after([*done, *(tell(note) for note in edit.notes)])
    st.rerun()


def tell_after(sentences: list[str]) -> None:
    """Keep sentences to be told once the page is drawn again."""
    st.session_state[_TOLD] = sentences


def tell_result() -> None:
    """What became of the last change."""
    told: list[str] = st.session_state.pop(_TOLD, [])
    if told:
        st.success(as_text(" ".join(told)), icon=":material/check_circle:")
