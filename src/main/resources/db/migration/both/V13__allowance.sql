-- What of a programme might be published when its editions in a place were last made to hold no
-- more and no less, as a hash. Without a row nobody knows, and all of them are looked at again.
create table edition_allowance (
  programme_id varchar(100) not null,
  place        char(64)     not null,
  hash         char(64)     not null,
  primary key (programme_id, place)
);
