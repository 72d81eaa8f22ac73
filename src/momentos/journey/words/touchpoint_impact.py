"""The impact of one touchpoint in sentences a person can read aloud, and how each figure was computed."""

from typing import Any

import pandas as pd

from momentos.analysis.impact import METHOD_SENTENCES, RESAMPLES, VERDICT_SENTENCES, ImpactVerdict, Method
from momentos.analysis.survey_quality import Caution
from momentos.domain.messages import Message, say
from momentos.domain.outcomes import Outcome
from momentos.domain.quantities import Number, Quantity, count
from momentos.domain.samples import (
    IMPACT_EACH_SIDE,
    IMPACT_RESPONDENTS,
    IMPACT_TENTATIVE_RESPONDENTS,
    IMPACT_VISITS,
)
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.questions.impact_lack import Lack
from momentos.journey.words.impact import what_the_scores_explain
from momentos.journey.words.loyalty import ASSOCIATION, known_of, what_stands_for_it


def verdict(row: Any) -> Message | None:
    """Whether the data contradict what was assigned; ``None`` where that cannot be said."""
    return VERDICT_SENTENCES[ImpactVerdict(row.verdict)] if isinstance(row.verdict, str) else None


def weight(row: Any, impact: JourneyImpact) -> list[Message]:
    """«Assigned 5 · the data suggest 3 (between 2 and 4)», and what a better score goes with where it is known.

    ``row``: one of the rows of ``impact``.
    """
    if pd.isna(row.derived):
        return [_why_unweighed(row, impact)]
    association = strength(row, impact)
    return [_levels(row)] if association is None else [_levels(row), association]


def _levels(row: Any) -> Message:
    """Both levels; the range of the derived one where there is one."""
    is_sure = row.low == row.high
    derived = {"derived": count(row.derived)}
    between = {**derived, "low": count(row.low), "high": count(row.high)}
    if pd.isna(row.assigned):
        if is_sure:
            return say("Nobody has assigned its impact · the data suggest {derived}.", **derived)
        return say("Nobody has assigned its impact · the data suggest {derived} (between {low} and {high}).", **between)
    assigned = Number(row.assigned, 0 if row.assigned == round(row.assigned) else 1)
    if is_sure:
        return say("Assigned {assigned} · the data suggest {derived}.", assigned=assigned, **derived)
    return say(
        "Assigned {assigned} · the data suggest {derived} (between {low} and {high}).", assigned=assigned, **between
    )


def _why_unweighed(row: Any, impact: JourneyImpact) -> Message:
    if row.missing > 0:
        return say("{n} answers so far: {missing} are missing.", n=count(row.n), missing=count(row.missing))
    if impact.lack is Lack.ALIKE or any(one.caution is Caution.UNEXPLAINED for one in impact.report.warnings):
        return say("With these answers nothing can be said of its weight.")
    return say("{n} answers, and another touchpoint to compare it with is missing.", n=count(row.n))


def strength(row: Any, impact: JourneyImpact) -> Message | None:
    """What one point more, or being satisfied, goes with; ``None`` where it is not known."""
    if pd.isna(row.strength) or pd.isna(row.strength_low):
        return None
    outcome, is_gap = impact.loyalty.outcome, impact.report.method is Method.SATISFIED_GAP
    factor, decimals = (100, 0) if outcome.is_share else (1, 0) if is_gap else (1, 2)
    values = {
        "change": Number(factor * row.strength, decimals),
        "low": Number(factor * row.strength_low, decimals),
        "high": Number(factor * row.strength_high, decimals),
    }
    return _gap(outcome, values, impact.loyalty.days) if is_gap else _a_point_more(outcome, values)


def _a_point_more(outcome: Outcome, values: dict[str, Number]) -> Message:
    return {
        Outcome.RECOMMENDATION: say(
            "Each point more here is associated with {change} points more of recommendation ({low} to {high}).",
            **values,
        ),
        Outcome.OVERALL: say(
            "Each point more here is associated with {change} points more of overall score ({low} to {high}).", **values
        ),
        Outcome.BUYS_AGAIN: say(
            "Each point more here is associated with {change} more of every 100 buying again ({low} to {high}).",
            **values,
        ),
        Outcome.STAYS: say(
            "Each point more here is associated with {change} more of every 100 staying ({low} to {high}).", **values
        ),
    }[outcome]


def _gap(outcome: Outcome, values: dict[str, Number], days: int) -> Message:
    if outcome is Outcome.BUYS_AGAIN:
        return say(
            "Of every 100 satisfied here, {change} more buy again within {days} days than of the dissatisfied ({low} "
            "to {high}).",
            days=count(days),
            **values,
        )
    if outcome is Outcome.STAYS:
        return say(
            "Of every 100 satisfied here, {change} more stay {days} days than of the dissatisfied ({low} to {high}).",
            days=count(days),
            **values,
        )
    return say(
        "The recommendation index of those satisfied here is {change} points above that of the dissatisfied ({low} to "
        "{high}).",
        **values,
    )


def how_weighed(row: Any, impact: JourneyImpact) -> list[Message]:
    """Method, n, R², visits, interval, minimums and warnings behind a touchpoint's weight, one line each."""
    report = impact.report
    lines = [
        METHOD_SENTENCES[report.method],
        what_stands_for_it(impact.loyalty),
        known_of(report.respondents),
        say("Of them, {visits} scored this touchpoint.", visits=count(row.n)),
    ]
    if impact.loyalty.outcome.is_share:
        days = impact.loyalty.days
        lines.append(say("What was done after the answer counts, in the {days} days after it.", days=days))
    explained = what_the_scores_explain(report)
    if explained is not None:
        lines.append(explained)
    if not pd.isna(row.share):
        lines.append(say("This touchpoint holds {share} % of that.", share=Number(100 * row.share, 0)))
    warnings = [one.sentence for one in report.warnings if one.touchpoint in (None, row.touchpoint)]
    return [*lines, *_minimums(report.method), *warnings, ASSOCIATION]


def _minimums(method: Method) -> list[Message]:
    values: dict[str, Quantity] = {
        "respondents": count(IMPACT_RESPONDENTS),
        "tentative": count(IMPACT_TENTATIVE_RESPONDENTS),
        "visits": count(IMPACT_VISITS),
    }
    if method is Method.SATISFIED_GAP:
        return [
            say("Level between bounds that hold 90 % of what chance alone would give; the difference, 95 %."),
            say(
                "Least: {tentative} answers (firm from {respondents}), {visits} at the touchpoint and {each} on each "
                "side.",
                each=count(IMPACT_EACH_SIDE),
                **values,
            ),
        ]
    return [
        say(
            "Level between bounds that hold 90 % of {resamples} draws of the same answers; strength, 95 %.",
            resamples=count(RESAMPLES),
        ),
        say("Least: {tentative} answers (firm from {respondents}) and {visits} scores of the touchpoint.", **values),
    ]
