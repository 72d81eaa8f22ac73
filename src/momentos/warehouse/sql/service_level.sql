-- One row: the agreed wait, in seconds.
create or replace view service_level as
select coalesce(max(value::double), {default_seconds}) as seconds
from settings
where key = 'service_level_seconds';
