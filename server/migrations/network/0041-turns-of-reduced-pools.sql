alter table resource add column turn integer not null default 0;
comment on column resource.turn is 'How often a booking was made while more was held than the pool has left: each counts what is held and takes its turn, so that no two count the same.';
