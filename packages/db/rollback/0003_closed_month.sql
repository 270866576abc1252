-- What a closed month was signed with, row by row: the older release knows no closed month and may settle its days anew.
create table kept_0003_workday as select w.* from workday w where exists (select 1 from period p
  where p.company_id = w.company_id and p.state = 'closed' and p.last >= w.date and p.first <= w.date);
create table kept_0003_allocation as select a.* from allocation a where exists (select 1 from period p
  where p.company_id = a.company_id and p.state = 'closed' and p.last >= a.date and p.first <= a.date);

-- Every month that has been counted is counted anew afterwards.
create table kept_0003_stale_month as
  select company_id, project_id, month from stale_month
  union select company_id, project_id, month from project_month
  union select company_id, project_id, substr(date, 1, 7) from allocation;

drop trigger workday_closed_insert;
drop trigger workday_closed_update;
drop trigger workday_closed_delete;
drop trigger allocation_closed_insert;
drop trigger allocation_closed_update;
drop trigger allocation_closed_delete;
drop trigger allocation_state_marks_month;
drop trigger pick_closed;
drop trigger split_closed;
drop index allocation_waiting;
drop index allocation_rejected;
alter table allocation drop column state;
alter table allocation drop column reasons;

create table kept_0003_pick as select company_id, id, reason from pick where reason is not null;
alter table pick drop column reason;
create table kept_0003_calendar_year as select company_id, year, overrides from calendar_year where overrides <> '{}';
alter table calendar_year drop column overrides;

create table kept_0003_rate as select * from rate;
drop table rate;
create table kept_0003_terms as select * from terms;
drop table terms;
create table kept_0003_approved_time as select * from approved_time;
drop table approved_time;
create table kept_0003_adjustment as select * from adjustment;
drop table adjustment;
create table kept_0003_decision as select * from decision;
drop table decision;
create table kept_0003_request_answer as select * from request_answer;
drop table request_answer;
create table kept_0003_request as select * from request;
drop table request;
create table kept_0003_approval_batch as select * from approval_batch;
drop table approval_batch;
create table kept_0003_period_grace as select * from period_grace;
drop table period_grace;
create table kept_0003_period_reopening as select * from period_reopening;
drop table period_reopening;
create table kept_0003_period_closing as select * from period_closing;
drop table period_closing;
create table kept_0003_period_sheet as select * from period_sheet;
drop table period_sheet;
create table kept_0003_period as select * from period;
drop table period;
create table kept_0003_budget as select * from budget;
drop table budget;
create table kept_0003_alert as select * from alert;
drop table alert;
create table kept_0003_import_file as select * from import_file;
drop table import_file;
create table kept_0003_import_row as select * from import_row;
drop table import_row;
drop table project_month;
drop table stale_month;
delete from d1_migrations where name = '0003_closed_month.sql';
