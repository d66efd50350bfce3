create schema if not exists platform;

create table platform.network (
  slug text constraint network_pkey primary key,
  name text not null,
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  constraint network_slug_shape check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  constraint network_name_length check (char_length(name) between 1 and 300)
);
comment on table platform.network is 'A collaboration space with its own organisations, people and rules, in the schema network_<slug>.';
comment on column platform.network.is_sample is 'The sample world: fictitious, and the only network with one-click sign-in.';

create table platform.account (
  id uuid constraint account_pkey primary key,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint account_email_lower check (email = lower(email))
);
create unique index account_email_key on platform.account (email);
comment on table platform.account is 'The sign-in of a human: one for all networks.';

create table platform.credential (
  id uuid constraint credential_pkey primary key,
  user_id uuid not null constraint credential_user_id_fkey references platform.account (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index credential_provider_account_key on platform.credential (provider_id, account_id);
create index credential_user_id_index on platform.credential (user_id);
comment on table platform.credential is 'A way in to an account: a password hash, or an identity at an outside provider.';

create table platform.sign_in (
  id uuid constraint sign_in_pkey primary key,
  user_id uuid not null constraint sign_in_user_id_fkey references platform.account (id) on delete cascade,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index sign_in_token_key on platform.sign_in (token);
create index sign_in_user_id_index on platform.sign_in (user_id);
comment on table platform.sign_in is 'A signed-in browser, known by the token in its cookie. Called sign-in because a session is a dated run of an offer.';

create table platform.verification (
  id uuid constraint verification_pkey primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier_index on platform.verification (identifier);
comment on table platform.verification is 'One-time values of magic links and password resets.';

create table platform.rate_limit (
  id uuid constraint rate_limit_pkey primary key,
  key text not null,
  count integer not null,
  last_request bigint not null
);
create unique index rate_limit_key_key on platform.rate_limit (key);
comment on table platform.rate_limit is 'Attempts per address and path, shared by all processes. last_request is in epoch milliseconds.';

create table platform.machine_token (
  id uuid constraint machine_token_pkey primary key,
  network_slug text not null constraint machine_token_network_slug_fkey references platform.network (slug) on delete cascade,
  account_id uuid not null constraint machine_token_account_id_fkey references platform.account (id) on delete cascade,
  membership_id uuid,
  name text not null,
  token_sha256 text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint machine_token_name_length check (char_length(name) between 1 and 200),
  constraint machine_token_scopes_known check (scopes <@ array['read', 'write'] and cardinality(scopes) > 0)
);
create unique index machine_token_sha256_key on platform.machine_token (token_sha256);
create index machine_token_account_id_index on platform.machine_token (account_id);
comment on table platform.machine_token is 'A token for machines: acts as the account in one network. Only its SHA-256 is stored.';
comment on column platform.machine_token.membership_id is 'The membership it acts under, in the network''s own schema; null takes the person''s usual one.';
comment on column platform.machine_token.scopes is 'read: GET only; write: everything the person may do.';
