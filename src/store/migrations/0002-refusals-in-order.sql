-- One line of a dossier may be refused for several reasons, so that name and code do not tell refusals apart.
drop table refusal;
create table refusal (
  position bigint primary key,
  name text collate "C" not null,
  code text collate "C" not null,
  message text collate "C" not null
);
delete from projection_state;
