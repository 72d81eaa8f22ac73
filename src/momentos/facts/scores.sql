-- One row per current score given to a touchpoint: a survey's overall score where it names one, and every rating.
with given as (
    select
        record_key,
        load_no,
        sheet,
        response_key,
        answered_at,
        touchpoint_key,
        employee_key,
        customer_key,
        channel_key,
        csat as score
    from current_responses
    where touchpoint_key is not null
        and csat is not null
    union all
    select
        record_key,
        load_no,
        sheet,
        response_key,
        answered_at,
        touchpoint_key,
        employee_key,
        customer_key,
        channel_key,
        score
    from current_ratings
    where score is not null
)
select
    record_key,
    load_no,
    sheet,
    response_key,
    answered_at as occurred_at,
    touchpoint_key,
    employee_key,
    customer_key,
    channel_key,
    1 as scores,
    1 as csat_n,
    (score >= 4)::integer as csat_top,
    score as csat_sum,
    score * score as csat_squares
from given
