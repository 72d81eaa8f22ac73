-- One row per folded text that means one touchpoint.
with listed as (
    select
        touchpoint_key as code_key,
        touchpoint as code,
        name_key,
        coalesce(name, touchpoint) as shown,
        coalesce(name_key, touchpoint_key) as shown_key,
        stages.label as stage,
        areas.label as area,
        position,
        impact
    from current_touchpoints
    left join labels as stages on stages.dimension = 'stage' and stages.key = stage_key
    left join labels as areas on areas.dimension = 'area' and areas.key = area_key
),
labelled as (
    select
        *,
        case
            when count(*) over (partition by shown_key) > 1 then shown || ' (' || code || ')'
            else shown
        end as touchpoint
    from listed
),
by_code as (
    select code_key as key, * from labelled
),
by_name as (
    select name_key as key, *
    from labelled
    where name_key is not null
        and name_key not in (select code_key from listed)
    qualify count(*) over (partition by name_key) = 1
),
named as (
    select * from by_code
    union all
    select * from by_name
),
written as (
    select touchpoint_key as key, touchpoint as label from current_interactions
    union all
    select touchpoint_key, touchpoint from current_responses
    union all
    select touchpoint_key, touchpoint from current_ratings
),
spellings as (
    select key, label, count(*) as times
    from written
    where key is not null
    group by all
),
unlisted as (
    select key, arg_min(label, (-times, label)) as touchpoint
    from spellings
    where key not in (select key from named)
    group by all
)
select
    key,
    code_key as touchpoint_key,
    touchpoint,
    stage,
    area,
    position,
    impact,
    true as is_listed
from named
union all
select
    key,
    key,
    touchpoint,
    null,
    null,
    null,
    null,
    false
from unlisted
