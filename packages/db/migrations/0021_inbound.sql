-- Deliveries of the far side that were taken, so that one that comes again changes nothing; kept for a week.
create table inbound_delivery (
  company_id text not null,
  target_id text not null,
  id text not null,
  at integer not null,
  primary key (company_id, target_id, id)
) strict, without rowid;
create index inbound_delivery_at on inbound_delivery (company_id, at);

-- Remote projects in which something has changed and that are to be read soon.
create table remote_change (
  company_id text not null,
  target_id text not null,
  project_id text not null,
  since integer not null,
  primary key (company_id, target_id, project_id)
) strict, without rowid;

-- A run goes on not before then.
alter table target_run add column next_at integer not null default 0;
