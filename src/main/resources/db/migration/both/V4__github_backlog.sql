-- GitHub's backlog as it was last synced. Names of labels, milestones and people stand once, by id,
-- because GitHub renames them without touching the issues.

create table github_repository (
  programme_id   varchar(100) not null,
  repository     varchar(200) not null,
  topic_label    bigint,
  topic_rule     varchar,
  sweep_due      boolean      not null,
  primary key (programme_id, repository)
);

create table github_label (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  id           bigint       not null,
  name         varchar      not null,
  primary key (programme_id, repository, id)
);

create table github_milestone (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  id           bigint       not null,
  number       integer      not null,
  title        varchar      not null,
  state        varchar(20)  not null,
  due_on       varchar,
  primary key (programme_id, repository, id)
);

create table github_user (
  programme_id varchar(100) not null,
  id           bigint       not null,
  login        varchar not null,
  primary key (programme_id, id)
);

-- The digest tells whether an issue that comes again has changed. comment_count is as GitHub counts.
create table github_issue (
  programme_id  varchar(100) not null,
  repository    varchar(200) not null,
  number        integer      not null,
  node_id       varchar(200) not null,
  title         varchar      not null,
  body          varchar      not null,
  state         varchar(20)  not null,
  state_reason  varchar,
  milestone_id  bigint,
  author_id     bigint,
  association   varchar  not null,
  page          varchar,
  locked        boolean      not null,
  comment_count integer      not null,
  opened_at     varchar(40)  not null,
  updated_at    varchar(40)  not null,
  closed_at     varchar(40),
  digest        char(64)     not null,
  timeline_due  boolean      not null,
  primary key (programme_id, repository, number)
);

create table github_issue_label (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  number       integer      not null,
  position     integer      not null,
  label_id     bigint       not null,
  primary key (programme_id, repository, number, position)
);

create table github_assignee (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  number       integer      not null,
  position     integer      not null,
  user_id      bigint       not null,
  primary key (programme_id, repository, number, position)
);

create table github_comment (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  id           bigint       not null,
  number       integer      not null,
  body         varchar      not null,
  author_id    bigint,
  created_at   varchar(40)  not null,
  updated_at   varchar(40)  not null,
  primary key (programme_id, repository, id)
);
create index github_comment_of_issue on github_comment (programme_id, repository, number);

create table github_state_event (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  number       integer      not null,
  position     integer      not null,
  event        varchar  not null,
  reason       varchar,
  happened_at  varchar(40)  not null,
  primary key (programme_id, repository, number, position)
);

-- What is gone: that it was there and why it is not, and nothing of what it said.
create table github_tombstone (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  number       integer      not null,
  reason       varchar(20)  not null,
  noticed_at   varchar(40)  not null,
  moved_to     varchar,
  primary key (programme_id, repository, number)
);

-- How far each kind of list has been read. Times are GitHub's. A list that was never read to its end
-- goes on at 'reached'.
create table github_list (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  kind         varchar(20)  not null,
  complete     boolean      not null,
  since        varchar(40),
  reached      varchar(40),
  primary key (programme_id, repository, kind)
);

-- Pages that can be asked for again by their ETag, which holds for one identity only.
create table github_page (
  programme_id varchar(100)  not null,
  repository   varchar(200)  not null,
  kind         varchar(20)   not null,
  position     integer       not null,
  url          varchar(4000) not null,
  etag         varchar  not null,
  identity     char(64)      not null,
  shows_all    boolean       not null,
  primary key (programme_id, repository, kind, position)
);

create table github_sync (
  programme_id varchar(100) primary key,
  resume_at    varchar(40),
  limits_hit   integer      not null,
  swept_at     varchar(40)
);

-- Whoever syncs a programme holds its row.
create table github_sync_lock (
  programme_id varchar(100) primary key
);

-- Issues to ask after, because a webhook or another issue says that something happened to them.
create table github_hint (
  programme_id varchar(100) not null,
  repository   varchar(200) not null,
  number       integer      not null,
  primary key (programme_id, repository, number)
);

create table github_delivery (
  programme_id varchar(100) not null,
  delivery     varchar(100) not null,
  received_at  varchar(40)  not null,
  primary key (programme_id, delivery)
);
