-- From hours to a closed month: requests, approvals, periods, adjustments, terms of work, money.

-- What a person asks to have accepted, or what somebody enters for them. Only `state` ever changes.
create table request (
  company_id text not null,
  id text not null,
  person_id text not null,
  date text not null,
  kind text not null check (kind in ('clock-in', 'clock-out', 'pick', 'split', 'overtime', 'note')),
  -- {"minute"} · {"project","task","from"} · {"parts"} · {"start","end","lieu"} · {}
  body text not null check (json_valid(body)),
  reason text not null,
  -- Whose manager answers; null: hr.
  project_id text,
  -- What accepting it would change, as known when it was asked: {"minutes","project","overtime"}
  effect text not null check (json_valid(effect)),
  state text not null check (state in ('waiting', 'accepted', 'returned', 'withdrawn', 'settled')),
  made_at integer not null,
  made_by text not null,
  channel text not null,
  primary key (company_id, id)
) strict, without rowid;
create index request_day on request (company_id, person_id, date);
create index request_waiting on request (company_id, project_id) where state = 'waiting';
create index request_made on request (company_id, made_at);

create table request_answer (
  company_id text not null,
  request_id text not null,
  n integer not null,
  verdict text not null check (verdict in ('accepted', 'returned', 'withdrawn', 'settled', 'undone')),
  at integer not null,
  made_by text not null,
  reason text,
  channel text not null,
  -- The bulk action it belongs to.
  batch_id text,
  primary key (company_id, request_id, n)
) strict, without rowid;
create index request_answer_batch on request_answer (company_id, batch_id) where batch_id is not null;

-- Facts: overtime and trips that were granted. `present` 0 takes it back.
create table approved_time (
  company_id text not null,
  person_id text not null,
  date text not null,
  id text not null,
  received_at integer not null,
  kind text not null check (kind in ('overtime', 'trip')),
  start_minute integer not null,
  end_minute integer not null check (end_minute > start_minute),
  lieu integer not null default 0 check (lieu in (0, 1)),
  source text not null check (source in ('app', 'dingtalk')),
  present integer not null check (present in (0, 1)),
  primary key (company_id, person_id, date, id, received_at)
) strict, without rowid;

create trigger approved_time_marks_day after insert on approved_time begin
  insert into dirty_day (company_id, date, person_id, since)
  values (new.company_id, new.date, new.person_id, new.received_at)
  on conflict do update set since = max(since + 1, excluded.since);
end;

-- What the project's manager says of one allocation, `key` as the core writes it. The latest of the same minutes stands.
create table decision (
  company_id text not null,
  person_id text not null,
  date text not null,
  project_id text not null,
  key text not null,
  batch_id text not null,
  minutes integer not null,
  verdict text not null check (verdict in ('approved', 'rejected', 'withdrawn')),
  at integer not null,
  made_by text not null,
  reason text,
  channel text not null,
  primary key (company_id, person_id, date, project_id, key, batch_id, verdict)
) strict, without rowid;
create index decision_batch on decision (company_id, batch_id);

-- A bulk action as it was asked and answered, so that a repeat answers the same.
create table approval_batch (
  company_id text not null,
  id text not null,
  made_by text not null,
  at integer not null,
  asked text not null check (json_valid(asked)),
  answer text not null check (json_valid(answer)),
  undone_at integer,
  primary key (company_id, id)
) strict, without rowid;

alter table allocation add column state text not null default 'running'
  check (state in ('running', 'automatic', 'waiting', 'approved', 'rejected'));
alter table allocation add column reasons text not null default '[]' check (json_valid(reasons));
create index allocation_waiting on allocation (company_id, project_id, date) where state = 'waiting';
create index allocation_rejected on allocation (company_id, project_id, date) where state = 'rejected';

create table period (
  company_id text not null,
  -- 2026-09 or 2026-W38
  id text not null,
  first text not null,
  last text not null,
  state text not null check (state in ('open', 'open-for-approvers', 'closed')),
  version integer not null default 1,
  closing integer not null default 0,
  changed_at integer not null,
  changed_by text not null,
  primary key (company_id, id)
) strict, without rowid;
create index period_closed on period (company_id, last) where state = 'closed';
create index period_approving on period (company_id, last) where state = 'open-for-approvers';

create table period_grace (
  company_id text not null,
  period_id text not null,
  person_id text not null,
  until text not null,
  reason text not null,
  at integer not null,
  made_by text not null,
  primary key (company_id, period_id, person_id)
) strict, without rowid;

-- The first of the two people who reopen a period.
create table period_reopening (
  company_id text not null,
  period_id text not null,
  asked_by text not null,
  asked_at integer not null,
  reason text not null,
  primary key (company_id, period_id)
) strict, without rowid;

-- The signed-off summary: what the period came to when it was closed, for good.
create table period_closing (
  company_id text not null,
  period_id text not null,
  closing integer not null,
  at integer not null,
  made_by text not null,
  totals text not null check (json_valid(totals)),
  -- What was left open on purpose, and why.
  left_open text not null check (json_valid(left_open)),
  reason text,
  primary key (company_id, period_id, closing)
) strict, without rowid;

create table period_sheet (
  company_id text not null,
  period_id text not null,
  closing integer not null,
  person_id text not null,
  figures text not null check (json_valid(figures)),
  primary key (company_id, period_id, closing, person_id)
) strict, without rowid;

-- What a late fact would have changed of a closed day: signed differences, `parts` as the core's booked minutes.
create table adjustment (
  company_id text not null,
  person_id text not null,
  date text not null,
  n integer not null,
  booked_on text not null,
  at integer not null,
  planned integer not null,
  attended integer not null,
  overtime_attended integer not null,
  overtime_approved integer not null,
  counted integer not null,
  leave integer not null,
  unassigned integer not null,
  parts text not null check (json_valid(parts)),
  primary key (company_id, person_id, date, n)
) strict, without rowid;
create index adjustment_booked on adjustment (company_id, booked_on);

-- What the person said of a choice about a day that was over.
alter table pick add column reason text;

alter table calendar_year add column overrides text not null default '{}' check (json_valid(overrides));

create table terms (
  company_id text not null,
  person_id text not null,
  starts_on text not null,
  system text not null check (system in ('standard', 'comprehensive', 'irregular')),
  cycle text check (cycle in ('week', 'month', 'quarter', 'year')),
  daily_minutes integer not null check (daily_minutes between 60 and 720),
  at integer not null,
  made_by text not null,
  primary key (company_id, person_id, starts_on)
) strict, without rowid;

-- Fen per hour; read by finance only.
create table rate (
  company_id text not null,
  person_id text not null,
  starts_on text not null,
  fen_per_hour integer not null check (fen_per_hour >= 0),
  at integer not null,
  made_by text not null,
  primary key (company_id, person_id, starts_on)
) strict, without rowid;

create table budget (
  company_id text not null,
  project_id text not null,
  minutes integer check (minutes > 0),
  -- Finance only.
  fen integer check (fen > 0),
  ends_on text,
  version integer not null default 1,
  primary key (company_id, project_id)
) strict, without rowid;

-- Derived: a project's minutes and money of a month, a row a person, task, place, overtime kind and approval state ('' for none).
create table project_month (
  company_id text not null,
  project_id text not null,
  month text not null,
  person_id text not null,
  task_id text not null,
  place text not null,
  overtime text not null,
  state text not null,
  minutes integer not null,
  fen integer not null,
  -- Of the minutes, those without a rate on their date.
  unrated integer not null,
  primary key (company_id, project_id, month, person_id, task_id, place, overtime, state)
) strict, without rowid;
create index project_month_person on project_month (company_id, person_id, month);

-- Months whose allocations, rates or adjustments are newer than their row in project_month.
create table stale_month (
  company_id text not null,
  project_id text not null,
  month text not null,
  primary key (company_id, project_id, month)
) strict, without rowid;

-- Whatever a month's money hangs on marks it, whoever writes; minutes are marked by settling.
create trigger allocation_state_marks_month after update of state on allocation when new.state is not old.state begin
  insert into stale_month (company_id, project_id, month) values (new.company_id, new.project_id, substr(new.date, 1, 7))
  on conflict do nothing;
end;
create trigger rate_insert_marks_months after insert on rate begin
  insert into stale_month (company_id, project_id, month)
  select distinct m.company_id, m.project_id, m.month from project_month m indexed by project_month_person
  where m.company_id = new.company_id and m.person_id = new.person_id and m.month >= substr(new.starts_on, 1, 7)
  on conflict do nothing;
end;
create trigger rate_update_marks_months after update on rate begin
  insert into stale_month (company_id, project_id, month)
  select distinct m.company_id, m.project_id, m.month from project_month m indexed by project_month_person
  where m.company_id = new.company_id and m.person_id = new.person_id and m.month >= substr(new.starts_on, 1, 7)
  on conflict do nothing;
end;
create trigger rate_delete_marks_months after delete on rate begin
  insert into stale_month (company_id, project_id, month)
  select distinct m.company_id, m.project_id, m.month from project_month m indexed by project_month_person
  where m.company_id = old.company_id and m.person_id = old.person_id and m.month >= substr(old.starts_on, 1, 7)
  on conflict do nothing;
end;
create trigger terms_insert_marks_months after insert on terms begin
  insert into stale_month (company_id, project_id, month)
  select distinct m.company_id, m.project_id, m.month from project_month m indexed by project_month_person
  where m.company_id = new.company_id and m.person_id = new.person_id and m.month >= substr(new.starts_on, 1, 7)
  on conflict do nothing;
end;
create trigger terms_update_marks_months after update on terms begin
  insert into stale_month (company_id, project_id, month)
  select distinct m.company_id, m.project_id, m.month from project_month m indexed by project_month_person
  where m.company_id = new.company_id and m.person_id = new.person_id and m.month >= substr(new.starts_on, 1, 7)
  on conflict do nothing;
end;
create trigger terms_delete_marks_months after delete on terms begin
  insert into stale_month (company_id, project_id, month)
  select distinct m.company_id, m.project_id, m.month from project_month m indexed by project_month_person
  where m.company_id = old.company_id and m.person_id = old.person_id and m.month >= substr(old.starts_on, 1, 7)
  on conflict do nothing;
end;
create trigger approved_time_marks_months after insert on approved_time when new.kind = 'overtime' begin
  insert into stale_month (company_id, project_id, month)
  select distinct m.company_id, m.project_id, m.month from project_month m indexed by project_month_person
  where m.company_id = new.company_id and m.person_id = new.person_id and m.month >= substr(new.date, 1, 7)
  on conflict do nothing;
end;
-- An adjustment costs what it adds to those before it, so that all of its day are counted anew.
create trigger adjustment_marks_months after insert on adjustment begin
  insert into stale_month (company_id, project_id, month)
  select distinct a.company_id, part.value ->> 'project', substr(a.booked_on, 1, 7)
  from adjustment a cross join json_each(a.parts) part
  where a.company_id = new.company_id and a.person_id = new.person_id and a.date = new.date
    and part.value ->> 'project' is not null
  on conflict do nothing;
end;

create table alert (
  company_id text not null,
  kind text not null check (kind in ('overtime', 'budget-hours', 'budget-money', 'calendar')),
  -- A person and month, a project, or a year.
  subject_id text not null,
  level integer not null,
  raised_at integer not null,
  cleared_at integer,
  primary key (company_id, kind, subject_id, level, raised_at)
) strict, without rowid;
create index alert_raised on alert (company_id, kind, subject_id) where cleared_at is null;

create table import_file (
  company_id text not null,
  id text not null,
  file_name text not null,
  state text not null check (state in ('reading', 'ready', 'done', 'dropped')),
  made_by text not null,
  made_at integer not null,
  finished_at integer,
  summary text not null default '{}' check (json_valid(summary)),
  primary key (company_id, id)
) strict, without rowid;

-- The rows of a sheet as they were read, until it is imported or dropped.
create table import_row (
  company_id text not null,
  import_id text not null,
  n integer not null,
  cells text not null check (json_valid(cells)),
  primary key (company_id, import_id, n)
) strict, without rowid;

-- Nothing in a closed period changes, whoever writes. A request that was accepted later is a fact; what it changes is adjusted.
create trigger workday_closed_insert before insert on workday
when exists (select 1 from period p where p.company_id = new.company_id and p.state = 'closed' and p.last >= new.date and p.first <= new.date)
begin select raise(abort, 'period-closed'); end;
create trigger workday_closed_update before update on workday
when exists (select 1 from period p where p.company_id = old.company_id and p.state = 'closed' and p.last >= old.date and p.first <= old.date)
begin select raise(abort, 'period-closed'); end;
create trigger workday_closed_delete before delete on workday
when exists (select 1 from period p where p.company_id = old.company_id and p.state = 'closed' and p.last >= old.date and p.first <= old.date)
begin select raise(abort, 'period-closed'); end;
create trigger allocation_closed_insert before insert on allocation
when exists (select 1 from period p where p.company_id = new.company_id and p.state = 'closed' and p.last >= new.date and p.first <= new.date)
begin select raise(abort, 'period-closed'); end;
create trigger allocation_closed_update before update on allocation
when exists (select 1 from period p where p.company_id = old.company_id and p.state = 'closed' and p.last >= old.date and p.first <= old.date)
begin select raise(abort, 'period-closed'); end;
create trigger allocation_closed_delete before delete on allocation
when exists (select 1 from period p where p.company_id = old.company_id and p.state = 'closed' and p.last >= old.date and p.first <= old.date)
begin select raise(abort, 'period-closed'); end;
create trigger decision_closed before insert on decision
when exists (select 1 from period p where p.company_id = new.company_id and p.state = 'closed' and p.last >= new.date and p.first <= new.date)
begin select raise(abort, 'period-closed'); end;
create trigger pick_closed before insert on pick
when new.channel <> 'request' and exists (select 1 from period p where p.company_id = new.company_id and p.state = 'closed' and p.last >= new.date and p.first <= new.date)
begin select raise(abort, 'period-closed'); end;
create trigger split_closed before insert on split
when new.channel <> 'request' and exists (select 1 from period p where p.company_id = new.company_id and p.state = 'closed' and p.last >= new.date and p.first <= new.date)
begin select raise(abort, 'period-closed'); end;

create trigger request_stays before update on request
when new.company_id is not old.company_id or new.id is not old.id or new.person_id is not old.person_id or new.date is not old.date
  or new.kind is not old.kind or new.body is not old.body or new.reason is not old.reason or new.made_at is not old.made_at
  or new.made_by is not old.made_by
begin select raise(abort, 'append-only'); end;
create trigger request_is_kept before delete on request begin select raise(abort, 'append-only'); end;
create trigger request_answer_stays before update on request_answer begin select raise(abort, 'append-only'); end;
create trigger request_answer_is_kept before delete on request_answer begin select raise(abort, 'append-only'); end;
create trigger approved_time_stays before update on approved_time begin select raise(abort, 'append-only'); end;
create trigger approved_time_is_kept before delete on approved_time begin select raise(abort, 'append-only'); end;
create trigger decision_stays before update on decision begin select raise(abort, 'append-only'); end;
create trigger decision_is_kept before delete on decision begin select raise(abort, 'append-only'); end;
create trigger adjustment_stays before update on adjustment begin select raise(abort, 'append-only'); end;
create trigger adjustment_is_kept before delete on adjustment begin select raise(abort, 'append-only'); end;
create trigger period_closing_stays before update on period_closing begin select raise(abort, 'append-only'); end;
create trigger period_closing_is_kept before delete on period_closing begin select raise(abort, 'append-only'); end;
create trigger period_sheet_stays before update on period_sheet begin select raise(abort, 'append-only'); end;
create trigger period_sheet_is_kept before delete on period_sheet begin select raise(abort, 'append-only'); end;

-- A decision changes how its day is settled.
create trigger decision_marks_day after insert on decision begin
  insert into dirty_day (company_id, date, person_id, since)
  values (new.company_id, new.date, new.person_id, new.at)
  on conflict do update set since = max(since + 1, excluded.since);
end;

-- How allocations stand with their managers is not known yet.
insert into dirty_day (company_id, date, person_id, since) select company_id, date, person_id, settled_at from workday where true
on conflict do nothing;
