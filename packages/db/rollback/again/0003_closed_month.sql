-- A closed month comes back as it was signed: what the older release made of its days gives way. They are marked by the migration,
-- so that what is different is booked as an adjustment.
delete from allocation where exists (select 1 from kept_0003_period p
  where p.company_id = allocation.company_id and p.state = 'closed' and allocation.date between p.first and p.last);
delete from workday where exists (select 1 from kept_0003_period p
  where p.company_id = workday.company_id and p.state = 'closed' and workday.date between p.first and p.last);
-- How allocations stand was taken away with their columns: settling writes it only where a day does not say that it is written.
update workday set body = json_remove(body, '$.approvals') where body ->> '$.approvals' is not null;
insert into kept_0003_stale_month select distinct company_id, project_id, substr(date, 1, 7) from allocation;
