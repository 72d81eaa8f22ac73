"""Coaching on the screen: a person's notes on their card; for leads, the next steps that are due."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from momentos.domain import clock
from momentos.domain.names import fold
from momentos.domain.viewer import Viewer
from momentos.locales.writing import day_text
from momentos.people.kept.coaching import Evidence, Note, step_taken, write_note
from momentos.people.questions.growth_seen import seen_steps, seen_talks
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.language import locale, t, tell
from momentos.screen.safe import as_text
from momentos.screen.signing import signature
from momentos.screen.writing import count_text

_USUAL_DAYS = 14


def show_own_notes(viewer: Viewer, employee: str, figures: Sequence[str]) -> None:
    """On a card: the coaching notes, with a place to write one."""
    with box(
        t("Coaching notes"),
        t("Between the person and whoever leads them: what was talked about, on what fact, and the next step."),
    ):
        talks = ask(seen_talks, viewer, employee)
        for one in talks.notes:
            _show_note(one, tell(talks.evidence[one.entry_no]), clock.today())
        if not talks.notes:
            st.caption(t("There are no notes yet."))
        _write(viewer, employee, figures)


def follow_up_finding(viewer: Viewer) -> str:
    """How many next steps are waiting."""
    waiting = len(ask(seen_steps, viewer).notes)
    if waiting == 1:
        return t("One next step is waiting")
    return t("{n} next steps are waiting", n=count_text(waiting)) if waiting else t("No next step is waiting")


def show_follow_up(viewer: Viewer) -> None:
    """For leads: every next step not taken yet, the first due first."""
    with box(t("Next steps"), t("From the coaching notes on each person's card. For whoever leads.")):
        talks = ask(seen_steps, viewer)
        if not talks.notes:
            st.info(t("No next step is waiting. Notes are written on each person's card."), icon=":material/task_alt:")
            return
        today = clock.today()
        late = sum(one.due_on < today for one in talks.notes)
        if late:
            st.warning(as_text(t("Past their day: {n}.", n=count_text(late))), icon=":material/event_busy:")
        author = signature()
        for one in talks.notes:
            with st.container(border=True):
                st.markdown(f"**{as_text(one.employee)}**")
                _show_note(one, tell(talks.evidence[one.entry_no]), today)
                _take_step(viewer, one, author)


def _show_note(one: Note, evidence: str, today: date) -> None:
    st.markdown(as_text(one.text))
    st.caption(
        as_text(t("{evidence} · {author}, {day}", evidence=evidence, author=one.author, day=_day(one.written_on)))
    )
    icon, told = _step_told(one, today)
    st.markdown(f"{icon} {as_text(told)}")


def _step_told(one: Note, today: date) -> tuple[str, str]:
    """The next step in words, with the icon that stands before it."""
    if one.done_on is not None:
        told = t("Next step taken: {step}. {outcome}", step=one.next_step, outcome=one.outcome)
        return ":material/check:", told
    if one.due_on < today:
        told = t("Next step, past its day: {step} ({day})", step=one.next_step, day=_day(one.due_on))
        return ":material/event_busy:", told
    return ":material/event:", t("Next step: {step} ({day})", step=one.next_step, day=_day(one.due_on))


def _take_step(viewer: Viewer, one: Note, author: str) -> None:
    with st.form(f"step_{one.entry_no}", clear_on_submit=True, border=False):
        outcome = st.text_input(t("How it went"), max_chars=500)
        if st.form_submit_button(t("The step was taken"), disabled=not author):
            act(lambda: step_taken(warehouse(), viewer, one.entry_no, outcome, author=author, at=clock.this_second()))


def _write(viewer: Viewer, employee: str, figures: Sequence[str]) -> None:
    with st.expander(t("Write a note"), icon=":material/edit_note:"):
        evidence = Evidence(
            st.radio(
                t("It rests on"),
                [str(one) for one in Evidence],
                format_func=lambda one: tell(Evidence(one).label),
                key="coaching_evidence",
                horizontal=True,
            )
        )
        with st.form("coaching_note", border=False):
            if evidence is Evidence.FIGURE:
                reference = st.selectbox(t("Which figure"), list(figures), format_func=str, filter_mode=None) or ""
            else:
                reference = st.text_input(t("Its number"), max_chars=80)
            text = st.text_area(t("What was talked about"), max_chars=1000)
            step = st.text_input(t("Next step"), max_chars=300)
            due = st.date_input(
                t("By which day"), value=clock.today() + timedelta(days=_USUAL_DAYS), format="DD/MM/YYYY", width=260
            )
            author = _author(viewer, employee)
            if st.form_submit_button(t("Keep the note"), type="primary"):
                act(
                    lambda: write_note(
                        warehouse(),
                        viewer,
                        employee,
                        text,
                        evidence=evidence,
                        reference=reference,
                        next_step=step,
                        due_on=due if isinstance(due, date) else clock.today(),
                        author=author,
                        at=clock.this_second(),
                    )
                )


def _author(viewer: Viewer, employee: str) -> str:
    """The person of the card signs with their own name; whoever leads types theirs."""
    if fold(employee) in viewer.own_cards:
        st.caption(as_text(t("Signed by {name}.", name=employee)))
        return employee
    return st.text_input(t("Your name"), value=viewer.name, max_chars=80, key="coaching_author", width=320)


def _day(day: date) -> str:
    return day_text(day, locale())
