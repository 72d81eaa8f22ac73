"""For whoever leads: the codes of people's own cards, to draw, to hand over, and to draw anew."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.access.card_codes import CardCode, CodeState, codes_of, draw_codes
from momentos.domain import clock
from momentos.domain.viewer import Viewer
from momentos.people.words.card_codes import CODE_STATES, code_explained
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.figure_table import text_table
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.viewer import is_code_asked
from momentos.screen.writing import count_text


def hand_over_code(viewer: Viewer, employee: str) -> None:
    """The code of one card, folded away, and drawing it; nothing but for leads, where codes are asked for."""
    if not viewer.is_lead or not is_code_asked():
        return
    (one,) = ask(codes_of, viewer, (employee,), clock.today())
    with st.expander(t("The code of this card, to hand over"), icon=":material/key:", key="card_code_handed"):
        _say_state(one)
        if one.state is CodeState.LEFT:
            return
        label = t("Draw its code") if one.state is CodeState.NOT_DRAWN else t("Draw a new code")
        if st.button(label, icon=":material/casino:", key="draw_code"):
            _draw(viewer, [employee])


def team_codes(viewer: Viewer, people: Sequence[str]) -> None:
    """What became of each one's code, and drawing those that nobody has drawn yet."""
    codes = ask(codes_of, viewer, tuple(people), clock.today())
    st.caption(t("Each person opens their own card with their code. Hand it over in private."))
    shown = pd.DataFrame(
        {
            t("Person"): [one.employee for one in codes],
            t("The code of my card"): [one.code or "–" for one in codes],
            t("What it does"): [tell(CODE_STATES[one.state]) for one in codes],
        }
    )
    text_table(shown, alt=t("The codes of the team's cards"))
    missing = [one.employee for one in codes if one.state is CodeState.NOT_DRAWN]
    if missing and st.button(
        t("Draw those that are missing: {n}", n=count_text(len(missing))), icon=":material/casino:", key="draw_codes"
    ):
        _draw(viewer, missing)


def _say_state(one: CardCode) -> None:
    explained = as_text(tell(code_explained(one)))
    if one.code is not None:
        st.code(one.code, language=None, width=240)
    if one.state is CodeState.CHANGED:
        st.warning(explained, icon=":material/warning:")
    else:
        st.caption(explained)


def _draw(viewer: Viewer, people: Sequence[str]) -> None:
    act(lambda: draw_codes(warehouse(), viewer, people, author=viewer.name, at=clock.this_second()))
