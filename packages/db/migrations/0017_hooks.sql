-- Addresses that are told what happens here. An address can be a secret itself, so that it is sealed like the key it is signed with.
create table hook (
  company_id text not null,
  id text not null,
  kind text not null check (kind in ('webhook', 'zapier', 'ifttt')),
  name text not null,
  -- Of the address, to be shown.
  host text not null,
  sealed_url text not null,
  -- What deliveries are signed with; none where nobody could check it.
  sealed_secret text,
  -- The one before, while both are signed with.
  sealed_old_secret text,
  old_secret_until integer not null default 0,
  -- ["workday.settled", …]
  events text not null check (json_valid(events)),
  -- Only what concerns this project; null for everything.
  project_id text,
  -- A failing one is still told; a paused one and one that is gone are not.
  state text not null default 'on' check (state in ('on', 'paused', 'failing', 'gone')),
  problem text,
  problem_at integer,
  -- The receiver asked to be left alone until then.
  quiet_until integer not null default 0,
  delivered_at integer,
  -- The API key that made it; null for one of the settings.
  key_id text,
  version integer not null default 1,
  created_at integer not null,
  created_by text not null,
  changed_at integer not null,
  changed_by text not null,
  primary key (company_id, id)
) strict, without rowid;

-- What happened, thin: ids, dates and minutes. Ids lie in the order of time: evt_ and the milliseconds in hex.
create table hook_event (
  company_id text not null,
  id text not null,
  type text not null,
  -- What it happened to: the same is not told twice while nobody has been told of it.
  subject text not null,
  person_id text,
  -- ["lang"], whom it concerns; null for the whole company.
  projects text check (projects is null or json_valid(projects)),
  at integer not null,
  data text not null check (json_valid(data)),
  -- Nothing of it has left the house yet.
  unsent integer not null default 1 check (unsent in (0, 1)),
  primary key (company_id, id)
) strict, without rowid;
create index hook_event_subject on hook_event (company_id, type, subject);
create unique index hook_event_unsent on hook_event (company_id, type, subject) where unsent = 1;

create table hook_delivery (
  company_id text not null,
  hook_id text not null,
  event_id text not null,
  state text not null check (state in ('waiting', 'sending', 'done', 'failed')),
  -- Times it was sent, this one included.
  attempts integer not null default 0,
  next_at integer not null default 0,
  -- When it was sent last.
  sent_at integer,
  -- What the receiver answered last.
  status integer,
  problem text,
  primary key (company_id, hook_id, event_id)
) strict, without rowid;
create index hook_delivery_event on hook_delivery (company_id, event_id);
create index hook_delivery_waiting on hook_delivery (company_id, hook_id, next_at) where state = 'waiting';
create index hook_delivery_sending on hook_delivery (company_id, sent_at) where state = 'sending';
create index hook_delivery_failed on hook_delivery (company_id, hook_id, event_id) where state = 'failed';

-- To everybody who wants to hear of it; what is waiting of the same subject is no news any more.
create trigger hook_event_goes_out after insert on hook_event begin
  delete from hook_delivery where company_id = new.company_id and state = 'waiting' and attempts = 0 and event_id in
    (select o.id from hook_event o where o.company_id = new.company_id and o.type = new.type and o.subject = new.subject
       and o.id <> new.id);
  insert into hook_delivery (company_id, hook_id, event_id, state)
  select new.company_id, h.id, new.id, 'waiting' from hook h
  where h.company_id = new.company_id and h.state in ('on', 'failing')
    and exists (select 1 from json_each(h.events) wanted where wanted.value = new.type)
    and (h.project_id is null or new.projects is null
      or exists (select 1 from json_each(new.projects) concerned where concerned.value = h.project_id))
  on conflict do nothing;
end;
create trigger hook_event_goes_further after update of projects on hook_event when new.projects is not old.projects begin
  insert into hook_delivery (company_id, hook_id, event_id, state)
  select new.company_id, h.id, new.id, 'waiting' from hook h
  where h.company_id = new.company_id and h.state in ('on', 'failing')
    and exists (select 1 from json_each(h.events) wanted where wanted.value = new.type)
    and (h.project_id is null or new.projects is null
      or exists (select 1 from json_each(new.projects) concerned where concerned.value = h.project_id))
  on conflict do nothing;
end;
create trigger hook_delivery_leaves after update of state on hook_delivery when new.state = 'sending' begin
  update hook_event set unsent = 0 where company_id = new.company_id and id = new.event_id and unsent = 1;
end;
create trigger hook_goes after delete on hook begin
  delete from hook_delivery where company_id = old.company_id and hook_id = old.id;
end;

-- A day that is over is settled, or comes out differently.
create trigger workday_insert_tells_hooks after insert on workday
when new.body like '{"over":true%' and exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'workday.settled') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.settled_at) || lower(hex(randomblob(8))), 'workday.settled',
    new.person_id || '/' || new.date, new.person_id,
    (select json_group_array(distinct a.value ->> 'project') from json_each(new.body, '$.allocations') a), new.settled_at,
    json_object('personId', new.person_id, 'date', new.date, 'status', new.status, 'planned', new.planned,
      'counted', new.counted, 'unassigned', new.unassigned, 'leave', new.leave)
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = excluded.at, data = excluded.data,
    projects = excluded.projects;
end;
create trigger workday_update_tells_hooks after update on workday
when new.body like '{"over":true%'
  and (new.planned, new.attended, new.counted, new.leave, new.unassigned, new.status, new.warnings, old.body like '{"over":true%')
    is not (old.planned, old.attended, old.counted, old.leave, old.unassigned, old.status, old.warnings, 1)
  and exists (select 1 from hook h cross join json_each(h.events) e
    where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'workday.settled') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.settled_at) || lower(hex(randomblob(8))), 'workday.settled',
    new.person_id || '/' || new.date, new.person_id,
    (select json_group_array(project) from (
      select a.value ->> 'project' as project from json_each(new.body, '$.allocations') a
      union select a.value ->> 'project' from json_each(old.body, '$.allocations') a)), new.settled_at,
    json_object('personId', new.person_id, 'date', new.date, 'status', new.status, 'planned', new.planned,
      'counted', new.counted, 'unassigned', new.unassigned, 'leave', new.leave)
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = excluded.at, data = excluded.data,
    projects = excluded.projects;
end;

-- Somebody was expected and did not come.
create trigger workday_insert_tells_absence after insert on workday
when new.status = 'absent' and new.body like '{"over":true%' and exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'member.absent') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.settled_at) || lower(hex(randomblob(8))), 'member.absent',
    new.person_id || '/' || new.date, new.person_id,
    (select json_group_array(m.project_id) from project_member m where m.company_id = new.company_id
       and m.person_id = new.person_id and (m.starts_on is null or m.starts_on <= new.date)
       and (m.ends_on is null or m.ends_on >= new.date)), new.settled_at,
    json_object('personId', new.person_id, 'date', new.date, 'planned', new.planned)
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = excluded.at, data = excluded.data;
end;
create trigger workday_update_tells_absence after update on workday
when new.status = 'absent' and new.body like '{"over":true%' and (old.status <> 'absent' or old.body not like '{"over":true%')
  and exists (select 1 from hook h cross join json_each(h.events) e
    where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'member.absent') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.settled_at) || lower(hex(randomblob(8))), 'member.absent',
    new.person_id || '/' || new.date, new.person_id,
    (select json_group_array(m.project_id) from project_member m where m.company_id = new.company_id
       and m.person_id = new.person_id and (m.starts_on is null or m.starts_on <= new.date)
       and (m.ends_on is null or m.ends_on >= new.date)), new.settled_at,
    json_object('personId', new.person_id, 'date', new.date, 'planned', new.planned)
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = excluded.at, data = excluded.data;
end;

-- The hours of a day that is over lie otherwise: whichever of its projects change, the person's day is told once. An allocation has
-- no time of its own: it is that of its day or of what marked it.
create trigger allocation_insert_tells_hooks after insert on allocation
when new.state <> 'running' and exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'allocation.changed') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', t.at) || lower(hex(randomblob(8))), 'allocation.changed',
    new.person_id || '/' || new.date, new.person_id, json_array(new.project_id), t.at,
    json_object('personId', new.person_id, 'date', new.date, 'projectIds', json_array(new.project_id))
  from (select max(
    coalesce((select w.settled_at from workday w where w.company_id = new.company_id and w.person_id = new.person_id
      and w.date = new.date), 0),
    coalesce((select d.since from dirty_day d where d.company_id = new.company_id and d.date = new.date
      and d.person_id = new.person_id), 0)) as at) t
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = max(at, excluded.at),
    projects = (select json_group_array(value) from (select value from json_each(hook_event.projects)
      union select value from json_each(excluded.projects))),
    data = json_set(data, '$.projectIds', json((select json_group_array(value) from (select value from json_each(hook_event.projects)
      union select value from json_each(excluded.projects)))));
end;
create trigger allocation_update_tells_hooks after update on allocation
when new.state <> 'running'
  and (new.minutes, new.state, new.task_id, new.place, new.overtime) is not (old.minutes, old.state, old.task_id, old.place, old.overtime)
  and exists (select 1 from hook h cross join json_each(h.events) e
    where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'allocation.changed') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', t.at) || lower(hex(randomblob(8))), 'allocation.changed',
    new.person_id || '/' || new.date, new.person_id, json_array(new.project_id), t.at,
    json_object('personId', new.person_id, 'date', new.date, 'projectIds', json_array(new.project_id))
  from (select max(
    coalesce((select w.settled_at from workday w where w.company_id = new.company_id and w.person_id = new.person_id
      and w.date = new.date), 0),
    coalesce((select d.since from dirty_day d where d.company_id = new.company_id and d.date = new.date
      and d.person_id = new.person_id), 0)) as at) t
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = max(at, excluded.at),
    projects = (select json_group_array(value) from (select value from json_each(hook_event.projects)
      union select value from json_each(excluded.projects))),
    data = json_set(data, '$.projectIds', json((select json_group_array(value) from (select value from json_each(hook_event.projects)
      union select value from json_each(excluded.projects)))));
end;
create trigger allocation_delete_tells_hooks after delete on allocation
when old.state <> 'running' and exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = old.company_id and h.state in ('on', 'failing') and e.value = 'allocation.changed') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select old.company_id, 'evt_' || printf('%012x', t.at) || lower(hex(randomblob(8))), 'allocation.changed',
    old.person_id || '/' || old.date, old.person_id, json_array(old.project_id), t.at,
    json_object('personId', old.person_id, 'date', old.date, 'projectIds', json_array(old.project_id))
  from (select max(
    coalesce((select w.settled_at from workday w where w.company_id = old.company_id and w.person_id = old.person_id
      and w.date = old.date), 0),
    coalesce((select d.since from dirty_day d where d.company_id = old.company_id and d.date = old.date
      and d.person_id = old.person_id), 0)) as at) t
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = max(at, excluded.at),
    projects = (select json_group_array(value) from (select value from json_each(hook_event.projects)
      union select value from json_each(excluded.projects))),
    data = json_set(data, '$.projectIds', json((select json_group_array(value) from (select value from json_each(hook_event.projects)
      union select value from json_each(excluded.projects)))));
end;
-- A closed day stays as it is: what is different is booked beside it.
create trigger adjustment_tells_hooks after insert on adjustment
when exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'allocation.changed') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.at) || lower(hex(randomblob(8))), 'allocation.changed',
    new.person_id || '/' || new.date, new.person_id, t.projects, new.at,
    json_object('personId', new.person_id, 'date', new.date, 'projectIds', json(t.projects))
  from (select json_group_array(distinct part.value ->> 'project') as projects from json_each(new.parts) part
    where part.value ->> 'project' is not null) t
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = max(at, excluded.at),
    projects = (select json_group_array(value) from (select value from json_each(hook_event.projects)
      union select value from json_each(excluded.projects))),
    data = json_set(data, '$.projectIds', json((select json_group_array(value) from (select value from json_each(hook_event.projects)
      union select value from json_each(excluded.projects)))));
end;

-- A manager says yes or no to hours.
create trigger decision_tells_hooks after insert on decision
when new.verdict in ('approved', 'rejected') and exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'allocation.' || new.verdict) begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.at) || lower(hex(randomblob(8))), 'allocation.' || new.verdict,
    new.person_id || '/' || new.date || '/' || new.project_id || '/' || new.key, new.person_id, json_array(new.project_id), new.at,
    json_object('personId', new.person_id, 'date', new.date, 'projectId', new.project_id, 'minutes', new.minutes)
  where true
  on conflict (company_id, type, subject) where unsent = 1 do update set at = excluded.at, data = excluded.data;
end;

create trigger period_insert_tells_hooks after insert on period
when new.state = 'closed' and exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'period.closed') begin
  insert into hook_event (company_id, id, type, subject, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.changed_at) || lower(hex(randomblob(8))), 'period.closed',
    new.id || '/' || new.version, new.changed_at,
    json_object('periodId', new.id, 'from', new.first, 'to', new.last, 'closing', new.closing)
  where true on conflict do nothing;
end;
create trigger period_update_tells_hooks after update of state on period
when (new.state = 'closed') <> (old.state = 'closed') and exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = new.company_id and h.state in ('on', 'failing')
    and e.value = iif(new.state = 'closed', 'period.closed', 'period.reopened')) begin
  insert into hook_event (company_id, id, type, subject, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.changed_at) || lower(hex(randomblob(8))),
    iif(new.state = 'closed', 'period.closed', 'period.reopened'), new.id || '/' || new.version, new.changed_at,
    json_object('periodId', new.id, 'from', new.first, 'to', new.last, 'closing', new.closing)
  where true on conflict do nothing;
end;

-- Money is finance's alone and is told to nobody else.
create trigger alert_tells_hooks after insert on alert
when new.kind <> 'budget-money' and exists (select 1 from hook h cross join json_each(h.events) e
  where h.company_id = new.company_id and h.state in ('on', 'failing') and e.value = 'alert.raised') begin
  insert into hook_event (company_id, id, type, subject, person_id, projects, at, data)
  select new.company_id, 'evt_' || printf('%012x', new.raised_at) || lower(hex(randomblob(8))), 'alert.raised',
    new.kind || '/' || new.subject_id || '/' || new.level, t.person,
    case new.kind when 'budget-hours' then json_array(new.subject_id) when 'overtime' then
      (select json_group_array(m.project_id) from project_member m where m.company_id = new.company_id and m.person_id = t.person) end,
    new.raised_at,
    case new.kind
      when 'overtime' then json_object('kind', new.kind, 'level', new.level, 'personId', t.person, 'month', substr(new.subject_id, -7))
      when 'budget-hours' then json_object('kind', new.kind, 'level', new.level, 'projectId', new.subject_id)
      else json_object('kind', new.kind, 'level', new.level, 'year', new.subject_id) end
  from (select iif(new.kind = 'overtime', substr(new.subject_id, 1, length(new.subject_id) - 8), null) as person) t
  where true
  on conflict do nothing;
end;
