create table booking_series (
  id uuid constraint booking_series_pkey primary key,
  rule text not null,
  starts_local text not null,
  duration_minutes integer not null,
  time_zone text not null,
  excluded_on date[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  constraint booking_series_rule_length check (char_length(rule) between 1 and 1000),
  constraint booking_series_duration_range check (duration_minutes between 1 and 527040)
);
comment on table booking_series is 'A recurring booking: an RFC 5545 rule on the wall clock of its zone. Each occurrence is a booking of its own.';

create table booking (
  id uuid constraint booking_pkey primary key,
  kind text not null default 'use',
  series_id uuid constraint booking_series_id_fkey references booking_series (id),
  person_id uuid not null constraint booking_person_id_fkey references person (id),
  membership_id uuid not null constraint booking_membership_id_fkey references membership (id),
  organisation_id uuid not null constraint booking_organisation_id_fkey references organisation (id),
  unit_id uuid,
  state text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  purpose text not null default '',
  held_for text not null default 'self',
  group_name text,
  offer_id uuid constraint booking_offer_id_fkey references offer (id),
  cost_centre text,
  people integer not null default 1,
  items_wanted integer not null,
  items_held integer not null,
  approvals_due text[] not null default '{}',
  queue_number bigint generated always as identity,
  respond_by timestamptz,
  decide_at timestamptz,
  decision jsonb,
  checked_in_at timestamptz,
  released_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancellation_reason text,
  is_charged boolean not null default true,
  price_minor integer,
  currency text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint booking_unit_fkey foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint booking_kind_known check (kind in ('use', 'maintenance')),
  constraint booking_state_known check (state in ('requested', 'waiting', 'offered', 'confirmed', 'completed', 'no_show', 'declined', 'cancelled')),
  constraint booking_held_for_known check (held_for in ('self', 'group', 'course')),
  constraint booking_in_order check (ends_at > starts_at),
  constraint booking_holds_all check (items_held in (0, items_wanted)),
  constraint booking_held_when_certain check (items_held > 0 or state not in ('offered', 'confirmed')),
  constraint booking_purpose_length check (char_length(purpose) <= 2000),
  constraint booking_people_range check (people between 1 and 10000),
  constraint booking_price_pair check ((price_minor is null) = (currency is null)),
  constraint booking_respond_by_when_offered check ((state = 'offered') = (respond_by is not null)),
  constraint booking_approvals_known check (approvals_due <@ array['home', 'owner'])
);
create index booking_person_index on booking (person_id, starts_at desc, id desc);
create index booking_organisation_index on booking (organisation_id, starts_at desc, id desc);
create index booking_series_index on booking (series_id, starts_at) where series_id is not null;
create index booking_waiting_index on booking (queue_number) where state = 'waiting';
create index booking_respond_by_index on booking (respond_by) where state = 'offered';
create index booking_decide_at_index on booking (decide_at) where state = 'requested';
create index booking_running_index on booking (ends_at) where state = 'confirmed';
comment on table booking is 'That somebody holds resources for a time, asks to, or waits to. starts_at and ends_at are instants; time_zone is the zone of the place.';
comment on column booking.organisation_id is 'On behalf of which organisation it is held.';
comment on column booking.items_held is 'All that were wanted, or none: the check refuses anything between, and with it the statement.';
comment on column booking.approvals_due is 'Who has yet to agree, the next first.';
comment on column booking.decide_at is 'When requests that compete are decided by fair share; such a request holds nothing.';
comment on column booking.decision is '@type BookingDecision';
comment on column booking.is_charged is 'Whether its time counts against quotas and shares; false when cancelled in time or released.';

create table booking_resource (
  booking_id uuid not null constraint booking_resource_booking_id_fkey references booking (id) on delete cascade,
  resource_id uuid not null constraint booking_resource_resource_id_fkey references resource (id),
  quantity integer not null default 1,
  is_part boolean not null default false,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint booking_resource_pkey primary key (booking_id, resource_id),
  constraint booking_resource_quantity_range check (quantity between 1 and 10000)
);
create index booking_resource_resource_index on booking_resource (resource_id, starts_at, booking_id);
comment on table booking_resource is 'What a booking is for, and how many of it. The times are those of the booking, for the calendars of resources.';
comment on column booking_resource.is_part is 'Booked because it is part of another.';

create table booking_item (
  booking_id uuid not null constraint booking_item_booking_id_fkey references booking (id) on delete cascade deferrable initially deferred,
  item_key integer not null constraint booking_item_item_key_fkey references resource_item (key),
  resource_id uuid not null constraint booking_item_resource_id_fkey references resource (id),
  occupied_from timestamptz not null,
  occupied_until timestamptz not null,
  released_at timestamptz,
  constraint booking_item_in_order check (occupied_until > occupied_from),
  constraint booking_item_whole_minutes check (date_trunc('minute', occupied_from, 'UTC') = occupied_from and date_trunc('minute', occupied_until, 'UTC') = occupied_until),
  constraint booking_item_no_clash exclude using gist (box(
    point(item_key, extract(epoch from occupied_from - timestamptz '2000-01-01 00:00:00+00')::double precision),
    point(item_key, extract(epoch from occupied_until - timestamptz '2000-01-01 00:00:00+00')::double precision - 1)
  ) with &&) where (released_at is null)
);
create index booking_item_booking_index on booking_item (booking_id);
create index booking_item_resource_index on booking_item (resource_id, occupied_from, occupied_until) where released_at is null;
create index booking_item_key_index on booking_item (item_key, occupied_from) where released_at is null;
comment on table booking_item is 'Which item is occupied from when to when, buffers included. No two rows that are not released overlap on an item: the database refuses it.';
comment on constraint booking_item_no_clash on booking_item is 'Rectangles of item by second. GiST for boxes is built in, so no extension is needed.';

create table booking_attendee (
  booking_id uuid not null constraint booking_attendee_booking_id_fkey references booking (id) on delete cascade,
  person_id uuid not null constraint booking_attendee_person_id_fkey references person (id),
  answer text not null default 'needs_action',
  answered_at timestamptz,
  constraint booking_attendee_pkey primary key (booking_id, person_id),
  constraint booking_attendee_answer_known check (answer in ('needs_action', 'accepted', 'declined', 'tentative'))
);
create index booking_attendee_person_index on booking_attendee (person_id);
comment on table booking_attendee is 'Who is invited to a booking besides its holder.';

create table booking_approval (
  booking_id uuid not null constraint booking_approval_booking_id_fkey references booking (id) on delete cascade,
  side text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  is_approved boolean not null,
  reason text,
  constraint booking_approval_pkey primary key (booking_id, side),
  constraint booking_approval_side_known check (side in ('home', 'owner')),
  constraint booking_approval_refusal_has_reason check (is_approved or reason is not null)
);
comment on table booking_approval is 'Who agreed to a booking or refused it, in the order of its chain.';

create table booking_swap (
  id uuid constraint booking_swap_pkey primary key,
  booking_id uuid not null constraint booking_swap_booking_id_fkey references booking (id) on delete cascade,
  other_id uuid not null constraint booking_swap_other_id_fkey references booking (id) on delete cascade,
  booking_version integer not null,
  other_version integer not null,
  message text not null default '',
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  is_accepted boolean,
  constraint booking_swap_other check (booking_id <> other_id),
  constraint booking_swap_answer_whole check ((answered_at is null) = (is_accepted is null))
);
create unique index booking_swap_open_key on booking_swap (booking_id, other_id) where answered_at is null;
create index booking_swap_other_index on booking_swap (other_id) where answered_at is null;
comment on table booking_swap is 'The holder of booking proposes to the holder of other that they exchange. It holds for the versions it was proposed for.';

create table quota_use (
  quota_id uuid not null constraint quota_use_quota_id_fkey references resource_quota (id) on delete cascade,
  subject_id uuid not null,
  period_starts_on date not null,
  used_minutes integer not null,
  limit_minutes integer not null,
  constraint quota_use_pkey primary key (quota_id, subject_id, period_starts_on),
  constraint quota_use_within_limit check (used_minutes <= limit_minutes)
);
comment on table quota_use is 'How much of a quota somebody used in a period. Counted in the statement that books, so that the check refuses what two requests at once would exceed.';
comment on column quota_use.subject_id is 'The person, unit or organisation; for everybody the resource itself.';
