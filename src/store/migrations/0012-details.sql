-- What the pages of single items show is found by the claims that it rests on, and no text need be read for it.
create table comparison_claim (
  comparison text collate "C" not null,
  claim text collate "C" not null,
  primary key (comparison, claim)
);
create index comparison_of_claim on comparison_claim (claim);
create index statement_check_of_claim on statement_check (claim);

-- Where the claims of an incident come from. Incidents and comparisons that are there already do not say so: they are written again.
delete from incident;
delete from incident_claim;
delete from comparison;
alter table incident add column origins jsonb not null;
delete from projected_chunk where name in ('incident', 'comparison');
delete from projection_state;
