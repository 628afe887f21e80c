-- What decides where each figure of a great comparison stands, in parts: an act on one need not read the claims of all.
create table figure_index (
  id text collate "C" primary key,
  comparison text collate "C" not null,
  entries jsonb not null
);

-- Comparisons that are there already are written again, in other parts.
truncate comparison, comparison_relations, comparison_figure;
delete from projected_chunk where name in ('comparison', 'comparison_figure');
delete from projection_state;
