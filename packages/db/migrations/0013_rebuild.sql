-- Settling everything anew from the facts: how far it has come, and what came out differently.
create table rebuild (
  company_id text not null,
  id text not null,
  asked_by text not null,
  -- 1: days that differ are settled anew; 0: they are only reported.
  writes integer not null check (writes in (0, 1)),
  state text not null check (state in ('running', 'done')),
  started_at integer not null,
  touched_at integer not null,
  finished_at integer,
  expected integer not null,
  -- Batches done, and the day looked at last.
  n integer not null default 0,
  person_id text not null default '',
  date text not null default '',
  counts text not null default '{}' check (json_valid(counts)),
  sums_before text not null default '{}' check (json_valid(sums_before)),
  sums_after text not null default '{}' check (json_valid(sums_after)),
  primary key (company_id, id)
) strict, without rowid;

create table rebuild_day (
  company_id text not null,
  rebuild_id text not null,
  person_id text not null,
  date text not null,
  closed integer not null check (closed in (0, 1)),
  -- The names of what differs.
  fields text not null check (json_valid(fields)),
  before text check (before is null or json_valid(before)),
  after text not null check (json_valid(after)),
  primary key (company_id, rebuild_id, person_id, date)
) strict, without rowid;
