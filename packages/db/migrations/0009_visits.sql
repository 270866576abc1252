-- Projects whose people say where they are with DingTalk's check-ins.
create table visiting (
  company_id text not null,
  project_id text not null,
  made_at integer not null,
  made_by text not null,
  primary key (company_id, project_id),
  foreign key (company_id, project_id) references project (company_id, id)
) strict, without rowid;

-- A check-in as received. A person and an instant are its identity: DingTalk gives it none.
create table visit (
  company_id text not null,
  person_id text not null,
  at integer not null,
  -- The calendar day and its minute, as they were where the company is.
  date text not null,
  minute integer not null,
  received_at integer not null,
  place text,
  address text,
  lat real,
  lng real,
  remark text,
  visited text,
  photos text not null default '[]' check (json_valid(photos)),
  primary key (company_id, person_id, at)
) strict, without rowid;
create index visit_day on visit (company_id, date);

-- It may lose where it was made, when its time is up, and nothing else.
create trigger visit_stays before update on visit
when new.lat is not null or new.lng is not null or new.address is not null or new.place is not old.place
  or new.company_id is not old.company_id or new.person_id is not old.person_id or new.at is not old.at
  or new.date is not old.date
  or new.minute is not old.minute or new.received_at is not old.received_at or new.remark is not old.remark or new.visited is not old.visited
  or new.photos is not old.photos
begin select raise(abort, 'append-only'); end;
create trigger visit_is_kept before delete on visit begin select raise(abort, 'append-only'); end;
