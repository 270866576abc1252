create table kept_0006_notice_version as select * from notice_version;
drop table notice_version;
create table kept_0006_notice_answer as select * from notice_answer;
drop table notice_answer;
create table kept_0006_punch_verdict as select * from punch_verdict;
drop table punch_verdict;
drop table coordinates_cleared;

drop trigger punch_stays;
create trigger punch_stays before update on punch
when new.lat is not null or new.lng is not null or new.accuracy is not null or new.address is not null
  or new.at is not old.at or new.type is not old.type or new.valid is not old.valid or new.result is not old.result
  or new.record_id is not old.record_id or new.work_date is not old.work_date or new.person_id is not old.person_id
  or new.company_id is not old.company_id or new.received_at is not old.received_at or new.digest is not old.digest
  or new.source_type is not old.source_type or new.machine is not old.machine or new.modified_at is not old.modified_at
begin select raise(abort, 'append-only'); end;
drop trigger workday_closed_update;
create trigger workday_closed_update before update on workday
when exists (select 1 from period p where p.company_id = old.company_id and p.state = 'closed' and p.last >= old.date and p.first <= old.date)
begin select raise(abort, 'period-closed'); end;
delete from d1_migrations where name = '0006_privacy.sql';
