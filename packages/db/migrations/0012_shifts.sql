-- By how many minutes a flexible shift lay later on somebody's day than it was planned, as DingTalk's reference times tell.
create table shift_move (
  company_id text not null,
  person_id text not null,
  work_date text not null,
  received_at integer not null,
  minutes integer not null,
  primary key (company_id, person_id, work_date, received_at)
) strict, without rowid;

create trigger shift_move_marks_day after insert on shift_move begin
  insert into dirty_day (company_id, date, person_id, since)
  values (new.company_id, new.work_date, new.person_id, new.received_at)
  on conflict do update set since = max(since + 1, excluded.since);
end;
create trigger shift_move_stays before update on shift_move begin select raise(abort, 'append-only'); end;
create trigger shift_move_is_kept before delete on shift_move begin select raise(abort, 'append-only'); end;
