drop trigger mapping_marks_worklogs;
create table kept_0019_mapping as select * from mapping;
drop table mapping;
create table kept_0019_task_draft as select * from task_draft;
drop table task_draft;
delete from d1_migrations where name = '0019_mapping.sql';
