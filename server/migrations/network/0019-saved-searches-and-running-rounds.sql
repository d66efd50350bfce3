create table saved_search (
  id uuid constraint saved_search_pkey primary key,
  person_id uuid not null constraint saved_search_person_id_fkey references person (id) on delete cascade,
  name text not null,
  query jsonb not null,
  created_at timestamptz not null,
  constraint saved_search_name_key unique (person_id, name),
  constraint saved_search_name_length check (char_length(name) between 1 and 200)
);
comment on table saved_search is 'A search in the catalogue that somebody keeps for later, under a name of their own.';
comment on column saved_search.query is '@type SavedQuery';

alter table round_offer add column running_since timestamptz;
comment on column round_offer.running_since is 'From when on the offer’s places are given by this round, until it is published or cancelled; null before and after.';
update round_offer set running_since = first.opens_at
from (
  select distinct on (round_offer.offer_id) round_offer.offer_id, round.id, round.opens_at
  from round_offer join round on round.id = round_offer.round_id
  where round.state in ('open', 'closed', 'review')
  order by round_offer.offer_id, round.opens_at, round.id
) first
where round_offer.round_id = first.id and round_offer.offer_id = first.offer_id;
create unique index round_offer_running_key on round_offer (offer_id) where running_since is not null;
comment on index round_offer_running_key is 'Places are given by one round at a time.';

alter table run add column cancelled_by uuid;
alter table run drop constraint run_state_known;
alter table run add constraint run_state_known check (state in ('running', 'finished', 'failed', 'superseded', 'cancelled'));
comment on column run.cancelled_by is 'Who stopped it before it had a result.';

alter table offer add column asks_statement boolean not null default false;
comment on column offer.asks_statement is 'Learners say in own words why they apply.';
alter table offer add column over_at timestamptz;
comment on column offer.over_at is 'When what is offered is over: after its last day and its last session. Null when neither is known.';
update offer set over_at = greatest(
  ((ends_on + 1)::timestamp at time zone time_zone),
  (select max(session.ends_at) from session where session.offer_id = offer.id)
);
drop index offer_facet_index;
create index offer_facet_index on offer (audience)
  include (kind, mode, level, field_code, languages, country, allocated_by, organisation_id, applications_open_at, applications_close_at, over_at, id)
  where state = 'published';
comment on index offer_facet_index is 'All that the counts beside the catalogue''s filters need, so that they never read the offers themselves.';
