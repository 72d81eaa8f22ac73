-- One row per current survey: its dimensions as shown, and its measures. Surveys without a date have no day or month.
create or replace view responses_measured as
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
from current_responses as facts
left join questionnaires using (load_no, sheet)
left join touchpoint_names as touchpoints on touchpoints.key = facts.touchpoint_key
left join employee_names as employees on employees.key = facts.employee_key
left join customer_names as customers on customers.key = facts.customer_key
left join labels as channels on channels.dimension = 'channel' and channels.key = facts.channel_key;
