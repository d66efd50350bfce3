alter table plan alter column created_by drop not null;
comment on column plan.created_by is 'Null for the first proposal, which is made from the offer.';

create index participation_agreed_index on participation (id) where state = 'agreed';
