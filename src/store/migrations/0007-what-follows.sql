-- What follows from the claims besides incidents: figures side by side, what falls short of a finding, statements held against the law.
create table comparison (
  id text collate "C" primary key,
  hash text collate "C" not null,
  place bigint not null,
  review text collate "C" not null,
  -- Figures that exclude each other, in a sentence; null where there are none.
  contradiction text collate "C",
  body jsonb not null
);
create index comparison_by_place on comparison (place);

create table lead (
  id text collate "C" primary key,
  hash text collate "C" not null,
  place bigint not null,
  body jsonb not null,
  summary jsonb not null
);

create table statement_check (
  id text collate "C" primary key,
  hash text collate "C" not null,
  place bigint not null,
  claim text collate "C" not null,
  summary jsonb not null
);

alter table finding
  add column review text collate "C" not null default '',
  add column sought text collate "C" not null default '';
create index finding_by_place on finding (place);
delete from projection_state;
