"""What each area spends today."""

from duckdb import DuckDBPyConnection

SPENDING_MONTHS = 12

# One row per area: its spending in a usual month, over the latest months that any area's spending was told of.
_MONTHLY = """
    with latest as (
        select distinct date_trunc('month', month) as month
        from current_spending
        order by month desc
        limit {months}
    )
    select
        any_value(coalesce(labels.label, spending.area)) as area,
        sum(amount) / (select count(*) from latest) as amount
    from current_spending as spending
    left join same_names on same_names.dimension = 'area' and same_names.key = area_key
    left join labels on labels.dimension = 'area' and labels.key = coalesce(same_names.into_key, area_key)
    where date_trunc('month', spending.month) in (select month from latest)
    group by coalesce(labels.label, area_key)
    order by area
"""


def monthly_spending(cursor: DuckDBPyConnection, months: int = SPENDING_MONTHS) -> dict[str, float]:
    """Money a month by area, the mean of the latest months; nothing where no spending is loaded."""
    return dict(cursor.execute(_MONTHLY.format(months=int(months))).fetchall())
