drop table call_pace;
drop table call_pause;
create table kept_0015_link_problem as select * from link_problem;
drop table link_problem;
delete from d1_migrations where name = '0015_pace.sql';
