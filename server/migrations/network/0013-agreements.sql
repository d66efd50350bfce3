create table agreement (
  id uuid constraint agreement_pkey primary key,
  reference text not null,
  partnership_id uuid constraint agreement_partnership_id_fkey references partnership (id),
  template text not null,
  state text not null default 'negotiating',
  title jsonb not null,
  starts_on date,
  ends_on date,
  renewal text not null default 'none',
  renewal_months integer,
  notice_days integer not null default 180,
  accession text not null default 'all_sign',
  withdrawal text not null default 'all_agree',
  in_force_version_id uuid,
  entered_into_force_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  dormant_since timestamptz,
  search_text text not null default '',
  search tsvector generated always as (to_tsvector('simple', search_text)) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint agreement_reference_key unique (reference),
  constraint agreement_state_known check (state in ('negotiating', 'in_force', 'suspended', 'terminated', 'expired', 'abandoned')),
  constraint agreement_renewal_known check (renewal in ('none', 'automatic', 'on_request')),
  constraint agreement_accession_known check (accession in ('all_sign', 'in_force_parties_approve', 'lead_approves')),
  constraint agreement_withdrawal_known check (withdrawal in ('all_agree', 'by_notice')),
  constraint agreement_dates_in_order check (ends_on >= starts_on),
  constraint agreement_renewal_months_range check (renewal_months between 1 and 120),
  constraint agreement_renewal_has_months check (renewal = 'none' or renewal_months is not null),
  constraint agreement_notice_days_range check (notice_days between 0 and 1830),
  constraint agreement_in_force_has_version check (state in ('negotiating', 'abandoned') or in_force_version_id is not null)
);
create index agreement_search_index on agreement using gin (search);
create index agreement_created_index on agreement (created_at desc, id desc);
create index agreement_ends_on_index on agreement (ends_on) where state in ('in_force', 'suspended');
create index agreement_partnership_index on agreement (partnership_id);
comment on table agreement is 'What parties promise each other: one record, one copy, one history. The terms here are those in force, or those of the first draft while nothing is in force yet.';
comment on column agreement.template is 'The key of a built-in template, or own:<agreement_template.id>:<number>.';
comment on column agreement.title is '@type LocalisedText; of the version in force, else of the open draft';
comment on column agreement.dormant_since is 'Since when nothing has happened under an agreement in force.';

create table agreement_version (
  id uuid constraint agreement_version_pkey primary key,
  agreement_id uuid not null constraint agreement_version_agreement_id_fkey references agreement (id),
  number integer not null,
  based_on integer,
  state text not null default 'draft',
  terms jsonb not null,
  content jsonb,
  hash text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  proposed_at timestamptz,
  proposed_by uuid,
  approved_at timestamptz,
  sealed_at timestamptz,
  seal jsonb,
  closed_at timestamptz,
  closed_by uuid,
  close_reason text,
  constraint agreement_version_number_key unique (agreement_id, number),
  constraint agreement_version_of_agreement_key unique (agreement_id, id),
  constraint agreement_version_state_known check (state in ('draft', 'proposed', 'returned', 'approved', 'signing', 'sealed', 'superseded', 'abandoned')),
  constraint agreement_version_number_range check (number between 1 and 10000),
  constraint agreement_version_hash_shape check (hash ~ '^[0-9a-f]{64}$'),
  constraint agreement_version_proposed_is_frozen check ((content is null) = (hash is null) and (content is null) = (proposed_at is null)),
  constraint agreement_version_content_when_proposed check (content is not null or state in ('draft', 'superseded', 'abandoned')),
  constraint agreement_version_sealed_has_instant check (state <> 'sealed' or sealed_at is not null)
);
create unique index agreement_version_open_key on agreement_version (agreement_id) where state in ('draft', 'proposed', 'returned', 'approved', 'signing');
create index agreement_version_sealed_index on agreement_version (agreement_id) where state = 'sealed';
alter table agreement add constraint agreement_in_force_version_fkey foreign key (id, in_force_version_id) references agreement_version (agreement_id, id);
comment on table agreement_version is 'A text of an agreement. Draft clauses are rows of draft_clause; once proposed, content is the canonical record, immutable, named by hash.';
comment on column agreement_version.based_on is 'The number of the version of the same agreement from which this draft was made.';
comment on column agreement_version.terms is '@type AgreementTerms';
comment on column agreement_version.content is '@type AgreementRecord';
comment on column agreement_version.hash is 'SHA-256 of content in its canonical form, RFC 8785, as hex.';
comment on column agreement_version.seal is 'The seal that the platform put on the completed version.';
comment on column agreement_version.closed_at is 'When it was returned, superseded or abandoned.';

create table agreement_party (
  agreement_id uuid not null constraint agreement_party_agreement_id_fkey references agreement (id),
  organisation_id uuid not null constraint agreement_party_organisation_id_fkey references organisation (id),
  position integer not null,
  role text not null default 'party',
  chain text[] not null default array['unit', 'head'],
  responsible_id uuid constraint agreement_party_responsible_id_fkey references person (id),
  joined_on date,
  left_on date,
  constraint agreement_party_pkey primary key (agreement_id, organisation_id),
  constraint agreement_party_role_known check (role in ('lead', 'party')),
  constraint agreement_party_chain_known check (chain <@ array['unit', 'legal', 'head'] and cardinality(chain) between 1 and 3),
  constraint agreement_party_dates_in_order check (left_on >= joined_on)
);
create index agreement_party_organisation_index on agreement_party (organisation_id, agreement_id);
comment on table agreement_party is 'Who negotiates, and who is bound: joined_on is null until the agreement is in force for the party; left_on is the first day on which it is not.';
comment on column agreement_party.chain is 'The steps by which this party reviews, in order.';

create table agreement_reviewer (
  agreement_id uuid not null,
  organisation_id uuid not null,
  step text not null,
  person_id uuid not null constraint agreement_reviewer_person_id_fkey references person (id),
  constraint agreement_reviewer_pkey primary key (agreement_id, organisation_id, step),
  constraint agreement_reviewer_party_fkey foreign key (agreement_id, organisation_id) references agreement_party (agreement_id, organisation_id) on delete cascade,
  constraint agreement_reviewer_step_known check (step in ('unit', 'legal', 'head'))
);
comment on table agreement_reviewer is 'The person whom a party named for a step of its review; without one the role decides.';

create table agreement_guest (
  agreement_id uuid not null constraint agreement_guest_agreement_id_fkey references agreement (id),
  person_id uuid not null constraint agreement_guest_person_id_fkey references person (id),
  may text not null,
  invited_at timestamptz not null,
  invited_by uuid,
  invited_for uuid not null,
  constraint agreement_guest_pkey primary key (agreement_id, person_id),
  constraint agreement_guest_may_known check (may in ('edit', 'comment'))
);
create index agreement_guest_person_index on agreement_guest (person_id);
comment on table agreement_guest is 'A person who is invited to the negotiation beside those whom their role brings: to edit, or to comment.';
comment on column agreement_guest.invited_for is 'The party that invited.';

create table draft_clause (
  id uuid constraint draft_clause_pkey primary key,
  agreement_version_id uuid not null constraint draft_clause_agreement_version_id_fkey references agreement_version (id) on delete cascade,
  clause_key text not null,
  position integer not null,
  body jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint draft_clause_key_key unique (agreement_version_id, clause_key),
  constraint draft_clause_key_shape check (clause_key ~ '^[a-z0-9][a-z0-9-]{0,79}$')
);
comment on table draft_clause is 'A clause while it is negotiated: each has its own version, so that two people who edit one clause collide.';
comment on column draft_clause.clause_key is 'Stays the same from version to version of the agreement.';
comment on column draft_clause.body is '@type Clause';

create table clause_comment (
  id uuid constraint clause_comment_pkey primary key,
  agreement_id uuid not null constraint clause_comment_agreement_id_fkey references agreement (id),
  agreement_version_id uuid not null constraint clause_comment_agreement_version_id_fkey references agreement_version (id),
  clause_key text,
  reply_to uuid constraint clause_comment_reply_to_fkey references clause_comment (id),
  text text not null,
  suggestion jsonb,
  clause_version integer,
  organisation_id uuid not null,
  created_at timestamptz not null,
  created_by uuid not null,
  resolved_at timestamptz,
  resolved_by uuid,
  resolution text,
  constraint clause_comment_text_length check (char_length(text) between 1 and 10000),
  constraint clause_comment_resolution_known check (resolution in ('settled', 'accepted', 'declined')),
  constraint clause_comment_resolution_pair check ((resolved_at is null) = (resolution is null))
);
create index clause_comment_agreement_index on clause_comment (agreement_id, created_at, id);
create index clause_comment_version_index on clause_comment (agreement_version_id);
comment on table clause_comment is 'What somebody said about a clause, a reply to it, or a suggestion of another wording.';
comment on column clause_comment.suggestion is '@type Clause; the clause as it should read';
comment on column clause_comment.clause_version is 'The version of the draft clause that was commented on.';

create table version_approval (
  agreement_version_id uuid not null constraint version_approval_agreement_version_id_fkey references agreement_version (id),
  organisation_id uuid not null,
  step text not null,
  decision text not null,
  reason text,
  person_id uuid not null,
  at timestamptz not null,
  constraint version_approval_pkey primary key (agreement_version_id, organisation_id, step),
  constraint version_approval_step_known check (step in ('unit', 'legal', 'head')),
  constraint version_approval_decision_known check (decision in ('approved', 'change_asked')),
  constraint version_approval_reason_given check (decision = 'approved' or reason is not null)
);
comment on table version_approval is 'What a step of a party''s review decided about a proposed version, who and when.';

create table agreement_request (
  id uuid constraint agreement_request_pkey primary key,
  agreement_id uuid not null constraint agreement_request_agreement_id_fkey references agreement (id),
  kind text not null,
  organisation_id uuid not null constraint agreement_request_organisation_id_fkey references organisation (id),
  asked_for uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  reason text not null,
  effective_on date not null,
  new_end_on date,
  needs text not null,
  state text not null default 'open',
  agreed_at timestamptz,
  done_at timestamptz,
  constraint agreement_request_kind_known check (kind in ('renewal', 'non_renewal', 'accession', 'withdrawal', 'suspension', 'resumption', 'termination')),
  constraint agreement_request_needs_known check (needs in ('notice', 'lead', 'all')),
  constraint agreement_request_state_known check (state in ('open', 'agreed', 'refused', 'recalled', 'done')),
  constraint agreement_request_renewal_has_end check ((kind = 'renewal') = (new_end_on is not null))
);
create unique index agreement_request_open_key on agreement_request (agreement_id, kind, organisation_id) where state in ('open', 'agreed');
create index agreement_request_agreed_index on agreement_request (effective_on) where state = 'agreed';
comment on table agreement_request is 'What a party asks for in the life of an agreement without a new version: renewal, accession, withdrawal, suspension, termination. Takes effect on effective_on once those who must agree have.';
comment on column agreement_request.organisation_id is 'The organisation concerned: who joins or leaves; else who asks.';
comment on column agreement_request.asked_for is 'The party on whose behalf it was asked.';
comment on column agreement_request.needs is 'Who must agree: nobody, since it is a notice; the lead; every party in force. An organisation that joins always agrees for itself.';

create table agreement_request_answer (
  agreement_request_id uuid not null constraint agreement_request_answer_request_fkey references agreement_request (id) on delete cascade,
  organisation_id uuid not null,
  decision text not null,
  reason text,
  person_id uuid not null,
  at timestamptz not null,
  constraint agreement_request_answer_pkey primary key (agreement_request_id, organisation_id),
  constraint agreement_request_answer_decision_known check (decision in ('agreed', 'refused')),
  constraint agreement_request_answer_refusal_has_reason check (decision = 'agreed' or reason is not null)
);
comment on table agreement_request_answer is 'What a party answered to a request in the life of an agreement.';

create table agreement_template (
  id uuid not null,
  number integer not null,
  organisation_id uuid not null constraint agreement_template_organisation_id_fkey references organisation (id),
  content jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  archived_at timestamptz,
  constraint agreement_template_pkey primary key (id, number),
  constraint agreement_template_number_range check (number between 1 and 10000)
);
create index agreement_template_organisation_index on agreement_template (organisation_id, id, number);
comment on table agreement_template is 'Templates that organisations keep, version by version; the built-in ones are data in contract/agreement-templates.';
comment on column agreement_template.content is '@type TemplateContent';

create table clause_template (
  id uuid not null,
  number integer not null,
  organisation_id uuid not null constraint clause_template_organisation_id_fkey references organisation (id),
  body jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  archived_at timestamptz,
  constraint clause_template_pkey primary key (id, number),
  constraint clause_template_number_range check (number between 1 and 10000)
);
create index clause_template_organisation_index on clause_template (organisation_id, id, number);
comment on table clause_template is 'The clauses that an organisation keeps for its agreements, version by version.';
comment on column clause_template.body is '@type Clause';
