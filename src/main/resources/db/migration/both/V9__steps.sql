-- What each step of a programme's cycle came to last, for every process that serves it. "since" and
-- "done_at" are the machine's time; "due_at" of steps that come by the calendar is the programme's.
create table cycle_step (
  programme_id varchar(100)  not null,
  step         varchar(20)   not null,
  run          varchar(20)   not null,
  state        varchar(10)   not null,
  since        varchar(40)   not null,
  said         varchar(1000) not null,
  remedy       varchar(1000) not null,
  done_at      varchar(40),
  due_at       varchar(40),
  primary key (programme_id, step)
);

-- Rows that are locked by whoever is at a programme's work; see decision 31.
create table cycle_work (
  programme_id varchar(100) not null,
  work         varchar(20)  not null,
  primary key (programme_id, work)
);
