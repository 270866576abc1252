-- What people were told of their data, what they answered, and what is left of a place when its time is up.

-- A notice as it was shown: its items with what is kept, why and for how long.
create table notice_version (
  company_id text not null,
  version text not null,
  content text not null check (json_valid(content)),
  first_answered_at integer not null,
  primary key (company_id, version)
) strict, without rowid;

-- The latest stands.
create table notice_answer (
  company_id text not null,
  person_id text not null,
  id text not null,
  version text not null,
  answered_at integer not null,
  basis text not null check (basis in ('notice', 'consent')),
  location integer not null check (location in (0, 1)),
  primary key (company_id, person_id, id)
) strict, without rowid;
create trigger notice_answer_stays before update on notice_answer begin select raise(abort, 'append-only'); end;
create trigger notice_answer_is_kept before delete on notice_answer begin select raise(abort, 'append-only'); end;

-- What was found of a punch's place before it was cleared: [{"project","siteId","verdict"}, …], the site it belongs to first.
create table punch_verdict (
  company_id text not null,
  person_id text not null,
  record_id text not null,
  verdicts text not null check (json_valid(verdicts)),
  kept_at integer not null,
  primary key (company_id, person_id, record_id)
) strict, without rowid;
create trigger punch_verdict_stays before update on punch_verdict begin select raise(abort, 'append-only'); end;
create trigger punch_verdict_is_kept before delete on punch_verdict begin select raise(abort, 'append-only'); end;

-- Before this work date no place is left to clear. Derived: an empty table is looked through anew.
create table coordinates_cleared (
  company_id text primary key,
  until text not null
) strict, without rowid;

-- A punch may lose where it was made and nothing else; its digest goes with it, because coordinates could be guessed from it.
drop trigger punch_stays;
create trigger punch_stays before update on punch
when new.lat is not null or new.lng is not null or new.accuracy is not null or new.ssid is not null or new.bssid is not null
  or new.machine is not null or new.address is not null or new.digest not in (old.digest, 'cleared')
  or new.at is not old.at or new.type is not old.type or new.valid is not old.valid or new.result is not old.result
  or new.record_id is not old.record_id or new.work_date is not old.work_date or new.person_id is not old.person_id
  or new.company_id is not old.company_id or new.received_at is not old.received_at
  or new.invalid_reason is not old.invalid_reason or new.location_result is not old.location_result
  or new.source_type is not old.source_type or new.remark is not old.remark or new.plan_id is not old.plan_id
  or new.modified_at is not old.modified_at
begin select raise(abort, 'append-only'); end;

-- A closed day may lose how many metres somebody was away, and nothing else.
drop trigger workday_closed_update;
create trigger workday_closed_update before update on workday
when exists (select 1 from period p where p.company_id = old.company_id and p.state = 'closed' and p.last >= old.date and p.first <= old.date)
  and (new.company_id is not old.company_id or new.person_id is not old.person_id or new.date is not old.date
    or new.planned is not old.planned or new.attended is not old.attended or new.counted is not old.counted
    or new.overtime_attended is not old.overtime_attended or new.overtime_approved is not old.overtime_approved
    or new.leave is not old.leave or new.unassigned is not old.unassigned or new.status is not old.status
    or new.warnings is not old.warnings or new.settled_at is not old.settled_at
    or new.body is not json_set(old.body, '$.details',
      (select json_group_array(json_set(value, '$.metres', null)) from json_each(old.body, '$.details'))))
begin select raise(abort, 'period-closed'); end;
