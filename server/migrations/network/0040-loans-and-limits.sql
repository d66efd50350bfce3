create table loan_reminder (
  booking_id uuid not null constraint loan_reminder_booking_id_fkey references booking (id) on delete cascade,
  due_at timestamptz not null,
  day integer not null,
  reminded_at timestamptz not null,
  constraint loan_reminder_pkey primary key (booking_id, due_at, day)
);
comment on table loan_reminder is 'That the holder of a loan was reminded: so many days after it is due, negative before. A loan that is extended or called back is due anew.';

alter table resource_quota drop constraint resource_quota_period_known;
alter table resource_quota add constraint resource_quota_period_known check (period in ('day', 'week', 'month', 'year', 'term'));
alter table resource_quota add column starts_on date;
alter table resource_quota add column ends_on date;
alter table resource_quota add constraint resource_quota_term_has_days check ((period = 'term') = (starts_on is not null and ends_on is not null));
alter table resource_quota add constraint resource_quota_dates_in_order check (ends_on >= starts_on);
alter table resource_quota drop constraint resource_quota_key;
alter table resource_quota add constraint resource_quota_key unique nulls not distinct (resource_id, per, period, starts_on);
comment on column resource_quota.starts_on is 'First day of a term; other periods follow the calendar.';

alter table resource add column services text[] not null default '{}';
alter table resource add constraint resource_services_known check (services <@ array['guest_lecture', 'consultation', 'mentoring', 'staff_exchange', 'research_visit']);
alter table resource add constraint resource_services_of_people check (kind = 'person_time' or services = '{}');
comment on column resource.services is 'What a person''s hours may be booked for; empty: whatever is agreed.';
alter table booking add column service text;
alter table booking add constraint booking_service_known check (service in ('guest_lecture', 'consultation', 'mentoring', 'staff_exchange', 'research_visit'));
comment on column booking.service is 'For what a person''s hours are booked.';
