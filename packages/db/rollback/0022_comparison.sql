-- What a run has read so far and means to mend: the next one reads it anew.
drop index worklog_marker;
drop table worklog_mend;
drop table worklog_seen;
delete from d1_migrations where name = '0022_comparison.sql';
