create table kept_0012_shift_move as select * from shift_move;
drop table shift_move;
delete from d1_migrations where name = '0012_shifts.sql';
