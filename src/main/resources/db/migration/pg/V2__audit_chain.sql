-- Decisions and sign-offs are one chain: each entry holds the hash of the one before.

alter table decision rename to audit_entry;
alter table audit_entry rename column verdict to action;
alter table audit_entry rename column item to subject;
alter table audit_entry rename column decided_by to made_by;
alter table audit_entry rename column decided_at to made_at;

-- What the checks had to say of the item when it was decided on, as hashes.
alter table audit_entry add column problems varchar default '' not null;

-- The reason's salted hash: the reason itself can be erased and the chain still holds.
alter table audit_entry add column reason_hash char(64);

-- Empty for entries from before there was a chain.
alter table audit_entry add column link char(64);

alter table decision_reason rename to audit_reason;
alter table audit_reason add column salt char(32);

-- The end of each programme's chain; whoever appends holds its row.
create table audit_head (
  programme_id varchar(100) primary key,
  link         char(64)
);

-- What an edition's tree hashes to, and which of its items' approvals it rests on.
alter table edition add column tree char(64);
alter table edition_assumption add column supporting_evidence varchar default '' not null;
alter table edition_assumption add column contradicting_evidence varchar default '' not null;
