-- What is said in a claim stands apart from what lists filter, sort and count by: counting goes through all claims, and read it all.
drop table claim;
delete from quantity;
delete from projection_state;

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
  status text collate "C" not null
);
create index claim_in_order on claim (place, start_offset, id);
create index claim_of_document on claim (document);
create index claim_by_status on claim (status, place, start_offset, id);
create index claim_by_claimant on claim (claimant, place, start_offset, id);

create table claim_text (
  claim text collate "C" primary key,
  -- What a list looks through, as the program cuts it into words.
  words tsvector not null,
  body jsonb not null,
  beside jsonb not null
);
create index claim_text_by_words on claim_text using gin (words);
