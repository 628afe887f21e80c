-- The tables that lists are read from. Every row carries the hash of what it says: after an act, rows are written whose hash differs.
-- Items stand in the order of their `place`. Texts that are searched and sorted by are folded by the program: engines fold differently.
drop table finding_provision, finding_claim, finding, incident_claim, incident, quantity, claim, refusal, document, source, act;
delete from projection_state;

create table act (
  id text collate "C" primary key,
  hash text collate "C" not null,
  place bigint not null,
  kind text collate "C" not null,
  at text collate "C" not null,
  actor text collate "C" not null,
  withheld boolean not null,
  body jsonb
);

create table source (
  id text collate "C" primary key,
  hash text collate "C" not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  country text collate "C",
  reliability text collate "C"
);

create table document (
  id text collate "C" primary key,
  hash text collate "C" not null,
  place bigint not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  title text collate "C",
  source text collate "C",
  published text collate "C",
  url text collate "C",
  size bigint not null,
  reader text collate "C" not null,
  acquired_by_act text collate "C" not null,
  sought text collate "C" not null,
  summary jsonb not null
);
create index document_by_place on document (place);

create table refusal (
  id text collate "C" primary key,
  hash text collate "C" not null,
  place bigint not null,
  name text collate "C" not null,
  code text collate "C" not null,
  message text collate "C" not null
);

create table claim (
  id text collate "C" primary key,
  hash text collate "C" not null,
  document text collate "C" not null,
  place bigint not null,
  start_offset integer not null,
  end_offset integer not null,
  claimant text collate "C" not null,
  claimant_kind text collate "C" not null,
  claimant_country text collate "C",
  claimant_folded text collate "C" not null,
  polarity text collate "C" not null,
  modality text collate "C" not null,
  speech text collate "C" not null,
  predicate text collate "C" not null,
  when_from text collate "C",
  when_to text collate "C",
  published text collate "C" not null,
  status text collate "C" not null,
  sought text collate "C" not null,
  body jsonb not null,
  beside jsonb not null
);
create index claim_in_order on claim (place, start_offset, id);
create index claim_of_document on claim (document);
create index claim_by_status on claim (status, place, start_offset, id);
create index claim_by_claimant on claim (claimant, place, start_offset, id);

create table quantity (
  claim text collate "C" not null,
  position integer not null,
  counts text collate "C" not null,
  unit text collate "C",
  qualifier text collate "C" not null,
  low numeric,
  high numeric,
  raw text collate "C" not null,
  primary key (claim, position)
);
create index quantity_by_counts on quantity (counts, claim);

create table incident (
  id text collate "C" primary key,
  hash text collate "C" not null,
  place bigint not null,
  status text collate "C" not null,
  sought text collate "C" not null,
  body jsonb not null,
  summary jsonb not null
);
create index incident_by_place on incident (place);

create table incident_claim (
  incident text collate "C" not null,
  claim text collate "C" not null,
  primary key (incident, claim)
);
create index incident_of_claim on incident_claim (claim);

create table finding (
  id text collate "C" primary key,
  hash text collate "C" not null,
  place bigint not null,
  status text collate "C" not null,
  verdict text collate "C",
  body jsonb not null
);

create table finding_claim (
  finding text collate "C" not null,
  claim text collate "C" not null,
  primary key (finding, claim)
);
create index finding_of_claim on finding_claim (claim);

create table finding_provision (
  finding text collate "C" not null,
  provision text collate "C" not null,
  effect text collate "C" not null,
  primary key (finding, provision)
);
