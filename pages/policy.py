"""Policy: how people are evaluated and recognised, in the company's own words and numbers."""

from dataclasses import replace

import streamlit as st

from momentos.domain import clock
from momentos.locales.writing import day_text, instant_text
from momentos.people.kept.policies import first_free_day, publish, version_on, versions
from momentos.people.meanings.policy import READY_POLICIES
from momentos.people.meanings.policy_problems import problems
from momentos.people.questions.awards import out_of_reach
from momentos.people.questions.seen import weights_of
from momentos.people.screen.policy import print_buttons, show_simulation, show_weights, show_words
from momentos.people.screen.policy_form import pick_ready, policy_form
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.head import plain_page
from momentos.screen.language import locale, t, tell
from momentos.screen.letting_in import set_the_code
from momentos.screen.safe import as_text
from momentos.screen.signing import signature
from momentos.screen.viewer import viewer as viewer_now

today = clock.today()
version = ask(version_on, today)
policy = version.policy if version else READY_POLICIES[0].policy
name = version.policy.name if version else t("Starting policy")
plain_page(
    t("How we evaluate and recognise: {policy}", policy=name)
    if version
    else t("No policy has been published yet: the starting one holds")
)

viewer = viewer_now()
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

if viewer.is_lead:
    with box(
        t("Write a policy"),
        t("Whatever is published holds for a whole period: the rules do not change during the game."),
    ):
        ready = pick_ready(history[-1] if history else None)
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
            act(lambda: publish(warehouse(), viewer, replace(draft, name=title), author=author, at=clock.this_second()))

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
            show_simulation(viewer, policy, draft, (t("A: {policy}", policy=name), t("B: {policy}", policy=title)))

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
