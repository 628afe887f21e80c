-- Projections of the record: every row here can be made again from documents, acts and regime data.
-- Text is compared byte by byte (collate "C"): an SQL engine's own collation differs between embedded and server.

create table projection_state (
  name text collate "C" primary key,
  last_act text collate "C" not null,
  acts bigint not null,
  program text collate "C" not null
);

create table act (
  position bigint primary key,
  id text collate "C" not null unique,
  kind text collate "C" not null,
  at text collate "C" not null,
  actor text collate "C" not null,
  withheld boolean not null,
  body jsonb
);

create table source (
  id text collate "C" primary key,
  name text collate "C" not null,
  kind text collate "C" not null,
  country text collate "C",
  reliability text collate "C"
);

create table document (
  id text collate "C" primary key,
  position bigint not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  title text collate "C",
  source text collate "C",
  published text collate "C",
  url text collate "C",
  size bigint not null,
  reader text collate "C" not null,
  acquired_by_act text collate "C" not null
);

create table refusal (
  name text collate "C" not null,
  code text collate "C" not null,
  message text collate "C" not null,
  primary key (name, code)
);

create table claim (
  id text collate "C" primary key,
  document text collate "C" not null references document (id),
  start_offset integer not null,
  end_offset integer not null,
  claimant text collate "C" not null,
  claimant_kind text collate "C" not null,
  claimant_country text collate "C",
  polarity text collate "C" not null,
  modality text collate "C" not null,
  speech text collate "C" not null,
  predicate text collate "C" not null,
  when_from text collate "C",
  when_to text collate "C",
  status text collate "C" not null,
  body jsonb not null
);
create index claim_by_document on claim (document, start_offset, id);
create index claim_by_status on claim (status, id);

create table quantity (
  claim text collate "C" not null references claim (id),
  position integer not null,
  counts text collate "C" not null,
  unit text collate "C",
  qualifier text collate "C" not null,
  low numeric,
  high numeric,
  raw text collate "C" not null,
  primary key (claim, position)
);
create index quantity_by_counts on quantity (counts, unit);

create table incident (
  id text collate "C" primary key,
  position bigint not null,
  status text collate "C" not null,
  body jsonb not null
);

create table incident_claim (
  incident text collate "C" not null references incident (id),
  claim text collate "C" not null references claim (id),
  primary key (incident, claim)
);

create table finding (
  id text collate "C" primary key,
  position bigint not null,
  status text collate "C" not null,
  verdict text collate "C",
  body jsonb not null
);

create table finding_claim (
  finding text collate "C" not null references finding (id),
  claim text collate "C" not null references claim (id),
  primary key (finding, claim)
);

create table finding_provision (
  finding text collate "C" not null references finding (id),
  provision text collate "C" not null,
  effect text collate "C" not null,
  primary key (finding, provision)
);
