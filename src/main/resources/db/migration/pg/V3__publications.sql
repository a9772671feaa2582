-- What was published last of each tree, where, and whether it could be read there. A place is known
-- by the SHA-256 of its name; a tree is 'working' or 'edition/N'.
create table publication (
  programme_id  varchar(100) not null,
  place         char(64)     not null,
  tree          varchar(20)  collate "C" not null,
  hash          char(64)     not null,
  commit_id     varchar(64)  not null,
  versions_hash char(64)     not null,
  pushed_at     varchar(40)  not null,
  live_at       varchar(40),
  primary key (programme_id, place, tree)
);
