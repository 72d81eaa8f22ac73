-- One row per touchpoint that a sheet lists or a fact names, as shown.
create or replace view known_touchpoints as
select distinct
    touchpoint_key,
    touchpoint,
    stage,
    area,
    position,
    impact,
    is_listed
from touchpoint_names;

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
