-- One row per current case at a touchpoint: when it was, and a number for who was seen there. A case that names no
-- customer is somebody by itself; the scores of one survey are one person's. (The hash of nothing is something, hence
-- the cases.)
create or replace view people_seen as
with cases as (
    select touchpoint_key, occurred_at, customer_key, null::varchar as response_key, load_no, record_key
    from current_interactions
    union all
    select touchpoint_key, answered_at, customer_key, response_key, load_no, record_key
    from current_responses
    union all
    select touchpoint_key, answered_at, customer_key, response_key, load_no, record_key
    from current_ratings
)
select
    touchpoint_key,
    occurred_at,
    case
        when customer_key is not null then hash(customer_key)
        when response_key is not null then hash(load_no, response_key)
        else hash(record_key)
    end as person
from cases;
