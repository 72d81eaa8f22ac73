"""Policy: how people are evaluated and recognised, in the company's own words and numbers."""

import streamlit as st

from momentos.locales.writing import day_text, instant_text
from momentos.people.kept.policies import version_on, versions
from momentos.people.meanings.policy import READY_POLICIES
from momentos.people.questions.seen import weights_of
from momentos.people.screen.policy import print_buttons, show_weights, show_words
from momentos.people.screen.policy_draft import draft_a_policy
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.head import plain_page
from momentos.screen.language import locale, t
from momentos.screen.letting_in import set_the_code
from momentos.screen.part import part
from momentos.screen.safe import as_text
from momentos.screen.signing import now
from momentos.screen.viewer import viewer

today = now().date()
version = ask(version_on, today)
policy = version.policy if version else READY_POLICIES[0].policy
name = version.policy.name if version else t("Starting policy")
plain_page(
    t("How we evaluate and recognise: {policy}", policy=name)
    if version
    else t("No policy has been published yet: the starting one holds")
)

history = ask(versions)
weights = ask(weights_of, policy, today)
with box(name, t("The same words for all staff, on the screen and on paper.")):
    if version:
        st.caption(
            as_text(
                t(
                    "In force from {day}, published by {author}.",
                    day=day_text(version.starts_on, locale()),
                    author=version.author,
                )
            )
        )
    show_words(policy)
    show_weights(policy, weights)
    print_buttons(policy, version, weights)

if viewer().is_lead:
    part("draft", draft_a_policy, policy, name, history[-1] if history else None, today)

if history:
    with box(t("Versions")):
        for one in reversed(history):
            st.markdown(
                as_text(
                    t(
                        "{number}. {policy} · from {day} · {author}, {at}",
                        number=one.number,
                        policy=one.policy.name,
                        day=day_text(one.starts_on, locale()),
                        author=one.author,
                        at=instant_text(one.written_at, locale()),
                    )
                )
            )

set_the_code()
