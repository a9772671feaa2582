-- Who is signed in is more than a name: who they are at the provider, and what their role rests on.
-- Everybody signs in once more.
delete from sign_in_session;
alter table sign_in_session add column person varchar(64) not null;
alter table sign_in_session add column login varchar(200) not null;
alter table sign_in_session add column grants varchar not null;
alter table sign_in_session add column proved_at varchar(40) not null;

-- The role that somebody had when it was looked at last, so that a change can be kept in the audit.
create table sign_in_person (
  programme_id varchar(100) not null,
  person       varchar(64)  not null,
  role         varchar(20)  not null,
  primary key (programme_id, person)
);

-- Who has signed a review where several have to: each person once for what they saw.
create table endorsement (
  programme_id varchar(100) not null,
  review       char(64)     not null,
  person       varchar(64)  not null,
  name         varchar(100) not null,
  primary key (programme_id, review, person)
);
