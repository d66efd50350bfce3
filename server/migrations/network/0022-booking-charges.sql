create table booking_charge (
  booking_id uuid not null constraint booking_charge_booking_id_fkey references booking (id) on delete cascade,
  quota_id uuid not null constraint booking_charge_quota_id_fkey references resource_quota (id) on delete cascade,
  subject_id uuid not null,
  period_starts_on date not null,
  minutes integer not null
);
create index booking_charge_booking_index on booking_charge (booking_id);
comment on table booking_charge is 'What a booking took from which quota, so that exactly that is given back.';
