-- One row per interaction that a survey names: why the customer made contact, by its last row that says so.
create or replace view reasons_of_surveys as
select
    facts.interaction_key,
    arg_max(reasons.label, (facts.occurred_at, facts.row_number)) as reason
from current_interactions as facts
semi join current_responses as surveys using (interaction_key)
join labels as reasons on reasons.dimension = 'reason' and reasons.key = facts.reason_key
group by all;

-- As responses_measured, with the reason of the contact that the survey is about.
create or replace view responses_with_reason_measured as
select facts.*, reasons.reason
from responses_measured as facts
left join current_responses as stored using (record_key)
left join reasons_of_surveys as reasons using (interaction_key);

-- One row per survey, and per score of a survey, with the number of the contact it is about; a score may have several
-- where several loads have a survey of its number.
create or replace view contacts_of_scores as
select record_key, interaction_key
from current_responses
union all
select ratings.record_key, surveys.interaction_key
from current_ratings as ratings
join current_responses as surveys using (response_key);

-- As scores_measured, with the reason of the contact that the score's survey is about.
create or replace view scores_with_reason_measured as
with contacts as (
    select record_key, any_value(interaction_key) as interaction_key
    from contacts_of_scores
    group by record_key
)
select facts.*, reasons.reason
from scores_measured as facts
left join contacts using (record_key)
left join reasons_of_surveys as reasons using (interaction_key);
