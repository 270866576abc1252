-- Pushes received, a row a day and type: an organisation has so many of them a month.
create table push_count (
  company_id text not null,
  day text not null,
  -- DingTalk's own name, 'attendance_check_record'.
  type text not null,
  received integer not null,
  -- How many of them use up the month.
  counted integer not null,
  -- How many of them had come before.
  repeated integer not null,
  primary key (company_id, day, type)
) strict, without rowid;

-- How the connection stands over which events come without a public address.
create table stream_state (
  company_id text primary key,
  state text not null check (state in ('connected', 'waiting', 'refused')),
  since integer not null,
  problem text
) strict, without rowid;

-- What pages are signed with, until it expires.
create table jsapi_ticket (
  company_id text primary key,
  ticket text not null,
  expires_at integer not null
) strict, without rowid;
