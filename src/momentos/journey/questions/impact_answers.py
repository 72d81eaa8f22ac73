"""The answers that impact is weighed with: scores beside what stands for loyalty, and scores without it."""

from dataclasses import replace

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.impact import ImpactReport, TouchpointImpact, derived_impact
from momentos.analysis.satisfied_gap import Loyal, SatisfiedGap, gap_impact, satisfied_gap
from momentos.analysis.survey_quality import cautions
from momentos.domain.outcomes import Outcome
from momentos.domain.samples import IMPACT_VISITS
from momentos.figures.filters import Filters
from momentos.figures.loyalty import Loyalty, loyal_surveys, raters, respondents

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


def rated_scores(cursor: DuckDBPyConnection, loyalty: Loyalty, filters: Filters) -> pd.DataFrame:
    """One row per score of a survey whose loyalty is known: ``respondent`` (from 0), ``touchpoint, score, loyalty``."""
    where, values = respondents(cursor, filters)
    counted = cursor.execute(f"select count(*) from current_responses as facts where {where}", values).fetchone()
    one_in = max(1, (counted[0] if counted else 0) // _RESPONDENTS_READ)
    surveys = loyal_surveys(cursor, loyalty, filters)
    return cursor.execute(_RATED.format(ctes=surveys.ctes, one_in=one_in), surveys.values).df()


def grid(rated: pd.DataFrame) -> tuple[list[str], np.ndarray]:
    """The touchpoints, and respondents × touchpoints scores; NaN where somebody gave none."""
    places, touchpoints = pd.factorize(rated["touchpoint"], sort=True)
    scores = np.full((rated["respondent"].max() + 1, len(touchpoints)), np.nan)
    scores[rated["respondent"], places] = rated["score"]
    return list(touchpoints), scores


def loyalty_of(rated: pd.DataFrame) -> np.ndarray:
    """The loyalty of each respondent."""
    loyalty = np.full(rated["respondent"].max() + 1, np.nan)
    loyalty[rated["respondent"]] = rated["loyalty"]
    return loyalty


def satisfied_gaps(cursor: DuckDBPyConnection, loyalty: Loyalty, filters: Filters) -> dict[str, SatisfiedGap]:
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


def scores_without_loyalty(cursor: DuckDBPyConnection, filters: Filters) -> ImpactReport:
    """Scores without any loyalty beside them: nothing of impact can be said, but how they were given can."""
    where, values = raters(cursor, filters)
    scored = cursor.execute(_SCORED.format(where=where), values).df()
    if scored.empty:
        return _unheard_one_by_one(cursor, filters)
    keys, scores = grid(scored)
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
