create table notification (
  id uuid constraint notification_pkey primary key,
  person_id uuid not null constraint notification_person_id_fkey references person (id) on delete cascade,
  event_id uuid not null,
  kind text not null,
  parameters jsonb not null default '{}',
  path text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notification_event_key unique (person_id, event_id, kind)
);
create index notification_person_index on notification (person_id, created_at desc, id desc);
create index notification_unread_index on notification (person_id) where read_at is null;
comment on table notification is 'What a person should know, made from an event; the words are chosen where it is read, in the reader''s language.';
comment on column notification.parameters is '@type NotificationParameters';
comment on column notification.path is 'The page of the object, below the network''s prefix.';

create table mail (
  id uuid constraint mail_pkey primary key,
  to_address text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  unsubscribe_url text,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  last_error text,
  constraint mail_subject_one_line check (subject !~ E'[\r\n]'),
  constraint mail_to_one_line check (to_address !~ E'[\r\n]')
);
create index mail_due_index on mail (next_attempt_at) where sent_at is null and failed_at is null;
comment on table mail is 'Mail to be sent, written in the transaction that caused it. The id makes the Message-ID, so a repeated delivery can be recognised.';
comment on column mail.body_text is 'Emptied, like body_html, when the mail was sent: it may hold a sign-in link.';
comment on column mail.unsubscribe_url is 'Where the reader turns such mail off; becomes List-Unsubscribe. Null for what was asked for, like a sign-in link.';
