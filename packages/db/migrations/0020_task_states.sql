-- Whether people are reminded in DingTalk of tasks that are due at a target.
alter table target add column todo integer not null default 0 check (todo in (0, 1));

-- The state a task is to have at a target, from its person's last day that is over.
create table task_state (
  company_id text not null,
  target_id text not null,
  remote_task text not null,
  remote_project text not null,
  wanted text not null check (wanted in ('working', 'warning', 'paused')),
  -- Which state there stands for it.
  state_id text not null,
  -- Of the day it comes from. What others set after it was done stays until another day says something.
  date text not null,
  state text not null check (state in ('due', 'sending', 'unknown', 'failed', 'done')),
  problem text,
  field text,
  attempts integer not null default 0,
  -- Not before.
  next_at integer not null default 0,
  sending_at integer,
  -- Changes with whatever is wanted.
  revision integer not null default 1,
  changed_at integer not null,
  primary key (company_id, target_id, remote_task)
) strict, without rowid;
create index task_state_open on task_state (company_id, target_id, state, next_at) where state in ('due', 'sending', 'unknown');
create index task_state_failed on task_state (company_id, target_id) where state = 'failed';

-- What DingTalk reminds somebody of: one todo for each task and person.
create table todo_reminder (
  company_id text not null,
  target_id text not null,
  remote_task text not null,
  person_id text not null,
  wanted text not null check (wanted in ('open', 'done', 'gone')),
  title text not null,
  due_on text not null,
  -- How often it was made: a todo that was removed is made anew under another name.
  n integer not null default 1,
  -- Its id at DingTalk, once it is there.
  todo_id text,
  state text not null check (state in ('due', 'sending', 'unknown', 'failed', 'done')),
  problem text,
  attempts integer not null default 0,
  next_at integer not null default 0,
  sending_at integer,
  revision integer not null default 1,
  changed_at integer not null,
  primary key (company_id, target_id, remote_task, person_id)
) strict, without rowid;
create index todo_reminder_open on todo_reminder (company_id, state, next_at) where state in ('due', 'sending', 'unknown');
create index todo_reminder_person on todo_reminder (company_id, person_id);

-- People whose tasks are to be looked at anew. A change that comes meanwhile changes `since`.
create table task_person (
  company_id text not null,
  person_id text not null,
  since integer not null,
  primary key (company_id, person_id)
) strict, without rowid;

create index remote_task_assignee on remote_task (company_id, target_id, assignee_id) where assignee_id is not null;

create trigger workday_insert_marks_tasks after insert on workday
when exists (select 1 from account a indexed by account_person join target g
    on g.company_id = new.company_id and g.id = substr(a.source, 8) and g.state <> 'removed' and g.states <> '{}'
  where a.company_id = new.company_id and a.person_id = new.person_id and a.source like 'target:%') begin
  insert into task_person (company_id, person_id, since)
  values (new.company_id, new.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger workday_update_marks_tasks after update on workday
when (new.status, new.warnings, new.counted, new.body) is not (old.status, old.warnings, old.counted, old.body)
  and exists (select 1 from account a indexed by account_person join target g
    on g.company_id = new.company_id and g.id = substr(a.source, 8) and g.state <> 'removed' and g.states <> '{}'
  where a.company_id = new.company_id and a.person_id = new.person_id and a.source like 'target:%') begin
  insert into task_person (company_id, person_id, since)
  values (new.company_id, new.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
-- Hours that land on tasks: those of the planning of worklogs.
create trigger worklog_insert_marks_tasks after insert on worklog
when new.remote_task is not null and exists (select 1 from target g
  where g.company_id = new.company_id and g.id = new.target_id and g.states <> '{}') begin
  insert into task_person (company_id, person_id, since)
  values (new.company_id, new.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger worklog_update_marks_tasks after update on worklog
when new.remote_task is not null and (new.minutes, new.waiting) is not (old.minutes, old.waiting)
  and exists (select 1 from target g where g.company_id = new.company_id and g.id = new.target_id and g.states <> '{}') begin
  insert into task_person (company_id, person_id, since)
  values (new.company_id, new.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger remote_task_insert_marks_tasks after insert on remote_task
when new.assignee_id is not null and exists (select 1 from target g where g.company_id = new.company_id
  and g.id = new.target_id and g.state <> 'removed' and (g.states <> '{}' or g.todo = 1)) begin
  insert into task_person (company_id, person_id, since)
  select a.company_id, a.person_id, cast(unixepoch('subsec') * 1000 as integer) from account a indexed by account_external
  where a.company_id = new.company_id and a.source = 'target:' || new.target_id and a.external_id = new.assignee_id
    and a.deleted_at is null and a.person_id is not null
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger remote_task_update_marks_tasks after update on remote_task
when (new.assignee_id, new.closed, new.due_on, new.title) is not (old.assignee_id, old.closed, old.due_on, old.title)
  and exists (select 1 from target g where g.company_id = new.company_id
    and g.id = new.target_id and g.state <> 'removed' and (g.states <> '{}' or g.todo = 1)) begin
  insert into task_person (company_id, person_id, since)
  select a.company_id, a.person_id, cast(unixepoch('subsec') * 1000 as integer) from account a indexed by account_external
  where a.company_id = new.company_id and a.source = 'target:' || new.target_id
    and a.external_id in (new.assignee_id, old.assignee_id) and a.deleted_at is null and a.person_id is not null
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger account_insert_marks_tasks after insert on account
when new.source like 'target:%' and new.person_id is not null
  and exists (select 1 from target g where g.company_id = new.company_id and g.id = substr(new.source, 8)
    and g.state <> 'removed' and (g.states <> '{}' or g.todo = 1)) begin
  insert into task_person (company_id, person_id, since)
  values (new.company_id, new.person_id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger account_update_marks_tasks after update on account
when new.source like 'target:%' and (new.person_id, new.active, new.deleted_at) is not (old.person_id, old.active, old.deleted_at)
  and exists (select 1 from target g where g.company_id = new.company_id and g.id = substr(new.source, 8)
    and g.state <> 'removed' and (g.states <> '{}' or g.todo = 1)) begin
  insert into task_person (company_id, person_id, since)
  select new.company_id, value, cast(unixepoch('subsec') * 1000 as integer) from json_each(json_array(new.person_id, old.person_id))
  where value is not null
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger person_update_marks_tasks after update on person
when (new.active, new.union_id) is not (old.active, old.union_id)
  and exists (select 1 from target g where g.company_id = new.company_id and g.todo = 1) begin
  insert into task_person (company_id, person_id, since)
  values (new.company_id, new.id, cast(unixepoch('subsec') * 1000 as integer))
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger target_update_marks_tasks after update on target
when (new.states, new.todo, new.state) is not (old.states, old.todo, old.state) begin
  insert into task_person (company_id, person_id, since)
  select a.company_id, a.person_id, cast(unixepoch('subsec') * 1000 as integer) from account a indexed by account_external
  where a.company_id = new.company_id and a.source = 'target:' || new.id and a.deleted_at is null and a.person_id is not null
  union select r.company_id, r.person_id, cast(unixepoch('subsec') * 1000 as integer) from todo_reminder r
  where r.company_id = new.company_id and r.target_id = new.id
  on conflict do update set since = max(since + 1, excluded.since);
end;
