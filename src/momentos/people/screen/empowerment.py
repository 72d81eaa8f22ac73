"""Empowerment on the screen: who settles conflicts, inside which limits, and which customers come back after them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.analysis.intervals import Interval
from momentos.charts import levels
from momentos.domain.messages import say
from momentos.domain.viewer import Viewer
from momentos.figures.filters import Filters
from momentos.people.kept.authority import Authority, authority
from momentos.people.questions.empowerment import (
    CameBack,
    Settled,
    came_back,
    conflict_reasons,
    settled,
)
from momentos.people.screen.authority_limits import show_limits
from momentos.people.words import empowerment as words
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import upload_link
from momentos.screen.figure_table import text_table
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show
from momentos.screen.templates import template_button
from momentos.screen.writing import count_text

_BY = {"role": say("Role"), "area": say("Area")}


def show_empowerment(viewer: Viewer, filters: Filters) -> None:
    """Conflicts of the window, who came back, and the limits."""
    held = ask(authority)
    found = ask(settled, filters, held)
    if not found or not found[0].n:
        _nothing_loaded()
    else:
        _settled(found[0], filters, held)
        _came_back(ask(came_back, filters, held))
    show_limits(viewer, held)


def _nothing_loaded() -> None:
    with box(t("There are no conflicts in this period")):
        st.markdown(tell(words.WHAT_IT_TAKES))
        with st.container(horizontal=True):
            upload_link(is_main=True)
            template_button(["interactions", "employees"], key="template_conflicts")


def _settled(every: Settled, filters: Filters, held: Authority) -> None:
    with box(
        t("Who settles conflicts"),
        t("Of the contacts whose reason is a conflict: settled by the first person, and inside their limit."),
    ):
        for sentence in words.who_settles(every, held):
            st.markdown(f"- {as_text(tell(sentence))}")
        by = pick("settled_by", t("Group by"), list(_BY), words=lambda one: tell(_BY[one]), form="row")
        groups = [one for one in ask(settled, filters, held, by) if one.by_first.n]
        if groups:
            title = t("Settled by the first person")
            st.markdown(f"**{title}**")
            frame = pd.DataFrame(
                [
                    (tell(words.group_name(one)), one.by_first.value, *_ends(one.by_first.interval), one.by_first.n)
                    for one in sorted(groups, key=lambda one: -(one.by_first.value or 0))
                ],
                columns=["name", "value", "low", "high", "n"],
            )
            show(
                levels.level_rows,
                frame,
                unit=say("{value} %"),
                overall=every.by_first.value,
                key="settled",
                alt=title,
            )
        with st.expander(t("See the numbers")):
            text_table(_table([every, *groups], tell(_BY[by])), alt=t("Who settles conflicts"))
        how(map(tell, words.how_it_is_counted(ask(conflict_reasons, held))))


def _table(groups: Sequence[Settled], whose: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            whose: [tell(words.group_name(one)) if place else t("All") for place, one in enumerate(groups)],
            t("Conflicts (n)"): [count_text(one.n) for one in groups],
            t("Settled by the first person"): [tell(words.share(one.by_first)) for one in groups],
            t("Inside their limit"): [tell(words.share(one.inside)) for one in groups],
            t("Passed on inside the limit"): [tell(words.share(one.escalated_inside)) for one in groups],
            t("With some compensation"): [tell(words.share(one.compensated)) for one in groups],
        }
    )


def _came_back(found: Sequence[CameBack]) -> None:
    with box(t("Customers who came back after a conflict"), tell(words.WHO_CAME_BACK)):
        if not found:
            st.info(tell(words.WHAT_COMING_BACK_TAKES), icon=":material/upload_file:")
            return
        enough = [one for one in found if not one.missing]
        if enough:
            frame = pd.DataFrame(
                [(tell(one.ending.label), one.came.value, *_ends(one.came.interval), one.came.n) for one in enough],
                columns=["name", "value", "low", "high", "n"],
            )
            show(
                levels.level_rows,
                frame,
                unit=say("{value} %"),
                key="came_back",
                alt=t("Customers who came back after a conflict"),
            )
        for one in found:
            st.markdown(f"- {as_text(tell(words.how_many_came_back(one)))}")
        how(map(tell, words.HOW_COMING_BACK_IS_COUNTED))


def _ends(interval: Interval) -> tuple[float, float]:
    assert interval.low is not None
    assert interval.high is not None
    return interval.low, interval.high
