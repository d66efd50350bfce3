alter table offer add column queue_length integer not null default 0
  constraint offer_queue_length_range check (queue_length >= 0);
comment on column offer.queue_length is 'How many wait for a first-come seat. Kept beside places_taken, so that whoever holds the row''s lock knows without looking elsewhere whether somebody is before them.';

alter table application add column decline_reason text;
comment on column application.decline_reason is 'Why the learner declined the place; null when the date passed without an answer.';
