-- In which blocks claims stand, and by which denials findings can be met: what an act moves is found by them, and no text need be read for it.
create table claim_block (
  id text collate "C" primary key,
  claim text collate "C" not null,
  kind text collate "C" not null,
  item text collate "C" not null,
  block text collate "C" not null
);
create index claim_block_of_claim on claim_block (claim);
create index claim_block_of_block on claim_block (kind, block);

create table finding_deniable (
  finding text collate "C" not null,
  deniable text collate "C" not null,
  primary key (finding, deniable)
);
create index finding_by_deniable on finding_deniable (deniable);

-- Which origins count as one, by all claims: no act on a claim changes that.
create table origin_cluster (
  id text collate "C" primary key,
  place bigint not null,
  origins jsonb not null,
  reason text collate "C" not null
);

-- The place of a finding follows from itself, so that one that grows moves no other. Those that are there already are written again.
delete from finding;
delete from finding_claim;
delete from finding_provision;
alter table finding add column title text collate "C" not null;
delete from projected_chunk where name = 'finding';
delete from projection_state;
