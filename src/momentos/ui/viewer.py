"""Who looks at the screen and what they may see."""

from dataclasses import dataclass

import streamlit as st

NAME_KEY = "viewer_name"
EVERYTHING = frozenset({"everything"})


@dataclass(frozen=True)
class Viewer:
    """``name`` signs the loads; ``permissions`` are part of every kept answer's key."""

    name: str
    permissions: frozenset[str]


def viewer() -> Viewer:
    """The person of this session. Whoever reaches this machine may see everything; the name is what they typed."""
    return Viewer(str(st.session_state.get(NAME_KEY) or "").strip(), EVERYTHING)
