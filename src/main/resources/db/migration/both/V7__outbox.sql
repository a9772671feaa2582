-- What was sent of an announcement, a row for each message: part 0 is the message itself, the others
-- stand below it. A row is there before anything is sent; see decision 23.
create table announcement_message (
  programme_id varchar(100) not null,
  edition      integer      not null,
  channel      varchar(200) not null,
  part         integer      not null,
  version      integer      not null,
  written_at   varchar(40)  not null,
  state        varchar(20)  not null,
  state_since  varchar(40)  not null,
  not_before   varchar(40),
  place        varchar(200),
  why          varchar(500),
  remedy       varchar(500),
  tree         char(64),
  told         char(64),
  parts        integer,
  primary key (programme_id, edition, channel, part)
);

-- Nobody knows what came of an announcement that was being sent.
insert into announcement_message
  (programme_id, edition, channel, part, version, written_at, state, state_since)
  select programme_id, edition, channel, 0, 1, changed_at, 'POSTED', changed_at
  from announcement where state = 'SENT';
insert into announcement_message
  (programme_id, edition, channel, part, version, written_at, state, state_since, not_before, why)
  select programme_id, edition, channel, 0, 1, changed_at, 'UNCERTAIN', changed_at, changed_at,
    'an older Fortnight was stopped while it sent it'
  from announcement where state <> 'SENT';

drop table announcement;
