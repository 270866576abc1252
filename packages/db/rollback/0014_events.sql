-- Counts and states only: nothing in them is a fact.
drop table jsapi_ticket;
drop table stream_state;
drop table push_count;
delete from d1_migrations where name = '0014_events.sql';
