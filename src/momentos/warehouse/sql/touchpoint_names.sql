-- One row per folded text that means one touchpoint: its code, its name or a name it had. One that was merged into
-- another is the other; merges that go round in a circle count for nothing.
with recursive listed as (
    select
        touchpoint_key as code_key,
        touchpoint as code,
        name_key,
        merged_into_key,
        coalesce(name, touchpoint) as shown,
        coalesce(name_key, touchpoint_key) as shown_key,
        coalesce(stages.label, current_touchpoints.stage) as stage,
        coalesce(areas.label, current_touchpoints.area) as area,
        position,
        impact,
        retired_on
    from current_touchpoints
    left join labels as stages on stages.dimension = 'stage' and stages.key = stage_key
    left join labels as areas on areas.dimension = 'area' and areas.key = area_key
),
lone_names as (
    select name_key, any_value(code_key) as code_key
    from listed
    where name_key is not null
        and name_key not in (select code_key from listed)
    group by all
    having count(*) = 1
),
merges as (
    select
        listed.code_key,
        coalesce(by_code.code_key, lone_names.code_key) as into_key
    from listed
    left join listed as by_code on by_code.code_key = listed.merged_into_key
    left join lone_names on lone_names.name_key = listed.merged_into_key
    where coalesce(by_code.code_key, lone_names.code_key) is not null
),
chains as (
    select
        code_key,
        into_key as reached,
        [code_key, into_key] as passed
    from merges
    union all
    select
        chains.code_key,
        merges.into_key,
        list_append(passed, merges.into_key)
    from chains
    join merges on merges.code_key = chains.reached
    where not list_contains(passed, merges.into_key)
),
merged as (
    select
        code_key,
        arg_max(reached, len(passed)) as root_key
    from chains
    where code_key <> reached
    group by all
    having root_key not in (select code_key from merges)
),
roots as (
    select
        code_key,
        coalesce(root_key, code_key) as root_key
    from listed
    left join merged using (code_key)
),
labelled as (
    select
        *,
        case
            when count(*) over (partition by shown_key) > 1 then shown || ' (' || code || ')'
            else shown
        end as touchpoint
    from listed
    where code_key not in (select code_key from merged)
),
by_code as (
    select code_key as key, root_key from roots
),
by_name as (
    select
        name_key as key,
        any_value(root_key) as root_key
    from listed
    join roots using (code_key)
    where name_key is not null
        and name_key not in (select code_key from listed)
    group by all
    having count(distinct root_key) = 1
),
by_former_name as (
    select
        former.name_key as key,
        any_value(root_key) as root_key
    from former_touchpoints as former
    join roots on roots.code_key = former.touchpoint_key
    where former.name_key is not null
        and former.name_key not in (select code_key from listed)
        and former.name_key not in (select name_key from listed where name_key is not null)
    group by all
    having count(distinct root_key) = 1
),
named as (
    from by_code
    union all
    from by_name
    union all
    from by_former_name
),
written as (
    {written}
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
),
everyone as (
    select
        named.key,
        labelled.code_key as touchpoint_key,
        touchpoint,
        stage,
        area,
        position,
        impact,
        true as is_listed,
        retired_on
    from named
    join labelled on labelled.code_key = named.root_key
    union all
    select
        key,
        key,
        touchpoint,
        null,
        null,
        null,
        null,
        false,
        null
    from unlisted
)
select
    everyone.key,
    shown.touchpoint_key,
    shown.touchpoint,
    shown.stage,
    shown.area,
    shown.position,
    shown.impact,
    shown.is_listed,
    shown.retired_on
from everyone
left join same_names
    on same_names.dimension = 'touchpoint'
    and same_names.key = everyone.key
    and same_names.into_key in (select key from everyone)
join everyone as shown on shown.key = coalesce(same_names.into_key, everyone.key)
