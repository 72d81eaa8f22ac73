"""A metric's target on the screen: the one the company took, else what the trade suggests, and a way to take one."""

import streamlit as st

from momentos.domain import clock
from momentos.domain.metrics import Metric, Unit
from momentos.figures.taken_targets import remove_target, take_target, taken_targets
from momentos.screen import address
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.language import t, tell
from momentos.screen.metrics import METRIC
from momentos.screen.safe import as_text
from momentos.screen.showing import style
from momentos.screen.signing import signature
from momentos.screen.viewer import viewer
from momentos.service.words.target import target_line

SCORE = "score"


def say_target(metric: Metric) -> None:
    """One line with the company's target or with the suggestion, which judges nothing; for leads a form to take one."""
    if not metric.can_have_target:
        return
    taken = ask(taken_targets).get(metric.key)
    with st.container(horizontal=True, vertical_alignment="center", key="company_target"):
        st.caption(as_text(tell(target_line(metric, taken))), width="content")
        if viewer().is_lead:
            label = t("Set a target") if taken is None else t("Change the target")
            with st.popover(label, icon=":material/flag:", type="tertiary"):
                _form(metric, has_target=taken is not None)


def link_to_target() -> None:
    """A way to the page on which the company's target for the mean score is set."""
    if st.button(t("Set a target for all"), icon=":material/flag:", key="to_target", type="tertiary"):
        address.put(METRIC, SCORE)
        st.switch_page(st.session_state["pages"]["service"])


def _form(metric: Metric, *, has_target: bool) -> None:
    author = signature()
    lowest, highest = metric.bounds
    with st.form(f"target_{metric.key}", border=False):
        value = st.number_input(
            _label(metric),
            min_value=float(lowest),
            max_value=None if metric.scale is None else float(highest),
            value=None,
            placeholder=_placeholder(metric),
            key=f"target_of_{metric.key}",
        )
        with st.container(horizontal=True):
            is_taken = st.form_submit_button(t("Take as the target"), type="primary", disabled=not author)
            is_removed = has_target and st.form_submit_button(t("Remove the target"), disabled=not author)
    if is_removed:
        act(lambda: remove_target(warehouse(), viewer(), metric.key, author=author, at=clock.this_second()))
    elif is_taken and value is not None:
        wanted = float(value)
        act(lambda: take_target(warehouse(), viewer(), metric.key, wanted, author=author, at=clock.this_second()))
    elif is_taken:
        st.error(t("Write the target before taking it."))


def _label(metric: Metric) -> str:
    """What the number stands for: durations are written in seconds."""
    if metric.unit is Unit.SECONDS:
        return t("Target, in seconds")
    if metric.unit is Unit.PERCENT:
        return t("Target, in %")
    lowest, highest = metric.bounds
    return t("Target, from {lowest} to {highest}", lowest=int(lowest), highest=int(highest))


def _placeholder(metric: Metric) -> str:
    """The suggestion, grey in the empty field."""
    if metric.suggested is None:
        return ""
    return style().number(metric.suggested, 0 if metric.suggested == round(metric.suggested) else 1)
