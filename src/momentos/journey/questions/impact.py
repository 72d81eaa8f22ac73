"""What the answers say of each touchpoint's impact, beside what was assigned."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.impact import Evidence, ImpactReport, TouchpointImpact, derived_impact, impact_verdict
from momentos.analysis.penalty import PenaltyReward, penalty_reward
from momentos.analysis.satisfied_gap import Loyal, SatisfiedGap, gap_impact, satisfied_gap
from momentos.analysis.survey_quality import Caution, cautions
from momentos.domain.dimensions import JOURNEY_DIMENSIONS
from momentos.domain.messages import Message, say
from momentos.domain.outcomes import Outcome
from momentos.domain.samples import IMPACT_TENTATIVE_RESPONDENTS, IMPACT_VISITS
from momentos.figures.filters import Filters
from momentos.figures.loyalty import Loyalty, default_loyalty, loyal_surveys, offered_outcomes, raters, respondents
from momentos.figures.source import shown_values
from momentos.journey.questions.journey import retired_touchpoints

_RESPONDENTS_READ = 60_000
"""Respondents from twice as many of which a share, always the same ones, stands for all: it adds little doubt."""

# One row per score of a survey whose loyalty is known. A survey's number is looked for in the load the score came with,
# and elsewhere if only one survey has it.
_RATED = """
    with {ctes},
    answers as (
        select
            load_no,
            response_key,
            loyalty
        from loyal
        where response_key is not null
            and loyalty is not null
    ),
    alone as (
        select
            response_key,
            any_value(loyalty) as loyalty
        from answers
        group by all
        having count(*) = 1
    )
    select
        dense_rank() over (order by ratings.load_no, ratings.response_key) - 1 as respondent,
        names.touchpoint,
        ratings.score,
        coalesce(answers.loyalty, alone.loyalty) as loyalty
    from current_ratings as ratings
    join touchpoint_names as names on names.key = ratings.touchpoint_key
    left join answers using (load_no, response_key)
    left join alone on alone.response_key = ratings.response_key
    where coalesce(answers.loyalty, alone.loyalty) is not null
        and hash(ratings.load_no, ratings.response_key) % {one_in} = 0
"""

# One row per score of surveys that score several touchpoints, whether or not anything is known of loyalty.
_SCORED = """
    select
        dense_rank() over (order by facts.load_no, facts.response_key) - 1 as respondent,
        names.touchpoint,
        facts.score
    from current_ratings as facts
    join touchpoint_names as names on names.key = facts.touchpoint_key
    where facts.response_key is not null
        and {where}
"""

# One row per touchpoint that a survey is about, with how many scored it.
_SCORED_ALONE = """
    select
        names.touchpoint,
        count(*) as n
    from current_responses as facts
    join touchpoint_names as names on names.key = facts.touchpoint_key
    where facts.csat is not null
        and {where}
    group by all
    order by all
"""

# One row per touchpoint and side: satisfied there, or not, with the loyalty of those customers.
_SIDES = """
    with {ctes}
    select
        names.touchpoint,
        csat >= 4 as is_satisfied,
        count(*) as n,
        sum({net})::double as net,
        sum({squares})::double as squares
    from loyal
    join touchpoint_names as names on names.key = loyal.touchpoint_key
    where csat is not null
        and loyalty is not null
    group by all
    order by all
"""
_OF_A_SHARE = {"net": "loyalty", "squares": "null"}
_OF_AN_NPS = {
    "net": "case when loyalty >= 9 then 1 when loyalty <= 6 then -1 else 0 end",
    "squares": "case when loyalty >= 9 or loyalty <= 6 then 1 else 0 end",
}

COLUMNS = [
    "touchpoint", "assigned", "derived", "low", "high", "share", "strength", "strength_low", "strength_high", "n",
    "missing", "verdict",
]  # fmt: skip


class Lack(StrEnum):
    """Why the touchpoints cannot be weighed, where there are scores."""

    NO_QUESTION = "nothing stands for loyalty"
    NOBODY_HERE = "nobody answered for loyalty under these filters"
    NOT_YET = "too early to tell what was done after the answers"
    APART = "no answer has loyalty together with scores"
    TOO_FEW = "too few answers"
    TOO_FEW_EACH = "too few answers at the touchpoints"
    ALONE = "no other touchpoint to compare with"
    ALIKE = "the answers vary too little"


@dataclass(frozen=True)
class JourneyImpact:
    """Derived impact of every touchpoint with scores.

    ``loyalty`` is what stood for it. ``rows`` has one row a touchpoint: ``touchpoint, assigned``; ``derived`` level
    1–5 with ``low, high`` (90 %); ``share`` of what the scores explain, 0 to 1; ``strength``, loyalty per extra point
    (or the gap between satisfied and dissatisfied), with ``strength_low, strength_high``; ``n``; ``missing`` answers;
    ``verdict``. What cannot be said is empty. ``patterns`` says whether each touchpoint punishes or pays, where surveys
    score several. ``lack`` says why none of the rows could be weighed, ``None`` where one could, where the scores were
    held against loyalty and do not explain it, or where nothing is scored; ``loyal`` is how many answers have
    loyalty where none has it beside scores.
    """

    report: ImpactReport
    loyalty: Loyalty
    rows: pd.DataFrame
    patterns: tuple[PenaltyReward, ...] = ()
    lack: Lack | None = None
    loyal: int = 0

    @property
    def missing(self) -> int:
        """How many answers more would let something be weighed: in all, or at the touchpoint that is nearest to it."""
        if self.lack is Lack.TOO_FEW_EACH:
            return int(_short(self.rows)["missing"].iloc[0])
        is_enough = self.lack in (None, Lack.ALONE, Lack.ALIKE)
        return 0 if is_enough else self.report.missing_respondents


def lack_told(found: JourneyImpact) -> Message | None:
    """The reason in a sentence without its full stop, fit for a title; ``None`` where nothing is lacking."""
    outcome = found.loyalty.outcome.label
    if found.lack is Lack.NO_QUESTION:
        return say("There are scores; a recommendation question from 0 to 10 is missing")
    if found.lack is Lack.NOBODY_HERE:
        return say("{outcome}: nobody answered it in this period", outcome=outcome)
    if found.lack is Lack.NOT_YET:
        return say("{outcome}: too little time has passed since the answers to tell", outcome=outcome)
    if found.lack is Lack.APART:
        return say("{outcome}: no answer has it together with scores of touchpoints", outcome=outcome)
    if found.lack is Lack.TOO_FEW:
        missing = found.report.missing_respondents
        if missing == 1:
            return say("One answer is missing to weigh the touchpoints")
        return say("{missing} answers are missing to weigh the touchpoints", missing=missing)
    if found.lack is Lack.TOO_FEW_EACH:
        return _told_each(found)
    if found.lack is Lack.ALONE:
        return say("Another touchpoint with answers is missing, to weigh one against the other")
    if found.lack is Lack.ALIKE:
        return say("The answers vary too little to weigh the touchpoints")
    return None


def _told_each(found: JourneyImpact) -> Message:
    short, missing = _short(found.rows), found.missing
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


def _short(rows: pd.DataFrame) -> pd.DataFrame:
    """The touchpoints that lack answers, the nearest to enough first."""
    return rows[rows["missing"] > 0].sort_values("missing", kind="stable")


def journey_impact(
    cursor: DuckDBPyConnection,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    loyalty: Loyalty | None = None,
    progress: Callable[[float], None] | None = None,
) -> JourneyImpact:
    """From surveys that score several touchpoints, if enough do; else from surveys about one touchpoint each. Where
    neither are enough, those that are more say how many are missing.

    For deeds (buying again, staying) it is the other way round: what was done after one contact is held against that
    contact, before looking at surveys of the whole journey.

    ``loyalty`` is ``default_loyalty`` unless given. The filters' window and respondents count in the weights; its area,
    stage or touchpoint only leave out rows. ``progress`` hears fractions up to 1.
    """
    loyalty = loyalty or default_loyalty(cursor, filters)
    patterns: tuple[PenaltyReward, ...] = ()
    report = gap_impact(_gaps(cursor, loyalty, filters))
    if not (loyalty.outcome.is_share and report.evidence is not Evidence.NONE):
        rated = _rated(cursor, loyalty, filters)
        several = rated[rated.groupby("respondent")["touchpoint"].transform("size") > 1]
        heard = several["respondent"].nunique()
        if heard >= IMPACT_TENTATIVE_RESPONDENTS:
            keys, scores = _grid(rated)
            known = _loyalty_of(rated)
            report = derived_impact(keys, scores, known, progress=progress)
            patterns = penalty_reward(keys, scores, known)
        elif heard > report.respondents and report.evidence is Evidence.NONE:
            several = several.assign(respondent=pd.factorize(several["respondent"])[0])
            report = derived_impact(*_grid(several), _loyalty_of(several))
    lack, loyal = (Lack.TOO_FEW, 0) if report.evidence is Evidence.NONE else (None, 0)
    if not report.touchpoints:
        report = _unheard(cursor, filters)
        lack, loyal = _why_unheard(cursor, loyalty, filters) if report.touchpoints else (None, 0)
    rows = _in_filters(cursor, _rows(report, _assigned(cursor)), filters)
    lack = lack or _why_silent(report, rows)
    shown = tuple(one for one in patterns if one.key in set(rows["touchpoint"]))
    return JourneyImpact(report, loyalty, rows, shown, lack, loyal)


def _why_silent(report: ImpactReport, rows: pd.DataFrame) -> Lack | None:
    """Why enough answers weigh none of these touchpoints; ``None`` where they were weighed and explain nothing."""
    if rows.empty or rows["derived"].notna().any():
        return None
    is_short = rows["missing"] > 0
    if any(one.caution is Caution.UNEXPLAINED for one in report.warnings) and not is_short.all():
        return None
    if is_short.any():
        return Lack.TOO_FEW_EACH
    return Lack.ALONE if len(report.touchpoints) == 1 else Lack.ALIKE


def _why_unheard(cursor: DuckDBPyConnection, loyalty: Loyalty, filters: Filters) -> tuple[Lack, int]:
    """Why no score has loyalty beside it, and how many answers have loyalty all the same."""
    words = {one for one in offered_outcomes(cursor) if not one.is_share}
    if not loyalty.outcome.is_share and not words:
        return Lack.NO_QUESTION, 0
    surveys = loyal_surveys(cursor, loyalty, filters)
    sql = f"with {surveys.ctes} select count(loyalty) from loyal"
    counted = cursor.execute(sql, surveys.values).fetchone()
    loyal = int(counted[0]) if counted else 0
    if loyal:
        return Lack.APART, loyal
    return (Lack.NOT_YET if loyalty.outcome.is_share else Lack.NOBODY_HERE), 0


def _rated(cursor: DuckDBPyConnection, loyalty: Loyalty, filters: Filters) -> pd.DataFrame:
    where, values = respondents(cursor, filters)
    counted = cursor.execute(f"select count(*) from current_responses as facts where {where}", values).fetchone()
    one_in = max(1, (counted[0] if counted else 0) // _RESPONDENTS_READ)
    surveys = loyal_surveys(cursor, loyalty, filters)
    return cursor.execute(_RATED.format(ctes=surveys.ctes, one_in=one_in), surveys.values).df()


def _grid(rated: pd.DataFrame) -> tuple[list[str], np.ndarray]:
    """The touchpoints, and respondents × touchpoints scores; NaN where somebody gave none."""
    places, touchpoints = pd.factorize(rated["touchpoint"], sort=True)
    scores = np.full((rated["respondent"].max() + 1, len(touchpoints)), np.nan)
    scores[rated["respondent"], places] = rated["score"]
    return list(touchpoints), scores


def _loyalty_of(rated: pd.DataFrame) -> np.ndarray:
    loyalty = np.full(rated["respondent"].max() + 1, np.nan)
    loyalty[rated["respondent"]] = rated["loyalty"]
    return loyalty


def _gaps(cursor: DuckDBPyConnection, loyalty: Loyalty, filters: Filters) -> dict[str, SatisfiedGap]:
    """Each touchpoint's two sides; none for the overall score, which in such surveys is the touchpoint's own."""
    if loyalty.outcome is Outcome.OVERALL:
        return {}
    surveys = loyal_surveys(cursor, loyalty, filters)
    sums = _OF_A_SHARE if loyalty.outcome.is_share else _OF_AN_NPS
    sides = cursor.execute(_SIDES.format(ctes=surveys.ctes, **sums), surveys.values).fetchall()
    heard = {(touchpoint, satisfied): Loyal(*sums) for touchpoint, satisfied, *sums in sides}
    nobody = Loyal(0, 0, None if loyalty.outcome.is_share else 0)
    return {
        touchpoint: satisfied_gap(heard.get((touchpoint, True), nobody), heard.get((touchpoint, False), nobody))
        for touchpoint in dict.fromkeys(touchpoint for touchpoint, _ in heard)
    }


def _unheard(cursor: DuckDBPyConnection, filters: Filters) -> ImpactReport:
    """Scores without any loyalty beside them: nothing of impact can be said, but how they were given can."""
    where, values = raters(cursor, filters)
    scored = cursor.execute(_SCORED.format(where=where), values).df()
    if scored.empty:
        return _unheard_one_by_one(cursor, filters)
    keys, scores = _grid(scored)
    silent = derived_impact(keys, scores, np.full(len(scores), np.nan))
    counts = (~np.isnan(scores)).sum(axis=0)
    heard = tuple(replace(one, visits=int(n)) for one, n in zip(silent.touchpoints, counts, strict=True))
    return replace(silent, touchpoints=heard, warnings=cautions(scores, keys))


def _unheard_one_by_one(cursor: DuckDBPyConnection, filters: Filters) -> ImpactReport:
    """The same of surveys about one touchpoint each."""
    where, values = respondents(cursor, filters)
    scored = cursor.execute(_SCORED_ALONE.format(where=where), values).fetchall()
    heard = tuple(TouchpointImpact(name, n, max(IMPACT_VISITS - n, 0)) for name, n in scored)
    return replace(gap_impact({}), touchpoints=heard)


def _assigned(cursor: DuckDBPyConnection) -> dict[str, float]:
    found = cursor.execute("select touchpoint, impact from known_touchpoints where impact is not null")
    return dict(found.fetchall())


def _rows(report: ImpactReport, assigned: dict[str, float]) -> pd.DataFrame:
    nobody_yet = report.missing_respondents if report.evidence is Evidence.NONE else 0
    rows = [
        (
            one.key,
            assigned.get(one.key),
            one.level,
            one.low,
            one.high,
            one.share,
            one.strength,
            one.strength_interval.low,
            one.strength_interval.high,
            one.visits,
            max(one.missing_visits, nobody_yet),
            impact_verdict(assigned.get(one.key), one.low, one.high, report.evidence),
        )
        for one in report.touchpoints
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame["verdict"] = [None if row[-1] is None else str(row[-1]) for row in rows]
    return frame.astype(dict.fromkeys(COLUMNS[1:9], float))


def _in_filters(cursor: DuckDBPyConnection, rows: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Only the touchpoints on the map today, of the area, stage or name that the filters hold to.

    The scores of retired ones stay in the weights: they were part of what those customers went through.
    """
    rows = rows[~rows["touchpoint"].isin(retired_touchpoints(cursor))].reset_index(drop=True)
    for dimension in JOURNEY_DIMENSIONS:
        if dimension in filters.where:
            shown = shown_values(cursor, dimension, filters.where[dimension])
            sql = f"select touchpoint from known_touchpoints where list_contains(?::varchar[], {dimension})"
            kept = {touchpoint for (touchpoint,) in cursor.execute(sql, [shown]).fetchall()}
            rows = rows[rows["touchpoint"].isin(kept)].reset_index(drop=True)
    return rows
