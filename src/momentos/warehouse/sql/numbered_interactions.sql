-- One row per current interaction's row, with the numbering that its id belongs to: 0 for the common one. A load with
-- several numberings does not say which of its rows has which, and counts as one of its own.
create or replace view numbered_interactions as
with own as (
    select
        load_no,
        case when count(*) = 1 then min(scope) else -load_no end as numbering
    from load_scopes
    where dataset = 'interactions'
    group by load_no
)
select
    facts.*,
    coalesce(own.numbering, 0) as numbering
from current_interactions as facts
left join own using (load_no);
