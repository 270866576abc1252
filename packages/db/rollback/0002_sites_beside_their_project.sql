drop trigger site_came;
drop trigger site_changed;
drop trigger site_went;
alter table project drop column sites;
delete from d1_migrations where name = '0002_sites_beside_their_project.sql';
