-- One row per current score given to a touchpoint: a survey's overall score where it names one, and every rating.
create or replace view scores_measured as
with facts as (
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
        csat
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
        score as csat
    from current_ratings
    where score is not null
)
select
    facts.record_key,
    facts.load_no,
    questionnaires.about,
    facts.touchpoint_key,
    facts.answered_at as occurred_at,
    facts.answered_at::date as occurred_on,
    (year(facts.answered_at) * 12 + month(facts.answered_at) - 1)::integer as month,
    touchpoints.touchpoint,
    touchpoints.stage,
    coalesce(touchpoints.area, employees.area) as area,
    channels.label as channel,
    null::varchar as reason,
    employees.employee,
    employees.supervisor,
    employees.site,
    customers.segment,
    coalesce(customers.customer_key, facts.customer_key) as customer,
    facts.response_key,
    1 as scores,
    1 as csat_n,
    (csat >= 4)::integer as csat_top,
    csat as csat_sum,
    csat * csat as csat_squares
from facts
left join questionnaires using (load_no, sheet)
left join touchpoint_names as touchpoints on touchpoints.key = facts.touchpoint_key
left join employee_names as employees on employees.key = facts.employee_key
left join customer_names as customers on customers.key = facts.customer_key
left join labels as channels on channels.dimension = 'channel' and channels.key = facts.channel_key;
