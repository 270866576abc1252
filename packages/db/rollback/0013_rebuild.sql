create table kept_0013_rebuild as select * from rebuild;
drop table rebuild;
create table kept_0013_rebuild_day as select * from rebuild_day;
drop table rebuild_day;
delete from d1_migrations where name = '0013_rebuild.sql';
