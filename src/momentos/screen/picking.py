"""Picking one of a few: kept across pages, and in the address by a key that is the same in every language."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from momentos.screen import address


def pick(
    key: str,
    label: str,
    options: Sequence[str],
    *,
    words: Callable[[str], str],
    default: str | None = None,
    form: Literal["list", "row"] = "list",
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """The option picked, first ``default`` or the first of all; what the address says wrongly is left out."""
    start = default if default is not None and default in options else options[0]
    widget = address.widget_key(key)
    wanted = address.to_set((key,))
    if wanted is not None or st.session_state.get(widget) not in options:
        st.session_state[widget] = next((one for one in (wanted or {}).get(key, []) if one in options), start)
    labels = {one: words(one) for one in options}
    if form == "row":
        picked = st.segmented_control(label, options, format_func=labels.__getitem__, key=widget, required=True)
    else:
        picked = st.selectbox(label, options, format_func=labels.__getitem__, key=widget, filter_mode=None, width=width)
    picked = picked or start
    address.write({key: [] if picked == start else [picked]})
    return picked
