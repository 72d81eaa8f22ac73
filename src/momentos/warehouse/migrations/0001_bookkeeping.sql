-- One row: the identity of the last committed change, the number of the last load, and what the summaries and the
-- content hashes were made with.
create table state (
    data_version varchar not null,
    last_load_no integer not null,
    derived_from varchar,
    hashed_with varchar
);

insert into state values (uuid()::varchar, 0, null, null);

-- One row per load, undone ones too. ``sheets`` holds per sheet: mapping, counts, problems by cause, period.
create table loads (
    load_no integer not null,
    load_id varchar not null,
    author varchar not null,
    loaded_at timestamp not null,
    file_name varchar not null,
    sha256 varchar not null,
    size bigint not null,
    sheets json not null,
    undone_by varchar,
    undone_at timestamp
);

-- One row per row of a load that was already there, unchanged: if the load that brought it is undone, this one keeps it.
create table confirmed_rows (
    load_no integer not null,
    dataset varchar not null,
    record_key uhugeint not null,
    sheet varchar not null,
    row_number integer not null
);

-- One row per load, dataset and numbering of its own that the load used (0, the common numbering, is not listed).
create table load_scopes (
    load_no integer not null,
    dataset varchar not null,
    scope integer not null
);

-- One row per setting that somebody changed.
create table settings (
    key varchar not null,
    value varchar not null,
    author varchar not null,
    changed_at timestamp not null
);
