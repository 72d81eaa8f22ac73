-- One row per dimension and folded text: the spelling most often written, the first by alphabet if several are. A text
-- that is said to be another's is shown as that one.
with written as (
    {written}
),
spellings as (
    select
        dimension,
        key,
        label,
        count(*) as times
    from written
    where key is not null
    group by all
),
spelled as (
    select
        dimension,
        key,
        arg_min(label, (-times, label)) as label
    from spellings
    group by all
)
select
    spelled.dimension,
    spelled.key,
    coalesce(shown.label, spelled.label) as label
from spelled
left join same_names on same_names.dimension = spelled.dimension and same_names.key = spelled.key
left join spelled as shown on shown.dimension = spelled.dimension and shown.key = same_names.into_key
