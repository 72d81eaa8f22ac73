"""What is declared and does not fit the data, doubt by doubt."""

from datetime import date
from itertools import groupby

import streamlit as st

from momentos.journey.questions.ownership import checks
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text

_SHOWN = 12


def show_doubts(today: date) -> None:
    """Each kind of doubt with its sentences; a calm one if all fits."""
    found = ask(checks, today)
    if not found:
        st.markdown(t("All that is declared fits the data."))
    for doubt, some in groupby(found, key=lambda one: one.doubt):
        told = [tell(one.sentence) for one in some]
        st.markdown(f"**{as_text(tell(doubt.label))}** · {len(told)}")
        st.markdown("\n".join(f"- {as_text(sentence)}" for sentence in told[:_SHOWN]))
        if len(told) > _SHOWN:
            st.caption(t("and {n} more", n=len(told) - _SHOWN))
