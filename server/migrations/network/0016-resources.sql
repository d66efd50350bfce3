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
