create table setting (
  id integer constraint setting_pkey primary key default 1,
  small_group_threshold integer not null default 10,
  languages text[] not null default array['en', 'zh-CN'],
  time_zone text not null default 'UTC',
  version integer not null default 1,
  constraint setting_single_row check (id = 1),
  constraint setting_small_group_threshold_range check (small_group_threshold between 2 and 1000)
);
comment on table setting is 'The rules of this network: one row.';
comment on column setting.small_group_threshold is 'Groups of fewer people are hidden in every table, chart and export.';
insert into setting default values;

create table organisation (
  id uuid constraint organisation_pkey primary key,
  kind text not null,
  name text not null,
  short_mark text not null,
  country text,
  city text,
  website text,
  description jsonb not null default '{}',
  search_text text not null default '',
  search tsvector generated always as (to_tsvector('simple', search_text)) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  archived_at timestamptz,
  archived_by uuid,
  archive_reason text,
  constraint organisation_kind_known check (kind in ('university', 'school', 'vocational_school', 'research_institute', 'company', 'public_body', 'ngo', 'international_organisation', 'community_organisation')),
  constraint organisation_name_length check (char_length(name) between 1 and 400),
  constraint organisation_short_mark_length check (char_length(short_mark) between 1 and 4),
  constraint organisation_country_shape check (country ~ '^[A-Z]{2}$')
);
create index organisation_search_index on organisation using gin (search);
create index organisation_name_index on organisation (name, id);
comment on table organisation is 'Any party: university, company, public body … Units form a tree below it.';
comment on column organisation.short_mark is 'Up to four characters shown in its square mark.';
comment on column organisation.country is 'ISO 3166-1 alpha-2.';
comment on column organisation.description is '@type LocalisedText';
comment on column organisation.search_text is 'Words of name, city and description, segmented by the application (Chinese has no spaces).';

create table organisation_identifier (
  scheme text not null,
  value text not null,
  organisation_id uuid not null constraint organisation_identifier_organisation_id_fkey references organisation (id) on delete cascade,
  constraint organisation_identifier_pkey primary key (scheme, value),
  constraint organisation_identifier_scheme_known check (scheme in ('erasmus', 'pic', 'oid', 'ror', 'uai', 'schac', 'domain', 'local')),
  constraint organisation_identifier_value_length check (char_length(value) between 1 and 300)
);
create index organisation_identifier_organisation_id_index on organisation_identifier (organisation_id);
comment on table organisation_identifier is 'What other registers call this organisation; an identifier belongs to one organisation.';

create table unit (
  id uuid constraint unit_pkey primary key,
  organisation_id uuid not null constraint unit_organisation_id_fkey references organisation (id),
  parent_id uuid,
  name text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz,
  constraint unit_of_organisation_key unique (organisation_id, id),
  constraint unit_parent_fkey foreign key (organisation_id, parent_id) references unit (organisation_id, id),
  constraint unit_parent_other check (parent_id <> id),
  constraint unit_name_length check (char_length(name) between 1 and 400)
);
create index unit_parent_index on unit (parent_id);
comment on table unit is 'Faculty, department, plant: the tree below an organisation.';

create table person (
  id uuid constraint person_pkey primary key,
  account_id uuid,
  name text not null,
  email text,
  language text not null default 'en',
  time_zone text not null default 'UTC',
  mail_preference text not null default 'each',
  acting_membership_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint person_account_id_key unique (account_id),
  constraint person_email_key unique (email),
  constraint person_email_lower check (email = lower(email)),
  constraint person_name_length check (char_length(name) between 1 and 400),
  constraint person_mail_preference_known check (mail_preference in ('each', 'none'))
);
create index person_name_index on person (name, id);
comment on table person is 'A human in this network. account_id names platform.account, which is in another schema and so has no foreign key.';
comment on column person.acting_membership_id is 'The membership last chosen in the header; requests without an explicit one act under it.';

create table membership (
  id uuid constraint membership_pkey primary key,
  person_id uuid not null constraint membership_person_id_fkey references person (id),
  organisation_id uuid not null constraint membership_organisation_id_fkey references organisation (id),
  unit_id uuid,
  role text not null,
  started_on date not null,
  ended_on date,
  ended_by uuid,
  evidence text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint membership_unit_fkey foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint membership_role_known check (role in ('network_administrator', 'coordinator', 'organisation_administrator', 'teacher', 'learner', 'host_supervisor', 'evaluator')),
  constraint membership_dates_in_order check (ended_on >= started_on)
);
create unique index membership_current_key on membership (person_id, organisation_id, role) where ended_on is null;
create index membership_organisation_role_index on membership (organisation_id, role, id);
create index membership_person_index on membership (person_id);
comment on table membership is 'What a person is in an organisation, with role, dates and evidence. People act on behalf of one membership at a time.';

create table learner_profile (
  person_id uuid constraint learner_profile_pkey primary key constraint learner_profile_person_id_fkey references person (id) on delete cascade,
  level text,
  field_code text,
  grade_average numeric,
  grade_average_maximum numeric,
  terms_completed integer,
  language_results jsonb not null default '[]',
  version integer not null default 1,
  updated_at timestamptz not null,
  constraint learner_profile_level_known check (level in ('school', 'vocational', 'bachelor', 'master', 'doctoral', 'continuing')),
  constraint learner_profile_grade_average_range check (grade_average between 0 and grade_average_maximum),
  constraint learner_profile_terms_completed_range check (terms_completed between 0 and 60)
);
comment on table learner_profile is 'The facts about a learner that eligibility rules ask for.';
comment on column learner_profile.field_code is 'ISCED-F 2013, two to four digits.';
comment on column learner_profile.language_results is '@type LanguageResult[]';

create table partnership (
  id uuid constraint partnership_pkey primary key,
  name text not null,
  model text not null,
  purpose text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint partnership_model_known check (model in ('bilateral', 'consortium', 'community', 'digital', 'industry_university_research')),
  constraint partnership_name_length check (char_length(name) between 1 and 400)
);
comment on table partnership is 'Organisations working to stated goals: the second key for acts across organisations.';

create table partnership_member (
  partnership_id uuid not null constraint partnership_member_partnership_id_fkey references partnership (id) on delete cascade,
  organisation_id uuid not null constraint partnership_member_organisation_id_fkey references organisation (id),
  role text not null,
  joined_on date not null,
  left_on date,
  constraint partnership_member_pkey primary key (partnership_id, organisation_id),
  constraint partnership_member_role_known check (role in ('lead', 'partner', 'associated', 'funder', 'observer')),
  constraint partnership_member_dates_in_order check (left_on >= joined_on)
);
create index partnership_member_organisation_id_index on partnership_member (organisation_id);
comment on table partnership_member is 'Who belongs to a partnership, in which role and when.';
