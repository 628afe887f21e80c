-- What decides where each figure of a great comparison stands, in parts: an act on one need not read the claims of all.
create table figure_index (
  id text collate "C" primary key,
  comparison text collate "C" not null,
  entries jsonb not null
);

-- Whether a claim can bear on what stands right before it: what else is said around an allegation need not be read.
truncate claim, quantity, claim_text, claim_count;
alter table claim add column answers boolean not null;
create index claim_answering on claim (document, start_offset) where answers;

-- What is there already is written again, and comparisons in other parts.
truncate comparison, comparison_relations, comparison_figure;
delete from projected_chunk where name in ('claim', 'comparison', 'comparison_figure');
delete from projection_state;
