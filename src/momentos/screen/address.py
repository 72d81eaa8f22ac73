"""What a person picked, kept in the session and in the address: a page can be linked, left and returned to.

The session wins while the person stays; the address wins when it was changed by hand, by a link or by going back.
Streamlit forgets a widget that a page does not draw, takes the same key on another page for another widget, and sends
labels, which another language does not know: what was picked is kept here and given back to a widget of each language.
Only language-neutral keys and data as written ever stand in the address.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from momentos.screen.language import language

_PAGE_SHOWN, _KEPT, _BEFOREHAND = "page_shown", "picked", "picked_beforehand"
_ELSEWHERE = "-"


def arrive(page: str) -> None:
    """The frame says which page is being drawn. What was picked here on an earlier visit counts as picked elsewhere."""
    if st.session_state.get(_PAGE_SHOWN) != page:
        kept: dict[str, tuple[str, list[str]]] = st.session_state.get(_KEPT, {})
        st.session_state[_KEPT] = {key: (_ELSEWHERE, values) for key, (_, values) in kept.items()}
    st.session_state[_PAGE_SHOWN] = page


def widget_key(key: str) -> str:
    """The key of the widget that picks ``key`` in the page's language."""
    return f"{key}_{language()}"


def put(key: str, value: str) -> None:
    """Pick a value for a widget that is drawn later in this run or on the next page."""
    st.session_state.setdefault(_BEFOREHAND, {})[key] = [value]


def to_set(keys: Sequence[str]) -> dict[str, list[str]] | None:
    """What the widgets of these keys must be set to before they are drawn; ``None`` where they know it themselves.

    On arriving from another page an address without any of the keys says nothing: what was picked elsewhere holds.
    """
    seen = {key: st.query_params.get_all(key) for key in keys}
    put_before: dict[str, list[str]] = st.session_state.get(_BEFOREHAND, {})
    ahead = {key: put_before.pop(key) for key in keys if key in put_before}
    if ahead:
        return {**seen, **ahead}
    kept: dict[str, tuple[str, list[str]]] = st.session_state.get(_KEPT, {})
    if not any(key in kept for key in keys):
        return seen
    known = {key: kept[key][1] if key in kept else [] for key in keys}
    is_same_page = all(kept[key][0] == st.session_state.get(_PAGE_SHOWN) for key in keys if key in kept)
    if seen != known and (is_same_page or any(seen.values())):
        return seen
    is_drawn = is_same_page and any(widget_key(key) in st.session_state for key in keys)
    return None if is_drawn else known


def write(values: Mapping[str, Sequence[str]]) -> None:
    """Keep these values and put them in the address; an empty one takes its key out. Call after the widgets."""
    for key, wanted in values.items():
        if st.query_params.get_all(key) == list(wanted):
            continue
        if wanted:
            st.query_params[key] = list(wanted)
        else:
            del st.query_params[key]
    page = str(st.session_state.get(_PAGE_SHOWN))
    st.session_state[_KEPT] = {**st.session_state.get(_KEPT, {}), **{key: (page, list(values[key])) for key in values}}
