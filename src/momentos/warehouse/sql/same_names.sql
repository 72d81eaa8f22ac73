-- One row per folded text that somebody said is another way to write a name, with the text it finally stands for.
create or replace view same_names as
with recursive said as (
    select
        value ->> 'dimension' as dimension,
        value ->> 'from_key' as key,
        value ->> 'into_key' as into_key
    from journal
    where kind = 'same_name'
        and withdraws is null
        and entry_no not in (select withdraws from journal where withdraws is not null)
    qualify row_number() over (partition by subject order by entry_no desc) = 1
),
chains as (
    select
        dimension,
        key,
        into_key as reached,
        [key, into_key] as passed
    from said
    union all
    select
        chains.dimension,
        chains.key,
        said.into_key,
        list_append(passed, said.into_key)
    from chains
    join said on said.dimension = chains.dimension and said.key = chains.reached
    where not list_contains(passed, said.into_key)
)
select
    dimension,
    key,
    arg_max(reached, len(passed)) as into_key
from chains
group by all
