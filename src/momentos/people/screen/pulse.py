"""The employee pulse on the screen: only what was published, by area and quarter, never for fewer than five people."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from momentos.charts import levels
from momentos.domain import clock
from momentos.domain.messages import say
from momentos.domain.samples import PULSE_GROUP
from momentos.domain.viewer import Viewer
from momentos.locales.writing import number_writer
from momentos.people.kept.pulse import Waiting, publications, publish, waiting
from momentos.people.meanings.pulse_groups import ITEMS, TOGETHER, Quarter
from momentos.people.questions.pulse import Felt, felt
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.empty import upload_link
from momentos.screen.figure_table import text_table
from momentos.screen.how import how
from momentos.screen.language import locale, t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show
from momentos.screen.signing import signature
from momentos.screen.templates import template_button
from momentos.screen.writing import count_text

_DECIMALS = 2


def pulse_finding() -> str:
    """The mean of everybody in the last published quarter."""
    everybody = [one for one in ask(felt) if not one.areas]
    if not everybody:
        return t("The pulse of the team, without anybody's name")
    return t(
        "Pulse of {quarter}: {mean} of 5",
        quarter=quarter_text(everybody[-1].quarter),
        mean=number_writer(locale())(everybody[-1].mean, 1),
    )


def show_pulse(viewer: Viewer, today: date) -> None:
    """What is published, and what waits to be."""
    published, unpublished = ask(publications), ask(waiting, today)
    if not published and not unpublished:
        _nothing_loaded()
        return
    st.caption(
        t("No filters here: only fixed groups and quarters are shown, so that nobody's answer can be worked out.")
    )
    if published:
        items = [TOGETHER, *(one for one in ITEMS if any(one in quarter.items for quarter in published))]
        item = pick("pulse_item", t("Item"), items, words=_item_words, width=360)
        found = ask(felt, item)
        _latest(found)
        _history(found)
    if unpublished:
        _waiting(viewer, unpublished)


def quarter_text(quarter: Quarter) -> str:
    """A quarter as people say it."""
    return tell(quarter.label)


def _item_words(item: str) -> str:
    return t("The three items together") if item == TOGETHER else tell(ITEMS[item])


def _nothing_loaded() -> None:
    with box(t("The pulse needs its sheet")):
        st.markdown(
            t(
                "One row an anonymous answer: the day, the area and three items from 1 to 5. Never a name, a "
                "code or an "
                "e-mail: take those columns out before uploading. Nothing is ever shown for fewer than five people."
            )
        )
        with st.container(horizontal=True):
            upload_link(is_main=True)
            template_button(["pulse"], key="template_pulse")


def _latest(found: Sequence[Felt]) -> None:
    last = max(one.quarter for one in found)
    here = [one for one in found if one.quarter == last]
    everybody = next(one for one in here if not one.areas)
    with box(
        t("Pulse of {quarter}", quarter=quarter_text(last)),
        t("Mean of 1 to 5 with its 95 % interval and how many answered. The dotted line is everybody."),
    ):
        st.markdown(as_text(_said(everybody)))
        groups = sorted((one for one in here if one.areas), key=lambda one: -one.mean)
        if groups:
            frame = pd.DataFrame(
                [(_name(one), one.mean, one.low, one.high, one.n) for one in groups],
                columns=["name", "value", "low", "high", "n"],
            )
            show(
                levels.level_rows,
                frame,
                unit=say("{value}"),
                decimals=_DECIMALS,
                overall=everybody.mean,
                key="pulse",
                alt=t("Pulse of {quarter}", quarter=quarter_text(last)),
            )
            for one in groups:
                if len(one.areas) > 1:
                    st.caption(as_text(t("Shown together: {areas}.", areas=", ".join(one.areas))))
                if one.change is not None and one.change.is_real:
                    st.markdown(f"- {as_text(_changed(one))}")
        else:
            st.info(t("No area can be shown by itself without showing too few of the others."), icon=":material/lock:")
        _how()


def _history(found: Sequence[Felt]) -> None:
    write = number_writer(locale())
    with box(t("Quarter by quarter"), t("The same groups as they were published. What is published never changes.")):
        rows = sorted(found, key=lambda one: (one.quarter, not one.areas), reverse=True)
        text_table(
            pd.DataFrame(
                {
                    t("Quarter"): [quarter_text(one.quarter) for one in rows],
                    t("Group"): [_full_name(one) for one in rows],
                    t("Mean"): [write(one.mean, _DECIMALS) for one in rows],
                    t("95 % interval"): [
                        t("{low} to {high}", low=write(one.low, _DECIMALS), high=write(one.high, _DECIMALS))
                        for one in rows
                    ],
                    t("People (n)"): [count_text(one.n) for one in rows],
                    t("Change"): [_change(one) for one in rows],
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
            st.markdown(f"- {as_text(_why_waiting(one))}")
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


def _why_waiting(one: Waiting) -> str:
    quarter = quarter_text(one.quarter)
    if one.was_shown:
        return t("{quarter}: it was shown with other answers, and is not published twice.", quarter=quarter)
    if one.missing:
        return t(
            "{quarter}: {n} whole answers are missing to show anything.", quarter=quarter, n=count_text(one.missing)
        )
    if not one.has_ended:
        return t("{quarter}: it has not ended.", quarter=quarter)
    return t("{quarter}: ready, with {n} whole answers.", quarter=quarter, n=count_text(one.n))


def _name(one: Felt) -> str:
    if len(one.areas) > 1:
        return t("The other areas together")
    return one.areas[0] if one.areas else t("Everybody")


def _full_name(one: Felt) -> str:
    return ", ".join(one.areas) if len(one.areas) > 1 else _name(one)


def _said(one: Felt) -> str:
    write = number_writer(locale())
    values = {
        "mean": write(one.mean, _DECIMALS),
        "low": write(one.low, _DECIMALS),
        "high": write(one.high, _DECIMALS),
        "n": count_text(one.n),
    }
    if one.change is None or one.change.value is None:
        return t("{n} people answered: {mean} of 5 ({low} to {high}).", **values)
    if not one.change.is_real:
        return t(
            "{n} people answered: {mean} of 5 ({low} to {high}). No real change since the published quarter before.",
            **values,
        )
    if one.change.value > 0:
        return t(
            "{n} people answered: {mean} of 5 ({low} to {high}). It really rose since the published quarter before.",
            **values,
        )
    return t(
        "{n} people answered: {mean} of 5 ({low} to {high}). It really fell since the published quarter before.",
        **values,
    )


def _changed(one: Felt) -> str:
    assert one.change is not None
    assert one.change.value is not None
    change = number_writer(locale())(abs(one.change.value), _DECIMALS)
    if one.change.value > 0:
        return t("{area}: really rose by {change} since the published quarter before.", area=_name(one), change=change)
    return t("{area}: really fell by {change} since the published quarter before.", area=_name(one), change=change)


def _change(one: Felt) -> str:
    if one.change is None or one.change.value is None:
        return ""
    if not one.change.is_real:
        return t("could be chance")
    change = number_writer(locale())(one.change.value, _DECIMALS)
    return change if one.change.value < 0 else f"+{change}"


def _how() -> None:
    how(
        [
            t(
                "Only whole answers count: those with every item asked that quarter. Each person's items are "
                "averaged first."
            ),
            t("An area with fewer than {n} answers is never shown by itself.", n=count_text(PULSE_GROUP)),
            t(
                "Everybody less the areas shown must be nobody, or {n} people or more: else the smallest area "
                "joins the "
                "others. So no small group can be worked out by subtracting.",
                n=count_text(PULSE_GROUP),
            ),
            t("What is shown is what was published: later answers change nothing, and there are no filters."),
            t(
                "Interval of 95 % (Student's t). A change is real when the interval of the difference (Welch) "
                "leaves out zero."
            ),
        ]
    )
