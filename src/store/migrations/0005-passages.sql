-- What a search finds, each with its words as the program cuts them.
create table passage (
  id text collate "C" primary key,
  hash text collate "C" not null,
  kind text collate "C" not null,
  item text collate "C" not null,
  title text collate "C" not null,
  document text collate "C",
  start_offset integer,
  end_offset integer,
  source text collate "C",
  day text collate "C",
  language text collate "C",
  body text collate "C" not null,
  words tsvector not null
);
create index passage_by_words on passage using gin (words);
delete from projection_state;
