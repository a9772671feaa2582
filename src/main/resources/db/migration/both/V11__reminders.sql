-- What was sent to remind those who decide: a row for each moment and recipient, there before
-- anything is sent; see decision 32. A recipient is a login or a channel, never an address.
create table reminder (
  programme_id varchar(100) not null,
  sprint       integer      not null,
  moment       varchar(60)  not null,
  recipient    varchar(200) not null,
  version      integer      not null,
  state        varchar(20)  not null,
  state_since  varchar(40)  not null,
  not_before   varchar(40),
  place        varchar(200),
  why          varchar(500),
  remedy       varchar(500),
  primary key (programme_id, sprint, moment, recipient)
);
