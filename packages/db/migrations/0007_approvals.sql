-- Approvals as DingTalk tells them, without anybody's own words: only the fields that say a time. The version received last stands.
create table approval_instance (
  company_id text not null,
  id text not null,
  received_at integer not null,
  process_code text,
  kind text not null check (kind in ('leave', 'overtime', 'trip', 'punch-correction')),
  person_id text not null,
  state text not null check (state in ('running', 'agreed', 'refused', 'withdrawn', 'deleted')),
  action text not null check (action in ('none', 'modify', 'revoke')),
  -- The one it changes or cancels; its own id for any other.
  main_id text not null,
  modified_at integer,
  body text not null check (json_valid(body)),
  primary key (company_id, id, received_at)
) strict, without rowid;
create index approval_chain on approval_instance (company_id, main_id);

create trigger approval_instance_stays before update on approval_instance begin select raise(abort, 'append-only'); end;
create trigger approval_instance_is_kept before delete on approval_instance begin select raise(abort, 'append-only'); end;

-- What is looked at again: approvals that run, and those that lie on days whose shifts are not known yet.
create table approval_watch (
  company_id text not null,
  id text not null,
  process_code text,
  reason text not null check (reason in ('running', 'days')),
  since integer not null,
  -- The last date of interest; null while it runs.
  until text,
  primary key (company_id, id)
) strict, without rowid;

-- The forms of the organisation; `kind` null is none of attendance.
create table approval_form (
  company_id text not null,
  process_code text not null,
  title text not null,
  kind text check (kind in ('leave', 'overtime', 'trip', 'punch-correction')),
  seen_at integer not null,
  -- Who said so; null for what was read from DingTalk.
  chosen_by text,
  primary key (company_id, process_code)
) strict, without rowid;

-- Derived from approval_instance: which leave each approval speaks of and whether it stands.
create table approved_leave (
  company_id text not null,
  person_id text not null,
  id text not null,
  from_at integer not null,
  to_at integer not null check (to_at > from_at),
  holds integer not null check (holds in (0, 1)),
  -- DingTalk's list of leaves has told of it once, and says from then on whether it still stands.
  told integer not null default 0 check (told in (0, 1)),
  primary key (company_id, person_id, id)
) strict, without rowid;

create index approved_time_approval on approved_time (company_id, id);

-- What people are told by 工作通知, or in the app alone; the id is what it is about, so that nothing is told twice.
create table notice (
  company_id text not null,
  id text not null,
  person_id text not null,
  kind text not null,
  -- Whom it is about, and on which project.
  about_id text,
  project_id text,
  body text not null check (json_valid(body)),
  created_at integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'told', 'dropped', 'failed', 'shown')),
  sent_at integer,
  task_id text,
  attempts integer not null default 0,
  problem text,
  primary key (company_id, id)
) strict, without rowid;
create index notice_waiting on notice (company_id, created_at) where state = 'waiting';
create index notice_unasked on notice (company_id, sent_at) where state = 'sent';
create index notice_person on notice (company_id, person_id, created_at);
create index notice_about on notice (company_id, about_id);
