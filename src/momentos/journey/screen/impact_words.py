"""Derived impact in sentences a person can read aloud, and how each figure was computed."""

from typing import Any

import pandas as pd
import streamlit as st

from momentos.analysis.impact import METHOD_SENTENCES, RESAMPLES, VERDICT_SENTENCES, Evidence, ImpactVerdict, Method
from momentos.analysis.survey_quality import Caution
from momentos.domain.outcomes import Outcome
from momentos.domain.samples import (
    IMPACT_EACH_SIDE,
    IMPACT_RESPONDENTS,
    IMPACT_TENTATIVE_RESPONDENTS,
    IMPACT_VISITS,
)
from momentos.journey.questions.impact import JourneyImpact, Lack, lack_told
from momentos.locales.writing import number_writer
from momentos.screen.how import how
from momentos.screen.language import locale, t, tell
from momentos.screen.safe import as_text
from momentos.screen.writing import count_text


def impact_finding(found: JourneyImpact) -> str:
    """What the data say against what was assigned, in one line; or why they say nothing yet."""
    report, rows = found.report, found.rows
    if rows.empty:
        return t("No touchpoint has been scored yet")
    lack = lack_told(found)
    if lack is not None:
        return tell(lack)
    heard = rows[rows["derived"].notna()]
    if heard.empty and (rows["missing"] > 0).any():
        return t("The scores that could be weighed do not explain loyalty in these answers")
    if heard.empty:
        return t("The scores do not explain loyalty in these answers")
    more, less = _first(rows, ImpactVerdict.MORE), _first(rows, ImpactVerdict.LESS)
    if more and less:
        return t("«{more}» weighs more than we assigned, and «{less}» less", more=more, less=less)
    if more:
        return t("«{touchpoint}» weighs more than we assigned", touchpoint=more)
    if less:
        return t("«{touchpoint}» weighs less than we assigned", touchpoint=less)
    first = str(heard.sort_values("share")["touchpoint"].iloc[-1])
    if report.evidence is Evidence.TENTATIVE:
        return t("«{touchpoint}» seems to weigh most, with few answers yet", touchpoint=first)
    if heard["assigned"].notna().any():
        return t("The data do not contradict the impact we assigned")
    return t("«{touchpoint}» weighs most on loyalty", touchpoint=first)


def _first(rows: pd.DataFrame, verdict: ImpactVerdict) -> str | None:
    """The touchpoint of this verdict that is furthest from what was assigned."""
    told = rows[rows["verdict"] == verdict]
    if told.empty:
        return None
    distance = (told["derived"] - told["assigned"]).abs()
    return str(told.assign(distance=distance).sort_values("distance", kind="stable")["touchpoint"].iloc[-1])


def say_cautions(found: JourneyImpact) -> None:
    """How much the answers allow to be claimed, and what weakens them."""
    report = found.report
    if report.evidence is Evidence.TENTATIVE:
        st.info(
            t(
                "Tentative: {n} answers so far. With {missing} more, the levels are firm and can contradict what was "
                "assigned.",
                n=count_text(report.respondents),
                missing=count_text(report.missing_respondents),
            ),
            icon=":material/hourglass_empty:",
        )
    for one in report.warnings:
        st.warning(as_text(tell(one.sentence)), icon=":material/warning:")


def say_method(found: JourneyImpact) -> None:
    """Under the picture: how the weights were computed, from how many answers."""
    report = found.report
    words = [tell(METHOD_SENTENCES[report.method]), t("n = {n}", n=count_text(report.respondents))]
    if report.r_squared is not None:
        share = number_writer(locale())(100 * report.r_squared, 0)
        words.append(t("All the scores together explain {share} % of it (R²).", share=share))
    st.caption(as_text(" · ".join(words)))


def touchpoint_sentence(row: Any, found: JourneyImpact) -> str:
    """«Assigned 5 · the data suggest 3 (between 2 and 4)», and what a better score goes with."""
    if pd.isna(row.derived):
        return _silent_sentence(row, found)
    strength = strength_sentence(row, found)
    return f"{_levels(row)} {strength}" if strength else _levels(row)


def _levels(row: Any) -> str:
    """Both levels; the range of the derived one where there is one."""
    if pd.isna(row.assigned):
        if row.low == row.high:
            return t("Nobody has assigned its impact · the data suggest {derived}.", derived=count_text(row.derived))
        values = {name: count_text(getattr(row, name)) for name in ("derived", "low", "high")}
        return t("Nobody has assigned its impact · the data suggest {derived} (between {low} and {high}).", **values)
    values = {"assigned": _level(row.assigned), "derived": count_text(row.derived)}
    if row.low == row.high:
        return t("Assigned {assigned} · the data suggest {derived}.", **values)
    values |= {"low": count_text(row.low), "high": count_text(row.high)}
    return t("Assigned {assigned} · the data suggest {derived} (between {low} and {high}).", **values)


def _silent_sentence(row: Any, found: JourneyImpact) -> str:
    if row.missing > 0:
        return t("{n} answers so far: {missing} are missing.", n=count_text(row.n), missing=count_text(row.missing))
    if found.lack is Lack.ALIKE or any(one.caution is Caution.UNEXPLAINED for one in found.report.warnings):
        return t("With these answers nothing can be said of its weight.")
    return t("{n} answers, and another touchpoint to compare it with is missing.", n=count_text(row.n))


def strength_sentence(row: Any, found: JourneyImpact) -> str:
    """What one point more, or being satisfied, goes with; empty where it is not known."""
    if pd.isna(row.strength) or pd.isna(row.strength_low):
        return ""
    outcome, is_gap = found.loyalty.outcome, found.report.method is Method.SATISFIED_GAP
    factor, decimals = (100, 0) if outcome.is_share else (1, 0) if is_gap else (1, 2)
    write = number_writer(locale())
    values = {
        "change": write(factor * row.strength, decimals),
        "low": write(factor * row.strength_low, decimals),
        "high": write(factor * row.strength_high, decimals),
    }
    if is_gap:
        return _gap_sentence(outcome, values, found.loyalty.days)
    return {
        Outcome.RECOMMENDATION: t(
            "Each point more here is associated with {change} points more of recommendation ({low} to {high}).",
            **values,
        ),
        Outcome.OVERALL: t(
            "Each point more here is associated with {change} points more of overall score ({low} to {high}).", **values
        ),
        Outcome.BUYS_AGAIN: t(
            "Each point more here is associated with {change} more of every 100 buying again ({low} to {high}).",
            **values,
        ),
        Outcome.STAYS: t(
            "Each point more here is associated with {change} more of every 100 staying ({low} to {high}).", **values
        ),
    }[outcome]


def _gap_sentence(outcome: Outcome, values: dict[str, str], days: int) -> str:
    if outcome is Outcome.BUYS_AGAIN:
        return t(
            "Of every 100 satisfied here, {change} more buy again within {days} days than of the dissatisfied ({low} "
            "to {high}).",
            days=count_text(days),
            **values,
        )
    if outcome is Outcome.STAYS:
        return t(
            "Of every 100 satisfied here, {change} more stay {days} days than of the dissatisfied ({low} to {high}).",
            days=count_text(days),
            **values,
        )
    return t(
        "The recommendation index of those satisfied here is {change} points above that of the dissatisfied ({low} to "
        "{high}).",
        **values,
    )


def how_computed(row: Any, found: JourneyImpact) -> None:
    """A small window behind a figure: method, n, R², visits, interval, minimums, warnings."""
    how(_how(row, found))


def _how(row: Any, found: JourneyImpact) -> list[str]:
    report, write = found.report, number_writer(locale())
    lines = [
        tell(METHOD_SENTENCES[report.method]),
        t("Loyalty: {outcome}.", outcome=tell(found.loyalty.outcome.label).lower()),
        t("Answers whose loyalty is known: {n}.", n=count_text(report.respondents)),
        t("Of them, {visits} scored this touchpoint.", visits=count_text(row.n)),
    ]
    if found.loyalty.outcome.is_share:
        lines.append(t("What was done after the answer counts, in the {days} days after it.", days=found.loyalty.days))
    if report.r_squared is not None:
        lines.append(t("All the scores together explain {share} % of it (R²).", share=write(100 * report.r_squared, 0)))
    if not pd.isna(row.share):
        lines.append(t("This touchpoint holds {share} % of that.", share=write(100 * row.share, 0)))
    lines += _minimums(report.method)
    lines += [tell(one.sentence) for one in report.warnings if one.touchpoint in (None, row.touchpoint)]
    lines.append(t("It is an association: it does not prove that one thing causes the other."))
    return lines


def _minimums(method: Method) -> list[str]:
    values = {"respondents": count_text(IMPACT_RESPONDENTS), "tentative": count_text(IMPACT_TENTATIVE_RESPONDENTS)}
    if method is Method.SATISFIED_GAP:
        interval = t("Level between bounds that hold 90 % of what chance alone would give; the difference, 95 %.")
        least = t(
            "Least: {tentative} answers (firm from {respondents}), {visits} at the touchpoint and {each} on each side.",
            visits=count_text(IMPACT_VISITS),
            each=count_text(IMPACT_EACH_SIDE),
            **values,
        )
        return [interval, least]
    interval = t(
        "Level between bounds that hold 90 % of {resamples} draws of the same answers; strength, 95 %.",
        resamples=count_text(RESAMPLES),
    )
    least = t(
        "Least: {tentative} answers (firm from {respondents}) and {visits} scores of the touchpoint.",
        visits=count_text(IMPACT_VISITS),
        **values,
    )
    return [interval, least]


def verdict_words(verdict: object) -> str:
    """The verdict as a sentence; empty without one."""
    return tell(VERDICT_SENTENCES[ImpactVerdict(verdict)]) if isinstance(verdict, str) else ""


def _level(assigned: float) -> str:
    return number_writer(locale())(assigned, 0 if assigned == round(assigned) else 1)
