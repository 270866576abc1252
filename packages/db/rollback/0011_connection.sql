create table kept_0011_connection_check as select * from connection_check;
drop table connection_check;
delete from d1_migrations where name = '0011_connection.sql';
