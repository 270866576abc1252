-- Counts and states only: nothing in them is a fact.
drop table jsapi_ticket;
drop table stream_state;
drop table push_count;
