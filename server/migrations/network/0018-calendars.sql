create table calendar_feed (
  id uuid constraint calendar_feed_pkey primary key,
  person_id uuid not null constraint calendar_feed_person_id_fkey references person (id) on delete cascade,
  resource_id uuid constraint calendar_feed_resource_id_fkey references resource (id) on delete cascade,
  token_sha256 text not null,
  summary text not null default '',
  changed_at timestamptz not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint calendar_feed_token_key unique (token_sha256)
);
create index calendar_feed_person_index on calendar_feed (person_id) where revoked_at is null;
comment on table calendar_feed is 'A secret address at which calendar programs read a person''s bookings, or those of a resource.';
comment on column calendar_feed.resource_id is 'Null: the bookings of the person, of all resources.';
comment on column calendar_feed.token_sha256 is 'The address is shown once; only this is kept.';
comment on column calendar_feed.summary is 'What the feed would show, in short, when it was last asked for; changed_at is when that last differed.';

create table outside_calendar (
  id uuid constraint outside_calendar_pkey primary key,
  person_id uuid not null constraint outside_calendar_person_id_fkey references person (id) on delete cascade,
  name text not null,
  address text not null,
  etag text,
  read_at timestamptz,
  due_at timestamptz not null,
  failure text,
  failing_since timestamptz,
  created_at timestamptz not null,
  constraint outside_calendar_address_key unique (person_id, address),
  constraint outside_calendar_name_length check (char_length(name) between 1 and 200),
  constraint outside_calendar_address_length check (char_length(address) between 1 and 2000),
  constraint outside_calendar_failure_since check ((failure is null) = (failing_since is null))
);
create index outside_calendar_due_index on outside_calendar (due_at);
comment on table outside_calendar is 'A calendar that a person keeps elsewhere. Only when they are busy is read from it, never what for.';
comment on column outside_calendar.address is 'Often secret, so nobody is shown it again.';

create table outside_busy (
  outside_calendar_id uuid not null constraint outside_busy_outside_calendar_id_fkey references outside_calendar (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint outside_busy_pkey primary key (outside_calendar_id, starts_at),
  constraint outside_busy_in_order check (ends_at > starts_at)
);
comment on table outside_busy is 'When the owner of an outside calendar is busy; none overlap.';

alter table mail add column calendar_method text;
alter table mail add column calendar_text text;
alter table mail add constraint mail_calendar_whole check (calendar_text is null or calendar_method in ('REQUEST', 'CANCEL'));
comment on column mail.calendar_text is 'An invitation that calendar programs understand (RFC 5546), sent beside the words; emptied when it was sent.';
