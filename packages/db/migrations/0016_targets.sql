-- Where hours go and projects come from: one row a product that somebody connected. Credentials are sealed with a key of the environment.
create table target (
  company_id text not null,
  id text not null,
  -- Of the connectors' registry: redmine, zentao, …
  kind text not null,
  name text not null,
  -- By the names of the connector's form, secrets left out.
  settings text not null check (json_valid(settings)),
  -- Names of the secrets that are set; the values are in `sealed` only.
  secrets text not null default '[]' check (json_valid(secrets)),
  sealed text,
  -- Nothing is sent while it is paused; a removed one has no credentials any more.
  state text not null default 'paused' check (state in ('paused', 'on', 'removed')),
  approved_only integer not null default 1 check (approved_only in (0, 1)),
  -- When hours go: after the night's pull, or as soon as they are known.
  pace text not null default 'night' check (pace in ('night', 'at-once')),
  rounding text not null default 'exact',
  -- Whether the state of tasks goes out, and which state stands for what: {"working":"2","warning":"3","paused":"4"}
  states text not null default '{}' check (json_valid(states)),
  -- Hours of earlier dates stay here.
  starts_on text not null,
  -- Who we are there, as the last check told.
  account text,
  checked_at integer,
  problem text,
  problem_at integer,
  -- The far side asked to be left alone until then.
  quiet_until integer not null default 0,
  -- Somebody is sending until then.
  sending_until integer not null default 0,
  read_at integer,
  pushed_at integer,
  version integer not null default 1,
  created_at integer not null,
  created_by text not null,
  changed_at integer not null,
  changed_by text not null,
  primary key (company_id, id)
) strict, without rowid;

-- What the far side told, as last read.
create table remote_project (
  company_id text not null,
  target_id text not null,
  id text not null,
  name text not null,
  code text,
  closed integer not null check (closed in (0, 1)),
  takes_hours integer not null check (takes_hours in (0, 1)),
  read_at integer not null,
  -- Up to which instant its tasks were read.
  tasks_until integer,
  primary key (company_id, target_id, id)
) strict, without rowid;

create table remote_task (
  company_id text not null,
  target_id text not null,
  id text not null,
  project_id text not null,
  title text not null,
  state_id text not null,
  state_name text not null,
  closed integer not null check (closed in (0, 1)),
  assignee_id text,
  starts_on text,
  due_on text,
  updated_at integer,
  read_at integer not null,
  primary key (company_id, target_id, id)
) strict, without rowid;
create index remote_task_project on remote_task (company_id, target_id, project_id);

-- Which members a remote project has; the people themselves are accounts of the source `target:<id>`.
create table remote_member (
  company_id text not null,
  target_id text not null,
  project_id text not null,
  remote_person text not null,
  read_at integer not null,
  primary key (company_id, target_id, project_id, remote_person)
) strict, without rowid;

-- Where the hours of a project go at a target.
create table destination (
  company_id text not null,
  target_id text not null,
  project_id text not null,
  remote_project text not null,
  -- On which task hours stand that name none.
  remote_task text,
  version integer not null default 1,
  changed_at integer not null,
  changed_by text not null,
  primary key (company_id, target_id, project_id),
  foreign key (company_id, project_id) references project (company_id, id)
) strict, without rowid;
create index destination_project on destination (company_id, project_id);

-- One person's minutes of one date on one task at one target: what is to be there, and what is there as far as we know.
create table worklog (
  company_id text not null,
  target_id text not null,
  -- Names company, target, person, date, project, task and where it goes: another place is another row.
  key text not null,
  marker text not null,
  person_id text not null,
  date text not null,
  project_id text not null,
  task_id text,
  remote_person text,
  remote_project text,
  remote_task text,
  -- Rows with the same are never written at the same time.
  serial text not null,
  -- To be there, after rounding; 0 is nothing.
  minutes integer not null check (minutes >= 0),
  -- Counted minutes that may not go yet, and why in `held`.
  waiting integer not null default 0 check (waiting >= 0),
  held text,
  -- {"note","personName","start",…}
  body text not null check (json_valid(body)),
  -- Of minutes and body; what was sent last has the other.
  digest text not null,
  sent_digest text,
  sent_minutes integer not null default 0,
  remote_id text,
  state text not null check (state in ('held', 'due', 'sending', 'unknown', 'failed', 'done')),
  problem text,
  field text,
  attempts integer not null default 0,
  -- Not before.
  next_at integer not null default 0,
  sending_at integer,
  sent_at integer,
  changed_at integer not null,
  -- As read back last.
  seen_minutes integer,
  seen_count integer,
  seen_at integer,
  primary key (company_id, target_id, key)
) strict, without rowid;
create index worklog_open on worklog (company_id, target_id, state, next_at) where state in ('due', 'sending', 'unknown');
create index worklog_aside on worklog (company_id, target_id, state) where state in ('held', 'failed');
create index worklog_date on worklog (company_id, target_id, date);
create index worklog_person on worklog (company_id, person_id, date);

-- Every write to the far side and how it ended, for good.
create table worklog_write (
  company_id text not null,
  target_id text not null,
  key text not null,
  at integer not null,
  n integer not null,
  act text not null check (act in ('create', 'change', 'remove', 'find')),
  minutes integer not null,
  outcome text not null check (outcome in ('applied', 'unknown', 'failed')),
  problem text,
  primary key (company_id, target_id, key, at, n)
) strict, without rowid;
create trigger worklog_write_stays before update on worklog_write begin select raise(abort, 'append-only'); end;
create trigger worklog_write_is_kept before delete on worklog_write begin select raise(abort, 'append-only'); end;

-- Days whose worklogs are to be planned anew. A change that comes while a day is being planned changes `since`.
create table worklog_day (
  company_id text not null,
  date text not null,
  person_id text not null,
  since integer not null,
  primary key (company_id, date, person_id)
) strict, without rowid;

-- Reading from a target or comparing with it, page by page.
create table target_run (
  company_id text not null,
  target_id text not null,
  id text not null,
  kind text not null check (kind in ('read', 'compare')),
  -- Of a comparison.
  month text,
  state text not null check (state in ('running', 'done', 'failed')),
  -- What is still to be read: [{"part":"tasks","project":"7","cursor":null}, …]
  work text not null check (json_valid(work)),
  counts text not null default '{}' check (json_valid(counts)),
  problem text,
  attempts integer not null default 0,
  asked_by text not null,
  started_at integer not null,
  touched_at integer not null,
  finished_at integer,
  primary key (company_id, target_id, id)
) strict, without rowid;
create index target_run_recent on target_run (company_id, target_id, started_at);
create unique index target_run_running on target_run (company_id, target_id, kind) where state = 'running';

-- A month as read back last: what others booked there beside ours.
create table target_month (
  company_id text not null,
  target_id text not null,
  month text not null,
  read_at integer not null,
  foreign_count integer not null,
  foreign_minutes integer not null,
  primary key (company_id, target_id, month)
) strict, without rowid;

-- Whatever hours at targets hang on marks the day, whoever writes.
create trigger allocation_insert_marks_worklogs after insert on allocation
when exists (select 1 from destination d where d.company_id = new.company_id and d.project_id = new.project_id) begin
  insert into worklog_day (company_id, date, person_id, since)
  values (new.company_id, new.date, new.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger allocation_update_marks_worklogs after update on allocation
when (new.minutes, new.state, new.task_id, new.place, new.overtime) is not (old.minutes, old.state, old.task_id, old.place, old.overtime)
  and exists (select 1 from destination d where d.company_id = new.company_id and d.project_id = new.project_id) begin
  insert into worklog_day (company_id, date, person_id, since)
  values (new.company_id, new.date, new.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger allocation_delete_marks_worklogs after delete on allocation
when exists (select 1 from destination d where d.company_id = old.company_id and d.project_id = old.project_id) begin
  insert into worklog_day (company_id, date, person_id, since)
  values (old.company_id, old.date, old.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger adjustment_marks_worklogs after insert on adjustment
when exists (select 1 from json_each(new.parts) part cross join destination d
  where d.company_id = new.company_id and d.project_id = part.value ->> 'project') begin
  insert into worklog_day (company_id, date, person_id, since)
  values (new.company_id, new.date, new.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
-- Another place for hours, or an account that is somebody else's now: the days of all whom it concerns.
create trigger destination_insert_marks_worklogs after insert on destination begin
  insert into worklog_day (company_id, date, person_id, since)
  select distinct a.company_id, a.date, a.person_id, cast(unixepoch('subsec') * 1000 as integer) from allocation a
  join target t on t.company_id = a.company_id and t.id = new.target_id
  where a.company_id = new.company_id and a.project_id = new.project_id and a.date >= t.starts_on
  union select b.company_id, b.date, b.person_id, cast(unixepoch('subsec') * 1000 as integer) from adjustment b
  join target t on t.company_id = b.company_id and t.id = new.target_id
  where b.company_id = new.company_id and b.date >= t.starts_on
    and exists (select 1 from json_each(b.parts) part where part.value ->> 'project' = new.project_id)
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger destination_update_marks_worklogs after update on destination
when (new.remote_project, new.remote_task) is not (old.remote_project, old.remote_task) begin
  insert into worklog_day (company_id, date, person_id, since)
  select distinct a.company_id, a.date, a.person_id, cast(unixepoch('subsec') * 1000 as integer) from allocation a
  join target t on t.company_id = a.company_id and t.id = new.target_id
  where a.company_id = new.company_id and a.project_id = new.project_id and a.date >= t.starts_on
  union select b.company_id, b.date, b.person_id, cast(unixepoch('subsec') * 1000 as integer) from adjustment b
  join target t on t.company_id = b.company_id and t.id = new.target_id
  where b.company_id = new.company_id and b.date >= t.starts_on
    and exists (select 1 from json_each(b.parts) part where part.value ->> 'project' = new.project_id)
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger destination_delete_marks_worklogs after delete on destination begin
  insert into worklog_day (company_id, date, person_id, since)
  select distinct w.company_id, w.date, w.person_id, cast(unixepoch('subsec') * 1000 as integer) from worklog w
  where w.company_id = old.company_id and w.target_id = old.target_id and w.project_id = old.project_id
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger target_rules_mark_worklogs after update on target
when (new.approved_only, new.rounding, new.starts_on, new.settings) is not (old.approved_only, old.rounding, old.starts_on, old.settings)
  and new.state <> 'removed' begin
  insert into worklog_day (company_id, date, person_id, since)
  select distinct a.company_id, a.date, a.person_id, cast(unixepoch('subsec') * 1000 as integer) from destination d
  cross join allocation a on a.company_id = d.company_id and a.project_id = d.project_id
  where d.company_id = new.company_id and d.target_id = new.id and a.date >= min(new.starts_on, old.starts_on)
  union select b.company_id, b.date, b.person_id, cast(unixepoch('subsec') * 1000 as integer) from adjustment b
  where b.company_id = new.company_id and b.date >= min(new.starts_on, old.starts_on)
    and exists (select 1 from json_each(b.parts) part cross join destination d
      where d.company_id = new.company_id and d.target_id = new.id and d.project_id = part.value ->> 'project')
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger account_person_marks_worklogs after update on account
when new.source like 'target:%' and (new.person_id, new.active, new.deleted_at) is not (old.person_id, old.active, old.deleted_at) begin
  insert into worklog_day (company_id, date, person_id, since)
  select distinct a.company_id, a.date, a.person_id, cast(unixepoch('subsec') * 1000 as integer) from destination d
  join target t on t.company_id = d.company_id and t.id = d.target_id and t.state <> 'removed'
  cross join allocation a on a.company_id = d.company_id and a.project_id = d.project_id
  where d.company_id = new.company_id and d.target_id = substr(new.source, 8) and a.date >= t.starts_on
    and a.person_id in (new.person_id, old.person_id)
  union select b.company_id, b.date, b.person_id, cast(unixepoch('subsec') * 1000 as integer) from adjustment b
  join target t on t.company_id = b.company_id and t.id = substr(new.source, 8) and t.state <> 'removed'
  where b.company_id = new.company_id and b.person_id in (new.person_id, old.person_id) and b.date >= t.starts_on
    and exists (select 1 from json_each(b.parts) part cross join destination d
      where d.company_id = b.company_id and d.target_id = t.id and d.project_id = part.value ->> 'project')
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger account_insert_marks_worklogs after insert on account
when new.source like 'target:%' and new.person_id is not null begin
  insert into worklog_day (company_id, date, person_id, since)
  select distinct a.company_id, a.date, a.person_id, cast(unixepoch('subsec') * 1000 as integer) from destination d
  join target t on t.company_id = d.company_id and t.id = d.target_id and t.state <> 'removed'
  cross join allocation a on a.company_id = d.company_id and a.project_id = d.project_id
  where d.company_id = new.company_id and d.target_id = substr(new.source, 8) and a.date >= t.starts_on
    and a.person_id = new.person_id
  union select b.company_id, b.date, b.person_id, cast(unixepoch('subsec') * 1000 as integer) from adjustment b
  join target t on t.company_id = b.company_id and t.id = substr(new.source, 8) and t.state <> 'removed'
  where b.company_id = new.company_id and b.person_id = new.person_id and b.date >= t.starts_on
    and exists (select 1 from json_each(b.parts) part cross join destination d
      where d.company_id = b.company_id and d.target_id = t.id and d.project_id = part.value ->> 'project')
  on conflict do update set since = max(since + 1, excluded.since);
end;
