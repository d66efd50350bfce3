alter table audit_event add column written_in xid8;
alter table audit_event alter column written_in set default pg_current_xact_id();
comment on column audit_event.written_in is 'The transaction that wrote it. What a snapshot does not see has changed since: so what was read then is known to be still true, exactly, also of transactions that were under way.';
create index audit_event_calendar_index on audit_event (written_in)
  where object_type in ('booking', 'booking_series', 'booking_swap', 'resource', 'person', 'organisation');
comment on index audit_event_calendar_index is 'What may change a calendar.';
