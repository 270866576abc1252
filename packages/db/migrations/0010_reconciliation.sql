-- Until when each person's days were compared with DingTalk's own report.
create table reconciled (
  company_id text not null,
  person_id text not null,
  from_date text not null,
  to_date text not null,
  at integer not null,
  primary key (company_id, person_id)
) strict, without rowid;

-- What differs on a day, with both sides' facts. A difference that is gone says so and stays.
create table difference (
  company_id text not null,
  person_id text not null,
  date text not null,
  figure text not null,
  ours integer not null,
  theirs integer not null,
  facts text not null check (json_valid(facts)),
  state text not null check (state in ('open', 'mended', 'accepted')),
  found_at integer not null,
  changed_at integer not null,
  changed_by text,
  reason text,
  primary key (company_id, person_id, date, figure)
) strict, without rowid;
create index difference_open on difference (company_id, date, person_id) where state = 'open';

-- The columns of this organisation's report, asked once a month.
create table report_column (
  company_id text primary key,
  columns text not null check (json_valid(columns)),
  asked_at integer not null
) strict, without rowid;
