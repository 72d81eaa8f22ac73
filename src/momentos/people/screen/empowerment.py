"""Empowerment on the screen: who settles conflicts, inside which limits, and which customers come back after them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from momentos.analysis.intervals import Interval
from momentos.charts import levels
from momentos.domain.messages import say
from momentos.domain.outcomes import OUTCOME_DAYS
from momentos.domain.viewer import Viewer
from momentos.figures.filters import Filters
from momentos.people.kept.authority import Authority, authority
from momentos.people.questions.empowerment import (
    CameBack,
    Ending,
    Settled,
    Share,
    came_back,
    proposed_conflicts,
    settled,
)
from momentos.people.screen.authority_limits import show_limits
from momentos.screen.asking import ask
from momentos.screen.box import box
from momentos.screen.empty import upload_link
from momentos.screen.figure_table import text_table
from momentos.screen.how import how
from momentos.screen.language import t, tell
from momentos.screen.picking import pick
from momentos.screen.safe import as_text
from momentos.screen.showing import show
from momentos.screen.templates import template_button
from momentos.screen.writing import count_text

_BY = {"role": say("Role"), "area": say("Area")}


def autonomy_finding(filters: Filters) -> str:
    """How many conflicts the first person settles."""
    found = ask(settled, filters, ask(authority))
    if not found or found[0].by_first.value is None:
        return t("Autonomy in conflicts")
    return t("The first person settles {value} % of conflicts", value=count_text(found[0].by_first.value))


def show_empowerment(viewer: Viewer, filters: Filters) -> None:
    """Conflicts of the window, who came back, and the limits."""
    held = ask(authority)
    found = ask(settled, filters, held)
    if not found or not found[0].n:
        _nothing_loaded()
    else:
        _settled(found[0], filters, held)
        _came_back(ask(came_back, filters, held))
    show_limits(viewer, held)


def _nothing_loaded() -> None:
    with box(t("There are no conflicts in this period")):
        st.markdown(
            t(
                "It takes contacts with their reason, whether they were solved at first contact and whether they were "
                "passed on; with the column «Compensation», also what was given. Which reasons are conflicts is chosen "
                "below."
            )
        )
        with st.container(horizontal=True):
            upload_link(is_main=True)
            template_button(["interactions", "employees"], key="template_conflicts")


def _settled(every: Settled, filters: Filters, held: Authority) -> None:
    with box(
        t("Who settles conflicts"),
        t("Of the contacts whose reason is a conflict: settled by the first person, and inside their limit."),
    ):
        for line in _lines(every, held):
            st.markdown(f"- {as_text(line)}")
        by = pick("settled_by", t("Group by"), list(_BY), words=lambda one: tell(_BY[one]), form="row")
        groups = [one for one in ask(settled, filters, held, by) if one.by_first.n]
        if groups:
            title = t("Settled by the first person")
            st.markdown(f"**{title}**")
            frame = pd.DataFrame(
                [
                    (_name(one), one.by_first.value, *_ends(one.by_first.interval), one.by_first.n)
                    for one in sorted(groups, key=lambda one: -(one.by_first.value or 0))
                ],
                columns=["name", "value", "low", "high", "n"],
            )
            show(
                levels.level_rows,
                frame,
                unit=say("{value} %"),
                overall=every.by_first.value,
                key="settled",
                alt=title,
            )
        with st.expander(t("See the numbers")):
            text_table(_table([every, *groups], tell(_BY[by])), alt=t("Who settles conflicts"))
        _how(held)


def _lines(every: Settled, held: Authority) -> list[str]:
    lines = [t("{n} conflicts in the period.", n=count_text(every.n))]
    if every.by_first.n:
        lines.append(t("Settled by the first person: {share}.", share=_share(every.by_first)))
    if not held.limits:
        lines.append(t("Inside or beyond the limit: not measurable until limits are declared below."))
    elif not every.inside.n and not every.escalated_inside.n:
        lines.append(t("Inside or beyond the limit: not measurable without compensations, or limits for these roles."))
    if every.inside.n:
        lines.append(t("Of those, inside their limit: {share}.", share=_share(every.inside)))
    if every.escalated_inside.n:
        lines.append(t("Passed on although it was inside the limit: {share}.", share=_share(every.escalated_inside)))
    if every.compensated.n:
        lines.append(t("With some compensation: {share}.", share=_share(every.compensated)))
    else:
        lines.append(t("Compensation: not measurable, the sheets of contacts do not say it."))
    if every.given is not None and not every.given_interval.is_known:
        lines.append(
            t(
                "Mean compensation: {mean}; {total} in all.",
                mean=count_text(every.given),
                total=count_text(every.given_in_all),
            )
        )
    elif every.given is not None:
        low, high = _ends(every.given_interval)
        lines.append(
            t(
                "Mean compensation: {mean} ({low} to {high}); {total} in all.",
                mean=count_text(every.given),
                low=count_text(low),
                high=count_text(high),
                total=count_text(every.given_in_all),
            )
        )
    if every.of_limit is not None:
        lines.append(t("What was given takes {value} % of the limit on average.", value=count_text(every.of_limit)))
    return lines


def _table(groups: Sequence[Settled], whose: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            whose: [_name(one) if place else t("All") for place, one in enumerate(groups)],
            t("Conflicts (n)"): [count_text(one.n) for one in groups],
            t("Settled by the first person"): [_share(one.by_first) for one in groups],
            t("Inside their limit"): [_share(one.inside) for one in groups],
            t("Passed on inside the limit"): [_share(one.escalated_inside) for one in groups],
            t("With some compensation"): [_share(one.compensated) for one in groups],
        }
    )


def _came_back(found: Sequence[CameBack]) -> None:
    with box(
        t("Customers who came back after a conflict"),
        t(
            "Of each customer's first conflict of the period: how many bought again within {days} days.",
            days=OUTCOME_DAYS,
        ),
    ):
        if not found:
            st.info(
                t("It takes purchases of the same customers, and {days} days after the conflicts.", days=OUTCOME_DAYS),
                icon=":material/upload_file:",
            )
            return
        enough = [one for one in found if not one.missing]
        if enough:
            frame = pd.DataFrame(
                [(tell(one.ending.label), one.came.value, *_ends(one.came.interval), one.came.n) for one in enough],
                columns=["name", "value", "low", "high", "n"],
            )
            show(
                levels.level_rows,
                frame,
                unit=say("{value} %"),
                key="came_back",
                alt=t("Customers who came back after a conflict"),
            )
        for one in found:
            st.markdown(f"- {as_text(_came_line(one))}")
        how(
            [
                t("At once: solved by the first person, not passed on and not opened again. Later: solved otherwise."),
                t("Only conflicts with the whole {days} days after them in the data count.", days=OUTCOME_DAYS),
                t(
                    "The difference compares with customers solved at once who had bought as often in the year before. "
                    "Intervals of 95 %: Wilson for each share."
                ),
                t("It is an association: it does not prove that one thing causes the other."),
            ]
        )


def _came_line(one: CameBack) -> str:
    name = tell(one.ending.label)
    if one.missing:
        return t("{ending}: {n} more customers are needed.", ending=name, n=count_text(one.missing))
    share = _share(one.came)
    if one.ending is Ending.AT_ONCE or one.beside is None:
        return t("{ending}: {share} came back.", ending=name, share=share)
    beside = one.beside
    if beside.missing or beside.difference is None:
        return t(
            "{ending}: {share} came back; {n} more customers are needed to compare.",
            ending=name,
            share=share,
            n=count_text(beside.missing),
        )
    values = {
        "ending": name,
        "share": share,
        "change": count_text(abs(beside.difference)),
        "low": count_text(beside.interval.low or 0),
        "high": count_text(beside.interval.high or 0),
    }
    if not beside.is_real:
        return t(
            "{ending}: {share} came back; no sure difference from those solved at once ({low} to {high}).", **values
        )
    if beside.difference < 0:
        return t(
            "{ending}: {share} came back, {change} of every 100 fewer than those solved at once ({low} to {high}).",
            **values,
        )
    return t(
        "{ending}: {share} came back, {change} of every 100 more than those solved at once ({low} to {high}).", **values
    )


def _how(held: Authority) -> None:
    reasons = held.reasons if held.reasons is not None else ask(proposed_conflicts)
    how(
        [
            t("Conflicts: {reasons}.", reasons=", ".join(reasons) or "–"),
            t("By the first person: solved at first contact, neither passed on nor opened again."),
            t(
                "Inside the limit: the compensation written on the case is not above the limit of the role of whoever "
                "attended it. A case without compensation is inside. Today's limits are taken for the whole period."
            ),
            t("Passed on inside the limit: cases that the first person could have settled, as far as money goes."),
            t("Intervals of 95 %: Wilson for shares, Student's t for the mean."),
        ]
    )


def _name(one: Settled) -> str:
    return one.name or t("Not known")


def _share(one: Share) -> str:
    if one.value is None:
        return ""
    low, high = _ends(one.interval)
    return t(
        "{value} % ({low} to {high}; n = {n})",
        value=count_text(one.value),
        low=count_text(low),
        high=count_text(high),
        n=count_text(one.n),
    )


def _ends(interval: Interval) -> tuple[float, float]:
    assert interval.low is not None
    assert interval.high is not None
    return interval.low, interval.high
