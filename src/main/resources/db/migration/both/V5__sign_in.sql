-- Links that sign somebody in once, and who is signed in. Both are known by the SHA-256 of what the
-- person holds, so that nobody can sign in with what stands here.
create table sign_in_link (
  programme_id varchar(100) not null,
  hash         char(64)     not null,
  name         varchar(100) not null,
  expires_at   varchar(40)  not null,
  primary key (programme_id, hash)
);
create table sign_in_session (
  programme_id varchar(100) not null,
  hash         char(64)     not null,
  name         varchar(100) not null,
  signed_in_at varchar(40)  not null,
  seen_at      varchar(40)  not null,
  primary key (programme_id, hash)
);
