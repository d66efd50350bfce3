alter table offer add column agreement_id uuid;
alter table offer add constraint offer_agreement_party_fkey foreign key (agreement_id, organisation_id) references agreement_party (agreement_id, organisation_id);
create index offer_agreement_index on offer (agreement_id) where agreement_id is not null;
alter table offer drop constraint offer_audience_known;
alter table offer add constraint offer_audience_known check (audience in ('network', 'partners', 'agreement', 'own'));
alter table offer add constraint offer_agreement_audience check (audience <> 'agreement' or agreement_id is not null);
comment on column offer.agreement_id is 'The agreement under which the places are offered, and against whose promises they count.';
comment on column offer.audience is 'network: everybody; partners: organisations that share a partnership with the provider; agreement: parties of the agreement named, while it is in force; own: the provider''s people.';

create table commitment (
  id uuid constraint commitment_pkey primary key,
  agreement_id uuid not null constraint commitment_agreement_id_fkey references agreement (id),
  agreement_version_id uuid not null constraint commitment_agreement_version_id_fkey references agreement_version (id),
  clause_key text not null,
  position integer not null,
  title jsonb not null,
  terms jsonb not null,
  measure text not null,
  promiser_id uuid not null constraint commitment_promiser_id_fkey references organisation (id),
  beneficiary_id uuid constraint commitment_beneficiary_id_fkey references organisation (id),
  quantity numeric not null,
  currency text,
  starts_on date not null,
  ends_on date not null,
  field_code text,
  level text,
  kind text,
  answer_days integer,
  resource_id uuid,
  is_under_agreement boolean not null default false,
  weights jsonb not null default '{}',
  tolerance numeric not null default 0,
  created_at timestamptz not null,
  closed_on date,
  constraint commitment_clause_key unique (agreement_version_id, clause_key),
  constraint commitment_parties_differ check (promiser_id <> beneficiary_id),
  constraint commitment_period_in_order check (ends_on >= starts_on),
  constraint commitment_quantity_range check (quantity > 0 or (quantity = 0 and measure = 'exchange_balance')),
  constraint commitment_money_has_currency check ((currency is not null) = (measure in ('money_contributed', 'kind_contributed'))),
  constraint commitment_tolerance_range check (tolerance >= 0)
);
create index commitment_agreement_index on commitment (agreement_id, position);
create index commitment_promiser_index on commitment (promiser_id, measure) where closed_on is null;
create index commitment_beneficiary_index on commitment (beneficiary_id) where closed_on is null;
comment on table commitment is 'A measurable promise of a version in force, taken out of its clause. What a later version says again unchanged goes on; the rest is closed.';
comment on column commitment.title is '@type LocalisedText; of the clause';
comment on column commitment.terms is '@type Commitment; as the clause says it';
comment on column commitment.beneficiary_id is 'Null: every other party of the agreement.';
comment on column commitment.quantity is 'In the unit of the measure; money in minor units; for every period anew.';
comment on column commitment.weights is '@type LevelWeights; what a learner of a level counts in an exchange balance';
comment on column commitment.closed_on is 'The day from which nothing is counted any more: a later version took its place, or the agreement ended.';

create table commitment_figure (
  commitment_id uuid not null constraint commitment_figure_commitment_id_fkey references commitment (id) on delete cascade,
  period integer not null,
  starts_on date not null,
  ends_on date not null,
  promised numeric not null,
  delivered numeric not null default 0,
  base numeric not null default 0,
  entries integer not null default 0,
  remind_on date,
  changed_at timestamptz not null,
  constraint commitment_figure_pkey primary key (commitment_id, period),
  constraint commitment_figure_dates_in_order check (ends_on >= starts_on)
);
create index commitment_figure_remind_index on commitment_figure (remind_on) where remind_on is not null;
comment on table commitment_figure is 'Promised and delivered, per commitment and period: the sum of its entries, kept with every change of them.';
comment on column commitment_figure.base is 'Of shares: how many were counted; delivered counts those that fit. 0 for everything else.';
comment on column commitment_figure.remind_on is 'When the responsible person is next reminded, before the period ends.';

create table commitment_entry (
  commitment_id uuid not null,
  period integer not null,
  source_id uuid not null,
  source text not null,
  counted_on date not null,
  amount numeric not null,
  base numeric not null default 0,
  due_on date,
  left_out_at timestamptz,
  constraint commitment_entry_pkey primary key (commitment_id, period, source_id),
  constraint commitment_entry_figure_fkey foreign key (commitment_id, period) references commitment_figure (commitment_id, period) on delete cascade,
  constraint commitment_entry_source_known check (source in ('offer', 'participation', 'course', 'mentor', 'answer', 'record'))
);
create index commitment_entry_source_index on commitment_entry (source_id);
create index commitment_entry_due_index on commitment_entry (due_on) where due_on is not null;
comment on table commitment_entry is 'The rows behind a figure: what was counted, once, with how much.';
comment on column commitment_entry.source_id is 'The offer, participation, plan, person or contribution that is counted.';
comment on column commitment_entry.due_on is 'An answer is still open; when this day is over it counts as late.';
comment on column commitment_entry.left_out_at is 'The parties agreed, in a dispute, that this row does not count.';

create table contribution (
  id uuid constraint contribution_pkey primary key,
  commitment_id uuid not null constraint contribution_commitment_id_fkey references commitment (id),
  organisation_id uuid not null constraint contribution_organisation_id_fkey references organisation (id),
  done_on date not null,
  amount numeric not null,
  currency text,
  description text not null,
  evidence_url text,
  file_id uuid constraint contribution_file_id_fkey references file (id),
  recorded_at timestamptz not null,
  recorded_by uuid,
  countersigned_at timestamptz,
  countersigned_by uuid,
  countersigned_for uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  version integer not null default 1,
  constraint contribution_amount_range check (amount > 0),
  constraint contribution_description_length check (char_length(description) between 3 and 2000),
  constraint contribution_withdrawal_has_reason check ((withdrawn_at is null) = (withdrawal_reason is null)),
  constraint contribution_countersigned_by_another check (countersigned_for <> organisation_id)
);
create index contribution_commitment_index on contribution (commitment_id, done_on desc, id desc);
comment on table contribution is 'A record of what was given: money (minor units), kind (its value), hours, a report, a meeting, or what only people can confirm.';
comment on column contribution.countersigned_for is 'The party that confirmed the record.';

create table figure_dispute (
  id uuid constraint figure_dispute_pkey primary key,
  commitment_id uuid not null,
  period integer not null,
  source_id uuid,
  raised_for uuid not null constraint figure_dispute_raised_for_fkey references organisation (id),
  raised_at timestamptz not null,
  raised_by uuid not null,
  reason text not null,
  state text not null default 'open',
  answered_for uuid,
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  version integer not null default 1,
  constraint figure_dispute_figure_fkey foreign key (commitment_id, period) references commitment_figure (commitment_id, period) on delete cascade,
  constraint figure_dispute_state_known check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  constraint figure_dispute_answer_complete check ((state in ('accepted', 'declined')) = (answered_at is not null and answer is not null)),
  constraint figure_dispute_answered_by_another check (answered_for <> raised_for)
);
create unique index figure_dispute_open_key on figure_dispute (commitment_id, period, coalesce(source_id, commitment_id)) where state = 'open';
create index figure_dispute_figure_index on figure_dispute (commitment_id, period, raised_at);
comment on table figure_dispute is 'A party says that a figure, or one row behind it, is wrong; another party answers. A row that both agree on is left out.';

create table agreement_health (
  agreement_id uuid constraint agreement_health_pkey primary key constraint agreement_health_agreement_id_fkey references agreement (id),
  word text not null,
  kept integer not null,
  on_track integer not null,
  at_risk integer not null,
  missed integer not null,
  not_yet_due integer not null,
  weakest_commitment_id uuid constraint agreement_health_weakest_commitment_id_fkey references commitment (id) on delete set null,
  weakest_period integer,
  changes_on date,
  judged_at timestamptz not null,
  constraint agreement_health_word_known check (word in ('kept', 'on_track', 'at_risk', 'missed', 'not_yet_due'))
);
create index agreement_health_word_index on agreement_health (word, agreement_id);
create index agreement_health_changes_index on agreement_health (changes_on) where changes_on is not null;
comment on table agreement_health is 'Whether an agreement is kept: the words of its commitments, counted, and the weakest. Judged anew when a figure changes and on the day on which time alone changes a word.';

create table cooperation_flow (
  provider_id uuid not null constraint cooperation_flow_provider_id_fkey references organisation (id),
  home_id uuid not null constraint cooperation_flow_home_id_fkey references organisation (id),
  month date not null,
  places integer not null,
  constraint cooperation_flow_pkey primary key (provider_id, home_id, month)
);
create index cooperation_flow_home_index on cooperation_flow (home_id, month);
comment on table cooperation_flow is 'Who gives and who takes: places taken up, by provider, home and month. Kept with every participation.';
insert into cooperation_flow
select provider_organisation_id, home_organisation_id, date_trunc('month', created_at at time zone 'UTC')::date, count(*)
from participation
where state <> 'cancelled' and provider_organisation_id <> home_organisation_id
group by 1, 2, 3;

create table access_grant (
  id uuid constraint access_grant_pkey primary key,
  agreement_id uuid not null constraint access_grant_agreement_id_fkey references agreement (id),
  agreement_version_id uuid not null constraint access_grant_agreement_version_id_fkey references agreement_version (id),
  clause_key text not null,
  title jsonb not null,
  terms jsonb not null,
  purpose text not null,
  fields text[] not null,
  from_id uuid constraint access_grant_from_id_fkey references organisation (id),
  to_id uuid constraint access_grant_to_id_fkey references organisation (id),
  about text not null,
  starts_on date not null,
  ends_on date not null,
  created_at timestamptz not null,
  closed_on date,
  constraint access_grant_clause_key unique (agreement_version_id, clause_key),
  constraint access_grant_fields_known check (fields <@ array['name', 'email', 'level', 'field', 'grades', 'languages', 'participations', 'outcomes'] and cardinality(fields) > 0),
  constraint access_grant_about_known check (about in ('participants', 'learners')),
  constraint access_grant_parties_differ check (from_id <> to_id),
  constraint access_grant_dates_in_order check (ends_on >= starts_on)
);
create index access_grant_agreement_index on access_grant (agreement_id);
create index access_grant_to_index on access_grant (to_id) where closed_on is null;
create index access_grant_from_index on access_grant (from_id) where closed_on is null;
comment on table access_grant is 'What a clause in force opens about learners: for which purpose, which fields, from whom to whom, and when. It opens nothing unless the agreement is in force for both on the day of reading.';
comment on column access_grant.title is '@type LocalisedText; of the clause';
comment on column access_grant.terms is '@type AccessGrant; as the clause says it';
comment on column access_grant.from_id is 'Whose learners; null: of every party.';
comment on column access_grant.to_id is 'Who may read; null: every party.';

create table access_log (
  id uuid constraint access_log_pkey primary key,
  person_id uuid not null constraint access_log_person_id_fkey references person (id) on delete cascade,
  access_grant_id uuid not null constraint access_log_access_grant_id_fkey references access_grant (id),
  reader_id uuid not null constraint access_log_reader_id_fkey references person (id),
  organisation_id uuid not null constraint access_log_organisation_id_fkey references organisation (id),
  fields text[] not null,
  at timestamptz not null
);
create index access_log_person_index on access_log (person_id, at desc, id desc);
comment on table access_log is 'Who looked at whose data under which clause: written in the statement that reads.';
