create table kept_0009_visiting as select * from visiting;
create table kept_0009_visit as select * from visit;
drop table visiting;
drop table visit;
delete from d1_migrations where name = '0009_visits.sql';
