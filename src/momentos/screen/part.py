"""A part of a page that a click inside it draws again alone: the rest is neither asked, nor drawn, nor sent anew."""

from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

from momentos.domain import clock
from momentos.screen.language import language
from momentos.screen.opened import warehouse
from momentos.screen.viewer import viewer


def part(name: str, draw: Callable[..., None], *args: Any) -> None:
    """``draw(*args)``, as a part of the page. Parts of one name are drawn together when ``draw_part`` asks for it.

    What ``draw`` shows may hang on its arguments and on the widgets inside; nothing outside may hang on these. Where
    the data changed meanwhile, or who looks, the whole page is drawn: what stands outside would be of other data.
    """
    _fragment(name)(draw, args, _what_stands())


def draw_part(name: str) -> None:
    """From a widget's callback: draw the parts of this name again, and nothing else."""
    st.rerun(name)


@cache
def _fragment(name: str) -> Callable[..., None]:
    @st.fragment(key=name)
    def drawn(draw: Callable[..., None], args: tuple[Any, ...], stood: object) -> None:
        if stood != _what_stands():
            st.rerun()
        draw(*args)

    return drawn


def _what_stands() -> tuple[object, ...]:
    """Whatever a page hangs on besides what is picked on it."""
    return warehouse().data_version(), clock.today(), viewer(), language()
