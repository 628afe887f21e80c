-- The names that texts write, each with the keys that other spellings of it share: where a search looks for them.
create table name (
  id text collate "C" primary key,
  hash text collate "C" not null,
  keys tsvector not null
);
create index name_by_keys on name using gin (keys);
delete from projection_state;
