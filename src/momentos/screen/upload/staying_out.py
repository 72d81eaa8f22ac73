"""What will not be loaded, told in colour beside the button that loads: columns, rows, whole sheets, open questions."""

from collections.abc import Iterable, Iterator

import streamlit as st

from momentos.loading.stays_out import StaysOut
from momentos.loading.words.stays_out import not_answered, what_stays_out
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text


def tell_what_stays_out(found: Iterable[StaysOut]) -> None:
    """For each place a line of its rows and one of its columns, and below them a line for each question without an
    answer; nothing if all is in."""
    lines = [line for left in found for line in _lines(left)]
    if lines:
        st.warning("\n".join(lines), icon=":material/content_cut:", title=t("Stays out of the load"))


def _lines(left: StaysOut) -> Iterator[str]:
    yield from (f"- {as_text(tell(words))}" for words in what_stays_out(left))
    yield from (f"    - {as_text(tell(words))}" for words in not_answered(left))
