"""A policy on the screen: in words, what it really weighs, and what past periods would have shown."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from momentos.domain import clock
from momentos.domain.viewer import Viewer
from momentos.locales import LANGUAGES
from momentos.locales.reader import reader as reader_of
from momentos.people.kept.policies import Version
from momentos.people.meanings.policy import Policy
from momentos.people.prints.policy_pdf import policy_pdf
from momentos.people.questions.awards import PastPeriod
from momentos.people.questions.seen import Weights, seen_past_periods
from momentos.people.words.awards import luck, window, winners
from momentos.people.words.policy import HOW_WEIGHTS_DECIDE, in_words, weight_rows
from momentos.people.words.policy_versions import in_force, version_line
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.figure_table import text_table
from momentos.screen.language import t, tell
from momentos.screen.printing import print_button
from momentos.screen.safe import as_text


def show_policy(policy: Policy, version: Version | None, weights: Weights, name: str) -> None:
    """The policy as a person reads it, what it really weighs, and both printed."""
    with box(name, t("The same words for all staff, on the screen and on paper.")):
        if version:
            st.caption(as_text(tell(in_force(version))))
        for section in in_words(policy):
            st.markdown(f"**{as_text(tell(section.heading))}**")
            st.markdown("\n".join(f"- {as_text(tell(sentence))}" for sentence in section.sentences))
        _show_weights(policy, weights)
        _print_buttons(policy, version, weights)


def show_simulation(viewer: Viewer, first: Policy, second: Policy, names: tuple[str, str]) -> None:
    """Past periods under two policies: who would have been recognised, and how many of them by luck."""
    both = [ask(seen_past_periods, viewer, policy, clock.today()) for policy in (first, second)]
    for column, periods, name in zip(st.columns(2), both, names, strict=True):
        with column:
            st.markdown(f"**{as_text(name)}**")
            st.caption(as_text(tell(luck(periods))))
            for period in periods:
                _show_period(period)


def show_versions(history: Sequence[Version]) -> None:
    """Every version that was published, the latest first; nothing where none was."""
    if history:
        with box(t("Versions")):
            for version in reversed(history):
                st.markdown(as_text(tell(version_line(version))))


def _show_weights(policy: Policy, weights: Weights) -> None:
    """Beside the weight written down, the one that each metric really has."""
    rows = [
        {
            t("Metric"): tell(one.metric),
            t("Weight on paper"): tell(one.on_paper),
            t("Weight it really has"): tell(one.real),
        }
        for one in weight_rows(policy, weights)
    ]
    text_table(pd.DataFrame(rows), alt=t("Weights on paper and in fact"))
    st.caption(tell(HOW_WEIGHTS_DECIDE))


def _print_buttons(policy: Policy, version: Version | None, weights: Weights) -> None:
    """The page for the notice board, in both languages."""
    with st.container(horizontal=True):
        for language in LANGUAGES:
            paper = partial(policy_pdf, policy, version, weights, reader_of(language))
            label = t("Print in Spanish") if language == "es" else t("Print in English")
            print_button(label, paper, file_name=f"politica-{language}.pdf", key=f"print_policy_{language}")


def _show_period(period: PastPeriod) -> None:
    """Whom each award would have gone to."""
    st.markdown(f"**{as_text(tell(window(period)))}**")
    st.markdown("\n".join(f"- {as_text(tell(line))}" for line in winners(period)))
