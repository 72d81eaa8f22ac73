"""Writing a policy and seeing at once what past periods would have shown under it."""

from dataclasses import replace
from datetime import date

import streamlit as st

from momentos.locales.writing import day_text
from momentos.people.kept.policies import Version, first_free_day, publish
from momentos.people.meanings.policy import Policy
from momentos.people.meanings.policy_problems import problems
from momentos.people.questions.awards import out_of_reach
from momentos.people.screen.policy import show_simulation
from momentos.people.screen.policy_form import pick_ready, policy_form
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.language import locale, t, tell
from momentos.screen.safe import as_text
from momentos.screen.signing import now, signature
from momentos.screen.viewer import viewer


def draft_a_policy(policy: Policy, name: str, last: Version | None, today: date) -> None:
    """The draft, from the ``last`` version or a ready policy, and past periods under the ``policy`` that holds, by its
    ``name``, and under the draft."""
    with box(
        t("Write a policy"),
        t("Whatever is published holds for a whole period: the rules do not change during the game."),
    ):
        ready = pick_ready(last)
        draft = policy_form(ready)
        found = problems(draft)
        for problem in found or ask(out_of_reach, draft, today):
            st.warning(as_text(tell(problem)), icon=":material/rule:")
        suggested = ready.policy.name or tell(ready.label)
        title = st.text_input(t("Name of the policy"), value=suggested, key=f"title_{ready.key}", max_chars=80)
        author = signature()
        start = ask(first_free_day, draft, today)
        st.caption(as_text(t("It will hold from {day}.", day=day_text(start, locale()))))
        if st.button(
            t("Publish"), type="primary", disabled=bool(found) or not author or not title, key="publish_policy"
        ):
            act(lambda: publish(warehouse(), viewer(), replace(draft, name=title), author=author, at=now()))

    with box(
        t("What past periods would have shown"),
        t(
            "The same data under both policies. «By luck» is how many of those recognised are not expected "
            "to be truly better."
        ),
    ):
        if found:
            st.caption(t("Put the draft right to try it on past data."))
        else:
            show_simulation(viewer(), policy, draft, (t("A: {policy}", policy=name), t("B: {policy}", policy=title)))
