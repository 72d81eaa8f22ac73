"""The employee pulse on the screen: only what was published, by area and quarter, never for fewer than five people."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from momentos.charts import levels
from momentos.domain import clock
from momentos.domain.messages import say
from momentos.domain.viewer import Viewer
from momentos.people.kept.pulse import Waiting, publications, publish, waiting
from momentos.people.meanings.pulse_groups import ITEMS, TOGETHER
from momentos.people.questions.pulse import Felt, felt
from momentos.people.words import pulse as words
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.empty import upload_link
from momentos.screen.figure_table import text_table
from momentos.screen.how import how
from momentos.screen.language import reader, t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show
from momentos.screen.signing import signature
from momentos.screen.templates import template_button
from momentos.screen.writing import count_text


def show_pulse(viewer: Viewer, today: date) -> None:
    """What is published, and what waits to be."""
    published, unpublished = ask(publications), ask(waiting, today)
    if not published and not unpublished:
        _nothing_loaded()
        return
    st.caption(tell(words.WHY_NO_FILTERS))
    if published:
        items = [TOGETHER, *(one for one in ITEMS if any(one in quarter.items for quarter in published))]
        item = pick("pulse_item", t("Item"), items, words=lambda one: tell(words.item_words(one)), width=360)
        found = ask(felt, item)
        _latest(found)
        _history(found)
    if unpublished:
        _waiting(viewer, unpublished)


def _nothing_loaded() -> None:
    with box(t("The pulse needs its sheet")):
        st.markdown(tell(words.WHAT_THE_SHEET_HAS))
        with st.container(horizontal=True):
            upload_link(is_main=True)
            template_button(["pulse"], key="template_pulse")


def _latest(found: Sequence[Felt]) -> None:
    last = max(one.quarter for one in found)
    here = [one for one in found if one.quarter == last]
    everybody = next(one for one in here if not one.areas)
    title = tell(words.pulse_of(last))
    with box(title, t("Mean of 1 to 5 with its 95 % interval and how many answered. The dotted line is everybody.")):
        st.markdown(as_text(tell(words.how_everybody_feels(everybody))))
        groups = sorted((one for one in here if one.areas), key=lambda one: -one.mean)
        if groups:
            frame = pd.DataFrame(
                [(tell(words.group_name(one)), one.mean, one.low, one.high, one.n) for one in groups],
                columns=["name", "value", "low", "high", "n"],
            )
            show(
                levels.level_rows,
                frame,
                unit=say("{value}"),
                decimals=words.DECIMALS,
                overall=everybody.mean,
                key="pulse",
                alt=title,
            )
            for one in groups:
                _say_group(one)
        else:
            st.info(tell(words.NO_AREA_BY_ITSELF), icon=":material/lock:")
        how(map(tell, words.HOW_IT_IS_SHOWN))


def _say_group(group: Felt) -> None:
    together, change = words.shown_together(group), words.real_change(group)
    if together is not None:
        st.caption(as_text(tell(together)))
    if change is not None:
        st.markdown(f"- {as_text(tell(change))}")


def _history(found: Sequence[Felt]) -> None:
    with box(t("Quarter by quarter"), t("The same groups as they were published. What is published never changes.")):
        rows = sorted(found, key=lambda one: (one.quarter, not one.areas), reverse=True)
        text_table(
            pd.DataFrame(
                {
                    t("Quarter"): [tell(one.quarter.label) for one in rows],
                    t("Group"): [tell(words.group_in_full(one)) for one in rows],
                    t("Mean"): [reader().number(one.mean, words.DECIMALS) for one in rows],
                    t("95 % interval"): [tell(words.interval_of(one)) for one in rows],
                    t("People (n)"): [count_text(one.n) for one in rows],
                    t("Change"): ["" if change is None else tell(change) for change in map(words.change_beside, rows)],
                }
            ),
            alt=t("Quarter by quarter"),
        )


def _waiting(viewer: Viewer, unpublished: Sequence[Waiting]) -> None:
    ready = [one for one in unpublished if one.is_ready]
    with box(
        t("Quarters to publish"),
        t("A quarter is published once, when it has ended. Answers that come later do not change what was shown."),
    ):
        for one in unpublished:
            st.markdown(f"- {as_text(tell(words.why_waiting(one)))}")
        if not viewer.is_lead:
            st.caption(t("Whoever leads publishes them."))
            return
        author = signature()
        if ready and st.button(
            t("Publish the quarters that have ended"), type="primary", disabled=not author, key="publish_pulse"
        ):
            act(
                lambda: [
                    publish(warehouse(), viewer, one.quarter, author=author, at=clock.this_second()) for one in ready
                ]
            )
