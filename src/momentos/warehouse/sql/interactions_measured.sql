-- One row per current interaction: its dimensions as shown, and its measures (docs/architecture.md says each).
create or replace view interactions_measured as
with stated as (
    select
        *,
        answered is not distinct from 'no' as is_abandoned,
        answered is null or answered = 'yes' as is_served,
        answered is null or answered in ('yes', 'no') as may_be_offered
    from current_interactions
)
select
    facts.record_key,
    facts.load_no,
    facts.touchpoint_key,
    facts.occurred_at,
    facts.occurred_at::date as occurred_on,
    (year(facts.occurred_at) * 12 + month(facts.occurred_at) - 1)::integer as month,
    touchpoints.touchpoint,
    touchpoints.stage,
    coalesce(touchpoints.area, employees.area) as area,
    channels.label as channel,
    reasons.label as reason,
    employees.employee,
    employees.supervisor,
    employees.site,
    customers.segment,
    coalesce(customers.customer_key, facts.customer_key) as customer,
    1 as interactions,
    coalesce(answered in ('yes', 'no'), false)::integer as offered,
    is_abandoned::integer as abandoned,
    (may_be_offered and wait_seconds is not null)::integer as timed,
    (is_served and coalesce(wait_seconds <= service_level.seconds, false))::integer as in_time,
    (is_served and wait_seconds is not null)::integer as wait_n,
    case when is_served then wait_seconds end as wait_sum,
    case when is_served then wait_seconds * wait_seconds end as wait_squares,
    (is_served and handle_seconds is not null)::integer as handle_n,
    case when is_served then handle_seconds end as handle_sum,
    case when is_served then handle_seconds * handle_seconds end as handle_squares,
    (resolution_seconds is not null)::integer as resolution_n,
    resolution_seconds as resolution_sum,
    resolution_seconds * resolution_seconds as resolution_squares,
    (first_contact is not null)::integer as fcr_n,
    coalesce(first_contact, false)::integer as fcr_yes,
    (resolved is not null)::integer as resolved_n,
    coalesce(resolved, false)::integer as resolved_yes,
    (escalated is not null)::integer as escalated_n,
    coalesce(escalated, false)::integer as escalated_yes,
    (reopened is not null)::integer as reopened_n,
    coalesce(reopened, false)::integer as reopened_yes
from stated as facts
cross join service_level
left join touchpoint_names as touchpoints on touchpoints.key = facts.touchpoint_key
left join employee_names as employees on employees.key = facts.employee_key
left join customer_names as customers on customers.key = facts.customer_key
left join labels as channels on channels.dimension = 'channel' and channels.key = facts.channel_key
left join labels as reasons on reasons.dimension = 'reason' and reasons.key = facts.reason_key;
