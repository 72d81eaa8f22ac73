"""What the answers say of the impact that was assigned, in a line; what is missing for it, and how it was weighed."""

import pandas as pd

from momentos.analysis.impact import METHOD_SENTENCES, Evidence, ImpactReport, ImpactVerdict
from momentos.domain.messages import Message, say
from momentos.domain.quantities import Number, count
from momentos.journey.questions.impact import JourneyImpact
from momentos.journey.questions.impact_lack import Lack


def impact_finding(impact: JourneyImpact) -> Message:
    """What the data say against what was assigned, in one line; or why they say nothing yet."""
    rows = impact.rows
    if rows.empty:
        return say("No touchpoint has been scored yet")
    lack = what_is_lacking(impact)
    if lack is not None:
        return lack
    weighed = rows[rows["derived"].notna()]
    if weighed.empty and (rows["missing"] > 0).any():
        return say("The scores that could be weighed do not explain loyalty in these answers")
    if weighed.empty:
        return say("The scores do not explain loyalty in these answers")
    more, less = _first(rows, ImpactVerdict.MORE), _first(rows, ImpactVerdict.LESS)
    if more and less:
        return say("«{more}» weighs more than we assigned, and «{less}» less", more=more, less=less)
    if more:
        return say("«{touchpoint}» weighs more than we assigned", touchpoint=more)
    if less:
        return say("«{touchpoint}» weighs less than we assigned", touchpoint=less)
    return _uncontradicted(weighed, impact.report.evidence)


def _first(rows: pd.DataFrame, verdict: ImpactVerdict) -> str | None:
    """The touchpoint of this verdict that is furthest from what was assigned."""
    judged = rows[rows["verdict"] == verdict]
    if judged.empty:
        return None
    distance = (judged["derived"] - judged["assigned"]).abs()
    return str(judged.assign(distance=distance).sort_values("distance", kind="stable")["touchpoint"].iloc[-1])


def _uncontradicted(weighed: pd.DataFrame, evidence: Evidence) -> Message:
    first = str(weighed.sort_values("share")["touchpoint"].iloc[-1])
    if evidence is Evidence.TENTATIVE:
        return say("«{touchpoint}» seems to weigh most, with few answers yet", touchpoint=first)
    if weighed["assigned"].notna().any():
        return say("The data do not contradict the impact we assigned")
    return say("«{touchpoint}» weighs most on loyalty", touchpoint=first)


def what_is_lacking(impact: JourneyImpact) -> Message | None:
    """Why nothing could be weighed, without a full stop, fit for a title; ``None`` where nothing is lacking."""
    outcome = impact.loyalty.outcome.label
    if impact.lack is Lack.NO_QUESTION:
        return say("There are scores; a recommendation question from 0 to 10 is missing")
    if impact.lack is Lack.NOBODY_HERE:
        return say("{outcome}: nobody answered it in this period", outcome=outcome)
    if impact.lack is Lack.NOT_YET:
        return say("{outcome}: too little time has passed since the answers to tell", outcome=outcome)
    if impact.lack is Lack.APART:
        return say("{outcome}: no answer has it together with scores of touchpoints", outcome=outcome)
    if impact.lack is Lack.TOO_FEW:
        missing = impact.report.missing_respondents
        if missing == 1:
            return say("One answer is missing to weigh the touchpoints")
        return say("{missing} answers are missing to weigh the touchpoints", missing=missing)
    if impact.lack is Lack.TOO_FEW_EACH:
        return _too_few_each(impact)
    if impact.lack is Lack.ALONE:
        return say("Another touchpoint with answers is missing, to weigh one against the other")
    if impact.lack is Lack.ALIKE:
        return say("The answers vary too little to weigh the touchpoints")
    return None


def _too_few_each(impact: JourneyImpact) -> Message:
    short, missing = impact.short, impact.missing
    nearest = str(short["touchpoint"].iloc[0])
    if len(short) > 1:
        return say(
            "Answers are missing at {count} touchpoints to weigh them; «{touchpoint}» is the nearest "
            "(missing: {missing})",
            count=len(short),
            touchpoint=nearest,
            missing=missing,
        )
    if missing == 1:
        return say("One answer is missing at «{touchpoint}» to weigh the touchpoints", touchpoint=nearest)
    return say(
        "{missing} answers are missing at «{touchpoint}» to weigh the touchpoints", missing=missing, touchpoint=nearest
    )


def how_tentative(report: ImpactReport) -> Message | None:
    """How many answers more make the levels firm; ``None`` where they are, or where there are none."""
    if report.evidence is not Evidence.TENTATIVE:
        return None
    return say(
        "Tentative: {n} answers so far. With {missing} more, the levels are firm and can contradict what was assigned.",
        n=count(report.respondents),
        missing=count(report.missing_respondents),
    )


def method(report: ImpactReport) -> list[Message]:
    """How the weights were computed, from how many answers, and how much all the scores explain, where it is known."""
    parts = [METHOD_SENTENCES[report.method], say("n = {n}", n=count(report.respondents))]
    explained = what_the_scores_explain(report)
    return parts if explained is None else [*parts, explained]


def what_the_scores_explain(report: ImpactReport) -> Message | None:
    """The share of loyalty that all the scores explain; ``None`` where it is not known."""
    if report.r_squared is None:
        return None
    share = Number(100 * report.r_squared, 0)
    return say("All the scores together explain {share} % of it (R²).", share=share)
