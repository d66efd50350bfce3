alter table partnership add column is_open boolean not null default false;
alter table partnership add column public_fields text[] not null default '{}'
  constraint partnership_public_fields_known check (public_fields <@ array['purpose', 'goals', 'members', 'offers', 'agreements', 'contacts']);
alter table partnership add column ended_on date;
alter table partnership add column ended_by uuid;
alter table partnership add column end_reason text;
alter table partnership add constraint partnership_end_has_reason check ((ended_on is null) = (end_reason is null));
comment on column partnership.is_open is 'Organisations may apply to join; else they are invited.';
comment on column partnership.public_fields is 'What people outside the partnership read of it, field by field; its name as soon as there is one.';

create table partnership_goal (
  id uuid constraint partnership_goal_pkey primary key,
  partnership_id uuid not null constraint partnership_goal_partnership_id_fkey references partnership (id) on delete cascade,
  text text not null,
  owner_id uuid not null constraint partnership_goal_owner_id_fkey references organisation (id),
  due_on date,
  reached_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint partnership_goal_text_length check (char_length(text) between 3 and 1000)
);
create index partnership_goal_partnership_index on partnership_goal (partnership_id, due_on, id);
comment on table partnership_goal is 'What a partnership works to, who sees to it, and by when.';

create table partnership_group (
  id uuid constraint partnership_group_pkey primary key,
  partnership_id uuid not null constraint partnership_group_partnership_id_fkey references partnership (id) on delete cascade,
  name text not null,
  purpose text not null default '',
  created_at timestamptz not null,
  constraint partnership_group_name_length check (char_length(name) between 1 and 200)
);
create index partnership_group_partnership_index on partnership_group (partnership_id, id);
comment on table partnership_group is 'A working group of a partnership.';

create table partnership_person (
  id uuid constraint partnership_person_pkey primary key,
  partnership_id uuid not null constraint partnership_person_partnership_id_fkey references partnership (id) on delete cascade,
  group_id uuid constraint partnership_person_group_id_fkey references partnership_group (id) on delete cascade,
  person_id uuid not null constraint partnership_person_person_id_fkey references person (id),
  organisation_id uuid not null,
  function text not null default '',
  added_at timestamptz not null,
  constraint partnership_person_member_fkey foreign key (partnership_id, organisation_id) references partnership_member (partnership_id, organisation_id),
  constraint partnership_person_function_length check (char_length(function) <= 200)
);
create unique index partnership_person_key on partnership_person (partnership_id, person_id, coalesce(group_id, partnership_id));
comment on table partnership_person is 'Whom to ask (no group), or who belongs to a working group.';

create table partnership_unit (
  partnership_id uuid not null,
  organisation_id uuid not null,
  unit_id uuid not null,
  constraint partnership_unit_pkey primary key (partnership_id, unit_id),
  constraint partnership_unit_member_fkey foreign key (partnership_id, organisation_id) references partnership_member (partnership_id, organisation_id) on delete cascade,
  constraint partnership_unit_unit_fkey foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
comment on table partnership_unit is 'The units of a member that take part; the whole organisation when there are none.';

create table partnership_request (
  id uuid constraint partnership_request_pkey primary key,
  partnership_id uuid not null constraint partnership_request_partnership_id_fkey references partnership (id) on delete cascade,
  organisation_id uuid not null constraint partnership_request_organisation_id_fkey references organisation (id),
  kind text not null,
  message text not null,
  state text not null default 'open',
  asked_at timestamptz not null,
  asked_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  version integer not null default 1,
  constraint partnership_request_kind_known check (kind in ('application', 'invitation')),
  constraint partnership_request_state_known check (state in ('open', 'accepted', 'declined')),
  constraint partnership_request_answered check ((state = 'open') = (answered_at is null))
);
create unique index partnership_request_open_key on partnership_request (partnership_id, organisation_id) where state = 'open';
create index partnership_request_organisation_index on partnership_request (organisation_id) where state = 'open';
comment on table partnership_request is 'An organisation asks to join, or is asked to.';

create table organisation_interest (
  id uuid constraint organisation_interest_pkey primary key,
  organisation_id uuid not null constraint organisation_interest_organisation_id_fkey references organisation (id),
  direction text not null,
  field_code text not null,
  offer_kind text,
  note text not null default '',
  position integer not null,
  declared_at timestamptz not null,
  constraint organisation_interest_direction_known check (direction in ('strength', 'need')),
  constraint organisation_interest_field_code_shape check (field_code ~ '^[0-9]{2,4}$'),
  constraint organisation_interest_offer_kind_known check (offer_kind in ('internship', 'course', 'exchange_place')),
  constraint organisation_interest_note_length check (char_length(note) <= 500)
);
create index organisation_interest_organisation_index on organisation_interest (organisation_id, position);
create index organisation_interest_field_index on organisation_interest (direction, field_code);
comment on table organisation_interest is 'What an organisation is strong in and what it looks for, as it says itself: where suggestions of partners come from.';
comment on column organisation_interest.field_code is 'ISCED-F 2013; a broader field holds the narrower ones.';

create table organisation_position (
  organisation_id uuid constraint organisation_position_pkey primary key constraint organisation_position_organisation_id_fkey references organisation (id) on delete cascade,
  latitude numeric not null,
  longitude numeric not null,
  constraint organisation_position_range check (latitude between -90 and 90 and longitude between -180 and 180)
);
comment on table organisation_position is 'Where an organisation is, in degrees; for distances and the map.';
