-- One row per current survey: when it was answered, whom it names, and its measures. Surveys may have no date.
select
    record_key,
    load_no,
    sheet,
    answered_at as occurred_at,
    touchpoint_key,
    employee_key,
    customer_key,
    channel_key,
    1 as responses,
    (csat is not null)::integer as csat_n,
    coalesce(csat >= 4, false)::integer as csat_top,
    csat as csat_sum,
    csat * csat as csat_squares,
    (nps is not null)::integer as nps_n,
    case
        when nps >= 9 then 1
        when nps <= 6 then -1
        else 0
    end as nps_net,
    coalesce(nps >= 9 or nps <= 6, false)::integer as nps_squares,
    (ces is not null)::integer as ces_n,
    ces as ces_sum,
    ces * ces as ces_squares
from current_responses
