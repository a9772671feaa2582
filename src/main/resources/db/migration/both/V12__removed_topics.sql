-- Which topics an edition says are gone, so that it says the same whenever it is made again.

create table edition_removed_topic (
  programme_id varchar(100) not null,
  edition      integer      not null,
  slug         varchar(500) not null,
  reason       varchar(20)  not null,
  removed_at   varchar(40)  not null,
  moved_to     varchar(500),
  primary key (programme_id, edition, slug),
  foreign key (programme_id, edition) references edition (programme_id, number)
);
