"""People and touchpoints that the data name and no sheet lists, to be listed from here; areas that nobody has, to be
shown as one that somebody has."""

import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message, say
from momentos.figures.catalogue import values_of
from momentos.intake.near_names import likeliest
from momentos.loading.alike_names import may_be_one
from momentos.loading.same_names import Named, say_same, undeclared_areas, written_names
from momentos.loading.unlisted_names import create, unlisted
from momentos.screen.asking import ask, warehouse
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.viewer import viewer
from momentos.screen.writing import count_text

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
    areas = ask(undeclared_areas)
    if areas:
        with st.expander(t("Areas that no touchpoint or employee has: {n}", n=count_text(len(areas))), key="areas"):
            _offer_areas(areas)


def _offer(named: Named, names: list[str]) -> None:
    """All are picked but those that may be another's name in other letters: that is to be said first."""
    doubtful = {one.written for one in may_be_one(named, ask(written_names, named)) if one.shown}
    picked = st.multiselect(
        t("Which ones to list"),
        names,
        default=[name for name in names if name not in doubtful],
        format_func=str,
        key=f"picked_{named}_{len(names)}",
    )
    area = st.selectbox(
        t("The area they belong to, if it is one"),
        sorted({*ask(values_of, Dimension.AREA), *ask(undeclared_areas)}),
        index=None,
        accept_new_options=True,
        placeholder=t("Choose an area, or write a new one"),
        key=f"area_of_{named}_{len(names)}",
        width=420,
    )
    if doubtful & set(names):
        st.caption(t("Not picked: names that may be one with another. Say above whether they are."))
    if st.button(t("Add them to the list"), key=f"create_{named}", disabled=not picked, icon=":material/add:"):
        create(warehouse(), viewer(), named, picked, area=area or "", author=viewer().name, at=clock.now())
        st.rerun()


def _offer_areas(areas: dict[str, int]) -> None:
    """Each area beside those in use, the likeliest first and none picked; one button shows it as that one."""
    known = ask(values_of, Dimension.AREA)
    st.caption(t("Their spending is compared with nobody's figures. Say which area each one is, or correct its sheet."))
    for place, (area, rows) in enumerate(areas.items()):
        likely = likeliest(area, known)
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"area_{place}"):
            into = st.selectbox(
                as_text(t("{count} × «{area}» is", count=count_text(rows), area=area)),
                sorted(known, key=lambda one: one != likely),
                index=None,
                format_func=str,
                placeholder=t("Choose an area"),
                key=f"area_as_{area}",
                width=320,
            )
            if st.button(t("Show it as this area"), key=f"merge_area_{area}", disabled=into is None):
                say_same(warehouse(), viewer(), Named.AREA, [(area, str(into))], author=viewer().name, at=clock.now())
                st.rerun()
