-- How names are shown. Made again from the sheets and the facts whenever either changes (names.py).

-- One row per way of writing a channel, reason, area, stage, supervisor, site or segment: the spelling shown for it.
create table if not exists labels (
    dimension varchar not null,
    key varchar not null,
    label varchar not null
);

-- One row per folded text that means one touchpoint: its code, its name, a name it had, or what facts call it
-- if no sheet lists it.
create table if not exists touchpoint_names (
    key varchar not null,
    touchpoint_key varchar not null,
    touchpoint varchar not null,
    stage varchar,
    area varchar,
    position double,
    impact double,
    is_listed boolean not null,
    retired_on date
);
alter table touchpoint_names add column if not exists retired_on date;

-- One row per folded text that means one employee: the code, the name, or what facts say if no sheet lists it.
create table if not exists employee_names (
    key varchar not null,
    employee_key varchar not null,
    employee varchar not null,
    area varchar,
    supervisor varchar,
    site varchar,
    is_listed boolean not null
);

-- One row per folded text that means one customer of the customers' sheet: the code, or a name that only one has.
create table if not exists customer_names (
    key varchar not null,
    customer_key varchar not null,
    customer varchar not null,
    segment varchar
);

-- One row per text that signs an entry of the journal, with its folded form.
create table if not exists author_keys (
    author varchar not null,
    author_key varchar not null
);
