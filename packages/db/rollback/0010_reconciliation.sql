create table kept_0010_reconciled as select * from reconciled;
create table kept_0010_difference as select * from difference;
drop table reconciled;
drop table difference;
drop table report_column;
delete from d1_migrations where name = '0010_reconciliation.sql';
