"""Coaching on the screen: a person's notes on their card; for leads, the next steps that are due."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from momentos.domain import clock
from momentos.domain.messages import Message
from momentos.domain.names import fold
from momentos.domain.viewer import Viewer
from momentos.people.kept.coaching import Evidence, Note, step_taken, write_note
from momentos.people.questions.growth_seen import seen_steps, seen_talks
from momentos.people.words import coaching as words
from momentos.screen.acting import act
from momentos.screen.asking import ask, warehouse
from momentos.screen.box import box
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.signing import signature

_USUAL_DAYS = 14


def show_own_notes(viewer: Viewer, employee: str, figures: Sequence[str]) -> None:
    """On a card: the coaching notes, with a place to write one."""
    with box(
        t("Coaching notes"),
        t("Between the person and whoever leads them: what was talked about, on what fact, and the next step."),
    ):
        talks = ask(seen_talks, viewer, employee)
        for one in talks.notes:
            _show_note(one, talks.evidence[one.entry_no], clock.today())
        if not talks.notes:
            st.caption(tell(words.NO_NOTES))
        _write(viewer, employee, figures)


def show_follow_up(viewer: Viewer) -> None:
    """For leads: every next step not taken yet, the first due first."""
    with box(t("Next steps"), t("From the coaching notes on each person's card. For whoever leads.")):
        talks = ask(seen_steps, viewer)
        if not talks.notes:
            st.info(tell(words.NOTHING_WAITS), icon=":material/task_alt:")
            return
        today = clock.today()
        late = words.past_their_day(talks.notes, today)
        if late is not None:
            st.warning(as_text(tell(late)), icon=":material/event_busy:")
        author = signature()
        for one in talks.notes:
            with st.container(border=True):
                st.markdown(f"**{as_text(one.employee)}**")
                _show_note(one, talks.evidence[one.entry_no], today)
                _take_step(viewer, one, author)


def _show_note(note: Note, evidence: Message, today: date) -> None:
    st.markdown(as_text(note.text))
    st.caption(as_text(tell(words.on_what_it_rests(note, evidence))))
    step = words.next_step(note, today)
    icon = "check" if step.is_taken else "event_busy" if step.is_late else "event"
    st.markdown(f":material/{icon}: {as_text(tell(step.words))}")


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
