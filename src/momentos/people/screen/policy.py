"""A policy on the screen: in words, what it really weighs, and what past periods would have shown."""

from collections import defaultdict
from functools import partial

import pandas as pd
import streamlit as st

from momentos.domain import clock
from momentos.domain.viewer import Viewer
from momentos.facts import METRICS
from momentos.locales import LANGUAGES, translator
from momentos.locales.writing import day_text, number_writer
from momentos.people.kept.policies import Version
from momentos.people.meanings.policy import Award, Policy
from momentos.people.prints.policy_pdf import policy_pdf
from momentos.people.questions.awards import PastPeriod, luck_of
from momentos.people.questions.seen import Weights, seen_past_periods
from momentos.people.words.policy import in_words
from momentos.screen.asking import ask
from momentos.screen.figure_table import text_table
from momentos.screen.language import locale, t, tell
from momentos.screen.printing import print_button
from momentos.screen.safe import as_text


def show_words(policy: Policy) -> None:
    """The policy as a person reads it."""
    for section in in_words(policy):
        st.markdown(f"**{as_text(tell(section.heading))}**")
        st.markdown("\n".join(f"- {as_text(tell(sentence))}" for sentence in section.sentences))


def show_weights(policy: Policy, weights: Weights) -> None:
    """Beside the weight written down, the one that each metric really has."""
    write = number_writer(locale())
    rows = []
    for one in policy.metrics:
        nominal, real = weights.get(one.key, (one.weight / 100, None))
        rows.append(
            {
                t("Metric"): tell(METRICS[one.key].label),
                t("Weight on paper"): t("{value} %", value=write(100 * nominal, 0)),
                t("Weight it really has"): t("not known yet")
                if real is None
                else t("{value} %", value=write(100 * real, 0)),
            }
        )
    text_table(pd.DataFrame(rows), alt=t("Weights on paper and in fact"))
    st.caption(t("A metric in which people hardly differ decides little, whatever its weight on paper."))


def print_buttons(policy: Policy, version: Version | None, weights: Weights) -> None:
    """The page for the notice board, in both languages."""
    effective = {key: real for key, (_, real) in weights.items()}
    with st.container(horizontal=True):
        for language in LANGUAGES:
            paper = partial(
                policy_pdf,
                policy,
                translator(language),
                author=version.author if version else "",
                starts_on=day_text(version.starts_on, language) if version else "",
                effective=effective,
            )
            label = t("Print in Spanish") if language == "es" else t("Print in English")
            print_button(label, paper, file_name=f"politica-{language}.pdf", key=f"print_policy_{language}")


def show_simulation(viewer: Viewer, first: Policy, second: Policy, names: tuple[str, str]) -> None:
    """Past periods under two policies: who would have been recognised, and how many of them by luck."""
    both = [ask(seen_past_periods, viewer, policy, clock.today()) for policy in (first, second)]
    for column, periods, name in zip(st.columns(2), both, names, strict=True):
        with column:
            st.markdown(f"**{as_text(name)}**")
            _say_luck(periods)
            for one in periods:
                _say_period(one)


def _say_luck(periods: tuple[PastPeriod, ...]) -> None:
    awards, by_luck = luck_of(periods)
    if awards == 0:
        st.caption(t("In these periods it would have recognised nobody."))
        return
    st.caption(
        as_text(
            t(
                "Recognitions: {awards}; periods: {periods}; by luck: {luck}.",
                awards=awards,
                periods=len(periods),
                luck=number_writer(locale())(by_luck, 1),
            )
        )
    )


def _say_period(one: PastPeriod) -> None:
    """Whom each award would have gone to."""
    window = t("{first} – {last}", first=day_text(one.from_on, locale()), last=day_text(one.to_on, locale()))
    st.markdown(f"**{as_text(window)}**")
    names: dict[Award, list[str]] = defaultdict(list)
    for winner in one.winners:
        names[winner.award].append(winner.name)
    told = [t("{award}: {names}", award=tell(award.label), names=", ".join(some)) for award, some in names.items()]
    st.markdown("\n".join(f"- {as_text(line)}" for line in told or [t("nobody")]))
