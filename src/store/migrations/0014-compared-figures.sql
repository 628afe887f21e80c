-- The figures of a comparison stand in rows of their own: thousands may be laid side by side, and an act on one leaves the rows of the others.
drop table comparison_claim;
create table comparison_figure (
  id text collate "C" primary key,
  comparison text collate "C" not null,
  claim text collate "C" not null,
  place bigint not null,
  nth integer not null,
  shown boolean not null,
  body jsonb not null,
  path jsonb not null
);
create index comparison_figure_shown on comparison_figure (comparison, shown, place, nth);
create index comparison_figure_of_claim on comparison_figure (claim);

-- Where a claim stands among those of its document, and in which document what stands in a block: neither is counted or looked up at each act.
truncate claim, quantity, claim_text, claim_count, claim_block;
alter table claim add column nth integer not null;
alter table claim_block add column document text collate "C" not null;

-- Comparisons that are there already hold their figures: they are written again.
delete from comparison;
delete from projected_chunk where name in ('comparison', 'claim', 'claim_block');
delete from projection_state;
