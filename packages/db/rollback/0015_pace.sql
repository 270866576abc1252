drop table call_pace;
drop table call_pause;
create table kept_0015_link_problem as select * from link_problem;
drop table link_problem;
create table kept_0015_rejected_row as
  select company_id, source, digest, dismissed_at from rejected_row where dismissed_at is not null;
alter table rejected_row drop column dismissed_at;
delete from d1_migrations where name = '0015_pace.sql';
