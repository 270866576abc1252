-- What a comparison or a mending has read there so far.
create table worklog_seen (
  company_id text not null,
  target_id text not null,
  run_id text not null,
  -- Of the record there.
  id text not null,
  marker text,
  remote_project text not null,
  remote_task text,
  remote_person text,
  date text not null,
  minutes integer not null,
  primary key (company_id, target_id, run_id, id)
) strict, without rowid;
create index worklog_seen_marker on worklog_seen (company_id, target_id, run_id, marker);

-- Which worklogs a run mends.
create table worklog_mend (
  company_id text not null,
  target_id text not null,
  run_id text not null,
  key text not null,
  primary key (company_id, target_id, run_id, key)
) strict, without rowid;

-- Ours of a record are found by what it is marked with.
create index worklog_marker on worklog (company_id, target_id, marker);
