"""Parts of a page that stand for themselves: what fails in one is told in its place, and the rest goes on."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from momentos.domain.faults import why_not_shown
from momentos.domain.messages import Message
from momentos.screen.language import tell
from momentos.screen.safe import as_text


@contextmanager
def apart() -> Iterator[None]:
    """Whatever fails inside is told as an error, and what stands below is drawn."""
    try:
        yield
    except Exception as error:
        tell_fault(why_not_shown(error))


def tell_fault(why: Message) -> None:
    """The calm sentence, where the part would stand."""
    st.error(as_text(tell(why)), icon=":material/error:")
