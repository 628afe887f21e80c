-- Rows come and go by chunks: what a chunk follows from is compared, and not row with row.
create table projected_chunk (
  name text collate "C" not null,
  chunk text collate "C" not null,
  hash text collate "C" not null,
  ids jsonb not null,
  primary key (name, chunk)
);

alter table act drop column hash;
alter table source drop column hash;
alter table document drop column hash;
alter table refusal drop column hash;
alter table claim drop column hash;
alter table passage drop column hash;
alter table name drop column hash;
alter table incident drop column hash;
alter table comparison drop column hash;
alter table statement_check drop column hash;
alter table lead drop column hash;
alter table finding drop column hash;

-- What the tables hold is in no chunk: it is written again.
delete from act;
delete from source;
delete from document;
delete from refusal;
delete from claim;
delete from quantity;
delete from claim_text;
delete from passage;
delete from name;
delete from incident;
delete from incident_claim;
delete from comparison;
delete from statement_check;
delete from lead;
delete from finding;
delete from finding_claim;
delete from finding_provision;
delete from projection_state;
