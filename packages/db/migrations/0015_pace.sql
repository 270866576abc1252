-- When the next call of an API may be made: consumers reserve calls in blocks, so that all together keep DingTalk's pace.
create table call_pace (
  company_id text not null,
  api text not null,
  free_at real not null,
  primary key (company_id, api)
) strict, without rowid;

-- Calls of an API ('*' is all, 'counted' all that use up the month's) wait: DingTalk has banned the app, or does not
-- answer. When the time is over one consumer tries, and the others wait for it until try_until.
create table call_pause (
  company_id text not null,
  api text not null,
  cause text not null,
  since integer not null,
  until_at integer not null,
  try_until integer not null default 0,
  strikes integer not null,
  primary key (company_id, api)
) strict, without rowid;

-- What stands in the way of the link now, until a call of the same kind succeeds again.
create table link_problem (
  company_id text not null,
  code text not null,
  path text not null,
  since integer not null,
  last_at integer not null,
  times integer not null,
  -- DingTalk's own code, the missing scopes by name and the refused address; nothing personal.
  detail text not null check (json_valid(detail)),
  primary key (company_id, code, path)
) strict, without rowid;

-- When an admin put the row aside for good; it is listed no more, also when it comes again.
alter table rejected_row add column dismissed_at integer;
