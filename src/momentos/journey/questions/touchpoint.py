"""One touchpoint close by: how its scores are spread, what customers said, and the rows behind its figures."""

from typing import Any

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.masking import masked
from momentos.domain.viewer import Viewer, need_lead
from momentos.facts import INTERACTIONS, RESPONSES, SCORES, Fact
from momentos.figures.filters import Filters
from momentos.figures.source import conditions
from momentos.figures.source_cells import cell_address
from momentos.warehouse.history import find_load
from momentos.warehouse.summaries import facts_for

MOST_VOICES = 30
MOST_ROWS = 500


def score_spread(cursor: DuckDBPyConnection, touchpoint: str, filters: Filters) -> pd.DataFrame:
    """Five rows, ``score`` 1 to 5 and ``n`` answers with it; scores between two go to the nearer, halves upwards."""
    where, values = _where(cursor, SCORES, touchpoint, filters)
    return cursor.execute(
        f"""
        with given as (
            select floor(csat_sum + 0.5)::integer as score
            from scores_measured
            where {where}
        )
        select
            steps.score,
            count(given.score) as n
        from range(1, 6) as steps(score)
        left join given using (score)
        group by all
        order by steps.score
        """,
        values,
    ).df()


def voices(cursor: DuckDBPyConnection, touchpoint: str, filters: Filters) -> pd.DataFrame:
    """What customers wrote about the touchpoint, the lowest scores first and then the latest, up to ``MOST_VOICES``.

    ``comment, score, answered_at, channel, load_id, file_name, sheet, row_number, cell``; the cell is the comment's, of
    which telephones, e-mails and the customer's name are hidden.
    """
    where, values = _where(cursor, RESPONSES, touchpoint, filters)
    found = cursor.execute(
        f"""
        select
            written.comment,
            customers.name as customer,
            written.csat as score,
            written.answered_at,
            facts.channel,
            loads.load_id,
            loads.file_name,
            written.sheet,
            written.row_number
        from (from responses_measured where {where}) as facts
        join current_responses as written using (record_key)
        join loads on loads.load_no = written.load_no
        left join current_customers as customers on customers.customer_key = written.customer_key
        where written.comment is not null
        order by written.csat nulls last, written.answered_at desc nulls last
        limit {MOST_VOICES}
        """,
        values,
    ).df()
    written = zip(found["comment"], found["customer"], strict=True)
    shown = [masked(comment, [customer] if isinstance(customer, str) else []) for comment, customer in written]
    located = found.assign(comment=shown, dataset="responses", field="comment", written_touchpoint=None)
    return _with_cells(cursor, located.drop(columns="customer")).drop(columns="dataset")


def rows_behind(cursor: DuckDBPyConnection, viewer: Viewer, touchpoint: str, filters: Filters) -> pd.DataFrame:
    """The rows that the touchpoint's figures are made of, the latest first, up to ``MOST_ROWS``.

    ``dataset, occurred_at, employee, channel, score, load_id, file_name, sheet, row_number, cell``; the cell is the
    score's, or the date's of a row without one. Raises ``Refused`` to who does not lead: each row names who attended.
    """
    need_lead(viewer)
    parts, values = [], []
    for dataset, fact, score, field in _BEHIND:
        where, own = _where(cursor, fact, touchpoint, filters)
        values += own
        parts.append(
            f"""
            select
                '{dataset}' as dataset,
                facts.occurred_at,
                facts.employee,
                facts.channel,
                {score} as score,
                loads.load_id,
                loads.file_name,
                written.sheet,
                written.row_number,
                {field} as field,
                written.touchpoint as written_touchpoint
            from (from {fact.view} where {where}) as facts
            join current_{dataset} as written using (record_key)
            join loads on loads.load_no = written.load_no
            """
        )
    both = " union all ".join(parts)
    found = cursor.execute(
        f"select * from ({both}) order by occurred_at desc nulls last, load_id, row_number limit {MOST_ROWS}", values
    ).df()
    return _with_cells(cursor, found)


_BEHIND = (
    ("interactions", INTERACTIONS, "null::double", "'occurred_at'"),
    ("responses", RESPONSES, "written.csat", "case when written.csat is null then 'answered_at' else 'csat' end"),
    ("ratings", SCORES, "written.score", "'score'"),
)
"""The datasets a touchpoint's figures come from: fact, score, and the field that a row's cell points at."""


def _with_cells(cursor: DuckDBPyConnection, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``cell`` in place of what it is worked out from."""
    loads = {load_id: find_load(cursor, load_id) for load_id in rows["load_id"].unique()}
    known = {load_id: load.sheets for load_id, load in loads.items() if load is not None}
    places = rows[["load_id", "sheet", "row_number", "dataset", "field", "written_touchpoint"]]
    found = [
        cell_address(known.get(load_id, ()), *place) for load_id, *place in places.itertuples(index=False, name=None)
    ]
    return rows.drop(columns=["field", "written_touchpoint"]).assign(cell=pd.Series(found, rows.index, dtype=object))


def _where(cursor: DuckDBPyConnection, fact: Fact, touchpoint: str, filters: Filters) -> tuple[str, list[Any]]:
    """The filters with the touchpoint, as the fact's rows spell it."""
    found = conditions(cursor, filters.only(Dimension.TOUCHPOINT, touchpoint), facts_for(fact))
    return " and ".join(one.sql for one in found), [value for one in found for value in one.values]
