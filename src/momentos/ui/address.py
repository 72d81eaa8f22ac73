"""What a person picked, kept in the session and in the address: a page can be linked, left and returned to.

The session wins while the person stays; the address wins when it was changed by hand, by a link or by going back.
Only language-neutral keys and data as written ever stand in the address.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

_WRITTEN = "address_written"


def adopt(keys: Sequence[str]) -> dict[str, list[str]] | None:
    """What the address says of these keys if it is news to this session, else ``None``. Call before the widgets.

    On arriving from another page an address without any of them is no news: pages keep what was picked elsewhere.
    """
    seen = {key: st.query_params.get_all(key) for key in keys}
    written: dict[str, tuple[str, list[str]]] = st.session_state.get(_WRITTEN, {})
    if not any(key in written for key in keys):
        return seen
    known = {key: written[key][1] if key in written else [] for key in keys}
    is_same_page = all(written[key][0] == _page() for key in keys if key in written)
    return seen if seen != known and (is_same_page or any(seen.values())) else None


def write(values: Mapping[str, Sequence[str]]) -> None:
    """Put these values in the address; an empty one takes its key out. Call after the widgets."""
    for key, wanted in values.items():
        if st.query_params.get_all(key) == list(wanted):
            continue
        if wanted:
            st.query_params[key] = list(wanted)
        else:
            del st.query_params[key]
    before = st.session_state.get(_WRITTEN, {})
    st.session_state[_WRITTEN] = {**before, **{key: (_page(), list(wanted)) for key, wanted in values.items()}}


def _page() -> str:
    return (st.context.url or "").split("?")[0]
