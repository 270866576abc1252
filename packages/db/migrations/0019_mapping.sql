-- How fields at a target are filled, a row a version; an earlier one that holds again is a version of its own.
create table mapping (
  company_id text not null,
  target_id text not null,
  version integer not null check (version > 0),
  -- [{"of":"worklog","to":"note","from":"{project.code} {place}","table":null,"optional":true}, …]
  rules text not null check (json_valid(rules)),
  -- Values that their choices had then: {"activity":["8","9"]}
  offers text not null default '{}' check (json_valid(offers)),
  -- Whether hours that are there already are written anew.
  reach text not null check (reach in ('unsent', 'all')),
  -- The version it repeats.
  of_version integer,
  made_at integer not null,
  made_by text not null,
  primary key (company_id, target_id, version)
) strict, without rowid;
create trigger mapping_stays before update on mapping begin select raise(abort, 'append-only'); end;
create trigger mapping_is_kept before delete on mapping begin select raise(abort, 'append-only'); end;

-- A task that is made at a target, once.
create table task_draft (
  company_id text not null,
  target_id text not null,
  id text not null,
  project_id text not null,
  remote_project text not null,
  title text not null,
  description text not null,
  assignee_id text,
  starts_on text,
  due_on text,
  marker text not null,
  state text not null check (state in ('due', 'sending', 'unknown', 'failed', 'done')),
  problem text,
  field text,
  attempts integer not null default 0,
  -- Not before.
  next_at integer not null default 0,
  sending_at integer,
  remote_task text,
  created_at integer not null,
  created_by text not null,
  changed_at integer not null,
  primary key (company_id, target_id, id),
  foreign key (company_id, project_id) references project (company_id, id)
) strict, without rowid;
create index task_draft_open on task_draft (company_id, target_id, state, next_at) where state in ('due', 'sending', 'unknown');
create index task_draft_project on task_draft (company_id, project_id, created_at);

-- Other words for hours: those that wait, and on request those that are there.
create trigger mapping_marks_worklogs after insert on mapping begin
  insert into worklog_day (company_id, date, person_id, since)
  select distinct w.company_id, w.date, w.person_id, cast(unixepoch('subsec') * 1000 as integer) from worklog w
  where w.company_id = new.company_id and w.target_id = new.target_id and (new.reach = 'all' or w.sent_digest is null)
  on conflict do update set since = max(since + 1, excluded.since);
end;
