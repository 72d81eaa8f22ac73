"""Whose a case is when several people attended it: the rows of one interaction that name different people.

An interaction's outcome is what its last row says, and surveys about it are its outcome too. Credit goes to the last
person, the first, each of them, or each in equal parts; cases that one person attended stay theirs.
"""

from collections.abc import Sequence

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.facts import INTERACTIONS, Fact
from momentos.figures.filters import Filters
from momentos.figures.from_sums import DENOMINATOR, NUMERATOR, SQUARES
from momentos.figures.measure import sums
from momentos.figures.source import conditions, window
from momentos.people.meanings.policy import Credit
from momentos.warehouse.summaries import facts_for

_CREDITED = """
    -- One row per fact that the credit may change, few as they are, as it is written; every other one counts as it is.
    written as materialized (
        select facts.*, about.first_record
        from (from {source} where {within}) as facts
        join ({about}) as about using (record_key)
    ),
    -- One row per interaction and person who attended it.
    attended as (
        select
            first_record,
            people.employee,
            any_value(people.supervisor) as supervisor,
            any_value(people.site) as site,
            min(place) as began,
            max(place) as ended,
            arg_max(record_key, place) as record_key
        from shared_interactions as shared
        semi join written using (first_record)
        join employee_names as people on people.key = shared.employee_key
        group by first_record, people.employee
    ),
    -- Only interactions with several people: who is credited, for which part, and which row says how it ended.
    credits as (
        select
            * exclude (record_key),
            {share} as share,
            arg_max(record_key, ended) over whole as last_record
        from attended
        window whole as (partition by first_record)
        qualify count(*) over whole > 1 and {chosen}
    ),
    -- As they are written they count no more (−1), and as they are credited they do.
    credited as (
        select * exclude (first_record), -1.0 as share
        from written
        semi join credits using (first_record)
        union all
        select
            written.* exclude (first_record) replace (
                credits.employee as employee,
                credits.supervisor as supervisor,
                credits.site as site
            ),
            credits.share
        from written
        join credits using (first_record)
        where {ending}
    )
"""

_CONTACTS = "select record_key, first_record from shared_interactions"
# A survey whose number several interactions have is about none of them for certain, and stays as it is written.
_SURVEYS = """
    select named.record_key, min(shared.first_record) as first_record
    from contacts_of_scores as named
    join shared_interactions as shared using (interaction_key)
    group by named.record_key
    having min(shared.first_record) = max(shared.first_record)
"""

_ROUNDING = 1e-9
_SHARES = {Credit.SHARED: "1.0 / count(*) over whole"}
_CHOSEN = {
    Credit.LAST: "row_number() over (partition by first_record order by ended desc) = 1",
    Credit.FIRST: "row_number() over (partition by first_record order by began) = 1",
}


def credited_sums(
    cursor: DuckDBPyConnection,
    fact: Fact,
    metric: Metric,
    by: Sequence[Dimension],
    filters: Filters,
    credit: Credit,
) -> pd.DataFrame:
    """As ``sums`` with what is unknown, each case counted to those whom ``credit`` says; parts of a case are parts of
    an answer."""
    if credit is Credit.AS_WRITTEN:
        return sums(cursor, fact, metric, by, filters, with_unknown=True)
    written = sums(cursor, fact, metric, by, filters, with_unknown=True)
    change = _change(cursor, fact, metric, by, filters, credit)
    if change.empty:
        return written
    both = pd.concat([written, change], ignore_index=True).groupby(list(by), dropna=False, as_index=False).sum()
    # What was taken away whole may leave a rounding error behind.
    return both[both[DENOMINATOR].abs() > _ROUNDING].reset_index(drop=True)


def _change(
    cursor: DuckDBPyConnection,
    fact: Fact,
    metric: Metric,
    by: Sequence[Dimension],
    filters: Filters,
    credit: Credit,
) -> pd.DataFrame:
    """What the credit adds to the sums of each group, and takes from them."""
    is_contact = fact is INTERACTIONS
    source = facts_for(fact, {*by, *filters.where})
    inside = list(window(filters, source))
    credited = _CREDITED.format(
        share=_SHARES.get(credit, "1.0"),
        chosen=_CHOSEN.get(credit, "true"),
        source=source,
        within=" and ".join(one.sql for one in inside) or "true",
        about=_CONTACTS if is_contact else _SURVEYS,
        ending="credits.last_record = written.record_key" if is_contact else "true",
    )
    held = conditions(cursor, filters, source)
    groups = [f"{source.sql_of(dimension)} as {dimension}" for dimension in by]
    columns = [
        *groups,
        f"sum({metric.numerator} * share)::double as {NUMERATOR}",
        f"sum({metric.denominator} * share)::double as {DENOMINATOR}",
        f"sum({metric.squares or metric.numerator} * share)::double as {SQUARES}",
    ]
    where = f" where {' and '.join(one.sql for one in held)}" if held else ""
    sql = f"with {credited} select {', '.join(columns)} from credited{where} group by all order by all"
    return cursor.execute(sql, [value for one in [*inside, *held] for value in one.values]).df()


def has_shared_cases(cursor: DuckDBPyConnection) -> bool:
    """Whether any interaction names several people."""
    found = cursor.execute(
        """
        select 1
        from shared_interactions as shared
        join employee_names as people on people.key = shared.employee_key
        group by first_record
        having count(distinct people.employee) > 1
        limit 1
        """
    ).fetchone()
    return found is not None
