-- One row per folded text that means one customer of the customers' sheet.
with listed as (
    select
        customer_key,
        customer,
        name_key,
        segments.label as segment
    from current_customers
    left join labels as segments on segments.dimension = 'segment' and segments.key = segment_key
),
by_name as (
    select name_key as key, *
    from listed
    where name_key is not null
        and name_key not in (select customer_key from listed)
    qualify count(*) over (partition by name_key) = 1
)
select
    customer_key as key,
    customer_key,
    customer,
    segment
from listed
union all
select
    key,
    customer_key,
    customer,
    segment
from by_name
