-- One row per folded text that means one employee. A text that is said to be another's is shown as that one.
with listed as (
    select
        employee_key as code_key,
        employee as code,
        name_key,
        coalesce(name, employee) as shown,
        coalesce(name_key, employee_key) as shown_key,
        areas.label as area,
        supervisors.label as supervisor,
        sites.label as site
    from current_employees
    left join labels as areas on areas.dimension = 'area' and areas.key = area_key
    left join labels as supervisors on supervisors.dimension = 'supervisor' and supervisors.key = supervisor_key
    left join labels as sites on sites.dimension = 'site' and sites.key = site_key
),
labelled as (
    select
        *,
        case
            when count(*) over (partition by shown_key) > 1 then shown || ' (' || code || ')'
            else shown
        end as employee
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
-- A name that a person had in an earlier sheet, if nobody has it now and only one person had it.
former as (
    select distinct old.name_key as key, labelled.*
    from employees as old
    join labelled on labelled.code_key = old.employee_key
    where old.superseded_by is not null
        and old.name_key is not null
        and old.name_key not in (select code_key from listed)
        and old.name_key not in (select name_key from listed where name_key is not null)
),
named as (
    select * from by_code
    union all
    select * from by_name
    union all
    select *
    from former
    qualify count(*) over (partition by key) = 1
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
    select key, arg_min(label, (-times, label)) as employee
    from spellings
    where key not in (select key from named)
    group by all
),
everyone as (
    select
        key,
        code_key as employee_key,
        employee,
        area,
        supervisor,
        site,
        true as is_listed
    from named
    union all
    select
        key,
        key,
        employee,
        null,
        null,
        null,
        false
    from unlisted
)
select
    everyone.key,
    shown.employee_key,
    shown.employee,
    shown.area,
    shown.supervisor,
    shown.site,
    shown.is_listed
from everyone
left join same_names
    on same_names.dimension = 'employee'
    and same_names.key = everyone.key
    and same_names.into_key in (select key from everyone)
join everyone as shown on shown.key = coalesce(same_names.into_key, everyone.key)
