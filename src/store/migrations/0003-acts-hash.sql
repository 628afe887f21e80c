-- A record that was restored from a copy and went on otherwise has as many acts with the same ids: their hash tells them apart.
alter table projection_state rename column last_act to acts_hash;
delete from projection_state;
