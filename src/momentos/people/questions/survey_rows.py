"""The rows that honesty checks look at: contacts with who was invited and who answered, and answers with what may be
odd of each."""

from typing import Any

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.moods import Mood, mood_of
from momentos.domain.samples import BURST_MINUTES
from momentos.domain.viewer import inner
from momentos.facts import INTERACTIONS, RESPONSES, Fact
from momentos.figures.filters import Filters
from momentos.figures.source import conditions
from momentos.warehouse.summaries import facts_for

MOST_ROWS = 200
TOP_CSAT, TOP_NPS = 5.0, 10.0
LOW_CSAT, LOW_NPS = 2.0, 4.0
"""Up to these a score plainly complains."""
HIGH_CSAT, HIGH_NPS = 4.0, 9.0
"""From these a score plainly praises."""


@inner
def contacts_in(cursor: DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """One row a person with attended contacts: how many say whether the customer was invited, how many were, how many
    could be joined to a survey by their number, and how many have one."""
    picked, values = _picked(cursor, INTERACTIONS, filters)
    return cursor.execute(
        f"""
        with {picked},
        attended as (
            select
                picked.employee,
                facts.invited,
                facts.interaction_key is not null and coalesce(facts.invited, true) as may_answer,
                facts.interaction_key in (
                    select interaction_key from current_responses where interaction_key is not null
                ) as has_survey
            from picked
            join current_interactions as facts using (record_key)
            where facts.answered is null or facts.answered = 'yes'
        )
        select
            employee,
            count(invited)::double as may_be_invited,
            count_if(invited)::double as invited,
            count_if(may_answer)::double as may_answer,
            count_if(may_answer and has_survey)::double as has_survey
        from attended
        group by all
        order by all
        """,
        values,
    ).df()


@inner
def answers_in(cursor: DuckDBPyConnection, filters: Filters) -> pd.DataFrame:
    """One row an answer that names a person, in the order in which they came."""
    picked, values = _picked(cursor, RESPONSES, filters)
    return cursor.execute(
        f"""
        with {picked}
        select
            picked.employee,
            facts.answered_at as occurred_at,
            facts.customer,
            facts.customer_key,
            facts.interaction_key,
            facts.interaction,
            facts.response as number,
            facts.csat,
            facts.nps,
            coalesce(facts.csat, facts.nps) as score,
            facts.comment,
            loads.load_id,
            loads.file_name,
            facts.sheet,
            facts.row_number
        from picked
        join current_responses as facts using (record_key)
        join loads on loads.load_no = facts.load_no
        order by facts.answered_at, facts.load_no, facts.row_number
        """,
        values,
    ).df()


def marked(answers: pd.DataFrame) -> pd.DataFrame:
    """The answers with what the checks look at: ``is_known`` customer or contact, ``is_repeated``, ``is_top``,
    ``is_scored``, ``mood`` and ``is_contradicted``."""
    has_customer, has_contact = answers["customer_key"].notna(), answers["interaction_key"].notna()
    again = (has_customer & answers.duplicated(["employee", "customer_key"])) | (
        has_contact & answers.duplicated(["employee", "interaction_key"])
    )
    csat, nps = answers["csat"].astype(float), answers["nps"].astype(float)
    moods = [None if pd.isna(text) else mood_of(str(text)) for text in answers["comment"]]
    mood = pd.Series(moods, index=answers.index, dtype=object)
    is_low = np.where(csat.notna(), csat <= LOW_CSAT, nps <= LOW_NPS)
    is_high = np.where(csat.notna(), csat >= HIGH_CSAT, nps >= HIGH_NPS)
    is_scored = csat.notna() | nps.notna()
    return answers.assign(
        is_known=has_customer | has_contact,
        is_repeated=again,
        is_scored=is_scored,
        is_top=np.where(csat.notna(), csat >= TOP_CSAT, nps >= TOP_NPS),
        has_mood=is_scored & mood.notna(),
        is_contradicted=((mood == Mood.PRAISE) & is_low) | ((mood == Mood.COMPLAINT) & is_high),
    )


@inner
def contacts_without_survey(cursor: DuckDBPyConnection, employee: str, filters: Filters) -> pd.DataFrame:
    """The attended contacts of the person without a survey, the latest first."""
    picked, values = _picked(cursor, INTERACTIONS, filters.only(Dimension.EMPLOYEE, employee))
    return cursor.execute(
        f"""
        with {picked}
        select
            facts.occurred_at,
            facts.customer,
            facts.interaction as number,
            null::double as score,
            null::varchar as comment,
            loads.load_id,
            loads.file_name,
            facts.sheet,
            facts.row_number
        from picked
        join current_interactions as facts using (record_key)
        join loads on loads.load_no = facts.load_no
        where (facts.answered is null or facts.answered = 'yes')
            and (facts.interaction_key is null or facts.interaction_key not in (
                select interaction_key from current_responses where interaction_key is not null
            ))
        order by facts.occurred_at desc nulls last, facts.load_no, facts.row_number
        limit {MOST_ROWS}
        """,
        values,
    ).df()


def _picked(cursor: DuckDBPyConnection, fact: Fact, filters: Filters) -> tuple[str, list[Any]]:
    """The expression ``picked``, the fact's rows that name a person inside the filters, and the values it is asked
    with."""
    source = facts_for(fact, filters.where)
    held = conditions(cursor, filters, source)
    where = " and ".join(["employee is not null", *(one.sql for one in held)])
    values = [value for one in held for value in one.values]
    return f"picked as (select record_key, employee from {source} where {where})", values


def has_clock(at: pd.Series) -> pd.Series:
    """Whether the hour is known: a full hour may only be a day or an hour without its clock."""
    return at.notna() & ((at.dt.minute != 0) | (at.dt.second != 0))


def within_a_burst(own: pd.DataFrame) -> pd.Series:
    """The answers of the fullest few minutes, of those whose hour is known."""
    at = own["occurred_at"].where(has_clock(own["occurred_at"]))
    window = pd.Timedelta(minutes=BURST_MINUTES)
    begun = at.dropna().sort_values()
    together = begun.searchsorted(begun + window, side="right") - np.arange(len(begun))
    first = begun.iloc[int(np.argmax(together))] if len(begun) else pd.NaT
    return (at >= first) & (at <= first + window)
