"""Rewards on the screen: the menu, the budget of the period, what is owed and handed over, and how each likes it."""

import pandas as pd
import streamlit as st

from momentos.domain import clock
from momentos.domain.quantities import Amount
from momentos.domain.viewer import Viewer, need_lead
from momentos.people.kept.rewards import (
    Liking,
    Promise,
    Reward,
    hand_over,
    liking_of,
    menu,
    promise,
    put_on_menu,
    say_liking,
    set_budget,
    take_off_menu,
)
from momentos.people.questions.rewards import Rewards, Waiting
from momentos.people.words.rewards import (
    NO_MENU,
    cost,
    liked,
    no_budget,
    period,
    priced,
    promised,
    shortfall,
    too_little,
)
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.figure_table import text_table
from momentos.screen.language import reader, t, tell
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text

WAITING_SHOWN = 8


def say_how_i_like_it(viewer: Viewer, employee: str) -> None:
    """On one's own card: thanked in public or in private, and with what. A lead reads it."""
    if not viewer.may_open_card(employee):
        return
    said = ask(liking_of, viewer, employee)
    if not viewer.may_speak_for(employee):
        st.caption(as_text(tell(liked(said))))
        return
    offered = [one.name for one in ask(menu)]
    with (
        st.expander(t("How I like to be recognised"), icon=":material/volunteer_activism:"),
        st.form("liking", border=False),
    ):
        now_liked = said or Liking()
        places = [True, False]
        is_public = st.radio(
            t("Where"),
            places,
            index=places.index(now_liked.is_public),
            format_func=lambda one: (
                t("In public: on the wall and in the meeting") if one else t("In private: not on the wall")
            ),
        )
        wished = ["", *offered]
        reward = st.selectbox(
            t("With what"),
            wished,
            index=wished.index(now_liked.reward) if now_liked.reward in wished else 0,
            format_func=lambda one: one or t("Anything is fine"),
            filter_mode=None,
            width=420,
        )
        if st.form_submit_button(t("Keep"), disabled=not viewer.signs_for(employee)):
            act(
                lambda: say_liking(
                    warehouse(), viewer, employee, Liking(bool(is_public), reward or ""), at=clock.this_second()
                )
            )


def show_rewards(found: Rewards) -> None:
    """The budget in words, whether it suffices, and the menu."""
    _say_budget(found)
    if not found.menu:
        st.caption(tell(NO_MENU))
        return
    table = pd.DataFrame([{t("Reward"): one.name, t("Cost"): reader().text(cost(one))} for one in found.menu])
    text_table(table, alt=t("Menu of rewards"))


def give_rewards(viewer: Viewer, found: Rewards, author: str) -> None:
    """For leads: who waits for a reward, what is owed, and the menu and the budget to be changed."""
    need_lead(viewer)
    if not author:
        st.caption(t("Write your name above to promise or hand over rewards."))
    for one in found.waiting[:WAITING_SHOWN]:
        _promise_to(viewer, one, found, author)
    if len(found.waiting) > WAITING_SHOWN:
        st.caption(as_text(t("And {n} more.", n=count_text(len(found.waiting) - WAITING_SHOWN))))
    _owed(viewer, found, author)
    with st.expander(t("Change the menu and the budget"), icon=":material/edit:"):
        _edit(viewer, found, author)


def _say_budget(found: Rewards) -> None:
    missing = no_budget(found)
    if missing is not None:
        st.markdown(as_text(tell(missing)))
        return
    heading = t("Budget, {period}", period=as_text(tell(period(*found.period))))
    with st.container(horizontal=True):
        for label, amount in (
            (heading, found.budget),
            (t("Promised or handed over"), found.spent),
            (t("Left"), found.left),
        ):
            st.metric(label, reader().write(Amount(amount or 0.0)), width="content")
    short, little = shortfall(found), too_little(found)
    if short is not None:
        st.warning(as_text(tell(short)))
    elif little is not None:
        st.warning(as_text(tell(little)), icon=":material/account_balance_wallet:")


def _promise_to(viewer: Viewer, one: Waiting, found: Rewards, author: str) -> None:
    with st.container(border=True):
        given = one.recognition
        st.markdown(f"**{as_text(given.employee)}** · {as_text(given.reason)}")
        st.caption(as_text(tell(liked(one.liking))))
        if not found.menu:
            return
        offered = list(found.menu)
        wished = [place for place, reward in enumerate(offered) if one.liking and reward.name == one.liking.reward]
        with st.container(horizontal=True, vertical_alignment="bottom"):
            reward = st.selectbox(
                t("Reward"), offered, index=wished[0] if wished else 0, format_func=lambda one: tell(priced(one)),
                filter_mode=None, key=f"reward_{one.key}", width=320,
            )  # fmt: skip
            if st.button(t("Promise it"), key=f"promise_{one.key}", disabled=not author) and reward:
                act(lambda: _promise_out(viewer, one, reward, found, author))


def _promise_out(viewer: Viewer, one: Waiting, reward: Reward, found: Rewards, author: str) -> None:
    whose = one.recognition.employee
    promise(warehouse(), viewer, whose, one.key, reward, period=found.period, author=author, at=clock.this_second())


def _owed(viewer: Viewer, found: Rewards, author: str) -> None:
    owed = [one for one in found.promised if one.handed_on is None]
    handed = [one for one in found.promised if one.handed_on is not None]
    if owed:
        heading = t("Promised and not handed over yet")
        st.markdown(f"**{heading}**")
    for one in owed:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(as_text(tell(promised(one))))
            if st.button(
                t("It was handed over"), key=f"handed_{one.entry_no}", disabled=not author, icon=":material/check:"
            ):
                _hand(viewer, one, author)
    if handed:
        with st.expander(t("Handed over: {n}", n=count_text(len(handed)))):
            for one in handed:
                st.markdown(f"- {as_text(tell(promised(one)))}")


def _hand(viewer: Viewer, one: Promise, author: str) -> None:
    act(lambda: hand_over(warehouse(), viewer, one.entry_no, author=author, at=clock.this_second()))


def _edit(viewer: Viewer, found: Rewards, author: str) -> None:
    with st.form("budget", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        amount = st.number_input(
            t("Budget of the period"), min_value=0.0, value=found.budget or 0.0, step=50.0, width=220
        )
        if st.form_submit_button(t("Keep"), disabled=not author):
            act(lambda: set_budget(warehouse(), viewer, found.period, amount, author=author, at=clock.this_second()))
    with (
        st.form("reward", border=False, clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        name = st.text_input(t("A reward"), max_chars=60, width=260)
        price = st.number_input(t("What it costs"), min_value=0.0, value=0.0, step=10.0, width=180)
        if st.form_submit_button(t("Put it on the menu"), disabled=not author) and name.strip():
            act(lambda: put_on_menu(warehouse(), viewer, name, price, author=author, at=clock.this_second()))
    if found.menu:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            gone = st.selectbox(
                t("Offer no more"),
                found.menu,
                format_func=lambda one: tell(priced(one)),
                filter_mode=None,
                width=320,
                key="off_menu",
            )
            if st.button(t("Take it off"), disabled=not author, key="take_off_menu") and gone:
                act(lambda: take_off_menu(warehouse(), viewer, gone.name, author=author, at=clock.this_second()))
