"""People and touchpoints that the data name and no sheet lists, to be listed from here."""

from datetime import datetime

import streamlit as st

from momentos.domain.messages import Message, say
from momentos.ui.asking import ask, warehouse
from momentos.ui.figures import count_text
from momentos.ui.language import t, tell
from momentos.ui.safe import as_text
from momentos.ui.viewer import viewer
from momentos.warehouse.creating import create, unlisted
from momentos.warehouse.same_names import Named

_TITLES: dict[Named, Message] = {
    Named.EMPLOYEE: say("Employees that no staff sheet lists: {n}"),
    Named.TOUCHPOINT: say("Touchpoints that no sheet lists: {n}"),
}


def offer_unlisted() -> None:
    """One folded list for each kind of name, nothing where all are listed."""
    for named, title in _TITLES.items():
        names = ask(unlisted, named)
        if names:
            words = tell(Message(title.text, {"n": count_text(len(names))}))
            with st.expander(words, key=f"unlisted_{named}"):
                _offer(named, names)


def _offer(named: Named, names: list[str]) -> None:
    picked = st.multiselect(
        t("Which ones to list"),
        names,
        default=names,
        format_func=as_text,
        key=f"picked_{named}_{len(names)}",
    )
    if st.button(t("Add them to the list"), key=f"create_{named}", disabled=not picked, icon=":material/add:"):
        create(warehouse(), named, picked, author=viewer().name, at=datetime.now())
        st.rerun()
