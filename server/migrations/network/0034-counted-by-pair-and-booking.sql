create index participation_pair_index on participation (provider_organisation_id, home_organisation_id);
comment on index participation_pair_index is 'Promises between two organisations are counted by the pair.';

alter table commitment_entry drop constraint commitment_entry_source_known;
alter table commitment_entry add constraint commitment_entry_source_known check (source in ('offer', 'participation', 'course', 'mentor', 'answer', 'booking', 'share', 'record'));
comment on column commitment_entry.source_id is 'The offer, participation, plan, person, booking, resource or contribution that is counted.';
-- Hours of bookings were recorded as contributions; from now on the booking itself is counted.
update commitment_entry entry set source = 'booking', source_id = right(record.evidence_url, 36)::uuid
from contribution record
where record.id = entry.source_id and entry.source = 'record' and record.recorded_by is null and record.evidence_url ~ '/bookings/[0-9a-f-]{36}$';
delete from contribution where recorded_by is null and evidence_url ~ '/bookings/[0-9a-f-]{36}$';
