create table qualification (
  id uuid constraint qualification_pkey primary key,
  organisation_id uuid not null constraint qualification_organisation_id_fkey references organisation (id),
  name jsonb not null,
  description jsonb not null default '{}',
  valid_months integer,
  offer_id uuid constraint qualification_offer_id_fkey references offer (id),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  archived_at timestamptz,
  constraint qualification_valid_months_range check (valid_months between 1 and 600)
);
create index qualification_organisation_index on qualification (organisation_id, id);
comment on table qualification is 'What somebody must have learnt before they may book: a safety instruction, a licence to operate.';
comment on column qualification.name is '@type LocalisedText';
comment on column qualification.description is '@type LocalisedText';
comment on column qualification.valid_months is 'How long a passport for it holds; null for ever.';
comment on column qualification.offer_id is 'The instruction: an offer of the network at which the passport is earned.';

create table qualification_recognition (
  qualification_id uuid not null constraint qualification_recognition_qualification_id_fkey references qualification (id) on delete cascade,
  recognised_id uuid not null constraint qualification_recognition_recognised_id_fkey references qualification (id) on delete cascade,
  recognised_at timestamptz not null,
  recognised_by uuid,
  constraint qualification_recognition_pkey primary key (qualification_id, recognised_id),
  constraint qualification_recognition_other check (qualification_id <> recognised_id)
);
comment on table qualification_recognition is 'A passport for recognised_id opens whatever asks for qualification_id, as the owner of the latter decided.';

create table passport (
  id uuid constraint passport_pkey primary key,
  qualification_id uuid not null constraint passport_qualification_id_fkey references qualification (id),
  person_id uuid not null constraint passport_person_id_fkey references person (id),
  issued_on date not null,
  expires_on date,
  evidence text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  revocation_reason text,
  constraint passport_dates_in_order check (expires_on > issued_on),
  constraint passport_revocation_has_reason check ((revoked_at is null) = (revocation_reason is null))
);
create unique index passport_current_key on passport (qualification_id, person_id, issued_on) where revoked_at is null;
create index passport_person_index on passport (person_id, qualification_id);
create index passport_qualification_index on passport (qualification_id, id desc);
comment on table passport is 'That somebody has a qualification, from when to when. It holds up to the day before expires_on.';

create table resource (
  id uuid constraint resource_pkey primary key,
  kind text not null,
  organisation_id uuid not null constraint resource_organisation_id_fkey references organisation (id),
  unit_id uuid,
  person_id uuid constraint resource_person_id_fkey references person (id),
  state text not null default 'in_service',
  name jsonb not null,
  description jsonb not null default '{}',
  skills text[] not null default '{}',
  field_code text,
  accessories text[] not null default '{}',
  address text,
  city text,
  country text,
  latitude double precision,
  longitude double precision,
  time_zone text not null,
  url text,
  shared_as text not null default 'whole',
  audience text not null default 'partners',
  grid_minutes integer not null default 15,
  shortest_minutes integer not null default 15,
  longest_minutes integer not null default 480,
  notice_minutes integer not null default 0,
  horizon_days integer not null default 180,
  buffer_before_minutes integer not null default 0,
  buffer_after_minutes integer not null default 0,
  cancel_notice_minutes integer not null default 0,
  approval_chain text[] not null default '{}',
  check_in text not null default 'none',
  check_in_code text,
  release_after_minutes integer,
  accept_within_minutes integer,
  fair_share_hours integer,
  external_source text,
  external_id text,
  search_text text not null default '',
  search tsvector generated always as (to_tsvector('simple', search_text)) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  state_since timestamptz not null,
  state_reason text,
  merged_into_id uuid constraint resource_merged_into_id_fkey references resource (id),
  constraint resource_unit_fkey foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint resource_kind_known check (kind in ('laboratory', 'equipment', 'room', 'training_base', 'collection', 'online_resource', 'person_time', 'vehicle')),
  constraint resource_state_known check (state in ('in_service', 'maintenance', 'retired')),
  constraint resource_shared_as_known check (shared_as in ('whole', 'items', 'seats')),
  constraint resource_audience_known check (audience in ('network', 'partners', 'own')),
  constraint resource_check_in_known check (check_in in ('none', 'page', 'code')),
  constraint resource_country_shape check (country ~ '^[A-Z]{2}$'),
  constraint resource_field_code_shape check (field_code ~ '^[0-9]{2,4}$'),
  constraint resource_place_range check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint resource_place_pair check ((latitude is null) = (longitude is null)),
  constraint resource_grid_range check (grid_minutes between 1 and 1440),
  constraint resource_length_range check (shortest_minutes between 1 and longest_minutes and longest_minutes <= 527040),
  constraint resource_notice_range check (notice_minutes between 0 and 527040 and cancel_notice_minutes between 0 and 527040),
  constraint resource_horizon_range check (horizon_days between 1 and 1100),
  constraint resource_buffer_range check (buffer_before_minutes between 0 and 1440 and buffer_after_minutes between 0 and 1440),
  constraint resource_approval_chain_known check (approval_chain <@ array['home', 'owner']),
  constraint resource_release_after_range check (release_after_minutes between 1 and 1440),
  constraint resource_accept_within_range check (accept_within_minutes between 1 and 20160),
  constraint resource_fair_share_range check (fair_share_hours between 1 and 2160),
  constraint resource_code_when_needed check (check_in <> 'code' or check_in_code is not null),
  constraint resource_person_of_time check ((kind = 'person_time') = (person_id is not null)),
  constraint resource_merged_other check (merged_into_id <> id),
  constraint resource_external_pair check ((external_source is null) = (external_id is null)),
  constraint resource_external_key unique (external_source, external_id)
);
create index resource_search_index on resource using gin (search);
create index resource_organisation_index on resource (organisation_id, id);
create index resource_kind_index on resource (kind, id) where state <> 'retired';
create index resource_place_index on resource (latitude, longitude) where state <> 'retired';
create index resource_person_index on resource (person_id) where person_id is not null;
comment on table resource is 'What an organisation shares: a laboratory, an instrument, a room, a collection, a person''s hours. Its rules are columns; opening hours, quotas, rates and needed qualifications have tables.';
comment on column resource.name is '@type LocalisedText';
comment on column resource.description is '@type LocalisedText';
comment on column resource.person_id is 'Whose hours these are.';
comment on column resource.shared_as is 'whole: one holder at a time; items: a pool of identical items; seats: so many users at the same time.';
comment on column resource.approval_chain is 'Who must agree before a booking holds, in this order: the holder''s organisation, the owner.';
comment on column resource.release_after_minutes is 'Who has not checked in so long after the beginning loses the rest.';
comment on column resource.accept_within_minutes is 'How long somebody promoted from the waiting list has to accept; null: promotion is final.';
comment on column resource.fair_share_hours is 'Requests are collected and decided by fair share so many hours before they begin; null: first come.';

create table resource_item (
  key integer generated always as identity constraint resource_item_pkey primary key,
  resource_id uuid not null constraint resource_item_resource_id_fkey references resource (id) on delete cascade,
  number integer not null,
  label text,
  retired_at timestamptz,
  constraint resource_item_number_key unique (resource_id, number),
  constraint resource_item_number_range check (number between 1 and 10000)
);
comment on table resource_item is 'What is held: the whole resource (number 1), each item of a pool, each seat.';
comment on column resource_item.key is 'A small number by which the exclusion constraint of booking_item tells items apart.';

create table resource_part (
  resource_id uuid not null constraint resource_part_resource_id_fkey references resource (id) on delete cascade,
  part_id uuid not null constraint resource_part_part_id_fkey references resource (id) on delete cascade,
  constraint resource_part_pkey primary key (resource_id, part_id),
  constraint resource_part_other check (resource_id <> part_id)
);
create index resource_part_part_index on resource_part (part_id);
comment on table resource_part is 'Who books the resource books its parts with it.';

create table resource_opening (
  resource_id uuid not null constraint resource_opening_resource_id_fkey references resource (id) on delete cascade,
  weekday integer not null,
  opens_minute integer not null,
  closes_minute integer not null,
  audience text not null,
  constraint resource_opening_pkey primary key (resource_id, weekday, opens_minute, audience),
  constraint resource_opening_weekday_range check (weekday between 1 and 7),
  constraint resource_opening_in_order check (opens_minute between 0 and 1439 and closes_minute > opens_minute and closes_minute <= 1440),
  constraint resource_opening_audience_known check (audience in ('network', 'partners', 'own'))
);
comment on table resource_opening is 'Weekly opening hours at the place, and for whom: Monday is 1, minutes from midnight. Without any the resource is always open for its audience.';

create table resource_exception (
  resource_id uuid not null constraint resource_exception_resource_id_fkey references resource (id) on delete cascade,
  on_date date not null,
  opens_minute integer,
  closes_minute integer,
  note text not null default '',
  constraint resource_exception_pkey primary key (resource_id, on_date),
  constraint resource_exception_in_order check (opens_minute between 0 and 1439 and closes_minute > opens_minute and closes_minute <= 1440),
  constraint resource_exception_pair check ((opens_minute is null) = (closes_minute is null))
);
comment on table resource_exception is 'A day that differs: closed (a holiday), or open at other hours.';

create table resource_file (
  resource_id uuid not null constraint resource_file_resource_id_fkey references resource (id) on delete cascade,
  file_id uuid not null constraint resource_file_file_id_fkey references file (id),
  shown_as text not null,
  position integer not null,
  constraint resource_file_pkey primary key (resource_id, file_id),
  constraint resource_file_shown_as_known check (shown_as in ('photograph', 'manual', 'safety', 'other'))
);
comment on table resource_file is 'Photographs and documents of a resource, in order.';

create table resource_qualification (
  resource_id uuid not null constraint resource_qualification_resource_id_fkey references resource (id) on delete cascade,
  qualification_id uuid not null constraint resource_qualification_qualification_id_fkey references qualification (id),
  constraint resource_qualification_pkey primary key (resource_id, qualification_id)
);
comment on table resource_qualification is 'Training gates: who books needs a passport for each, valid until the booking ends.';

create table resource_rate (
  resource_id uuid not null constraint resource_rate_resource_id_fkey references resource (id) on delete cascade,
  audience text not null,
  amount_minor integer not null,
  currency text not null,
  constraint resource_rate_pkey primary key (resource_id, audience),
  constraint resource_rate_audience_known check (audience in ('network', 'partners', 'own')),
  constraint resource_rate_amount_range check (amount_minor >= 0),
  constraint resource_rate_currency_shape check (currency ~ '^[A-Z]{3}$')
);
comment on table resource_rate is 'The price of an hour of one item: internal (own), partner, outside (network).';

create table resource_quota (
  id uuid constraint resource_quota_pkey primary key,
  resource_id uuid not null constraint resource_quota_resource_id_fkey references resource (id) on delete cascade,
  per text not null,
  period text not null,
  limit_minutes integer not null,
  constraint resource_quota_per_known check (per in ('person', 'unit', 'organisation', 'everybody')),
  constraint resource_quota_period_known check (period in ('day', 'week', 'month', 'year')),
  constraint resource_quota_limit_range check (limit_minutes between 1 and 5270400),
  constraint resource_quota_key unique (resource_id, per, period)
);
comment on table resource_quota is 'How long somebody may hold the resource in a period. Per everybody: the limit of the resource itself, for instance of a person''s contract.';

create table resource_share (
  id uuid constraint resource_share_pkey primary key,
  resource_id uuid not null constraint resource_share_resource_id_fkey references resource (id) on delete cascade,
  organisation_id uuid not null constraint resource_share_organisation_id_fkey references organisation (id),
  promised_minutes integer not null,
  starts_on date not null,
  ends_on date not null,
  commitment_id uuid,
  constraint resource_share_key unique (resource_id, organisation_id, starts_on),
  constraint resource_share_dates_in_order check (ends_on >= starts_on),
  constraint resource_share_promised_range check (promised_minutes between 1 and 52704000)
);
comment on table resource_share is 'Hours promised to a partner, from first to last day. When more is asked for than there is, who used least of its share goes first.';
comment on column resource_share.commitment_id is 'The commitment of an agreement that promises them.';

create table resource_status (
  resource_id uuid not null constraint resource_status_resource_id_fkey references resource (id) on delete cascade,
  since timestamptz not null,
  state text not null,
  reason text,
  set_by uuid,
  constraint resource_status_pkey primary key (resource_id, since),
  constraint resource_status_state_known check (state in ('in_service', 'maintenance', 'retired'))
);
comment on table resource_status is 'The states a resource went through.';

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
