create table booking_invitation (
  booking_id uuid not null constraint booking_invitation_booking_id_fkey references booking (id) on delete cascade,
  person_id uuid not null constraint booking_invitation_person_id_fkey references person (id) on delete cascade,
  sequence integer not null default 0,
  told text not null,
  cancelled_at timestamptz,
  constraint booking_invitation_pkey primary key (booking_id, person_id)
);
comment on table booking_invitation is 'What a person''s calendar was told of a booking by mail (RFC 5546).';
comment on column booking_invitation.sequence is 'Counts the changes that were sent: SEQUENCE.';
comment on column booking_invitation.told is 'When, what and where, in short: it is sent again when this differs.';
