"""Training on the screen: plan against done, who is due, who is not prepared, and what came after each course."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from momentos.domain.viewer import Viewer
from momentos.figures.filters import Filters
from momentos.people.questions.growth_seen import seen_due, seen_plan_by_person, seen_unprepared
from momentos.people.questions.skills import Skills, skills
from momentos.people.questions.training import Enrolment, enrolments, plan_against_done
from momentos.people.screen.course_effects import before_and_after
from momentos.people.words import training as words
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import upload_link
from momentos.screen.figure_table import text_table
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.safe import as_text
from momentos.screen.templates import template_button
from momentos.screen.writing import count_text

_TOPICS_SHOWN = 12


def show_training(viewer: Viewer, filters: Filters, day: date) -> None:
    """Everything there is to say of training."""
    found = ask(enrolments, filters)
    if not found:
        _nothing_loaded()
        return
    _plan(viewer, found, filters, day)
    if viewer.is_lead:
        _due(ask(seen_due, viewer, filters, day), day)
    _skills(viewer, ask(skills, filters, day), filters, day)
    before_and_after(filters)


def _nothing_loaded() -> None:
    with box(t("Training needs its sheet")):
        st.markdown(tell(words.WHAT_THE_SHEET_HAS))
        with st.container(horizontal=True):
            upload_link(is_main=True)
            template_button(["trainings", "employees"], key="template_trainings")


def _plan(viewer: Viewer, found: Sequence[Enrolment], filters: Filters, day: date) -> None:
    with box(t("Plan against done"), tell(words.what_was_planned(day))):
        by_area = plan_against_done(found, day, by_area=True)
        if by_area.empty:
            st.info(tell(words.NOTHING_PLANNED), icon=":material/event:")
            return
        text_table(_plan_table(by_area, t("Area")), alt=t("Plan against done by area"))
        if viewer.is_lead:
            with st.expander(t("Person by person")):
                people = ask(seen_plan_by_person, viewer, filters, day)
                text_table(_plan_table(people, t("Person")), alt=t("Plan against done by person"))
        how(map(tell, words.HOW_THE_PLAN_IS_COUNTED))


def _plan_table(frame: pd.DataFrame, whose: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            whose: [name or t("Without an area") for name in frame["name"]],
            t("Planned"): [count_text(n) for n in frame["planned"]],
            t("Done"): [count_text(n) for n in frame["done"]],
            t("Of them, late"): [count_text(n) for n in frame["late"]],
            t("Not done"): [count_text(n) for n in frame["open"]],
            t("Share done"): [
                tell(words.part_of(done, planned))
                for done, planned in zip(frame["done"], frame["planned"], strict=True)
            ],
        }
    )


def _due(waiting: Sequence[Enrolment], day: date) -> None:
    now = [one for one in waiting if one.standing(day).is_due]
    soon = [one for one in waiting if not one.standing(day).is_due]
    with box(t("Who is due"), t("Planned and not done, or done and run out. For whoever leads.")):
        if now:
            text_table(_due_table(now, day), alt=t("Who is due"))
        else:
            st.success(tell(words.NOBODY_DUE), icon=":material/task_alt:")
        if soon:
            with st.expander(tell(words.due_soon(len(soon)))):
                text_table(_due_table(soon, day), alt=t("Who will be due soon"))


def _due_table(some: Sequence[Enrolment], day: date) -> pd.DataFrame:
    days = [abs((day - (one.due_on(day) or day)).days) for one in some]
    is_late = any(one.standing(day).is_due for one in some)
    return pd.DataFrame(
        {
            t("Person"): [one.employee for one in some],
            t("Area"): [one.area or "" for one in some],
            t("Course"): [one.course for one in some],
            t("Why"): [tell(words.standing_on(one, day)) for one in some],
            t("Days late") if is_late else t("Days left"): [count_text(n) for n in days],
        }
    )


def _skills(viewer: Viewer, found: Skills, filters: Filters, day: date) -> None:
    with box(
        t("Skills against the problems people meet"),
        t("For each contact reason with a course: how many of its cases were attended by somebody prepared."),
    ):
        covered = [one for one in found.topics if one.courses][:_TOPICS_SHOWN]
        if not covered:
            st.info(tell(words.NO_COURSE_ABOUT_A_REASON), icon=":material/link:")
        else:
            text_table(
                pd.DataFrame(
                    {
                        t("Reason or touchpoint"): [one.topic for one in covered],
                        t("Courses"): [", ".join(one.courses) for one in covered],
                        t("Cases (n)"): [count_text(one.cases) for one in covered],
                        t("Attended by somebody prepared"): [
                            tell(words.part_of(one.prepared_cases, one.cases)) for one in covered
                        ],
                        t("People who meet it often"): [count_text(one.people) for one in covered],
                        t("Of them, prepared"): [count_text(one.prepared_people) for one in covered],
                    }
                ),
                alt=t("Skills against the problems people meet"),
            )
        if viewer.is_lead:
            _unprepared(viewer, filters, day)
        _without_course(found)
        how(map(tell, words.how_skills_are_matched(found)))


def _unprepared(viewer: Viewer, filters: Filters, day: date) -> None:
    people = ask(seen_unprepared, viewer, filters, day)
    if not people:
        return
    title = t("They meet it often and have no training for it")
    st.markdown(f"**{title}**")
    text_table(
        pd.DataFrame(
            {
                t("Person"): [one.employee for one in people],
                t("Reason or touchpoint"): [one.topic for one in people],
                t("Cases (n)"): [count_text(one.n) for one in people],
                t("Share of their cases"): [tell(words.part_of(one.share, 1)) for one in people],
                t("Courses for it"): [", ".join(one.courses) for one in people],
            }
        ),
        alt=t("They meet it often and have no training for it"),
    )


def _without_course(found: Skills) -> None:
    title = words.without_course(found)
    if title is not None:
        names = ", ".join(one.topic for one in found.without_course[:_TOPICS_SHOWN])
        with st.expander(tell(title)):
            st.markdown(as_text(names))
