-- One row per earlier description of a touchpoint: facts may still call it by the name it had.
create or replace view former_touchpoints as
select *
from touchpoints
where superseded_by is not null;

-- One row per touchpoint and person: the last impact from 1 to 5 that the person gave it and did not take back.
create or replace view impact_votes as
select
    subject as touchpoint_key,
    author,
    (value ->> 'impact')::double as impact,
    value ->> 'reason' as reason,
    written_at,
    entry_no
from journal
left join author_keys using (author)
where kind = 'impact_vote'
    and withdraws is null
    and entry_no not in (select withdraws from journal where withdraws is not null)
qualify row_number() over (partition by subject, coalesce(author_key, author) order by entry_no desc) = 1;

-- One row per touchpoint that a sheet lists or a fact names, as shown; its impact is the median of the votes where
-- there are any, else the sheet's.
create or replace view known_touchpoints as
with voted as (
    select touchpoint_key, median(impact) as impact
    from impact_votes
    group by all
)
select distinct
    touchpoint_key,
    touchpoint,
    stage,
    area,
    position,
    coalesce(voted.impact, names.impact) as impact,
    is_listed,
    retired_on
from touchpoint_names as names
left join voted using (touchpoint_key);

-- One row per employee that a sheet lists or a fact names, as shown.
create or replace view known_employees as
select distinct
    employee_key,
    employee,
    area,
    supervisor,
    site,
    is_listed
from employee_names;
