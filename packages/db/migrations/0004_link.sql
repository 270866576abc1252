-- Pulls of more kinds than one could name when the table was made: the app closes the list, the table no longer does.
create table sync_run_wide (
  company_id text not null,
  id text not null,
  kind text not null,
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
insert into sync_run_wide select company_id, id, kind, from_date, to_date, state, asked_by, started_at, touched_at,
  finished_at, counts, problem from sync_run;
drop table sync_run;
alter table sync_run_wide rename to sync_run;
create index sync_run_recent on sync_run (company_id, started_at);

-- Every call made, one row each, without anything personal: how many people it asked about, not who.
create table call_audit (
  id integer primary key autoincrement,
  company_id text not null,
  at integer not null,
  path text not null,
  people integer not null,
  -- 'ok' or the kind of the failure, with DingTalk's own code beside it.
  outcome text not null,
  code text,
  cost integer not null check (cost in (0, 1)),
  took integer not null,
  run_id text
) strict;
create index call_audit_recent on call_audit (company_id, at);

-- The plan of the month's calls as it was made last.
create table quota_plan (
  company_id text primary key,
  made_at integer not null,
  next_pull_at integer,
  plan text not null check (json_valid(plan))
) strict, without rowid;
