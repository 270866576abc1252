create table kept_0008_project_form as select * from project_form;
create table kept_0008_project_approval as select * from project_approval;
drop table project_form;
drop table project_approval;
delete from d1_migrations where name = '0008_project_approvals.sql';
