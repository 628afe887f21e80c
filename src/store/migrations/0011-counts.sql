-- How many claims there are of each kind, kept abreast of the claims: a page says how many fit and what each filter would leave, and going
-- through all claims for that costs more with every document. '' stands for claims, whatever they count; another for those that count it.
-- Claims that are there already were not counted: they are written again.
delete from claim;
delete from quantity;
delete from claim_text;
delete from projected_chunk where name = 'claim';
delete from projection_state;

create table claim_count (
  status text collate "C" not null,
  claimant text collate "C" not null,
  predicate text collate "C" not null,
  counts text collate "C" not null,
  claims bigint not null,
  primary key (status, claimant, predicate, counts)
);

create function count_claims() returns trigger language plpgsql as $$
begin
  insert into claim_count as known
    select status, claimant, predicate, '', case tg_op when 'INSERT' then count(*) else -count(*) end
    from touched group by status, claimant, predicate
    on conflict (status, claimant, predicate, counts) do update set claims = known.claims + excluded.claims;
  delete from claim_count where claims = 0;
  return null;
end $$;
create trigger claims_came after insert on claim
  referencing new table as touched for each statement execute function count_claims();
create trigger claims_went after delete on claim
  referencing old table as touched for each statement execute function count_claims();

-- Figures come after their claims and go before them.
create function count_figures() returns trigger language plpgsql as $$
begin
  insert into claim_count as known
    select status, claimant, predicate, counts, case tg_op when 'INSERT' then count(*) else -count(*) end
    from (select distinct claim, counts from touched) as figure join claim on claim.id = figure.claim
    group by status, claimant, predicate, counts
    on conflict (status, claimant, predicate, counts) do update set claims = known.claims + excluded.claims;
  delete from claim_count where claims = 0;
  return null;
end $$;
create trigger figures_came after insert on quantity
  referencing new table as touched for each statement execute function count_figures();
create trigger figures_went after delete on quantity
  referencing old table as touched for each statement execute function count_figures();

-- What the overview shows is few of many.
create index document_unread on document (id) where jsonb_array_length(summary->'unread') > 0;
create index incident_contested on incident (place) where status = 'contested';
create index comparison_contested on comparison (place, id) where review = 'accepted' and contradiction is not null;
create index finding_heard on finding (place) where jsonb_array_length(body->'hearing'->'replies') > 0;
create index finding_by_review on finding (review, status);
