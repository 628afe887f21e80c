-- A claimant counts as whom people judged it to be; the name that its document gives it stands beside that.
delete from claim;
delete from claim_text;
delete from quantity;
delete from projection_state;

alter table claim add column claimant_named text collate "C" not null;
create index claim_by_claimant_named on claim (claimant_named);
