"""Recognitions: whom to recognise and why, the wall, and how evenly it falls."""

import streamlit as st

from momentos.domain import clock
from momentos.people.kept.policies import policy_on
from momentos.people.meanings.policy import period_of
from momentos.people.questions.recognition_proposals import equity, proposals
from momentos.people.questions.rewards import public_recognitions, rewards_of
from momentos.people.screen.recognising import (
    recognise_in_own_words,
    show_equity,
    show_leaders,
    show_never,
    show_proposals,
)
from momentos.people.screen.rewarding import give_rewards, show_rewards
from momentos.people.screen.wall import is_on_television, show_wall, take_it_along, television
from momentos.people.words.finding import proposals_finding
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.head import page
from momentos.screen.language import t
from momentos.screen.letting_in import offer_to_lead
from momentos.screen.signing import signature
from momentos.screen.viewer import viewer as viewer_now

if is_on_television():
    television()
    st.stop()
head = page(t("Recognitions"))
policy = ask(policy_on, clock.today())
given = ask(public_recognitions)
found = ask(proposals, policy, head.filters)
head.say(proposals_finding(len(found)))

if given:
    with box(t("Wall"), t("The latest recognitions, each with the fact it rests on.")):
        show_wall(given)
        take_it_along(given)

with box(
    t("Whom to recognise, and why"), t("Proposals rest on facts and decide nothing: a person gives the recognition.")
):
    author = signature()
    show_proposals(found, author)
    with st.expander(t("Recognise somebody in my own words")):
        recognise_in_own_words(author)
viewer = viewer_now()

with box(
    t("Rewards"), t("What comes with a recognition, what it costs, and what is owed. The recognition matters more.")
):
    rewards = ask(rewards_of, period_of(policy, clock.today()))
    show_rewards(rewards)
    if viewer.is_lead:
        give_rewards(viewer, rewards, author)

if viewer.is_lead:
    with box(t("Possible leaders"), t("A shortlist with its reasons, for a conversation: never a decision.")):
        show_leaders(viewer, policy)

with box(t("How evenly it falls"), t("Recognition that always falls on the same people stops being one.")):
    show_equity(ask(equity, head.filters))
    if viewer.is_lead:
        show_never(viewer, head.filters)

offer_to_lead()
