-- How the figures of a comparison stand to each other is up to some thousand sentences: a list of comparisons shows a few of them.
create table comparison_relations (comparison text collate "C" primary key, relations jsonb not null);

-- Comparisons that are there already are written again.
truncate comparison, comparison_figure;
alter table comparison add column brief jsonb not null;
alter table comparison_figure add column listed boolean not null;
create index comparison_figure_listed on comparison_figure (comparison, place, nth) where listed;
delete from projected_chunk where name in ('comparison', 'comparison_figure');
delete from projection_state;
