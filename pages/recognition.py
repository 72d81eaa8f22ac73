"""Recognitions: whom to recognise and why, the wall, and how evenly it falls."""

import streamlit as st

from momentos.queries.proposals import equity, proposals
from momentos.queries.recognition import recognitions
from momentos.queries.seen import seen_leaders, seen_never_recognised
from momentos.ui.asking import ask
from momentos.ui.cards import card
from momentos.ui.figures import count_text
from momentos.ui.head import page
from momentos.ui.language import t
from momentos.ui.recognising import (
    print_certificates,
    recognise_in_own_words,
    show_equity,
    show_leaders,
    show_proposals,
    show_wall,
)
from momentos.ui.safe import as_text
from momentos.ui.signing import now, signature
from momentos.ui.viewer import viewer
from momentos.warehouse.policies import policy_on

head = page(t("Recognitions"))
policy = ask(policy_on, now().date())
given = ask(recognitions)
found = ask(proposals, policy, head.filters)
head.say(t("There are {n} reasons to say thanks", n=count_text(len(found))) if found else t("Recognitions"))

if given:
    with card(t("Wall"), t("The latest recognitions, each with the fact it rests on.")):
        show_wall(given)
        print_certificates(given)

with card(
    t("Whom to recognise, and why"), t("Proposals rest on facts and decide nothing: a person gives the recognition.")
):
    author = signature()
    if not author:
        st.caption(t("Write your name to recognise somebody."))
    show_proposals(found, author)
    if not found:
        st.caption(t("In this period nothing stands out by the policy, by a customer's words or by hard cases."))
    with st.expander(t("Recognise somebody in my own words")):
        recognise_in_own_words(author)

if viewer().is_lead:
    with card(t("Possible leaders"), t("A shortlist with its reasons, for a conversation: never a decision.")):
        if st.toggle(t("Look in the last four windows"), key="look_for_leaders"):
            show_leaders(ask(seen_leaders, viewer(), policy))

with card(t("How evenly it falls"), t("Recognition that always falls on the same people stops being one.")):
    show_equity(ask(equity, head.filters))
    never = ask(seen_never_recognised, viewer(), head.filters) if viewer().is_lead else ()
    if never:
        with st.expander(t("Never recognised yet: {n}", n=count_text(len(never)))):
            st.markdown(as_text(", ".join(never)))
