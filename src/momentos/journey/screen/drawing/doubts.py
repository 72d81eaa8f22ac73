"""What is declared and does not fit the data, doubt by doubt."""

from datetime import date
from itertools import groupby

import streamlit as st

from momentos.journey.questions.ownership import checks
from momentos.journey.words.doubts import LABELS, doubt
from momentos.journey.words.drawing import ALL_FITS
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text

_SHOWN = 12


def show_doubts(today: date) -> None:
    """Each kind of doubt with its sentences; a calm one if all fits."""
    found = ask(checks, today)
    if not found:
        st.markdown(tell(ALL_FITS))
    for kind, alike in groupby(found, key=lambda check: check.doubt):
        sentences = [tell(doubt(check)) for check in alike]
        st.markdown(f"**{as_text(tell(LABELS[kind]))}** · {len(sentences)}")
        st.markdown("\n".join(f"- {as_text(sentence)}" for sentence in sentences[:_SHOWN]))
        if len(sentences) > _SHOWN:
            st.caption(t("and {n} more", n=len(sentences) - _SHOWN))
