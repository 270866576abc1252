-- What is waiting to be read again, and when: the next reading finds it by itself.
drop table inbound_delivery;
drop table remote_change;
alter table target_run drop column next_at;
delete from d1_migrations where name = '0021_inbound.sql';
