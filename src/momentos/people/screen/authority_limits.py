"""What each role may give on its own, on the screen: the limits that hold, and a place for leads to declare them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.viewer import Viewer
from momentos.figures.catalogue import values_of
from momentos.people.kept.authority import Authority, declare
from momentos.people.questions.empowerment import conflict_reasons, roles
from momentos.people.words.empowerment import WHAT_LIMITS_TAKE, who_declared
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.figure_table import text_table
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.signing import signature
from momentos.screen.writing import count_text


def show_limits(viewer: Viewer, held: Authority) -> None:
    """The limits, and for leads the form."""
    names, reasons = ask(roles), ask(values_of, Dimension.REASON)
    with box(
        t("What each role may give on its own"),
        t("The company declares it: up to this amount, a conflict is settled without asking anybody."),
    ):
        st.caption(as_text(tell(who_declared(held))))
        known = [(role, held.limit(role)) for role in names if held.limit(role) is not None]
        if known:
            text_table(
                pd.DataFrame(
                    {
                        t("Role"): [role for role, _ in known],
                        t("Limit"): [count_text(amount) for _, amount in known if amount is not None],
                    }
                ),
                alt=t("What each role may give on its own"),
            )
        if not viewer.is_lead:
            return
        if not names or not reasons:
            st.info(tell(WHAT_LIMITS_TAKE), icon=":material/badge:")
            return
        with st.expander(t("Declare the limits and the conflicts"), icon=":material/edit:"):
            _form(viewer, held, names, reasons)


def _form(viewer: Viewer, held: Authority, names: Sequence[str], reasons: Sequence[str]) -> None:
    author = signature()
    with st.form("authority", border=False):
        chosen = ask(conflict_reasons, held)
        picked = st.multiselect(
            t("Contact reasons that are conflicts"),
            list(reasons),
            default=[one for one in chosen if one in reasons],
            format_func=str,
            placeholder=t("Choose"),
        )
        amounts: dict[str, float | None] = {}
        with st.grid(3, min_column_width=240):
            for place, role in enumerate(names):
                amounts[role] = st.number_input(
                    as_text(role), min_value=0.0, value=held.limit(role), step=1000.0, key=f"limit_{place}"
                )
        st.caption(t("Empty: no limit was declared for the role. Nought: it may give nothing on its own."))
        if st.form_submit_button(t("Declare"), type="primary", disabled=not author):
            limits = {role: float(amount) for role, amount in amounts.items() if amount is not None}
            act(lambda: declare(warehouse(), viewer, limits, picked, author=author, at=clock.this_second()))
