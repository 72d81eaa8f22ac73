-- One row per thing a person decided or said inside the app: an impact vote, a policy, a recognition, a reply…
-- Nothing is changed or deleted here: a later entry of the same kind and subject speaks over the earlier one, and
-- ``withdrawn`` entries take one back.
create sequence journal_numbers;

create table journal (
    entry_no bigint not null,
    kind varchar not null,
    subject varchar not null,
    value json not null,
    author varchar not null,
    written_at timestamp not null,
    withdraws bigint
);
