-- Every table belongs to a company. Instants are milliseconds, dates are YYYY-MM-DD, minutes lie on the work date's line.

create table company (
  id text primary key,
  name text not null,
  zone text not null,
  -- A DingTalk administrator, for calls that want to know on whose behalf they are made.
  operator text,
  created_at integer not null
) strict, without rowid;

create table policy (
  company_id text not null,
  group_id text not null default '',
  starts_on text not null,
  value text not null check (json_valid(value)),
  primary key (company_id, group_id, starts_on)
) strict, without rowid;

-- One row a year: {"2026-10-01": "statutory", …}, exceptions only.
create table calendar_year (
  company_id text not null,
  year integer not null,
  days text not null check (json_valid(days)),
  source text not null,
  loaded_at integer not null,
  primary key (company_id, year)
) strict, without rowid;

create table department (
  company_id text not null,
  id text not null,
  parent_id text,
  name text not null,
  primary key (company_id, id)
) strict, without rowid;

create table person (
  company_id text not null,
  id text not null,
  union_id text,
  name text not null,
  job_number text,
  title text,
  department_ids text not null default '[]' check (json_valid(department_ids)),
  active integer not null default 1 check (active in (0, 1)),
  left_at integer,
  -- Sessions issued before this instant are no longer valid.
  sessions_from integer not null default 0,
  default_project text,
  -- Latest instant up to which this person's punches have been pulled.
  pulled_at integer not null default 0,
  primary key (company_id, id)
) strict, without rowid;

create table role_grant (
  company_id text not null,
  person_id text not null,
  role text not null check (role in ('hr', 'finance', 'admin')),
  primary key (company_id, person_id, role)
) strict, without rowid;

create table project (
  company_id text not null,
  id text not null,
  code text not null,
  name text not null,
  short_name text not null check (length(short_name) between 1 and 8),
  mark text not null check (length(mark) between 1 and 2),
  color integer not null check (color between 1 and 8),
  starts_on text,
  closed_on text,
  version integer not null default 1,
  created_at integer not null,
  primary key (company_id, id)
) strict, without rowid;
create unique index project_code on project (company_id, code);

create table project_member (
  company_id text not null,
  person_id text not null,
  project_id text not null,
  role text not null check (role in ('member', 'manager')),
  starts_on text,
  ends_on text,
  planned_from text,
  planned_to text,
  primary key (company_id, person_id, project_id),
  foreign key (company_id, project_id) references project (company_id, id)
) strict, without rowid;
create index project_member_project on project_member (company_id, project_id);

create table site (
  company_id text not null,
  project_id text not null,
  id text not null,
  name text not null,
  lat real,
  lng real,
  radius integer not null check (radius > 0),
  ssids text not null default '[]' check (json_valid(ssids)),
  machines text not null default '[]' check (json_valid(machines)),
  starts_on text,
  ends_on text,
  primary key (company_id, project_id, id),
  foreign key (company_id, project_id) references project (company_id, id)
) strict, without rowid;

-- Facts. A record that DingTalk re-evaluates comes as a further row; the one received last stands.
create table punch (
  company_id text not null,
  person_id text not null,
  work_date text not null,
  record_id text not null,
  received_at integer not null,
  digest text not null,
  at integer not null,
  type text check (type in ('on', 'off')),
  valid integer not null check (valid in (0, 1)),
  invalid_reason text,
  result text,
  location_result text,
  source_type text,
  lat real,
  lng real,
  accuracy real,
  ssid text,
  bssid text,
  machine text,
  address text,
  remark text,
  plan_id text,
  modified_at integer,
  primary key (company_id, person_id, work_date, record_id, received_at)
) strict, without rowid;

-- A schedule as received: the shift is copied in, so that a later edit of the shift changes no past day.
create table schedule (
  company_id text not null,
  person_id text not null,
  work_date text not null,
  received_at integer not null,
  digest text not null,
  shift_id text,
  shift_name text,
  shift text check (shift is null or json_valid(shift)),
  primary key (company_id, person_id, work_date, received_at)
) strict, without rowid;

create table shift (
  company_id text not null,
  id text not null,
  version text not null,
  name text not null,
  sections text not null check (json_valid(sections)),
  breaks text not null check (json_valid(breaks)),
  primary key (company_id, id, version)
) strict, without rowid;

-- `present` 0 says that DingTalk no longer reports the leave.
create table leave (
  company_id text not null,
  person_id text not null,
  from_at integer not null,
  to_at integer not null,
  received_at integer not null,
  unit text not null,
  amount integer not null,
  leave_code text,
  present integer not null check (present in (0, 1)),
  primary key (company_id, person_id, from_at, to_at, received_at)
) strict, without rowid;

create table pick (
  company_id text not null,
  id text not null,
  person_id text not null,
  date text not null,
  project_id text not null,
  task_id text,
  from_minute integer,
  made_at integer not null,
  made_by text not null,
  channel text not null,
  primary key (company_id, id),
  foreign key (company_id, project_id) references project (company_id, id)
) strict, without rowid;
create index pick_day on pick (company_id, person_id, date);

create table pick_withdrawal (
  company_id text not null,
  person_id text not null,
  date text not null,
  pick_id text not null,
  made_at integer not null,
  made_by text not null,
  primary key (company_id, person_id, date, pick_id)
) strict, without rowid;

-- The split with the greatest version stands; no parts withdraw it.
create table split (
  company_id text not null,
  person_id text not null,
  date text not null,
  version integer not null,
  parts text not null check (json_valid(parts)),
  made_at integer not null,
  made_by text not null,
  channel text not null,
  primary key (company_id, person_id, date, version)
) strict, without rowid;

-- Derived: both tables can be emptied and settled anew from the facts.
create table workday (
  company_id text not null,
  person_id text not null,
  date text not null,
  planned integer not null,
  attended integer not null,
  overtime_attended integer not null,
  overtime_approved integer not null,
  counted integer not null,
  leave integer not null,
  unassigned integer not null check (unassigned between 0 and counted),
  status text not null,
  warnings text not null check (json_valid(warnings)),
  -- line, details, proposals, over, dayKind, shift
  body text not null check (json_valid(body)),
  settled_at integer not null,
  primary key (company_id, person_id, date)
) strict, without rowid;

create table allocation (
  company_id text not null,
  project_id text not null,
  date text not null,
  person_id text not null,
  n integer not null,
  task_id text,
  minutes integer not null check (minutes > 0),
  basis text not null,
  place text not null,
  overtime text,
  primary key (company_id, project_id, date, person_id, n)
) strict, without rowid;

-- Days whose facts are newer than their settling. A fact that comes while a day is being settled changes `since`.
create table dirty_day (
  company_id text not null,
  date text not null,
  person_id text not null,
  since integer not null,
  primary key (company_id, date, person_id)
) strict, without rowid;

create table sync_run (
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
create index sync_run_recent on sync_run (company_id, started_at);

create table sync_batch (
  company_id text not null,
  run_id text not null,
  n integer not null,
  work text not null check (json_valid(work)),
  state text not null check (state in ('waiting', 'done', 'failed')),
  attempts integer not null default 0,
  problem text,
  primary key (company_id, run_id, n)
) strict, without rowid;

-- Rows that could not be read, kept as received for the admin.
create table rejected_row (
  company_id text not null,
  source text not null,
  digest text not null,
  received_at integer not null,
  reason text not null,
  raw text not null,
  primary key (company_id, source, digest)
) strict, without rowid;

create table event (
  company_id text not null,
  id text not null,
  type text not null,
  body text,
  received_at integer not null,
  done_at integer,
  primary key (company_id, id)
) strict, without rowid;
create index event_waiting on event (company_id, received_at) where done_at is null;

create table call_count (
  company_id text not null,
  day text not null,
  path text not null,
  counted integer not null,
  ok integer not null default 0,
  failed integer not null default 0,
  primary key (company_id, day, path)
) strict, without rowid;

create table dingtalk_token (
  company_id text primary key,
  token text not null,
  expires_at integer not null
) strict, without rowid;

create table history (
  id integer primary key autoincrement,
  company_id text not null,
  at integer not null,
  actor text not null,
  channel text not null,
  subject text not null,
  subject_id text not null,
  action text not null,
  before text check (before is null or json_valid(before)),
  after text check (after is null or json_valid(after)),
  reason text
) strict;
create index history_subject on history (company_id, subject, subject_id);

-- A fact marks its day.
create trigger punch_marks_day after insert on punch begin
  insert into dirty_day (company_id, date, person_id, since)
  values (new.company_id, new.work_date, new.person_id, new.received_at)
  on conflict do update set since = max(since + 1, excluded.since) where since <> excluded.since;
end;

create trigger pick_marks_day after insert on pick begin
  insert into dirty_day (company_id, date, person_id, since)
  values (new.company_id, new.date, new.person_id, new.made_at)
  on conflict do update set since = max(since + 1, excluded.since);
end;

create trigger pick_withdrawal_marks_day after insert on pick_withdrawal begin
  insert into dirty_day (company_id, date, person_id, since)
  values (new.company_id, new.date, new.person_id, new.made_at)
  on conflict do update set since = max(since + 1, excluded.since);
end;

create trigger split_marks_day after insert on split begin
  insert into dirty_day (company_id, date, person_id, since)
  values (new.company_id, new.date, new.person_id, new.made_at)
  on conflict do update set since = max(since + 1, excluded.since);
end;

-- Facts and history stay as they were written. Only a punch may lose where it was made, when its time is up.
create trigger punch_stays before update on punch
when new.lat is not null or new.lng is not null or new.accuracy is not null or new.address is not null
  or new.at is not old.at or new.type is not old.type or new.valid is not old.valid or new.result is not old.result
  or new.record_id is not old.record_id or new.work_date is not old.work_date or new.person_id is not old.person_id
  or new.company_id is not old.company_id or new.received_at is not old.received_at or new.digest is not old.digest
  or new.source_type is not old.source_type or new.machine is not old.machine or new.modified_at is not old.modified_at
begin select raise(abort, 'append-only'); end;
create trigger punch_is_kept before delete on punch begin select raise(abort, 'append-only'); end;
create trigger schedule_stays before update on schedule begin select raise(abort, 'append-only'); end;
create trigger schedule_is_kept before delete on schedule begin select raise(abort, 'append-only'); end;
create trigger leave_stays before update on leave begin select raise(abort, 'append-only'); end;
create trigger leave_is_kept before delete on leave begin select raise(abort, 'append-only'); end;
create trigger pick_stays before update on pick begin select raise(abort, 'append-only'); end;
create trigger pick_is_kept before delete on pick begin select raise(abort, 'append-only'); end;
create trigger pick_withdrawal_stays before update on pick_withdrawal begin select raise(abort, 'append-only'); end;
create trigger pick_withdrawal_is_kept before delete on pick_withdrawal begin select raise(abort, 'append-only'); end;
create trigger split_stays before update on split begin select raise(abort, 'append-only'); end;
create trigger split_is_kept before delete on split begin select raise(abort, 'append-only'); end;
create trigger history_stays before update on history begin select raise(abort, 'append-only'); end;
create trigger history_is_kept before delete on history begin select raise(abort, 'append-only'); end;
