create table round (
  id uuid constraint round_pkey primary key,
  organisation_id uuid not null constraint round_organisation_id_fkey references organisation (id),
  name jsonb not null,
  term text,
  state text not null default 'draft',
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  respond_by timestamptz,
  wishes_minimum integer not null default 1,
  wishes_maximum integer not null default 10,
  ranked_by text not null,
  score_rule text,
  seed text,
  seed_commitment text,
  seed_committed_at timestamptz,
  seed_revealed_at timestamptz,
  published_run_id uuid,
  published_at timestamptz,
  published_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancellation_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint round_state_known check (state in ('draft', 'open', 'closed', 'review', 'published', 'cancelled')),
  constraint round_window_in_order check (closes_at > opens_at),
  constraint round_respond_by_after_close check (respond_by > closes_at),
  constraint round_wishes_range check (wishes_minimum between 1 and wishes_maximum and wishes_maximum <= 100),
  constraint round_ranked_by_known check (ranked_by in ('provider_ranking', 'score', 'lottery')),
  constraint round_term_shape check (term ~ '^[0-9]{4}(-(spring|summer|autumn|winter))?$'),
  constraint round_seed_shape check (seed ~ '^[0-9a-f]{64}$'),
  constraint round_cancellation_has_reason check ((cancelled_at is null) = (cancellation_reason is null))
);
create index round_organisation_index on round (organisation_id, created_at desc);
create index round_state_index on round (state, closes_at);
comment on table round is 'A period in which applications for many offers are collected and allocated together.';
comment on column round.name is '@type LocalisedText';
comment on column round.ranked_by is 'How offers rank learners: each provider''s own ranking, a published score, or the lottery alone.';
comment on column round.score_rule is 'The published sentence that says how scores are made.';
comment on column round.seed is 'Drawn when the round opens; leaves the server only with the result (seed_revealed_at).';
comment on column round.seed_commitment is 'SHA-256 of the seed, published from opening on, before the window closes.';

create table round_offer (
  round_id uuid not null constraint round_offer_round_id_fkey references round (id) on delete cascade,
  offer_id uuid not null constraint round_offer_offer_id_fkey references offer (id),
  constraint round_offer_pkey primary key (round_id, offer_id)
);
create index round_offer_offer_index on round_offer (offer_id);
comment on table round_offer is 'The offers of a round.';

create table round_learner (
  round_id uuid not null constraint round_learner_round_id_fkey references round (id) on delete cascade,
  membership_id uuid not null constraint round_learner_membership_id_fkey references membership (id),
  score numeric,
  constraint round_learner_pkey primary key (round_id, membership_id)
);
create index round_learner_membership_index on round_learner (membership_id);
comment on table round_learner is 'The learner memberships invited to a round, with the published score where the round ranks by score.';

create table application (
  id uuid constraint application_pkey primary key,
  person_id uuid not null constraint application_person_id_fkey references person (id),
  membership_id uuid not null constraint application_membership_id_fkey references membership (id),
  organisation_id uuid not null constraint application_organisation_id_fkey references organisation (id),
  round_id uuid constraint application_round_id_fkey references round (id),
  offer_id uuid constraint application_offer_id_fkey references offer (id),
  state text not null,
  queue_number bigint generated always as identity,
  statement text not null default '',
  submitted_at timestamptz not null,
  respond_by timestamptz,
  responded_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint application_state_known check (state in ('submitted', 'waiting', 'offered', 'accepted', 'declined', 'withdrawn', 'unplaced')),
  constraint application_for_round_or_offer check (round_id is not null or offer_id is not null),
  constraint application_statement_length check (char_length(statement) <= 10000)
);
create unique index application_round_person_key on application (round_id, person_id) where state <> 'withdrawn' and round_id is not null;
create unique index application_offer_person_key on application (offer_id, person_id) where state not in ('withdrawn', 'declined') and round_id is null;
create index application_waiting_index on application (offer_id, queue_number) where state = 'waiting';
create index application_offer_index on application (offer_id, state);
create index application_person_index on application (person_id, created_at desc);
create index application_organisation_index on application (organisation_id, created_at desc, id desc);
create index application_round_index on application (round_id, state);
comment on table application is 'A learner''s request: a ranked list in a round (round_id), or one first-come seat (offer_id alone).';
comment on column application.organisation_id is 'The learner''s home organisation, on whose behalf the learner applies.';
comment on column application.offer_id is 'First-come: the offer asked for. Round: the offer in which the published result placed the learner.';
comment on column application.queue_number is 'Order of arrival; waiting lists are promoted in this order.';

create table preference (
  application_id uuid not null constraint preference_application_id_fkey references application (id) on delete cascade,
  rank integer not null,
  offer_id uuid not null constraint preference_offer_id_fkey references offer (id),
  constraint preference_pkey primary key (application_id, rank),
  constraint preference_offer_key unique (application_id, offer_id) deferrable initially deferred,
  constraint preference_rank_range check (rank between 1 and 100)
);
create index preference_offer_index on preference (offer_id);
comment on table preference is 'The ranked list of an application: rank 1 is wanted most.';

create table ranking (
  round_id uuid not null,
  offer_id uuid not null,
  person_id uuid not null constraint ranking_person_id_fkey references person (id),
  position integer,
  constraint ranking_pkey primary key (round_id, offer_id, person_id),
  constraint ranking_round_offer_fkey foreign key (round_id, offer_id) references round_offer (round_id, offer_id) on delete cascade,
  constraint ranking_position_range check (position between 1 and 1000000)
);
comment on table ranking is 'How a provider ranks the learners who wish for its offer. Equal positions are ties; a null position means not acceptable.';

create table run (
  id uuid constraint run_pkey primary key,
  round_id uuid not null constraint run_round_id_fkey references round (id) on delete cascade,
  number integer not null,
  state text not null,
  method text not null,
  input_sha256 text,
  input text,
  statistics jsonb,
  progress integer not null default 0,
  error text,
  started_at timestamptz not null,
  started_by uuid,
  finished_at timestamptz,
  constraint run_number_key unique (round_id, number),
  constraint run_state_known check (state in ('running', 'finished', 'failed', 'superseded')),
  constraint run_progress_range check (progress between 0 and 100)
);
create unique index run_one_at_a_time_key on run (round_id) where state = 'running';
comment on table run is 'One execution of an allocation method on frozen input.';
comment on column run.input is 'The canonical problem (RFC 8785) that was solved, for anyone to run again.';
comment on column run.statistics is '@type RunStatistics';

create table allocation (
  id uuid constraint allocation_pkey primary key,
  run_id uuid not null constraint allocation_run_id_fkey references run (id) on delete cascade,
  application_id uuid not null constraint allocation_application_id_fkey references application (id),
  offer_id uuid constraint allocation_offer_id_fkey references offer (id),
  rank integer,
  explanation jsonb not null default '[]',
  placed_by_hand_at timestamptz,
  placed_by_hand_by uuid,
  hand_reason text,
  constraint allocation_application_key unique (run_id, application_id),
  constraint allocation_hand_has_reason check ((placed_by_hand_at is null) = (hand_reason is null))
);
create index allocation_offer_index on allocation (run_id, offer_id);
comment on table allocation is 'The result of a run: who holds which place, and why. offer_id is null for a learner who was not placed.';
comment on column allocation.explanation is '@type WishExplanation[]';
