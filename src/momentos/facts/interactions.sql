-- One row per current interaction: when it was, whom it names, and its measures. Who left before being served was offered
-- and abandoned; where no sheet says whether the customer was served, they were.
with stated as (
    select
        *,
        answered is not distinct from 'no' as is_abandoned,
        answered is null or answered = 'yes' as is_served,
        answered is null or answered in ('yes', 'no') as may_be_offered
    from current_interactions
)
select
    record_key,
    load_no,
    occurred_at,
    touchpoint_key,
    employee_key,
    customer_key,
    channel_key,
    reason_key,
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
from stated
cross join service_level
