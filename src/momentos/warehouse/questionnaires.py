"""What each survey is about, as far as its sheets tell: one contact, or the whole relation.

The two are answered by other people on other occasions, so their figures are not one figure. What a survey is about is
a matter of its sheet and not of each row: a cell left empty by accident makes no other survey. Where a sheet brings too
few answers to tell, those that came in the same layout tell it.
"""

from duckdb import DuckDBPyConnection

CONTACT, RELATION = "contact", "relation"
"""About one contact: it names its touchpoint, its interaction or who attended, or scores one touchpoint. About the
relation: it scores several touchpoints, or names none of these."""

_ENOUGH_ANSWERS = 10
"""Answers from which a sheet tells by itself what it is about."""
_SHARE = 0.1
"""Part of the answers that must name a contact, or score several touchpoints, for the sheet to be about that."""

QUESTION = f"""
    -- One row per sheet of a load with surveys or scores, and what these are about.
    with surveyed as (
        select distinct load_no, sheet
        from current_responses
    ),
    graded as (
        select load_no, sheet, response_key, count(*) > 1 as is_several, surveyed.sheet is not null as is_grid
        from current_ratings
        left join surveyed using (load_no, sheet)
        where response_key is not null
        group by all
    ),
    several as (
        -- A grid's scores are of the surveys beside them; a list's, of those of its load, or of another if it has none.
        select
            response_key,
            load_no as of_load,
            case when is_grid then sheet end as of_sheet
        from graded
        where is_several and (is_grid or load_no in (select load_no from surveyed))
    ),
    several_elsewhere as (
        select response_key
        from graded
        where is_several and not is_grid and load_no not in (select load_no from surveyed)
    ),
    told as (
        select
            load_no,
            sheet,
            count(*) as answers,
            count(*) filter (
                coalesce(touchpoint_key, interaction_key, employee_key) is not null
                or (response_key, load_no, sheet) in (select (response_key, load_no, sheet) from graded where is_grid)
            ) as naming,
            count(*) filter (
                (response_key, load_no, sheet) in (select (response_key, of_load, of_sheet) from several)
                or (response_key, load_no) in (select (response_key, of_load) from several where of_sheet is null)
                or response_key in (from several_elsewhere)
            ) as scoring
        from current_responses
        group by all
        union all by name
        select
            load_no,
            sheet,
            count(*) as answers,
            count(*) as naming,
            count(*) filter (is_several) as scoring
        from graded
        where not is_grid
        group by all
    ),
    layouts as (
        select
            load_no,
            described ->> '$.outcome.sheet' as sheet,
            min(described ->> '$.mapping') as layout
        from (select load_no, unnest(sheets::json[]) as described from loads)
        group by all
    ),
    pooled as (
        select
            load_no,
            sheet,
            case when answers >= {_ENOUGH_ANSWERS} then answers else sum(answers) over alike end as answers,
            case when answers >= {_ENOUGH_ANSWERS} then naming else sum(naming) over alike end as naming,
            case when answers >= {_ENOUGH_ANSWERS} then scoring else sum(scoring) over alike end as scoring
        from told
        left join layouts using (load_no, sheet)
        window alike as (partition by coalesce(layout, load_no || sheet))
    )
    select
        load_no,
        sheet,
        case
            when scoring >= {_SHARE} * answers then '{RELATION}'
            when naming >= {_SHARE} * answers then '{CONTACT}'
            else '{RELATION}'
        end as about
    from pooled
"""


TABLE = """
    create table if not exists questionnaires (
        load_no integer not null,
        sheet varchar not null,
        about varchar not null
    )
"""
"""The views read from it, so it is there before they are."""


def make_again(cursor: DuckDBPyConnection) -> None:
    """Look through all surveys that are current."""
    cursor.execute("delete from questionnaires")
    cursor.execute(f"insert into questionnaires {QUESTION}")


def look_again(cursor: DuckDBPyConnection) -> bool:
    """The same; and whether surveys that were there before turn out to be about something else."""
    cursor.execute("create or replace temp table told_before as from questionnaires")
    make_again(cursor)
    found = cursor.execute(
        "select count(*) from told_before as old join questionnaires as new using (load_no, sheet)"
        " where old.about <> new.about"
    ).fetchone()
    return bool(found and found[0])
