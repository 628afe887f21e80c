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

-- Comparisons that are there already hold their figures: they are written again.
delete from comparison;
delete from projected_chunk where name = 'comparison';
delete from projection_state;
