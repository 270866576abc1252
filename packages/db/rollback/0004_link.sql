create table kept_0004_call_audit as select * from call_audit;
drop table call_audit;
create table kept_0004_quota_plan as select * from quota_plan;
drop table quota_plan;

-- Runs of kinds that the older release cannot name are kept aside; the table names its kinds again.
create table kept_0004_sync_run as select * from sync_run
where kind not in ('punches', 'night', 'day', 'shared', 'directory');
create table sync_run_narrow (
  company_id text not null,
  id text not null,
  kind text not null check (kind in ('punches', 'night', 'day', 'shared', 'directory')),
  from_date text,
  to_date text,
  state text not null check (state in ('running', 'done', 'failed', 'quota')),
  asked_by text not null,
  started_at integer not null,
  touched_at integer not null,
  finished_at integer,
  counts text not null default '{}' check (json_valid(counts)),
  problem text,
  primary key (company_id, id)
) strict, without rowid;
insert into sync_run_narrow select company_id, id, kind, from_date, to_date, state, asked_by, started_at, touched_at,
  finished_at, counts, problem from sync_run where kind in ('punches', 'night', 'day', 'shared', 'directory');
drop table sync_run;
alter table sync_run_narrow rename to sync_run;
create index sync_run_recent on sync_run (company_id, started_at);
delete from d1_migrations where name = '0004_link.sql';
