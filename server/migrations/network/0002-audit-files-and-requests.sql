create table audit_event (
  id uuid constraint audit_event_pkey primary key,
  at timestamptz not null,
  account_id uuid,
  person_id uuid,
  membership_id uuid,
  organisation_id uuid,
  action text not null,
  object_type text not null,
  object_id uuid not null,
  reason text,
  details jsonb not null default '{}',
  request_id text,
  dispatched_at timestamptz,
  constraint audit_event_action_shape check (action ~ '^[a-z_]+\.[a-z_]+$')
);
create index audit_event_object_index on audit_event (object_type, object_id, id);
create index audit_event_organisation_index on audit_event (organisation_id, id);
create index audit_event_undispatched_index on audit_event (id) where dispatched_at is null;
comment on table audit_event is 'Every change: who, on behalf of whom, what, when, why. Also the queue by which an earlier stage tells a later one.';
comment on column audit_event.person_id is 'Who acted; null when the system did (a deadline passed).';
comment on column audit_event.organisation_id is 'On behalf of which organisation the person acted.';
comment on column audit_event.dispatched_at is 'When the subscribers (notifications, mail, later stages) had heard of it.';
comment on column audit_event.details is '@type EventDetails';

create table file (
  id uuid constraint file_pkey primary key,
  organisation_id uuid not null constraint file_organisation_id_fkey references organisation (id),
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint file_name_length check (char_length(name) between 1 and 300),
  constraint file_size_range check (size_bytes between 1 and 20971520),
  constraint file_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$')
);
create index file_organisation_id_index on file (organisation_id);
comment on table file is 'An uploaded file; its bytes are in the data folder under their SHA-256. media_type is what the bytes are, not what the name says.';

create table idempotency_key (
  person_id uuid not null,
  key text not null,
  request_sha256 text not null,
  status integer,
  body text,
  headers jsonb,
  created_at timestamptz not null,
  constraint idempotency_key_pkey primary key (person_id, key),
  constraint idempotency_key_length check (char_length(key) between 1 and 200)
);
create index idempotency_key_created_at_index on idempotency_key (created_at);
comment on table idempotency_key is 'Answers to writes that carried Idempotency-Key, replayed when the same request comes again within a day.';
comment on column idempotency_key.status is 'Null while the first request is still being answered.';
