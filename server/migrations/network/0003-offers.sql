create table offer (
  id uuid constraint offer_pkey primary key,
  kind text not null,
  organisation_id uuid not null constraint offer_organisation_id_fkey references organisation (id),
  unit_id uuid,
  state text not null default 'draft',
  title jsonb not null,
  description jsonb not null default '{}',
  field_code text,
  skills text[] not null default '{}',
  level text,
  languages text[] not null default '{}',
  mode text not null default 'on_site',
  city text,
  country text,
  time_zone text not null default 'UTC',
  term text,
  starts_on date,
  ends_on date,
  places integer not null,
  places_taken integer not null default 0,
  allocated_by text not null,
  audience text not null default 'network',
  applications_open_at timestamptz,
  applications_close_at timestamptz,
  eligibility jsonb not null default '[]',
  credits_ects numeric,
  hours numeric,
  details jsonb not null default '{}',
  external_source text,
  external_id text,
  search_text text not null default '',
  search tsvector generated always as (to_tsvector('simple', search_text)) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  constraint offer_unit_fkey foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint offer_kind_known check (kind in ('internship', 'course', 'exchange_place')),
  constraint offer_state_known check (state in ('draft', 'published', 'withdrawn')),
  constraint offer_level_known check (level in ('school', 'vocational', 'bachelor', 'master', 'doctoral', 'continuing')),
  constraint offer_mode_known check (mode in ('on_site', 'online', 'mixed')),
  constraint offer_allocated_by_known check (allocated_by in ('round', 'first_come')),
  constraint offer_audience_known check (audience in ('network', 'partners', 'own')),
  constraint offer_field_code_shape check (field_code ~ '^[0-9]{2,4}$'),
  constraint offer_country_shape check (country ~ '^[A-Z]{2}$'),
  constraint offer_term_shape check (term ~ '^[0-9]{4}(-(spring|summer|autumn|winter))?$'),
  constraint offer_places_range check (places between 1 and 100000),
  constraint offer_not_oversold check (places_taken between 0 and places),
  constraint offer_dates_in_order check (ends_on >= starts_on),
  constraint offer_window_in_order check (applications_close_at > applications_open_at),
  constraint offer_credits_range check (credits_ects between 0 and 400),
  constraint offer_hours_range check (hours between 0 and 20000),
  constraint offer_withdrawal_has_reason check ((withdrawn_at is null) = (withdrawal_reason is null)),
  constraint offer_external_pair check ((external_source is null) = (external_id is null)),
  constraint offer_external_key unique (external_source, external_id)
);
create index offer_search_index on offer using gin (search);
create index offer_published_index on offer (published_at desc, id desc) where state = 'published';
create index offer_kind_index on offer (kind, published_at desc, id desc) where state = 'published';
create index offer_field_index on offer (field_code, published_at desc, id desc) where state = 'published';
create index offer_organisation_index on offer (organisation_id, created_at desc, id desc);
comment on table offer is 'Something a partner makes available. Columns are common to all kinds; what a kind adds stands in details, by its schema in contract/kinds.';
comment on column offer.title is '@type LocalisedText';
comment on column offer.description is '@type LocalisedText';
comment on column offer.field_code is 'Field of education, ISCED-F 2013, two to four digits.';
comment on column offer.languages is 'Languages of instruction, BCP 47.';
comment on column offer.term is 'Year, or year and season: 2027-spring.';
comment on column offer.places_taken is 'Places held: accepted first-come seats and placed or accepted results of rounds.';
comment on column offer.audience is 'network: everybody; partners: organisations that share a partnership with the provider; own: the provider''s people.';
comment on column offer.eligibility is '@type EligibilityRule[]';
comment on column offer.details is '@type OfferDetails';
comment on column offer.search_text is 'Words of title, description, provider, city and skills in all languages, segmented by the application.';

create table session (
  id uuid constraint session_pkey primary key,
  offer_id uuid not null constraint session_offer_id_fkey references offer (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  place text,
  note text,
  constraint session_in_order check (ends_at > starts_at)
);
create index session_offer_index on session (offer_id, starts_at);
comment on table session is 'A dated run of an offer. Instants; time_zone is the zone of the place, in which local times are shown.';

create table offer_attachment (
  offer_id uuid not null constraint offer_attachment_offer_id_fkey references offer (id) on delete cascade,
  file_id uuid not null constraint offer_attachment_file_id_fkey references file (id),
  position integer not null,
  constraint offer_attachment_pkey primary key (offer_id, file_id)
);
comment on table offer_attachment is 'Files shown with an offer, in order.';
