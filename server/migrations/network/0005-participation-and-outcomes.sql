create table participation (
  id uuid constraint participation_pkey primary key,
  application_id uuid not null constraint participation_application_id_fkey references application (id),
  offer_id uuid not null constraint participation_offer_id_fkey references offer (id),
  person_id uuid not null constraint participation_person_id_fkey references person (id),
  home_organisation_id uuid not null constraint participation_home_organisation_id_fkey references organisation (id),
  provider_organisation_id uuid not null constraint participation_provider_organisation_id_fkey references organisation (id),
  state text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  constraint participation_application_key unique (application_id),
  constraint participation_state_known check (state in ('planning', 'agreed', 'active', 'completed', 'ended_early', 'cancelled')),
  constraint participation_early_end_has_reason check (state not in ('ended_early', 'cancelled') or end_reason is not null)
);
create index participation_person_index on participation (person_id, created_at desc);
create index participation_home_index on participation (home_organisation_id, created_at desc, id desc);
create index participation_provider_index on participation (provider_organisation_id, created_at desc, id desc);
create index participation_offer_index on participation (offer_id);
comment on table participation is 'Somebody taking up a place: enrolment, placement, exchange.';

create table plan (
  id uuid constraint plan_pkey primary key,
  participation_id uuid not null constraint plan_participation_id_fkey references participation (id) on delete cascade,
  number integer not null,
  goals jsonb not null,
  tasks text not null default '',
  starts_on date not null,
  ends_on date not null,
  hours numeric not null,
  provider_supervisor_id uuid constraint plan_provider_supervisor_id_fkey references person (id),
  home_supervisor_id uuid constraint plan_home_supervisor_id_fkey references person (id),
  created_at timestamptz not null,
  created_by uuid not null,
  agreed_at timestamptz,
  constraint plan_number_key unique (participation_id, number),
  constraint plan_dates_in_order check (ends_on >= starts_on),
  constraint plan_hours_range check (hours > 0 and hours <= 20000)
);
comment on table plan is 'What will be learnt, when, how long and with whom. A version is immutable: a change is a new number, and the last one agreed by all three stays in force.';
comment on column plan.goals is '@type PlanGoal[]';

create table plan_approval (
  plan_id uuid not null constraint plan_approval_plan_id_fkey references plan (id) on delete cascade,
  party text not null,
  person_id uuid not null,
  organisation_id uuid not null,
  approved_at timestamptz not null,
  constraint plan_approval_pkey primary key (plan_id, party),
  constraint plan_approval_party_known check (party in ('learner', 'provider', 'home'))
);
comment on table plan_approval is 'Which of the three parties agreed to a version of the plan, who, and when.';

create table journal_entry (
  id uuid constraint journal_entry_pkey primary key,
  participation_id uuid not null constraint journal_entry_participation_id_fkey references participation (id) on delete cascade,
  done_on date not null,
  minutes integer not null,
  text text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  constraint journal_entry_minutes_range check (minutes between 1 and 1440),
  constraint journal_entry_text_length check (char_length(text) between 1 and 10000)
);
create index journal_entry_participation_index on journal_entry (participation_id, done_on desc, id desc);
comment on table journal_entry is 'What a learner did on a day and for how long; confirmed by the provider''s supervisor.';

create table outcome (
  id uuid constraint outcome_pkey primary key,
  participation_id uuid not null constraint outcome_participation_id_fkey references participation (id),
  state text not null,
  goal_results jsonb not null,
  provider_statement text not null,
  grade text,
  grade_scale text,
  credits_ects_proposed numeric,
  assessed_at timestamptz not null,
  assessed_by uuid not null,
  learner_statement text,
  countersigned_at timestamptz,
  recognised_at timestamptz,
  recognised_by uuid,
  credits_ects_recognised numeric,
  grade_recognised text,
  grade_scale_recognised text,
  refusal_reason text,
  version integer not null default 1,
  constraint outcome_participation_key unique (participation_id),
  constraint outcome_state_known check (state in ('assessed', 'countersigned', 'recognised', 'not_recognised')),
  constraint outcome_grade_has_scale check ((grade is null) = (grade_scale is null)),
  constraint outcome_recognised_grade_has_scale check ((grade_recognised is null) = (grade_scale_recognised is null)),
  constraint outcome_credits_range check (credits_ects_proposed between 0 and 400 and credits_ects_recognised between 0 and 400),
  constraint outcome_countersigned_with_words check (state = 'assessed' or learner_statement is not null),
  constraint outcome_refusal_has_reason check (state <> 'not_recognised' or refusal_reason is not null)
);
comment on table outcome is 'What came of a participation: assessed by the provider, countersigned by the learner, recognised by the home organisation.';
comment on column outcome.goal_results is '@type GoalResult[]';
comment on column outcome.grade is 'As given by the provider, on the scale that grade_scale names; never converted here.';
