-- Until when a sign-off can be taken back; empty once the edition is released for publication.

alter table edition add column undo_until varchar(40);
