"""The head of every page: its title, which becomes the finding once it is known, and the filter bar."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from momentos.domain.messages import Message
from momentos.figures.filters import Filters
from momentos.screen.filters import NOTHING_PICKED, Picked, filter_bar
from momentos.screen.language import tell
from momentos.screen.safe import as_text


@dataclass(frozen=True)
class Head:
    """A page's head. ``filters`` are for its questions."""

    picked: Picked
    _place: DeltaGenerator

    @property
    def filters(self) -> Filters:
        return self.picked.filters

    def say(self, finding: Message) -> None:
        """Put the page's finding in place of its title."""
        self._place.title(as_text(tell(finding)), anchor=False)


def page(title: str, *, is_filtered: bool = True) -> Head:
    """A page with filters, under a title that stands until the finding is said; without the bar where a view of the
    page is the same under any."""
    place = st.empty()
    place.title(as_text(title), anchor=False)
    return Head(filter_bar() if is_filtered else NOTHING_PICKED, place)


def plain_page(title: str) -> None:
    """A page without filters."""
    st.title(as_text(title), anchor=False)
