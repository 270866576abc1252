-- Answers of a day are kept too: a request that is repeated after the way forth again is still answered the same.
create table kept_0018_idempotency as select * from idempotency;
drop table idempotency;
create table kept_0018_api_use as select * from api_use;
drop table api_use;
create table kept_0018_api_key as select * from api_key;
drop table api_key;
delete from d1_migrations where name = '0018_api_keys.sql';
