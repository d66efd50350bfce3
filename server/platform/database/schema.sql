-- Schema platform

-- The sign-in of a human: one for all networks.
create table account (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint account_email_lower CHECK ((email = lower(email))),
  constraint account_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX account_email_key ON account USING btree (email);

-- A way in to an account: a password hash, or an identity at an outside provider.
create table credential (
  id uuid not null,
  user_id uuid not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX credential_provider_account_key ON credential USING btree (provider_id, account_id);
CREATE INDEX credential_user_id_index ON credential USING btree (user_id);

-- A token for machines: acts as the account in one network. Only its SHA-256 is stored.
create table machine_token (
  id uuid not null,
  network_slug text not null,
  account_id uuid not null,
  -- The membership it acts under, in the network's own schema; null takes the person's usual one.
  membership_id uuid,
  name text not null,
  token_sha256 text not null,
  -- read: GET only; write: everything the person may do.
  scopes text[] not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint machine_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint machine_token_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  constraint machine_token_network_slug_fkey FOREIGN KEY (network_slug) REFERENCES network(slug) ON DELETE CASCADE,
  constraint machine_token_pkey PRIMARY KEY (id),
  constraint machine_token_scopes_known CHECK (((scopes <@ ARRAY['read'::text, 'write'::text]) AND (cardinality(scopes) > 0)))
);
CREATE INDEX machine_token_account_id_index ON machine_token USING btree (account_id);
CREATE UNIQUE INDEX machine_token_sha256_key ON machine_token USING btree (token_sha256);

-- A collaboration space with its own organisations, people and rules, in the schema network_<slug>.
create table network (
  slug text not null,
  name text not null,
  -- The sample world: fictitious, and the only network with one-click sign-in.
  is_sample boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint network_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300))),
  constraint network_pkey PRIMARY KEY (slug),
  constraint network_slug_shape CHECK ((slug ~ '^[a-z][a-z0-9-]{1,40}$'::text))
);

-- Attempts per address and path, shared by all processes. last_request is in epoch milliseconds.
create table rate_limit (
  id uuid not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint rate_limit_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX rate_limit_key_key ON rate_limit USING btree (key);

-- A signed-in browser, known by the token in its cookie. Called sign-in because a session is a dated run of an offer.
create table sign_in (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint sign_in_pkey PRIMARY KEY (id),
  constraint sign_in_user_id_fkey FOREIGN KEY (user_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX sign_in_token_key ON sign_in USING btree (token);
CREATE INDEX sign_in_user_id_index ON sign_in USING btree (user_id);

-- One-time values of magic links and password resets.
create table verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_index ON verification USING btree (identifier);

-- Schema of every network

-- What a clause in force opens about learners: for which purpose, which fields, from whom to whom, and when. It opens nothing unless the agreement is in force for both on the day of reading.
create table access_grant (
  id uuid not null,
  agreement_id uuid not null,
  agreement_version_id uuid not null,
  clause_key text not null,
  -- @type LocalisedText; of the clause
  title jsonb not null,
  -- @type AccessGrant; as the clause says it
  terms jsonb not null,
  purpose text not null,
  fields text[] not null,
  -- Whose learners; null: of every party.
  from_id uuid,
  -- Who may read; null: every party.
  to_id uuid,
  about text not null,
  starts_on date not null,
  ends_on date not null,
  created_at timestamp with time zone not null,
  closed_on date,
  constraint access_grant_about_known CHECK ((about = ANY (ARRAY['participants'::text, 'learners'::text]))),
  constraint access_grant_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint access_grant_agreement_version_id_fkey FOREIGN KEY (agreement_version_id) REFERENCES agreement_version(id),
  constraint access_grant_clause_key UNIQUE (agreement_version_id, clause_key),
  constraint access_grant_dates_in_order CHECK ((ends_on >= starts_on)),
  constraint access_grant_fields_known CHECK (((fields <@ ARRAY['name'::text, 'email'::text, 'level'::text, 'field'::text, 'grades'::text, 'languages'::text, 'participations'::text, 'outcomes'::text]) AND (cardinality(fields) > 0))),
  constraint access_grant_from_id_fkey FOREIGN KEY (from_id) REFERENCES organisation(id),
  constraint access_grant_parties_differ CHECK ((from_id <> to_id)),
  constraint access_grant_pkey PRIMARY KEY (id),
  constraint access_grant_to_id_fkey FOREIGN KEY (to_id) REFERENCES organisation(id)
);
CREATE INDEX access_grant_agreement_index ON access_grant USING btree (agreement_id);
CREATE INDEX access_grant_from_index ON access_grant USING btree (from_id) WHERE (closed_on IS NULL);
CREATE INDEX access_grant_to_index ON access_grant USING btree (to_id) WHERE (closed_on IS NULL);

-- Who looked at whose data under which clause: written in the statement that reads.
create table access_log (
  id uuid not null,
  person_id uuid not null,
  access_grant_id uuid not null,
  reader_id uuid not null,
  organisation_id uuid not null,
  fields text[] not null,
  at timestamp with time zone not null,
  constraint access_log_access_grant_id_fkey FOREIGN KEY (access_grant_id) REFERENCES access_grant(id),
  constraint access_log_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint access_log_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint access_log_pkey PRIMARY KEY (id),
  constraint access_log_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES person(id)
);
CREATE INDEX access_log_person_index ON access_log USING btree (person_id, at DESC, id DESC);

-- What parties promise each other: one record, one copy, one history. The terms here are those in force, or those of the first draft while nothing is in force yet.
create table agreement (
  id uuid not null,
  reference text not null,
  partnership_id uuid,
  -- The key of a built-in template, or own:<agreement_template.id>:<number>.
  template text not null,
  state text not null default 'negotiating'::text,
  -- @type LocalisedText; of the version in force, else of the open draft
  title jsonb not null,
  starts_on date,
  ends_on date,
  renewal text not null default 'none'::text,
  renewal_months integer,
  notice_days integer not null default 180,
  accession text not null default 'all_sign'::text,
  withdrawal text not null default 'all_agree'::text,
  in_force_version_id uuid,
  entered_into_force_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  -- Since when nothing has happened under an agreement in force.
  dormant_since timestamp with time zone,
  search_text text not null default ''::text,
  search tsvector generated always as (to_tsvector('simple'::regconfig, search_text)) stored,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint agreement_accession_known CHECK ((accession = ANY (ARRAY['all_sign'::text, 'in_force_parties_approve'::text, 'lead_approves'::text]))),
  constraint agreement_dates_in_order CHECK ((ends_on >= starts_on)),
  constraint agreement_in_force_has_version CHECK (((state = ANY (ARRAY['negotiating'::text, 'abandoned'::text])) OR (in_force_version_id IS NOT NULL))),
  constraint agreement_in_force_version_fkey FOREIGN KEY (id, in_force_version_id) REFERENCES agreement_version(agreement_id, id),
  constraint agreement_notice_days_range CHECK (((notice_days >= 0) AND (notice_days <= 1830))),
  constraint agreement_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_reference_key UNIQUE (reference),
  constraint agreement_renewal_has_months CHECK (((renewal = 'none'::text) OR (renewal_months IS NOT NULL))),
  constraint agreement_renewal_known CHECK ((renewal = ANY (ARRAY['none'::text, 'automatic'::text, 'on_request'::text]))),
  constraint agreement_renewal_months_range CHECK (((renewal_months >= 1) AND (renewal_months <= 120))),
  constraint agreement_state_known CHECK ((state = ANY (ARRAY['negotiating'::text, 'in_force'::text, 'suspended'::text, 'terminated'::text, 'expired'::text, 'abandoned'::text]))),
  constraint agreement_withdrawal_known CHECK ((withdrawal = ANY (ARRAY['all_agree'::text, 'by_notice'::text])))
);
CREATE INDEX agreement_created_index ON agreement USING btree (created_at DESC, id DESC);
CREATE INDEX agreement_ends_on_index ON agreement USING btree (ends_on) WHERE (state = ANY (ARRAY['in_force'::text, 'suspended'::text]));
CREATE INDEX agreement_partnership_index ON agreement USING btree (partnership_id);
CREATE INDEX agreement_search_index ON agreement USING gin (search);

-- Who may sign in a signatory's place.
create table agreement_delegate (
  signatory_id uuid not null,
  person_id uuid not null,
  named_at timestamp with time zone not null,
  named_by uuid not null,
  constraint agreement_delegate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint agreement_delegate_pkey PRIMARY KEY (signatory_id, person_id),
  constraint agreement_delegate_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES agreement_signatory(id) ON DELETE CASCADE
);
CREATE INDEX agreement_delegate_person_index ON agreement_delegate USING btree (person_id);

-- A person who is invited to the negotiation beside those whom their role brings: to edit, or to comment.
create table agreement_guest (
  agreement_id uuid not null,
  person_id uuid not null,
  may text not null,
  invited_at timestamp with time zone not null,
  invited_by uuid,
  -- The party that invited.
  invited_for uuid not null,
  constraint agreement_guest_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_guest_may_known CHECK ((may = ANY (ARRAY['edit'::text, 'comment'::text]))),
  constraint agreement_guest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint agreement_guest_pkey PRIMARY KEY (agreement_id, person_id)
);
CREATE INDEX agreement_guest_person_index ON agreement_guest USING btree (person_id);

-- Whether an agreement is kept: the words of its commitments, counted, and the weakest. Judged anew when a figure changes and on the day on which time alone changes a word.
create table agreement_health (
  agreement_id uuid not null,
  word text not null,
  kept integer not null,
  on_track integer not null,
  at_risk integer not null,
  missed integer not null,
  not_yet_due integer not null,
  weakest_commitment_id uuid,
  weakest_period integer,
  changes_on date,
  judged_at timestamp with time zone not null,
  constraint agreement_health_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_health_pkey PRIMARY KEY (agreement_id),
  constraint agreement_health_weakest_commitment_id_fkey FOREIGN KEY (weakest_commitment_id) REFERENCES commitment(id) ON DELETE SET NULL,
  constraint agreement_health_word_known CHECK ((word = ANY (ARRAY['kept'::text, 'on_track'::text, 'at_risk'::text, 'missed'::text, 'not_yet_due'::text])))
);
CREATE INDEX agreement_health_changes_index ON agreement_health USING btree (changes_on) WHERE (changes_on IS NOT NULL);
CREATE INDEX agreement_health_word_index ON agreement_health USING btree (word, agreement_id);

-- Who negotiates, and who is bound: joined_on is null until the agreement is in force for the party; left_on is the first day on which it is not.
create table agreement_party (
  agreement_id uuid not null,
  organisation_id uuid not null,
  position integer not null,
  role text not null default 'party'::text,
  -- The steps by which this party reviews, in order.
  chain text[] not null default ARRAY['unit'::text, 'head'::text],
  responsible_id uuid,
  joined_on date,
  left_on date,
  constraint agreement_party_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_party_chain_known CHECK (((chain <@ ARRAY['unit'::text, 'legal'::text, 'head'::text]) AND ((cardinality(chain) >= 1) AND (cardinality(chain) <= 3)))),
  constraint agreement_party_dates_in_order CHECK ((left_on >= joined_on)),
  constraint agreement_party_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_party_pkey PRIMARY KEY (agreement_id, organisation_id),
  constraint agreement_party_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES person(id),
  constraint agreement_party_role_known CHECK ((role = ANY (ARRAY['lead'::text, 'party'::text])))
);
CREATE INDEX agreement_party_organisation_index ON agreement_party USING btree (organisation_id, agreement_id);

-- What a party asks for in the life of an agreement without a new version: renewal, accession, withdrawal, suspension, termination. Takes effect on effective_on once those who must agree have.
create table agreement_request (
  id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  -- The organisation concerned: who joins or leaves; else who asks.
  organisation_id uuid not null,
  -- The party on whose behalf it was asked.
  asked_for uuid not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  reason text not null,
  effective_on date not null,
  new_end_on date,
  -- Who must agree: nobody, since it is a notice; the lead; every party in force. An organisation that joins always agrees for itself.
  needs text not null,
  state text not null default 'open'::text,
  agreed_at timestamp with time zone,
  done_at timestamp with time zone,
  -- @type AccessionSeal
  seal jsonb,
  constraint agreement_request_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_request_kind_known CHECK ((kind = ANY (ARRAY['renewal'::text, 'non_renewal'::text, 'accession'::text, 'withdrawal'::text, 'suspension'::text, 'resumption'::text, 'termination'::text]))),
  constraint agreement_request_needs_known CHECK ((needs = ANY (ARRAY['notice'::text, 'lead'::text, 'all'::text]))),
  constraint agreement_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_request_pkey PRIMARY KEY (id),
  constraint agreement_request_renewal_has_end CHECK (((kind = 'renewal'::text) = (new_end_on IS NOT NULL))),
  constraint agreement_request_state_known CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'refused'::text, 'recalled'::text, 'done'::text])))
);
CREATE INDEX agreement_request_agreed_index ON agreement_request USING btree (effective_on) WHERE (state = 'agreed'::text);
CREATE UNIQUE INDEX agreement_request_open_key ON agreement_request USING btree (agreement_id, kind, organisation_id) WHERE (state = ANY (ARRAY['open'::text, 'agreed'::text]));

-- What a party answered to a request in the life of an agreement.
create table agreement_request_answer (
  agreement_request_id uuid not null,
  organisation_id uuid not null,
  decision text not null,
  reason text,
  person_id uuid not null,
  at timestamp with time zone not null,
  -- Of whoever joins: the name under the signature, as it was. Null for all who only agree.
  signed_name text,
  -- The function in which it was signed.
  office text,
  -- SHA-256 of the text in force that was signed.
  version_hash text,
  -- The words that were declared.
  statement text,
  constraint agreement_request_answer_decision_known CHECK ((decision = ANY (ARRAY['agreed'::text, 'refused'::text]))),
  constraint agreement_request_answer_pkey PRIMARY KEY (agreement_request_id, organisation_id),
  constraint agreement_request_answer_refusal_has_reason CHECK (((decision = 'agreed'::text) OR (reason IS NOT NULL))),
  constraint agreement_request_answer_request_fkey FOREIGN KEY (agreement_request_id) REFERENCES agreement_request(id) ON DELETE CASCADE,
  constraint agreement_request_answer_signature_whole CHECK ((num_nulls(signed_name, office, version_hash, statement) = ANY (ARRAY[0, 4])))
);

-- The person whom a party named for a step of its review; without one the role decides.
create table agreement_reviewer (
  agreement_id uuid not null,
  organisation_id uuid not null,
  step text not null,
  person_id uuid not null,
  constraint agreement_reviewer_party_fkey FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreement_party(agreement_id, organisation_id) ON DELETE CASCADE,
  constraint agreement_reviewer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint agreement_reviewer_pkey PRIMARY KEY (agreement_id, organisation_id, step),
  constraint agreement_reviewer_step_known CHECK ((step = ANY (ARRAY['unit'::text, 'legal'::text, 'head'::text])))
);

-- Who is to sign a version, for whom and in which order. Neither person nor address: any administrator of the organisation.
create table agreement_signatory (
  id uuid not null,
  agreement_version_id uuid not null,
  organisation_id uuid not null,
  kind text not null default 'signatory'::text,
  -- Those with a lower step sign first; those with the same step in any order.
  step integer not null default 1,
  person_id uuid,
  name text,
  -- Of somebody without an account, who signs by a link.
  email text,
  -- The function in which the person signs, as it will stand on the document.
  office text,
  language text not null default 'en'::text,
  -- When it became their turn and they were told.
  asked_at timestamp with time zone,
  reminded_on date,
  declined_at timestamp with time zone,
  declined_by text,
  decline_reason text,
  version integer not null default 1,
  constraint agreement_signatory_decline_whole CHECK ((num_nonnulls(declined_at, declined_by, decline_reason) = ANY (ARRAY[0, 3]))),
  constraint agreement_signatory_kind_known CHECK ((kind = ANY (ARRAY['signatory'::text, 'witness'::text]))),
  constraint agreement_signatory_named CHECK (((email IS NULL) OR (name IS NOT NULL))),
  constraint agreement_signatory_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_signatory_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint agreement_signatory_pkey PRIMARY KEY (id),
  constraint agreement_signatory_step_range CHECK (((step >= 1) AND (step <= 20))),
  constraint agreement_signatory_version_fkey FOREIGN KEY (agreement_version_id) REFERENCES agreement_signing(agreement_version_id),
  constraint agreement_signatory_who CHECK (((person_id IS NULL) OR (email IS NULL)))
);
CREATE INDEX agreement_signatory_person_index ON agreement_signatory USING btree (person_id);
CREATE INDEX agreement_signatory_version_index ON agreement_signatory USING btree (agreement_version_id, step);

-- A signature: who, in which function, when, on which text (version_hash), in which words. One given elsewhere counts when another party confirmed it.
create table agreement_signature (
  id uuid not null,
  signatory_id uuid not null,
  method text not null,
  person_id uuid,
  email text,
  name text not null,
  office text not null,
  version_hash text not null,
  statement text not null,
  language text not null,
  -- When it was given here; null for one given elsewhere, which has a day (signed_on) and its document.
  signed_at timestamp with time zone,
  signed_on date,
  recorded_at timestamp with time zone not null,
  -- The organisation whose member signed, or brought the document; that of the signatory when it was signed by link.
  recorded_for uuid not null,
  file_id uuid,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_for uuid,
  refused_at timestamp with time zone,
  refused_by uuid,
  refused_for uuid,
  refusal_reason text,
  constraint agreement_signature_confirmed_by_another CHECK (((confirmed_for IS DISTINCT FROM recorded_for) OR (confirmed_for IS NULL))),
  constraint agreement_signature_decided_once CHECK (((confirmed_at IS NULL) OR (refused_at IS NULL))),
  constraint agreement_signature_elsewhere CHECK ((((method = 'elsewhere'::text) = (file_id IS NOT NULL)) AND ((method = 'elsewhere'::text) = (signed_on IS NOT NULL)) AND ((method = 'elsewhere'::text) = (signed_at IS NULL)))),
  constraint agreement_signature_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint agreement_signature_hash_shape CHECK ((version_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint agreement_signature_method_known CHECK ((method = ANY (ARRAY['signed_in'::text, 'link'::text, 'elsewhere'::text]))),
  constraint agreement_signature_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300))),
  constraint agreement_signature_office_length CHECK (((char_length(office) >= 1) AND (char_length(office) <= 300))),
  constraint agreement_signature_pkey PRIMARY KEY (id),
  constraint agreement_signature_refusal_whole CHECK ((num_nonnulls(refused_at, refused_by, refused_for, refusal_reason) = ANY (ARRAY[0, 4]))),
  constraint agreement_signature_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES agreement_signatory(id)
);
CREATE UNIQUE INDEX agreement_signature_given_key ON agreement_signature USING btree (signatory_id) WHERE (refused_at IS NULL);

-- That a version approved by all is being signed, and until when.
create table agreement_signing (
  agreement_version_id uuid not null,
  -- Printed on the document: with it anybody who holds the document checks it. 80 random bits.
  check_code text not null,
  due_on date not null,
  started_at timestamp with time zone not null,
  started_by uuid not null,
  started_for uuid not null,
  constraint agreement_signing_check_code_key UNIQUE (check_code),
  constraint agreement_signing_check_code_shape CHECK ((check_code ~ '^[2-9A-HJ-NP-Z]{16}$'::text)),
  constraint agreement_signing_pkey PRIMARY KEY (agreement_version_id),
  constraint agreement_signing_version_fkey FOREIGN KEY (agreement_version_id) REFERENCES agreement_version(id)
);

-- Templates that organisations keep, version by version; the built-in ones are data in contract/agreement-templates.
create table agreement_template (
  id uuid not null,
  number integer not null,
  organisation_id uuid not null,
  -- @type TemplateContent
  content jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  archived_at timestamp with time zone,
  constraint agreement_template_number_range CHECK (((number >= 1) AND (number <= 10000))),
  constraint agreement_template_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_template_pkey PRIMARY KEY (id, number)
);
CREATE INDEX agreement_template_organisation_index ON agreement_template USING btree (organisation_id, id, number);

-- A text of an agreement. Draft clauses are rows of draft_clause; once proposed, content is the canonical record, immutable, named by hash.
create table agreement_version (
  id uuid not null,
  agreement_id uuid not null,
  number integer not null,
  -- The number of the version of the same agreement from which this draft was made.
  based_on integer,
  state text not null default 'draft'::text,
  -- @type AgreementTerms
  terms jsonb not null,
  -- @type AgreementRecord
  content jsonb,
  -- SHA-256 of content in its canonical form, RFC 8785, as hex.
  hash text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  proposed_at timestamp with time zone,
  proposed_by uuid,
  approved_at timestamp with time zone,
  sealed_at timestamp with time zone,
  -- @type AgreementSeal; what the platform signed when the last signature was given
  seal jsonb,
  -- When it was returned, superseded or abandoned.
  closed_at timestamp with time zone,
  closed_by uuid,
  close_reason text,
  constraint agreement_version_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_version_content_when_proposed CHECK (((content IS NOT NULL) OR (state = ANY (ARRAY['draft'::text, 'superseded'::text, 'abandoned'::text])))),
  constraint agreement_version_hash_shape CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint agreement_version_number_key UNIQUE (agreement_id, number),
  constraint agreement_version_number_range CHECK (((number >= 1) AND (number <= 10000))),
  constraint agreement_version_of_agreement_key UNIQUE (agreement_id, id),
  constraint agreement_version_pkey PRIMARY KEY (id),
  constraint agreement_version_proposed_is_frozen CHECK ((((content IS NULL) = (hash IS NULL)) AND ((content IS NULL) = (proposed_at IS NULL)))),
  constraint agreement_version_sealed_has_instant CHECK (((state <> 'sealed'::text) OR (sealed_at IS NOT NULL))),
  constraint agreement_version_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'returned'::text, 'approved'::text, 'signing'::text, 'sealed'::text, 'superseded'::text, 'abandoned'::text])))
);
CREATE UNIQUE INDEX agreement_version_open_key ON agreement_version USING btree (agreement_id) WHERE (state = ANY (ARRAY['draft'::text, 'proposed'::text, 'returned'::text, 'approved'::text, 'signing'::text]));
CREATE INDEX agreement_version_sealed_index ON agreement_version USING btree (agreement_id) WHERE (state = 'sealed'::text);

-- The result of a run: who holds which place, and why. offer_id is null for a learner who was not placed.
create table allocation (
  id uuid not null,
  run_id uuid not null,
  application_id uuid not null,
  offer_id uuid,
  rank integer,
  -- @type WishExplanation[]
  explanation jsonb not null default '[]'::jsonb,
  placed_by_hand_at timestamp with time zone,
  placed_by_hand_by uuid,
  hand_reason text,
  constraint allocation_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint allocation_application_key UNIQUE (run_id, application_id),
  constraint allocation_hand_has_reason CHECK (((placed_by_hand_at IS NULL) = (hand_reason IS NULL))),
  constraint allocation_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint allocation_pkey PRIMARY KEY (id),
  constraint allocation_run_id_fkey FOREIGN KEY (run_id) REFERENCES run(id) ON DELETE CASCADE
);
CREATE INDEX allocation_offer_index ON allocation USING btree (run_id, offer_id);

-- A learner's request: a ranked list in a round (round_id), or one first-come seat (offer_id alone).
create table application (
  id uuid not null,
  person_id uuid not null,
  membership_id uuid not null,
  -- The learner's home organisation, on whose behalf the learner applies.
  organisation_id uuid not null,
  round_id uuid,
  -- First-come: the offer asked for. Round: the offer in which the published result placed the learner.
  offer_id uuid,
  state text not null,
  -- Order of arrival; waiting lists are promoted in this order.
  queue_number bigint not null generated as identity,
  statement text not null default ''::text,
  submitted_at timestamp with time zone not null,
  respond_by timestamp with time zone,
  responded_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawal_reason text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  -- Why the learner declined the place; null when the date passed without an answer.
  decline_reason text,
  constraint application_for_round_or_offer CHECK (((round_id IS NOT NULL) OR (offer_id IS NOT NULL))),
  constraint application_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership(id),
  constraint application_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint application_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint application_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint application_pkey PRIMARY KEY (id),
  constraint application_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  constraint application_state_known CHECK ((state = ANY (ARRAY['submitted'::text, 'waiting'::text, 'offered'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'unplaced'::text]))),
  constraint application_statement_length CHECK ((char_length(statement) <= 10000))
);
CREATE INDEX application_offer_index ON application USING btree (offer_id, state);
CREATE UNIQUE INDEX application_offer_person_key ON application USING btree (offer_id, person_id) WHERE ((state <> ALL (ARRAY['withdrawn'::text, 'declined'::text])) AND (round_id IS NULL));
CREATE INDEX application_organisation_index ON application USING btree (organisation_id, created_at DESC, id DESC);
CREATE INDEX application_person_index ON application USING btree (person_id, created_at DESC);
CREATE INDEX application_respond_by_index ON application USING btree (respond_by) WHERE (state = 'offered'::text);
CREATE INDEX application_round_index ON application USING btree (round_id, state);
CREATE UNIQUE INDEX application_round_person_key ON application USING btree (round_id, person_id) WHERE ((state <> 'withdrawn'::text) AND (round_id IS NOT NULL));
CREATE INDEX application_waiting_index ON application USING btree (offer_id, queue_number) WHERE (state = 'waiting'::text);

-- The signed root of the tree at a size: from then on none of its events can change unnoticed.
create table audit_checkpoint (
  size bigint not null,
  root bytea not null,
  -- Roots of the whole subtrees of the tree from left to right, 32 bytes each, from which it grows on.
  frontier bytea not null,
  at timestamp with time zone not null,
  key_id text not null,
  signature bytea not null,
  constraint audit_checkpoint_key_id_fkey FOREIGN KEY (key_id) REFERENCES seal_key(id),
  constraint audit_checkpoint_pkey PRIMARY KEY (size),
  constraint audit_checkpoint_root_length CHECK ((octet_length(root) = 32)),
  constraint audit_checkpoint_size_range CHECK ((size > 0))
);

-- Every change: who, on behalf of whom, what, when, why. Also the queue by which an earlier stage tells a later one.
create table audit_event (
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  -- Who acted; null when the system did (a deadline passed).
  person_id uuid,
  membership_id uuid,
  -- On behalf of which organisation the person acted.
  organisation_id uuid,
  action text not null,
  object_type text not null,
  object_id uuid not null,
  reason text,
  -- @type EventDetails
  details jsonb not null default '{}'::jsonb,
  request_id text,
  -- When the subscribers (notifications, mail, later stages) had heard of it.
  dispatched_at timestamp with time zone,
  -- When the event became a leaf of the tree, see audit_leaf.
  sealed_at timestamp with time zone,
  -- The transaction that wrote it. What a snapshot does not see has changed since: so what was read then is known to be still true, exactly, also of transactions that were under way.
  written_in xid8 default pg_current_xact_id(),
  constraint audit_event_action_shape CHECK ((action ~ '^[a-z_]+\.[a-z_]+$'::text)),
  constraint audit_event_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_event_calendar_index ON audit_event USING btree (written_in) WHERE (object_type = ANY (ARRAY['booking'::text, 'booking_series'::text, 'booking_swap'::text, 'resource'::text, 'person'::text, 'organisation'::text]));
CREATE INDEX audit_event_object_index ON audit_event USING btree (object_type, object_id, id);
CREATE INDEX audit_event_organisation_index ON audit_event USING btree (organisation_id, id);
CREATE INDEX audit_event_undispatched_index ON audit_event USING btree (id) WHERE (dispatched_at IS NULL);
CREATE INDEX audit_event_unsealed_index ON audit_event USING btree (id) WHERE (sealed_at IS NULL);

-- The order in which events were sealed: an event that is committed late takes a later place. No foreign key: what was removed is to be found.
create table audit_leaf (
  position bigint not null,
  event_id uuid not null,
  -- SHA-256 of 0x00 and the canonical JSON of the event (RFC 6962, RFC 8785).
  hash bytea not null,
  constraint audit_leaf_event_id_key UNIQUE (event_id),
  constraint audit_leaf_hash_length CHECK ((octet_length(hash) = 32)),
  constraint audit_leaf_pkey PRIMARY KEY ("position"),
  constraint audit_leaf_position_range CHECK (("position" >= 0))
);

-- That somebody holds resources for a time, asks to, or waits to. starts_at and ends_at are instants; time_zone is the zone of the place.
create table booking (
  id uuid not null,
  kind text not null default 'use'::text,
  series_id uuid,
  person_id uuid not null,
  membership_id uuid not null,
  -- On behalf of which organisation it is held.
  organisation_id uuid not null,
  unit_id uuid,
  state text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  time_zone text not null,
  purpose text not null default ''::text,
  held_for text not null default 'self'::text,
  group_name text,
  offer_id uuid,
  cost_centre text,
  people integer not null default 1,
  items_wanted integer not null,
  -- All that were wanted, or none: the check refuses anything between, and with it the statement.
  items_held integer not null,
  -- Who has yet to agree, the next first.
  approvals_due text[] not null default '{}'::text[],
  queue_number bigint not null generated as identity,
  respond_by timestamp with time zone,
  -- When requests that compete are decided by fair share; such a request holds nothing.
  decide_at timestamp with time zone,
  -- @type BookingDecision
  decision jsonb,
  checked_in_at timestamp with time zone,
  released_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  cancellation_reason text,
  -- Whether its time counts against quotas and shares; false when cancelled in time or released.
  is_charged boolean not null default true,
  price_minor integer,
  currency text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  -- For what a person's hours are booked.
  service text,
  -- Of hours that were held for an offer: to which of its places they belong. Whoever takes the place holds them.
  place integer,
  constraint booking_approvals_known CHECK ((approvals_due <@ ARRAY['home'::text, 'owner'::text])),
  constraint booking_held_for_known CHECK ((held_for = ANY (ARRAY['self'::text, 'group'::text, 'course'::text]))),
  constraint booking_held_when_certain CHECK (((items_held > 0) OR (state <> ALL (ARRAY['offered'::text, 'confirmed'::text])))),
  constraint booking_holds_all CHECK (((items_held = 0) OR (items_held = items_wanted))),
  constraint booking_in_order CHECK ((ends_at > starts_at)),
  constraint booking_kind_known CHECK ((kind = ANY (ARRAY['use'::text, 'maintenance'::text, 'offer'::text]))),
  constraint booking_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership(id),
  constraint booking_offer_has_place CHECK (((kind <> 'offer'::text) OR (place IS NOT NULL))),
  constraint booking_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint booking_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint booking_people_range CHECK (((people >= 1) AND (people <= 10000))),
  constraint booking_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint booking_pkey PRIMARY KEY (id),
  constraint booking_place_of_offer CHECK (((place IS NULL) OR (offer_id IS NOT NULL))),
  constraint booking_price_pair CHECK (((price_minor IS NULL) = (currency IS NULL))),
  constraint booking_purpose_length CHECK ((char_length(purpose) <= 2000)),
  constraint booking_respond_by_when_offered CHECK (((state = 'offered'::text) = (respond_by IS NOT NULL))),
  constraint booking_series_id_fkey FOREIGN KEY (series_id) REFERENCES booking_series(id),
  constraint booking_service_known CHECK ((service = ANY (ARRAY['guest_lecture'::text, 'consultation'::text, 'mentoring'::text, 'staff_exchange'::text, 'research_visit'::text]))),
  constraint booking_state_known CHECK ((state = ANY (ARRAY['requested'::text, 'waiting'::text, 'offered'::text, 'confirmed'::text, 'completed'::text, 'no_show'::text, 'declined'::text, 'cancelled'::text]))),
  constraint booking_unit_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX booking_decide_at_index ON booking USING btree (decide_at) WHERE (state = 'requested'::text);
CREATE INDEX booking_organisation_index ON booking USING btree (organisation_id, starts_at DESC, id DESC);
CREATE INDEX booking_person_index ON booking USING btree (person_id, starts_at DESC, id DESC);
CREATE INDEX booking_place_index ON booking USING btree (offer_id, place) WHERE (place IS NOT NULL);
CREATE INDEX booking_respond_by_index ON booking USING btree (respond_by) WHERE (state = 'offered'::text);
CREATE INDEX booking_running_index ON booking USING btree (ends_at) WHERE (state = 'confirmed'::text);
CREATE INDEX booking_series_index ON booking USING btree (series_id, starts_at) WHERE (series_id IS NOT NULL);
CREATE INDEX booking_waiting_index ON booking USING btree (queue_number) WHERE (state = 'waiting'::text);

-- Who agreed to a booking or refused it, in the order of its chain.
create table booking_approval (
  booking_id uuid not null,
  side text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  is_approved boolean not null,
  reason text,
  constraint booking_approval_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  constraint booking_approval_pkey PRIMARY KEY (booking_id, side),
  constraint booking_approval_refusal_has_reason CHECK ((is_approved OR (reason IS NOT NULL))),
  constraint booking_approval_side_known CHECK ((side = ANY (ARRAY['home'::text, 'owner'::text])))
);

-- Who is invited to a booking besides its holder.
create table booking_attendee (
  booking_id uuid not null,
  person_id uuid not null,
  answer text not null default 'needs_action'::text,
  answered_at timestamp with time zone,
  constraint booking_attendee_answer_known CHECK ((answer = ANY (ARRAY['needs_action'::text, 'accepted'::text, 'declined'::text, 'tentative'::text]))),
  constraint booking_attendee_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  constraint booking_attendee_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint booking_attendee_pkey PRIMARY KEY (booking_id, person_id)
);
CREATE INDEX booking_attendee_person_index ON booking_attendee USING btree (person_id);

-- What a booking took from which quota, so that exactly that is given back.
create table booking_charge (
  booking_id uuid not null,
  quota_id uuid not null,
  subject_id uuid not null,
  period_starts_on date not null,
  minutes integer not null,
  constraint booking_charge_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  constraint booking_charge_quota_id_fkey FOREIGN KEY (quota_id) REFERENCES resource_quota(id) ON DELETE CASCADE
);
CREATE INDEX booking_charge_booking_index ON booking_charge USING btree (booking_id);

-- What a person's calendar was told of a booking by mail (RFC 5546).
create table booking_invitation (
  booking_id uuid not null,
  person_id uuid not null,
  -- Counts the changes that were sent: SEQUENCE.
  sequence integer not null default 0,
  -- When, what and where, in short: it is sent again when this differs.
  told text not null,
  cancelled_at timestamp with time zone,
  constraint booking_invitation_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  constraint booking_invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint booking_invitation_pkey PRIMARY KEY (booking_id, person_id)
);

-- Which item is occupied from when to when, buffers included. No two rows that are not released overlap on an item: the database refuses it.
create table booking_item (
  booking_id uuid not null,
  item_key integer not null,
  resource_id uuid not null,
  occupied_from timestamp with time zone not null,
  occupied_until timestamp with time zone not null,
  released_at timestamp with time zone,
  constraint booking_item_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint booking_item_in_order CHECK ((occupied_until > occupied_from)),
  constraint booking_item_item_key_fkey FOREIGN KEY (item_key) REFERENCES resource_item(key),
  constraint booking_item_no_clash EXCLUDE USING gist (box(point((item_key)::double precision, (EXTRACT(epoch FROM (occupied_from - '2000-01-01 00:00:00+00'::timestamp with time zone)))::double precision), point((item_key)::double precision, ((EXTRACT(epoch FROM (occupied_until - '2000-01-01 00:00:00+00'::timestamp with time zone)))::double precision - (1)::double precision))) WITH &&) WHERE ((released_at IS NULL)),
  constraint booking_item_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id),
  constraint booking_item_whole_minutes CHECK (((date_trunc('minute'::text, occupied_from, 'UTC'::text) = occupied_from) AND (date_trunc('minute'::text, occupied_until, 'UTC'::text) = occupied_until)))
);
CREATE INDEX booking_item_booking_index ON booking_item USING btree (booking_id);
CREATE INDEX booking_item_key_index ON booking_item USING btree (item_key, occupied_from) WHERE (released_at IS NULL);
CREATE INDEX booking_item_resource_index ON booking_item USING btree (resource_id, occupied_from, occupied_until) WHERE (released_at IS NULL);

-- What a booking is for, and how many of it. The times are those of the booking, for the calendars of resources.
create table booking_resource (
  booking_id uuid not null,
  resource_id uuid not null,
  quantity integer not null default 1,
  -- Booked because it is part of another.
  is_part boolean not null default false,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  -- Minor units of the booking's currency, as agreed when it was booked; null where nothing is asked, and for parts.
  price_minor integer,
  constraint booking_resource_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  constraint booking_resource_pkey PRIMARY KEY (booking_id, resource_id),
  constraint booking_resource_price_positive CHECK ((price_minor >= 0)),
  constraint booking_resource_quantity_range CHECK (((quantity >= 1) AND (quantity <= 10000))),
  constraint booking_resource_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id)
);
CREATE INDEX booking_resource_resource_index ON booking_resource USING btree (resource_id, starts_at, booking_id);

-- A recurring booking: an RFC 5545 rule on the wall clock of its zone. Each occurrence is a booking of its own.
create table booking_series (
  id uuid not null,
  rule text not null,
  starts_local text not null,
  duration_minutes integer not null,
  time_zone text not null,
  excluded_on date[] not null default '{}'::date[],
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint booking_series_duration_range CHECK (((duration_minutes >= 1) AND (duration_minutes <= 527040))),
  constraint booking_series_pkey PRIMARY KEY (id),
  constraint booking_series_rule_length CHECK (((char_length(rule) >= 1) AND (char_length(rule) <= 1000)))
);

-- The holder of booking proposes to the holder of other that they exchange. It holds for the versions it was proposed for.
create table booking_swap (
  id uuid not null,
  booking_id uuid not null,
  other_id uuid not null,
  booking_version integer not null,
  other_version integer not null,
  message text not null default ''::text,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  is_accepted boolean,
  constraint booking_swap_answer_whole CHECK (((answered_at IS NULL) = (is_accepted IS NULL))),
  constraint booking_swap_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  constraint booking_swap_other CHECK ((booking_id <> other_id)),
  constraint booking_swap_other_id_fkey FOREIGN KEY (other_id) REFERENCES booking(id) ON DELETE CASCADE,
  constraint booking_swap_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX booking_swap_open_key ON booking_swap USING btree (booking_id, other_id) WHERE (answered_at IS NULL);
CREATE INDEX booking_swap_other_index ON booking_swap USING btree (other_id) WHERE (answered_at IS NULL);

-- A secret address at which calendar programs read a person's bookings, or those of a resource.
create table calendar_feed (
  id uuid not null,
  person_id uuid not null,
  -- Null: the bookings of the person, of all resources.
  resource_id uuid,
  -- The address is shown once; only this is kept.
  token_sha256 text not null,
  -- What the feed would show, in short, when it was last asked for; changed_at is when that last differed.
  summary text not null default ''::text,
  changed_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint calendar_feed_pkey PRIMARY KEY (id),
  constraint calendar_feed_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE,
  constraint calendar_feed_token_key UNIQUE (token_sha256)
);
CREATE INDEX calendar_feed_person_index ON calendar_feed USING btree (person_id) WHERE (revoked_at IS NULL);

-- What somebody said about a clause, a reply to it, or a suggestion of another wording.
create table clause_comment (
  id uuid not null,
  agreement_id uuid not null,
  agreement_version_id uuid not null,
  clause_key text,
  reply_to uuid,
  text text not null,
  -- @type Clause; the clause as it should read
  suggestion jsonb,
  -- The version of the draft clause that was commented on.
  clause_version integer,
  organisation_id uuid not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  resolution text,
  constraint clause_comment_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint clause_comment_agreement_version_id_fkey FOREIGN KEY (agreement_version_id) REFERENCES agreement_version(id),
  constraint clause_comment_pkey PRIMARY KEY (id),
  constraint clause_comment_reply_to_fkey FOREIGN KEY (reply_to) REFERENCES clause_comment(id),
  constraint clause_comment_resolution_known CHECK ((resolution = ANY (ARRAY['settled'::text, 'accepted'::text, 'declined'::text]))),
  constraint clause_comment_resolution_pair CHECK (((resolved_at IS NULL) = (resolution IS NULL))),
  constraint clause_comment_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 10000)))
);
CREATE INDEX clause_comment_agreement_index ON clause_comment USING btree (agreement_id, created_at, id);
CREATE INDEX clause_comment_version_index ON clause_comment USING btree (agreement_version_id);

-- The clauses that an organisation keeps for its agreements, version by version.
create table clause_template (
  id uuid not null,
  number integer not null,
  organisation_id uuid not null,
  -- @type Clause
  body jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  archived_at timestamp with time zone,
  constraint clause_template_number_range CHECK (((number >= 1) AND (number <= 10000))),
  constraint clause_template_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint clause_template_pkey PRIMARY KEY (id, number)
);
CREATE INDEX clause_template_organisation_index ON clause_template USING btree (organisation_id, id, number);

-- A measurable promise of a version in force, taken out of its clause. What a later version says again unchanged goes on; the rest is closed.
create table commitment (
  id uuid not null,
  agreement_id uuid not null,
  agreement_version_id uuid not null,
  clause_key text not null,
  position integer not null,
  -- @type LocalisedText; of the clause
  title jsonb not null,
  -- @type Commitment; as the clause says it
  terms jsonb not null,
  measure text not null,
  promiser_id uuid not null,
  -- Null: every other party of the agreement.
  beneficiary_id uuid,
  -- In the unit of the measure; money in minor units; for every period anew.
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
  -- @type LevelWeights; what a learner of a level counts in an exchange balance
  weights jsonb not null default '{}'::jsonb,
  tolerance numeric not null default 0,
  created_at timestamp with time zone not null,
  -- The day from which nothing is counted any more: a later version took its place, or the agreement ended.
  closed_on date,
  constraint commitment_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint commitment_agreement_version_id_fkey FOREIGN KEY (agreement_version_id) REFERENCES agreement_version(id),
  constraint commitment_beneficiary_id_fkey FOREIGN KEY (beneficiary_id) REFERENCES organisation(id),
  constraint commitment_clause_key UNIQUE (agreement_version_id, clause_key),
  constraint commitment_money_has_currency CHECK (((currency IS NOT NULL) = (measure = ANY (ARRAY['money_contributed'::text, 'kind_contributed'::text])))),
  constraint commitment_parties_differ CHECK ((promiser_id <> beneficiary_id)),
  constraint commitment_period_in_order CHECK ((ends_on >= starts_on)),
  constraint commitment_pkey PRIMARY KEY (id),
  constraint commitment_promiser_id_fkey FOREIGN KEY (promiser_id) REFERENCES organisation(id),
  constraint commitment_quantity_range CHECK (((quantity > (0)::numeric) OR ((quantity = (0)::numeric) AND (measure = 'exchange_balance'::text)))),
  constraint commitment_tolerance_range CHECK ((tolerance >= (0)::numeric))
);
CREATE INDEX commitment_agreement_index ON commitment USING btree (agreement_id, "position");
CREATE INDEX commitment_beneficiary_index ON commitment USING btree (beneficiary_id) WHERE (closed_on IS NULL);
CREATE INDEX commitment_promiser_index ON commitment USING btree (promiser_id, measure) WHERE (closed_on IS NULL);

-- The rows behind a figure: what was counted, once, with how much.
create table commitment_entry (
  commitment_id uuid not null,
  period integer not null,
  -- The offer, participation, plan, person, booking, resource or contribution that is counted.
  source_id uuid not null,
  source text not null,
  counted_on date not null,
  amount numeric not null,
  base numeric not null default 0,
  -- An answer is still open; when this day is over it counts as late.
  due_on date,
  -- The parties agreed, in a dispute, that this row does not count.
  left_out_at timestamp with time zone,
  constraint commitment_entry_figure_fkey FOREIGN KEY (commitment_id, period) REFERENCES commitment_figure(commitment_id, period) ON DELETE CASCADE,
  constraint commitment_entry_pkey PRIMARY KEY (commitment_id, period, source_id),
  constraint commitment_entry_source_known CHECK ((source = ANY (ARRAY['offer'::text, 'participation'::text, 'course'::text, 'mentor'::text, 'answer'::text, 'booking'::text, 'share'::text, 'record'::text])))
);
CREATE INDEX commitment_entry_due_index ON commitment_entry USING btree (due_on) WHERE (due_on IS NOT NULL);
CREATE INDEX commitment_entry_source_index ON commitment_entry USING btree (source_id);

-- Promised and delivered, per commitment and period: the sum of its entries, kept with every change of them.
create table commitment_figure (
  commitment_id uuid not null,
  period integer not null,
  starts_on date not null,
  ends_on date not null,
  promised numeric not null,
  delivered numeric not null default 0,
  -- Of shares: how many were counted; delivered counts those that fit. 0 for everything else.
  base numeric not null default 0,
  entries integer not null default 0,
  -- When the responsible person is next reminded, before the period ends.
  remind_on date,
  changed_at timestamp with time zone not null,
  constraint commitment_figure_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id) ON DELETE CASCADE,
  constraint commitment_figure_dates_in_order CHECK ((ends_on >= starts_on)),
  constraint commitment_figure_pkey PRIMARY KEY (commitment_id, period)
);
CREATE INDEX commitment_figure_remind_index ON commitment_figure USING btree (remind_on) WHERE (remind_on IS NOT NULL);

-- A record of what was given: money (minor units), kind (its value), hours, a report, a meeting, or what only people can confirm.
create table contribution (
  id uuid not null,
  commitment_id uuid not null,
  organisation_id uuid not null,
  done_on date not null,
  amount numeric not null,
  currency text,
  description text not null,
  evidence_url text,
  file_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  countersigned_at timestamp with time zone,
  countersigned_by uuid,
  -- The party that confirmed the record.
  countersigned_for uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawal_reason text,
  version integer not null default 1,
  constraint contribution_amount_range CHECK ((amount > (0)::numeric)),
  constraint contribution_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint contribution_countersigned_by_another CHECK ((countersigned_for <> organisation_id)),
  constraint contribution_description_length CHECK (((char_length(description) >= 3) AND (char_length(description) <= 2000))),
  constraint contribution_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint contribution_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint contribution_pkey PRIMARY KEY (id),
  constraint contribution_withdrawal_has_reason CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)))
);
CREATE INDEX contribution_commitment_index ON contribution USING btree (commitment_id, done_on DESC, id DESC);

-- Who gives and who takes: places taken up, by provider, home and month. Kept with every participation.
create table cooperation_flow (
  provider_id uuid not null,
  home_id uuid not null,
  month date not null,
  places integer not null,
  constraint cooperation_flow_home_id_fkey FOREIGN KEY (home_id) REFERENCES organisation(id),
  constraint cooperation_flow_pkey PRIMARY KEY (provider_id, home_id, month),
  constraint cooperation_flow_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES organisation(id)
);
CREATE INDEX cooperation_flow_home_index ON cooperation_flow USING btree (home_id, month);

-- A clause while it is negotiated: each has its own version, so that two people who edit one clause collide.
create table draft_clause (
  id uuid not null,
  agreement_version_id uuid not null,
  -- Stays the same from version to version of the agreement.
  clause_key text not null,
  position integer not null,
  -- @type Clause
  body jsonb not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint draft_clause_agreement_version_id_fkey FOREIGN KEY (agreement_version_id) REFERENCES agreement_version(id) ON DELETE CASCADE,
  constraint draft_clause_key_key UNIQUE (agreement_version_id, clause_key),
  constraint draft_clause_key_shape CHECK ((clause_key ~ '^[a-z0-9][a-z0-9-]{0,79}$'::text)),
  constraint draft_clause_pkey PRIMARY KEY (id)
);

-- A party says that a figure, or one row behind it, is wrong; another party answers. A row that both agree on is left out.
create table figure_dispute (
  id uuid not null,
  commitment_id uuid not null,
  period integer not null,
  source_id uuid,
  raised_for uuid not null,
  raised_at timestamp with time zone not null,
  raised_by uuid not null,
  reason text not null,
  state text not null default 'open'::text,
  answered_for uuid,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text,
  version integer not null default 1,
  constraint figure_dispute_answer_complete CHECK (((state = ANY (ARRAY['accepted'::text, 'declined'::text])) = ((answered_at IS NOT NULL) AND (answer IS NOT NULL)))),
  constraint figure_dispute_answered_by_another CHECK ((answered_for <> raised_for)),
  constraint figure_dispute_figure_fkey FOREIGN KEY (commitment_id, period) REFERENCES commitment_figure(commitment_id, period) ON DELETE CASCADE,
  constraint figure_dispute_pkey PRIMARY KEY (id),
  constraint figure_dispute_raised_for_fkey FOREIGN KEY (raised_for) REFERENCES organisation(id),
  constraint figure_dispute_state_known CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX figure_dispute_figure_index ON figure_dispute USING btree (commitment_id, period, raised_at);
CREATE UNIQUE INDEX figure_dispute_open_key ON figure_dispute USING btree (commitment_id, period, COALESCE(source_id, commitment_id)) WHERE (state = 'open'::text);

-- An uploaded file; its bytes are in the data folder under their SHA-256. media_type is what the bytes are, not what the name says.
create table file (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  constraint file_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300))),
  constraint file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint file_pkey PRIMARY KEY (id),
  constraint file_sha256_shape CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_size_range CHECK (((size_bytes >= 1) AND (size_bytes <= 20971520)))
);
CREATE INDEX file_organisation_id_index ON file USING btree (organisation_id);

-- Answers to writes that carried Idempotency-Key, replayed when the same request comes again within a day.
create table idempotency_key (
  person_id uuid not null,
  key text not null,
  request_sha256 text not null,
  -- Null while the first request is still being answered.
  status integer,
  body text,
  headers jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_key_length CHECK (((char_length(key) >= 1) AND (char_length(key) <= 200))),
  constraint idempotency_key_pkey PRIMARY KEY (person_id, key)
);
CREATE INDEX idempotency_key_created_at_index ON idempotency_key USING btree (created_at);

-- One reading of a file: what it was, how its columns were mapped, and what came of it.
create table import (
  id uuid not null,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  mapping jsonb not null default '{}'::jsonb,
  on_error text not null,
  is_dry_run boolean not null,
  state text not null,
  rows_read integer not null default 0,
  rows_valid integer not null default 0,
  rows_created integer not null default 0,
  rows_unchanged integer not null default 0,
  started_at timestamp with time zone not null,
  started_by uuid,
  finished_at timestamp with time zone,
  error text,
  constraint import_kind_known CHECK ((kind = ANY (ARRAY['organisations'::text, 'offers'::text, 'people'::text, 'agreements'::text]))),
  constraint import_on_error_known CHECK ((on_error = ANY (ARRAY['apply_valid'::text, 'apply_nothing'::text]))),
  constraint import_pkey PRIMARY KEY (id),
  constraint import_state_known CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'refused'::text, 'failed'::text])))
);

-- What was wrong with a row, and what to do; the first thousand of an import are kept.
create table import_problem (
  import_id uuid not null,
  row_number integer not null,
  position integer not null,
  field text,
  code text not null,
  message text not null,
  constraint import_problem_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE,
  constraint import_problem_pkey PRIMARY KEY (import_id, row_number, "position")
);

-- What a learner did on a day and for how long; confirmed by the provider's supervisor.
create table journal_entry (
  id uuid not null,
  participation_id uuid not null,
  done_on date not null,
  minutes integer not null,
  text text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  constraint journal_entry_minutes_range CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint journal_entry_participation_id_fkey FOREIGN KEY (participation_id) REFERENCES participation(id) ON DELETE CASCADE,
  constraint journal_entry_pkey PRIMARY KEY (id),
  constraint journal_entry_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 10000)))
);
CREATE INDEX journal_entry_participation_index ON journal_entry USING btree (participation_id, done_on DESC, id DESC);

-- The facts about a learner that eligibility rules ask for.
create table learner_profile (
  person_id uuid not null,
  level text,
  -- ISCED-F 2013, two to four digits.
  field_code text,
  grade_average numeric,
  grade_average_maximum numeric,
  terms_completed integer,
  -- @type LanguageResult[]
  language_results jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  constraint learner_profile_grade_average_range CHECK (((grade_average >= (0)::numeric) AND (grade_average <= grade_average_maximum))),
  constraint learner_profile_level_known CHECK ((level = ANY (ARRAY['school'::text, 'vocational'::text, 'bachelor'::text, 'master'::text, 'doctoral'::text, 'continuing'::text]))),
  constraint learner_profile_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint learner_profile_pkey PRIMARY KEY (person_id),
  constraint learner_profile_terms_completed_range CHECK (((terms_completed >= 0) AND (terms_completed <= 60)))
);

-- That the holder of a loan was reminded: so many days after it is due, negative before. A loan that is extended or called back is due anew.
create table loan_reminder (
  booking_id uuid not null,
  due_at timestamp with time zone not null,
  day integer not null,
  reminded_at timestamp with time zone not null,
  constraint loan_reminder_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  constraint loan_reminder_pkey PRIMARY KEY (booking_id, due_at, day)
);

-- Mail to be sent, written in the transaction that caused it. The id makes the Message-ID, so a repeated delivery can be recognised.
create table mail (
  id uuid not null,
  to_address text not null,
  subject text not null,
  -- Emptied, like body_html, when the mail was sent: it may hold a sign-in link.
  body_text text not null,
  body_html text not null,
  -- Where the reader turns such mail off; becomes List-Unsubscribe. Null for what was asked for, like a sign-in link.
  unsubscribe_url text,
  created_at timestamp with time zone not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  last_error text,
  calendar_method text,
  -- An invitation that calendar programs understand (RFC 5546), sent beside the words; emptied when it was sent.
  calendar_text text,
  constraint mail_calendar_whole CHECK (((calendar_text IS NULL) OR (calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text])))),
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_subject_one_line CHECK ((subject !~ '[
]'::text)),
  constraint mail_to_one_line CHECK ((to_address !~ '[
]'::text))
);
CREATE INDEX mail_due_index ON mail USING btree (next_attempt_at) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));

-- What a person is in an organisation, with role, dates and evidence. People act on behalf of one membership at a time.
create table membership (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  unit_id uuid,
  role text not null,
  started_on date not null,
  ended_on date,
  ended_by uuid,
  evidence text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint membership_dates_in_order CHECK ((ended_on >= started_on)),
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint membership_pkey PRIMARY KEY (id),
  constraint membership_role_known CHECK ((role = ANY (ARRAY['network_administrator'::text, 'coordinator'::text, 'organisation_administrator'::text, 'teacher'::text, 'learner'::text, 'host_supervisor'::text, 'evaluator'::text]))),
  constraint membership_unit_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE UNIQUE INDEX membership_current_key ON membership USING btree (person_id, organisation_id, role) WHERE (ended_on IS NULL);
CREATE INDEX membership_organisation_role_index ON membership USING btree (organisation_id, role, id);
CREATE INDEX membership_person_index ON membership USING btree (person_id);

-- What a person should know, made from an event; the words are chosen where it is read, in the reader's language.
create table notification (
  id uuid not null,
  person_id uuid not null,
  event_id uuid not null,
  kind text not null,
  -- @type NotificationParameters
  parameters jsonb not null default '{}'::jsonb,
  -- The page of the object, below the network's prefix.
  path text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notification_event_key UNIQUE (person_id, event_id, kind),
  constraint notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint notification_pkey PRIMARY KEY (id)
);
CREATE INDEX notification_person_index ON notification USING btree (person_id, created_at DESC, id DESC);
CREATE INDEX notification_unread_index ON notification USING btree (person_id) WHERE (read_at IS NULL);

-- Something a partner makes available. Columns are common to all kinds; what a kind adds stands in details, by its schema in contract/kinds.
create table offer (
  id uuid not null,
  kind text not null,
  organisation_id uuid not null,
  unit_id uuid,
  state text not null default 'draft'::text,
  -- @type LocalisedText
  title jsonb not null,
  -- @type LocalisedText
  description jsonb not null default '{}'::jsonb,
  -- Field of education, ISCED-F 2013, two to four digits.
  field_code text,
  skills text[] not null default '{}'::text[],
  level text,
  -- Languages of instruction, BCP 47.
  languages text[] not null default '{}'::text[],
  mode text not null default 'on_site'::text,
  city text,
  country text,
  time_zone text not null default 'UTC'::text,
  -- Year, or year and season: 2027-spring.
  term text,
  starts_on date,
  ends_on date,
  places integer not null,
  -- Places held: accepted first-come seats and placed or accepted results of rounds.
  places_taken integer not null default 0,
  allocated_by text not null,
  -- network: everybody; partners: organisations that share a partnership with the provider; agreement: parties of the agreement named, while it is in force; own: the provider's people.
  audience text not null default 'network'::text,
  applications_open_at timestamp with time zone,
  applications_close_at timestamp with time zone,
  -- @type EligibilityRule[]
  eligibility jsonb not null default '[]'::jsonb,
  credits_ects numeric,
  hours numeric,
  -- @type OfferDetails
  details jsonb not null default '{}'::jsonb,
  external_source text,
  external_id text,
  -- Words of title, description, provider, city and skills in all languages, segmented by the application.
  search_text text not null default ''::text,
  search tsvector generated always as (to_tsvector('simple'::regconfig, search_text)) stored,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  published_at timestamp with time zone,
  published_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawal_reason text,
  -- How many wait for a first-come seat. Kept beside places_taken, so that whoever holds the row's lock knows without looking elsewhere whether somebody is before them.
  queue_length integer not null default 0,
  -- The agreement under which the places are offered, and against whose promises they count.
  agreement_id uuid,
  -- Learners say in own words why they apply.
  asks_statement boolean not null default false,
  -- When what is offered is over: after its last day and its last session. Null when neither is known.
  over_at timestamp with time zone,
  constraint offer_agreement_audience CHECK (((audience <> 'agreement'::text) OR (agreement_id IS NOT NULL))),
  constraint offer_agreement_party_fkey FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreement_party(agreement_id, organisation_id),
  constraint offer_allocated_by_known CHECK ((allocated_by = ANY (ARRAY['round'::text, 'first_come'::text]))),
  constraint offer_audience_known CHECK ((audience = ANY (ARRAY['network'::text, 'partners'::text, 'agreement'::text, 'own'::text]))),
  constraint offer_country_shape CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint offer_credits_range CHECK (((credits_ects >= (0)::numeric) AND (credits_ects <= (400)::numeric))),
  constraint offer_dates_in_order CHECK ((ends_on >= starts_on)),
  constraint offer_external_key UNIQUE (external_source, external_id),
  constraint offer_external_pair CHECK (((external_source IS NULL) = (external_id IS NULL))),
  constraint offer_field_code_shape CHECK ((field_code ~ '^[0-9]{2,4}$'::text)),
  constraint offer_hours_range CHECK (((hours >= (0)::numeric) AND (hours <= (20000)::numeric))),
  constraint offer_kind_known CHECK ((kind = ANY (ARRAY['internship'::text, 'course'::text, 'exchange_place'::text, 'resource_time'::text]))),
  constraint offer_level_known CHECK ((level = ANY (ARRAY['school'::text, 'vocational'::text, 'bachelor'::text, 'master'::text, 'doctoral'::text, 'continuing'::text]))),
  constraint offer_mode_known CHECK ((mode = ANY (ARRAY['on_site'::text, 'online'::text, 'mixed'::text]))),
  constraint offer_not_oversold CHECK (((places_taken >= 0) AND (places_taken <= places))),
  constraint offer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint offer_pkey PRIMARY KEY (id),
  constraint offer_places_range CHECK (((places >= 1) AND (places <= 100000))),
  constraint offer_queue_length_range CHECK ((queue_length >= 0)),
  constraint offer_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text]))),
  constraint offer_term_shape CHECK ((term ~ '^[0-9]{4}(-(spring|summer|autumn|winter))?$'::text)),
  constraint offer_unit_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint offer_window_in_order CHECK ((applications_close_at > applications_open_at)),
  constraint offer_withdrawal_has_reason CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)))
);
CREATE INDEX offer_agreement_index ON offer USING btree (agreement_id) WHERE (agreement_id IS NOT NULL);
CREATE INDEX offer_facet_index ON offer USING btree (audience) INCLUDE (kind, mode, level, field_code, languages, country, allocated_by, organisation_id, applications_open_at, applications_close_at, over_at, id) WHERE (state = 'published'::text);
CREATE INDEX offer_field_index ON offer USING btree (field_code, published_at DESC, id DESC) WHERE (state = 'published'::text);
CREATE INDEX offer_kind_index ON offer USING btree (kind, published_at DESC, id DESC) WHERE (state = 'published'::text);
CREATE INDEX offer_organisation_index ON offer USING btree (organisation_id, created_at DESC, id DESC);
CREATE INDEX offer_published_index ON offer USING btree (published_at DESC, id DESC) WHERE (state = 'published'::text);
CREATE INDEX offer_resource_index ON offer USING btree (((details ->> 'resourceId'::text))) WHERE (kind = 'resource_time'::text);
CREATE INDEX offer_search_index ON offer USING gin (search);

-- Files shown with an offer, in order.
create table offer_attachment (
  offer_id uuid not null,
  file_id uuid not null,
  position integer not null,
  constraint offer_attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint offer_attachment_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
  constraint offer_attachment_pkey PRIMARY KEY (offer_id, file_id)
);

-- Any party: university, company, public body … Units form a tree below it.
create table organisation (
  id uuid not null,
  kind text not null,
  name text not null,
  -- Up to four characters shown in its square mark.
  short_mark text not null,
  -- ISO 3166-1 alpha-2.
  country text,
  city text,
  website text,
  -- @type LocalisedText
  description jsonb not null default '{}'::jsonb,
  -- Words of name, city and description, segmented by the application (Chinese has no spaces).
  search_text text not null default ''::text,
  search tsvector generated always as (to_tsvector('simple'::regconfig, search_text)) stored,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  archived_at timestamp with time zone,
  archived_by uuid,
  archive_reason text,
  -- The organisation that took this one's place, with everything that goes on. What was said and signed before keeps this one's name.
  merged_into_id uuid,
  -- Proxy or link resolver of its library: the address of what is to be opened, percent-encoded, stands for {url}, or is put behind it.
  link_resolver text,
  -- Where its library answers OpenURL 1.0 (Z39.88-2004).
  open_url_base text,
  constraint organisation_country_shape CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint organisation_kind_known CHECK ((kind = ANY (ARRAY['university'::text, 'school'::text, 'vocational_school'::text, 'research_institute'::text, 'company'::text, 'public_body'::text, 'ngo'::text, 'international_organisation'::text, 'community_organisation'::text]))),
  constraint organisation_link_resolver_secure CHECK (((link_resolver ~~ 'https://%'::text) AND (length(link_resolver) <= 500))),
  constraint organisation_merged_into_another CHECK ((merged_into_id <> id)),
  constraint organisation_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES organisation(id),
  constraint organisation_merged_is_archived CHECK (((merged_into_id IS NULL) OR (archived_at IS NOT NULL))),
  constraint organisation_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 400))),
  constraint organisation_open_url_base_secure CHECK (((open_url_base ~~ 'https://%'::text) AND (length(open_url_base) <= 500))),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_short_mark_length CHECK (((char_length(short_mark) >= 1) AND (char_length(short_mark) <= 4)))
);
CREATE INDEX organisation_merged_into_index ON organisation USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX organisation_name_index ON organisation USING btree (name, id);
CREATE INDEX organisation_search_index ON organisation USING gin (search);

-- What other registers call this organisation; an identifier belongs to one organisation.
create table organisation_identifier (
  scheme text not null,
  value text not null,
  organisation_id uuid not null,
  constraint organisation_identifier_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint organisation_identifier_pkey PRIMARY KEY (scheme, value),
  constraint organisation_identifier_scheme_known CHECK ((scheme = ANY (ARRAY['erasmus'::text, 'pic'::text, 'oid'::text, 'ror'::text, 'uai'::text, 'schac'::text, 'domain'::text, 'local'::text]))),
  constraint organisation_identifier_value_length CHECK (((char_length(value) >= 1) AND (char_length(value) <= 300)))
);
CREATE INDEX organisation_identifier_organisation_id_index ON organisation_identifier USING btree (organisation_id);

-- What an organisation is strong in and what it looks for, as it says itself: where suggestions of partners come from.
create table organisation_interest (
  id uuid not null,
  organisation_id uuid not null,
  direction text not null,
  -- ISCED-F 2013; a broader field holds the narrower ones.
  field_code text not null,
  offer_kind text,
  note text not null default ''::text,
  position integer not null,
  declared_at timestamp with time zone not null,
  constraint organisation_interest_direction_known CHECK ((direction = ANY (ARRAY['strength'::text, 'need'::text]))),
  constraint organisation_interest_field_code_shape CHECK ((field_code ~ '^[0-9]{2,4}$'::text)),
  constraint organisation_interest_note_length CHECK ((char_length(note) <= 500)),
  constraint organisation_interest_offer_kind_known CHECK ((offer_kind = ANY (ARRAY['internship'::text, 'course'::text, 'exchange_place'::text, 'resource_time'::text]))),
  constraint organisation_interest_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_interest_pkey PRIMARY KEY (id)
);
CREATE INDEX organisation_interest_field_index ON organisation_interest USING btree (direction, field_code);
CREATE INDEX organisation_interest_organisation_index ON organisation_interest USING btree (organisation_id, "position");

-- Where an organisation is, in degrees; for distances and the map.
create table organisation_position (
  organisation_id uuid not null,
  latitude numeric not null,
  longitude numeric not null,
  constraint organisation_position_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint organisation_position_pkey PRIMARY KEY (organisation_id),
  constraint organisation_position_range CHECK ((((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric)) AND ((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric))))
);

-- What came of a participation: assessed by the provider, countersigned by the learner, recognised by the home organisation.
create table outcome (
  id uuid not null,
  participation_id uuid not null,
  state text not null,
  -- @type GoalResult[]
  goal_results jsonb not null,
  provider_statement text not null,
  -- As given by the provider, on the scale that grade_scale names; never converted here.
  grade text,
  grade_scale text,
  credits_ects_proposed numeric,
  assessed_at timestamp with time zone not null,
  assessed_by uuid not null,
  learner_statement text,
  countersigned_at timestamp with time zone,
  recognised_at timestamp with time zone,
  recognised_by uuid,
  credits_ects_recognised numeric,
  grade_recognised text,
  grade_scale_recognised text,
  refusal_reason text,
  version integer not null default 1,
  constraint outcome_countersigned_with_words CHECK (((state = 'assessed'::text) OR (learner_statement IS NOT NULL))),
  constraint outcome_credits_range CHECK ((((credits_ects_proposed >= (0)::numeric) AND (credits_ects_proposed <= (400)::numeric)) AND ((credits_ects_recognised >= (0)::numeric) AND (credits_ects_recognised <= (400)::numeric)))),
  constraint outcome_grade_has_scale CHECK (((grade IS NULL) = (grade_scale IS NULL))),
  constraint outcome_participation_id_fkey FOREIGN KEY (participation_id) REFERENCES participation(id),
  constraint outcome_participation_key UNIQUE (participation_id),
  constraint outcome_pkey PRIMARY KEY (id),
  constraint outcome_recognised_grade_has_scale CHECK (((grade_recognised IS NULL) = (grade_scale_recognised IS NULL))),
  constraint outcome_refusal_has_reason CHECK (((state <> 'not_recognised'::text) OR (refusal_reason IS NOT NULL))),
  constraint outcome_state_known CHECK ((state = ANY (ARRAY['assessed'::text, 'countersigned'::text, 'recognised'::text, 'not_recognised'::text])))
);

-- When the owner of an outside calendar is busy; none overlap.
create table outside_busy (
  outside_calendar_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint outside_busy_in_order CHECK ((ends_at > starts_at)),
  constraint outside_busy_outside_calendar_id_fkey FOREIGN KEY (outside_calendar_id) REFERENCES outside_calendar(id) ON DELETE CASCADE,
  constraint outside_busy_pkey PRIMARY KEY (outside_calendar_id, starts_at)
);

-- A calendar that a person keeps elsewhere. Only when they are busy is read from it, never what for.
create table outside_calendar (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  -- Often secret, so nobody is shown it again.
  address text not null,
  etag text,
  read_at timestamp with time zone,
  due_at timestamp with time zone not null,
  failure text,
  failing_since timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint outside_calendar_address_key UNIQUE (person_id, address),
  constraint outside_calendar_address_length CHECK (((char_length(address) >= 1) AND (char_length(address) <= 2000))),
  constraint outside_calendar_failure_since CHECK (((failure IS NULL) = (failing_since IS NULL))),
  constraint outside_calendar_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  constraint outside_calendar_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint outside_calendar_pkey PRIMARY KEY (id)
);
CREATE INDEX outside_calendar_due_index ON outside_calendar USING btree (due_at);

-- Somebody taking up a place: enrolment, placement, exchange.
create table participation (
  id uuid not null,
  application_id uuid not null,
  offer_id uuid not null,
  person_id uuid not null,
  home_organisation_id uuid not null,
  provider_organisation_id uuid not null,
  state text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  constraint participation_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint participation_application_key UNIQUE (application_id),
  constraint participation_early_end_has_reason CHECK (((state <> ALL (ARRAY['ended_early'::text, 'cancelled'::text])) OR (end_reason IS NOT NULL))),
  constraint participation_home_organisation_id_fkey FOREIGN KEY (home_organisation_id) REFERENCES organisation(id),
  constraint participation_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint participation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint participation_pkey PRIMARY KEY (id),
  constraint participation_provider_organisation_id_fkey FOREIGN KEY (provider_organisation_id) REFERENCES organisation(id),
  constraint participation_state_known CHECK ((state = ANY (ARRAY['planning'::text, 'agreed'::text, 'active'::text, 'completed'::text, 'ended_early'::text, 'cancelled'::text])))
);
CREATE INDEX participation_agreed_index ON participation USING btree (id) WHERE (state = 'agreed'::text);
CREATE INDEX participation_home_index ON participation USING btree (home_organisation_id, created_at DESC, id DESC);
CREATE INDEX participation_offer_index ON participation USING btree (offer_id);
CREATE INDEX participation_pair_index ON participation USING btree (provider_organisation_id, home_organisation_id);
CREATE INDEX participation_person_index ON participation USING btree (person_id, created_at DESC);
CREATE INDEX participation_provider_index ON participation USING btree (provider_organisation_id, created_at DESC, id DESC);

-- Organisations working to stated goals: the second key for acts across organisations.
create table partnership (
  id uuid not null,
  name text not null,
  model text not null,
  purpose text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  -- Organisations may apply to join; else they are invited.
  is_open boolean not null default false,
  -- What people outside the partnership read of it, field by field; its name as soon as there is one.
  public_fields text[] not null default '{}'::text[],
  ended_on date,
  ended_by uuid,
  end_reason text,
  constraint partnership_end_has_reason CHECK (((ended_on IS NULL) = (end_reason IS NULL))),
  constraint partnership_model_known CHECK ((model = ANY (ARRAY['bilateral'::text, 'consortium'::text, 'community'::text, 'digital'::text, 'industry_university_research'::text]))),
  constraint partnership_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 400))),
  constraint partnership_pkey PRIMARY KEY (id),
  constraint partnership_public_fields_known CHECK ((public_fields <@ ARRAY['purpose'::text, 'goals'::text, 'members'::text, 'offers'::text, 'agreements'::text, 'contacts'::text]))
);

-- What a partnership works to, who sees to it, and by when.
create table partnership_goal (
  id uuid not null,
  partnership_id uuid not null,
  text text not null,
  owner_id uuid not null,
  due_on date,
  reached_on date,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint partnership_goal_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organisation(id),
  constraint partnership_goal_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE CASCADE,
  constraint partnership_goal_pkey PRIMARY KEY (id),
  constraint partnership_goal_text_length CHECK (((char_length(text) >= 3) AND (char_length(text) <= 1000)))
);
CREATE INDEX partnership_goal_partnership_index ON partnership_goal USING btree (partnership_id, due_on, id);

-- A working group of a partnership.
create table partnership_group (
  id uuid not null,
  partnership_id uuid not null,
  name text not null,
  purpose text not null default ''::text,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint partnership_group_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  constraint partnership_group_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE CASCADE,
  constraint partnership_group_pkey PRIMARY KEY (id)
);
CREATE INDEX partnership_group_partnership_index ON partnership_group USING btree (partnership_id, id);

-- Who belongs to a partnership, in which role and when.
create table partnership_member (
  partnership_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  joined_on date not null,
  left_on date,
  constraint partnership_member_dates_in_order CHECK ((left_on >= joined_on)),
  constraint partnership_member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint partnership_member_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE CASCADE,
  constraint partnership_member_pkey PRIMARY KEY (partnership_id, organisation_id),
  constraint partnership_member_role_known CHECK ((role = ANY (ARRAY['lead'::text, 'partner'::text, 'associated'::text, 'funder'::text, 'observer'::text])))
);
CREATE INDEX partnership_member_organisation_id_index ON partnership_member USING btree (organisation_id);

-- Whom to ask (no group), or who belongs to a working group.
create table partnership_person (
  id uuid not null,
  partnership_id uuid not null,
  group_id uuid,
  person_id uuid not null,
  organisation_id uuid not null,
  function text not null default ''::text,
  added_at timestamp with time zone not null,
  constraint partnership_person_function_length CHECK ((char_length(function) <= 200)),
  constraint partnership_person_group_id_fkey FOREIGN KEY (group_id) REFERENCES partnership_group(id) ON DELETE CASCADE,
  constraint partnership_person_member_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership_member(partnership_id, organisation_id),
  constraint partnership_person_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE CASCADE,
  constraint partnership_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint partnership_person_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX partnership_person_key ON partnership_person USING btree (partnership_id, person_id, COALESCE(group_id, partnership_id));

-- An organisation asks to join, or is asked to.
create table partnership_request (
  id uuid not null,
  partnership_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  message text not null,
  state text not null default 'open'::text,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text,
  version integer not null default 1,
  -- As what the organisation joins once it is accepted, or accepts.
  role text not null default 'partner'::text,
  constraint partnership_request_answered CHECK (((state = 'open'::text) = (answered_at IS NULL))),
  constraint partnership_request_kind_known CHECK ((kind = ANY (ARRAY['application'::text, 'invitation'::text]))),
  constraint partnership_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint partnership_request_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id) ON DELETE CASCADE,
  constraint partnership_request_pkey PRIMARY KEY (id),
  constraint partnership_request_role_known CHECK ((role = ANY (ARRAY['lead'::text, 'partner'::text, 'associated'::text, 'funder'::text, 'observer'::text]))),
  constraint partnership_request_state_known CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX partnership_request_open_key ON partnership_request USING btree (partnership_id, organisation_id) WHERE (state = 'open'::text);
CREATE INDEX partnership_request_organisation_index ON partnership_request USING btree (organisation_id) WHERE (state = 'open'::text);

-- The units of a member that take part; the whole organisation when there are none.
create table partnership_unit (
  partnership_id uuid not null,
  organisation_id uuid not null,
  unit_id uuid not null,
  constraint partnership_unit_member_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership_member(partnership_id, organisation_id) ON DELETE CASCADE,
  constraint partnership_unit_pkey PRIMARY KEY (partnership_id, unit_id),
  constraint partnership_unit_unit_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);

-- That somebody has a qualification, from when to when. It holds up to the day before expires_on.
create table passport (
  id uuid not null,
  qualification_id uuid not null,
  person_id uuid not null,
  issued_on date not null,
  expires_on date,
  evidence text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revocation_reason text,
  constraint passport_dates_in_order CHECK ((expires_on > issued_on)),
  constraint passport_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint passport_pkey PRIMARY KEY (id),
  constraint passport_qualification_id_fkey FOREIGN KEY (qualification_id) REFERENCES qualification(id),
  constraint passport_revocation_has_reason CHECK (((revoked_at IS NULL) = (revocation_reason IS NULL)))
);
CREATE UNIQUE INDEX passport_current_key ON passport USING btree (qualification_id, person_id, issued_on) WHERE (revoked_at IS NULL);
CREATE INDEX passport_person_index ON passport USING btree (person_id, qualification_id);
CREATE INDEX passport_qualification_index ON passport USING btree (qualification_id, id DESC);

-- A human in this network. account_id names platform.account, which is in another schema and so has no foreign key.
create table person (
  id uuid not null,
  account_id uuid,
  name text not null,
  email text,
  language text not null default 'en'::text,
  time_zone text not null default 'UTC'::text,
  mail_preference text not null default 'each'::text,
  -- The membership last chosen in the header; requests without an explicit one act under it.
  acting_membership_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint person_account_id_key UNIQUE (account_id),
  constraint person_email_key UNIQUE (email),
  constraint person_email_lower CHECK ((email = lower(email))),
  constraint person_mail_preference_known CHECK ((mail_preference = ANY (ARRAY['each'::text, 'none'::text]))),
  constraint person_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 400))),
  constraint person_pkey PRIMARY KEY (id)
);
CREATE INDEX person_name_index ON person USING btree (name, id);

-- What will be learnt, when, how long and with whom. A version is immutable: a change is a new number, and the last one agreed by all three stays in force.
create table plan (
  id uuid not null,
  participation_id uuid not null,
  number integer not null,
  -- @type PlanGoal[]
  goals jsonb not null,
  tasks text not null default ''::text,
  starts_on date not null,
  ends_on date not null,
  hours numeric not null,
  provider_supervisor_id uuid,
  home_supervisor_id uuid,
  created_at timestamp with time zone not null,
  -- Null for the first proposal, which is made from the offer.
  created_by uuid,
  agreed_at timestamp with time zone,
  constraint plan_dates_in_order CHECK ((ends_on >= starts_on)),
  constraint plan_home_supervisor_id_fkey FOREIGN KEY (home_supervisor_id) REFERENCES person(id),
  constraint plan_hours_range CHECK (((hours > (0)::numeric) AND (hours <= (20000)::numeric))),
  constraint plan_number_key UNIQUE (participation_id, number),
  constraint plan_participation_id_fkey FOREIGN KEY (participation_id) REFERENCES participation(id) ON DELETE CASCADE,
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_provider_supervisor_id_fkey FOREIGN KEY (provider_supervisor_id) REFERENCES person(id)
);
CREATE INDEX plan_provider_supervisor_index ON plan USING btree (provider_supervisor_id) WHERE (provider_supervisor_id IS NOT NULL);

-- Which of the three parties agreed to a version of the plan, who, and when.
create table plan_approval (
  plan_id uuid not null,
  party text not null,
  person_id uuid not null,
  organisation_id uuid not null,
  approved_at timestamp with time zone not null,
  constraint plan_approval_party_known CHECK ((party = ANY (ARRAY['learner'::text, 'provider'::text, 'home'::text]))),
  constraint plan_approval_pkey PRIMARY KEY (plan_id, party),
  constraint plan_approval_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE
);

-- The ranked list of an application: rank 1 is wanted most.
create table preference (
  application_id uuid not null,
  rank integer not null,
  offer_id uuid not null,
  constraint preference_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
  constraint preference_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint preference_offer_key UNIQUE (application_id, offer_id) DEFERRABLE INITIALLY DEFERRED,
  constraint preference_pkey PRIMARY KEY (application_id, rank),
  constraint preference_rank_range CHECK (((rank >= 1) AND (rank <= 100)))
);
CREATE INDEX preference_offer_index ON preference USING btree (offer_id);

-- What somebody must have learnt before they may book: a safety instruction, a licence to operate.
create table qualification (
  id uuid not null,
  organisation_id uuid not null,
  -- @type LocalisedText
  name jsonb not null,
  -- @type LocalisedText
  description jsonb not null default '{}'::jsonb,
  -- How long a passport for it holds; null for ever.
  valid_months integer,
  -- The instruction: an offer of the network at which the passport is earned.
  offer_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  archived_at timestamp with time zone,
  constraint qualification_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint qualification_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint qualification_pkey PRIMARY KEY (id),
  constraint qualification_valid_months_range CHECK (((valid_months >= 1) AND (valid_months <= 600)))
);
CREATE INDEX qualification_organisation_index ON qualification USING btree (organisation_id, id);

-- A passport for recognised_id opens whatever asks for qualification_id, as the owner of the latter decided.
create table qualification_recognition (
  qualification_id uuid not null,
  recognised_id uuid not null,
  recognised_at timestamp with time zone not null,
  recognised_by uuid,
  constraint qualification_recognition_other CHECK ((qualification_id <> recognised_id)),
  constraint qualification_recognition_pkey PRIMARY KEY (qualification_id, recognised_id),
  constraint qualification_recognition_qualification_id_fkey FOREIGN KEY (qualification_id) REFERENCES qualification(id) ON DELETE CASCADE,
  constraint qualification_recognition_recognised_id_fkey FOREIGN KEY (recognised_id) REFERENCES qualification(id) ON DELETE CASCADE
);

-- How much of a quota somebody used in a period. Counted in the statement that books, so that the check refuses what two requests at once would exceed.
create table quota_use (
  quota_id uuid not null,
  -- The person, unit or organisation; for everybody the resource itself.
  subject_id uuid not null,
  period_starts_on date not null,
  used_minutes integer not null,
  limit_minutes integer not null,
  constraint quota_use_pkey PRIMARY KEY (quota_id, subject_id, period_starts_on),
  constraint quota_use_quota_id_fkey FOREIGN KEY (quota_id) REFERENCES resource_quota(id) ON DELETE CASCADE,
  constraint quota_use_within_limit CHECK ((used_minutes <= limit_minutes))
);

-- How a provider ranks the learners who wish for its offer. Equal positions are ties; a null position means not acceptable.
create table ranking (
  round_id uuid not null,
  offer_id uuid not null,
  person_id uuid not null,
  position integer,
  constraint ranking_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint ranking_pkey PRIMARY KEY (round_id, offer_id, person_id),
  constraint ranking_position_range CHECK ((("position" >= 1) AND ("position" <= 1000000))),
  constraint ranking_round_offer_fkey FOREIGN KEY (round_id, offer_id) REFERENCES round_offer(round_id, offer_id) ON DELETE CASCADE
);

-- What an organisation shares: a laboratory, an instrument, a room, a collection, a person's hours. Its rules are columns; opening hours, quotas, rates and needed qualifications have tables.
create table resource (
  id uuid not null,
  kind text not null,
  organisation_id uuid not null,
  unit_id uuid,
  -- Whose hours these are.
  person_id uuid,
  state text not null default 'in_service'::text,
  -- @type LocalisedText
  name jsonb not null,
  -- @type LocalisedText
  description jsonb not null default '{}'::jsonb,
  skills text[] not null default '{}'::text[],
  field_code text,
  accessories text[] not null default '{}'::text[],
  address text,
  city text,
  country text,
  latitude double precision,
  longitude double precision,
  time_zone text not null,
  url text,
  -- whole: one holder at a time; items: a pool of identical items; seats: so many users at the same time.
  shared_as text not null default 'whole'::text,
  audience text not null default 'partners'::text,
  grid_minutes integer not null default 15,
  shortest_minutes integer not null default 15,
  longest_minutes integer not null default 480,
  notice_minutes integer not null default 0,
  horizon_days integer not null default 180,
  buffer_before_minutes integer not null default 0,
  buffer_after_minutes integer not null default 0,
  cancel_notice_minutes integer not null default 0,
  -- Who must agree before a booking holds, in this order: the holder's organisation, the owner.
  approval_chain text[] not null default '{}'::text[],
  check_in text not null default 'none'::text,
  check_in_code text,
  -- Who has not checked in so long after the beginning loses the rest.
  release_after_minutes integer,
  -- How long somebody promoted from the waiting list has to accept; null: promotion is final.
  accept_within_minutes integer,
  -- Requests are collected and decided by fair share so many hours before they begin; null: first come.
  fair_share_hours integer,
  external_source text,
  external_id text,
  search_text text not null default ''::text,
  search tsvector generated always as (to_tsvector('simple'::regconfig, search_text)) stored,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  state_since timestamp with time zone not null,
  state_reason text,
  merged_into_id uuid,
  -- What a person's hours may be booked for; empty: whatever is agreed.
  services text[] not null default '{}'::text[],
  -- How often a booking was made while more was held than the pool has left: each counts what is held and takes its turn, so that no two count the same.
  turn integer not null default 0,
  -- Of a collection or an online resource that is one title; without hyphens.
  isbn text,
  issn text,
  doi text,
  constraint resource_accept_within_range CHECK (((accept_within_minutes >= 1) AND (accept_within_minutes <= 20160))),
  constraint resource_approval_chain_known CHECK ((approval_chain <@ ARRAY['home'::text, 'owner'::text])),
  constraint resource_audience_known CHECK ((audience = ANY (ARRAY['network'::text, 'partners'::text, 'own'::text]))),
  constraint resource_buffer_range CHECK ((((buffer_before_minutes >= 0) AND (buffer_before_minutes <= 1440)) AND ((buffer_after_minutes >= 0) AND (buffer_after_minutes <= 1440)))),
  constraint resource_check_in_known CHECK ((check_in = ANY (ARRAY['none'::text, 'page'::text, 'code'::text]))),
  constraint resource_code_when_needed CHECK (((check_in <> 'code'::text) OR (check_in_code IS NOT NULL))),
  constraint resource_country_shape CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint resource_doi_shape CHECK ((doi ~ '^10\.[0-9]{4,9}/\S+$'::text)),
  constraint resource_external_key UNIQUE (external_source, external_id),
  constraint resource_external_pair CHECK (((external_source IS NULL) = (external_id IS NULL))),
  constraint resource_fair_share_range CHECK (((fair_share_hours >= 1) AND (fair_share_hours <= 2160))),
  constraint resource_field_code_shape CHECK ((field_code ~ '^[0-9]{2,4}$'::text)),
  constraint resource_grid_range CHECK (((grid_minutes >= 1) AND (grid_minutes <= 1440))),
  constraint resource_horizon_range CHECK (((horizon_days >= 1) AND (horizon_days <= 1100))),
  constraint resource_isbn_shape CHECK ((isbn ~ '^([0-9]{9}[0-9X]|[0-9]{13})$'::text)),
  constraint resource_issn_shape CHECK ((issn ~ '^[0-9]{4}-[0-9]{3}[0-9X]$'::text)),
  constraint resource_kind_known CHECK ((kind = ANY (ARRAY['laboratory'::text, 'equipment'::text, 'room'::text, 'training_base'::text, 'collection'::text, 'online_resource'::text, 'person_time'::text, 'vehicle'::text]))),
  constraint resource_length_range CHECK ((((shortest_minutes >= 1) AND (shortest_minutes <= longest_minutes)) AND (longest_minutes <= 527040))),
  constraint resource_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES resource(id),
  constraint resource_merged_other CHECK ((merged_into_id <> id)),
  constraint resource_notice_range CHECK ((((notice_minutes >= 0) AND (notice_minutes <= 527040)) AND ((cancel_notice_minutes >= 0) AND (cancel_notice_minutes <= 527040)))),
  constraint resource_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint resource_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint resource_person_of_time CHECK (((kind = 'person_time'::text) = (person_id IS NOT NULL))),
  constraint resource_pkey PRIMARY KEY (id),
  constraint resource_place_pair CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint resource_place_range CHECK ((((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))),
  constraint resource_release_after_range CHECK (((release_after_minutes >= 1) AND (release_after_minutes <= 1440))),
  constraint resource_services_known CHECK ((services <@ ARRAY['guest_lecture'::text, 'consultation'::text, 'mentoring'::text, 'staff_exchange'::text, 'research_visit'::text])),
  constraint resource_services_of_people CHECK (((kind = 'person_time'::text) OR (services = '{}'::text[]))),
  constraint resource_shared_as_known CHECK ((shared_as = ANY (ARRAY['whole'::text, 'items'::text, 'seats'::text]))),
  constraint resource_state_known CHECK ((state = ANY (ARRAY['in_service'::text, 'maintenance'::text, 'retired'::text]))),
  constraint resource_unit_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX resource_kind_index ON resource USING btree (kind, id) WHERE (state <> 'retired'::text);
CREATE INDEX resource_organisation_index ON resource USING btree (organisation_id, id);
CREATE INDEX resource_person_index ON resource USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX resource_place_index ON resource USING btree (latitude, longitude) WHERE (state <> 'retired'::text);
CREATE INDEX resource_search_index ON resource USING gin (search);

-- Agreements that the owner named: partners of a resource that names some are the other parties, while one of them binds both. A resource that names none counts whoever shares a partnership.
create table resource_agreement (
  resource_id uuid not null,
  -- Written as null, and so refused, when the agreement does not bind the owner.
  agreement_id uuid,
  constraint resource_agreement_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id) ON DELETE CASCADE,
  constraint resource_agreement_binds_owner CHECK ((agreement_id IS NOT NULL)),
  constraint resource_agreement_key UNIQUE (resource_id, agreement_id),
  constraint resource_agreement_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE
);
CREATE INDEX resource_agreement_agreement_index ON resource_agreement USING btree (agreement_id);

-- A day that differs: closed (a holiday), or open at other hours.
create table resource_exception (
  resource_id uuid not null,
  on_date date not null,
  opens_minute integer,
  closes_minute integer,
  note text not null default ''::text,
  constraint resource_exception_in_order CHECK ((((opens_minute >= 0) AND (opens_minute <= 1439)) AND (closes_minute > opens_minute) AND (closes_minute <= 1440))),
  constraint resource_exception_pair CHECK (((opens_minute IS NULL) = (closes_minute IS NULL))),
  constraint resource_exception_pkey PRIMARY KEY (resource_id, on_date),
  constraint resource_exception_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE
);

-- Photographs and documents of a resource, in order.
create table resource_file (
  resource_id uuid not null,
  file_id uuid not null,
  shown_as text not null,
  position integer not null,
  constraint resource_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint resource_file_pkey PRIMARY KEY (resource_id, file_id),
  constraint resource_file_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE,
  constraint resource_file_shown_as_known CHECK ((shown_as = ANY (ARRAY['photograph'::text, 'manual'::text, 'safety'::text, 'other'::text])))
);

-- What is held: the whole resource (number 1), each item of a pool, each seat.
create table resource_item (
  -- A small number by which the exclusion constraint of booking_item tells items apart.
  key integer not null generated as identity,
  resource_id uuid not null,
  number integer not null,
  label text,
  retired_at timestamp with time zone,
  constraint resource_item_number_key UNIQUE (resource_id, number),
  constraint resource_item_number_range CHECK (((number >= 1) AND (number <= 10000))),
  constraint resource_item_pkey PRIMARY KEY (key),
  constraint resource_item_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE
);

-- Offers that use a resource, such as the courses it serves; said by its owner.
create table resource_offer (
  resource_id uuid not null,
  -- Written as null, and so refused, when the owner may not see the offer or does not work with its provider.
  offer_id uuid,
  constraint resource_offer_key UNIQUE (resource_id, offer_id),
  constraint resource_offer_may_be_linked CHECK ((offer_id IS NOT NULL)),
  constraint resource_offer_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
  constraint resource_offer_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE
);
CREATE INDEX resource_offer_offer_index ON resource_offer USING btree (offer_id);

-- Weekly opening hours at the place, and for whom: Monday is 1, minutes from midnight. Without any the resource is always open for its audience.
create table resource_opening (
  resource_id uuid not null,
  weekday integer not null,
  opens_minute integer not null,
  closes_minute integer not null,
  audience text not null,
  constraint resource_opening_audience_known CHECK ((audience = ANY (ARRAY['network'::text, 'partners'::text, 'own'::text]))),
  constraint resource_opening_in_order CHECK ((((opens_minute >= 0) AND (opens_minute <= 1439)) AND (closes_minute > opens_minute) AND (closes_minute <= 1440))),
  constraint resource_opening_pkey PRIMARY KEY (resource_id, weekday, opens_minute, audience),
  constraint resource_opening_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE,
  constraint resource_opening_weekday_range CHECK (((weekday >= 1) AND (weekday <= 7)))
);

-- Who books the resource books its parts with it.
create table resource_part (
  resource_id uuid not null,
  part_id uuid not null,
  constraint resource_part_other CHECK ((resource_id <> part_id)),
  constraint resource_part_part_id_fkey FOREIGN KEY (part_id) REFERENCES resource(id) ON DELETE CASCADE,
  constraint resource_part_pkey PRIMARY KEY (resource_id, part_id),
  constraint resource_part_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE
);
CREATE INDEX resource_part_part_index ON resource_part USING btree (part_id);

-- Training gates: who books needs a passport for each, valid until the booking ends.
create table resource_qualification (
  resource_id uuid not null,
  qualification_id uuid not null,
  constraint resource_qualification_pkey PRIMARY KEY (resource_id, qualification_id),
  constraint resource_qualification_qualification_id_fkey FOREIGN KEY (qualification_id) REFERENCES qualification(id),
  constraint resource_qualification_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE
);

-- How long somebody may hold the resource in a period. Per everybody: the limit of the resource itself, for instance of a person's contract.
create table resource_quota (
  id uuid not null,
  resource_id uuid not null,
  per text not null,
  period text not null,
  limit_minutes integer not null,
  -- First day of a term; other periods follow the calendar.
  starts_on date,
  ends_on date,
  constraint resource_quota_dates_in_order CHECK ((ends_on >= starts_on)),
  constraint resource_quota_key UNIQUE NULLS NOT DISTINCT (resource_id, per, period, starts_on),
  constraint resource_quota_limit_range CHECK (((limit_minutes >= 1) AND (limit_minutes <= 5270400))),
  constraint resource_quota_per_known CHECK ((per = ANY (ARRAY['person'::text, 'unit'::text, 'organisation'::text, 'everybody'::text]))),
  constraint resource_quota_period_known CHECK ((period = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'year'::text, 'term'::text]))),
  constraint resource_quota_pkey PRIMARY KEY (id),
  constraint resource_quota_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE,
  constraint resource_quota_term_has_days CHECK (((period = 'term'::text) = ((starts_on IS NOT NULL) AND (ends_on IS NOT NULL))))
);

-- The price of an hour of one item: internal (own), partner, outside (network).
create table resource_rate (
  resource_id uuid not null,
  audience text not null,
  amount_minor integer not null,
  currency text not null,
  constraint resource_rate_amount_range CHECK ((amount_minor >= 0)),
  constraint resource_rate_audience_known CHECK ((audience = ANY (ARRAY['network'::text, 'partners'::text, 'own'::text]))),
  constraint resource_rate_currency_shape CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint resource_rate_pkey PRIMARY KEY (resource_id, audience),
  constraint resource_rate_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE
);

-- Hours promised to a partner, from first to last day. When more is asked for than there is, who used least of its share goes first.
create table resource_share (
  id uuid not null,
  resource_id uuid not null,
  organisation_id uuid not null,
  promised_minutes integer not null,
  starts_on date not null,
  ends_on date not null,
  -- The commitment of an agreement that promises them.
  commitment_id uuid,
  constraint resource_share_dates_in_order CHECK ((ends_on >= starts_on)),
  constraint resource_share_key UNIQUE (resource_id, organisation_id, starts_on),
  constraint resource_share_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint resource_share_pkey PRIMARY KEY (id),
  constraint resource_share_promised_range CHECK (((promised_minutes >= 1) AND (promised_minutes <= 52704000))),
  constraint resource_share_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE
);

-- The states a resource went through.
create table resource_status (
  resource_id uuid not null,
  since timestamp with time zone not null,
  state text not null,
  reason text,
  set_by uuid,
  constraint resource_status_pkey PRIMARY KEY (resource_id, since),
  constraint resource_status_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id) ON DELETE CASCADE,
  constraint resource_status_state_known CHECK ((state = ANY (ARRAY['in_service'::text, 'maintenance'::text, 'retired'::text])))
);

-- A period in which applications for many offers are collected and allocated together.
create table round (
  id uuid not null,
  organisation_id uuid not null,
  -- @type LocalisedText
  name jsonb not null,
  term text,
  state text not null default 'draft'::text,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  respond_by timestamp with time zone,
  wishes_minimum integer not null default 1,
  wishes_maximum integer not null default 10,
  -- How offers rank learners: each provider's own ranking, a published score, or the lottery alone.
  ranked_by text not null,
  -- The published sentence that says how scores are made.
  score_rule text,
  -- Drawn when the round opens; leaves the server only with the result (seed_revealed_at).
  seed text,
  -- SHA-256 of the seed, published from opening on, before the window closes.
  seed_commitment text,
  seed_committed_at timestamp with time zone,
  seed_revealed_at timestamp with time zone,
  published_run_id uuid,
  published_at timestamp with time zone,
  published_by uuid,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  cancellation_reason text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by uuid,
  -- Drawn when the round opens; makes the names under which learners stand in the published problem. Never leaves the server.
  pseudonym_salt text,
  constraint round_cancellation_has_reason CHECK (((cancelled_at IS NULL) = (cancellation_reason IS NULL))),
  constraint round_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint round_pkey PRIMARY KEY (id),
  constraint round_pseudonym_salt_shape CHECK ((pseudonym_salt ~ '^[0-9a-f]{64}$'::text)),
  constraint round_ranked_by_known CHECK ((ranked_by = ANY (ARRAY['provider_ranking'::text, 'score'::text, 'lottery'::text]))),
  constraint round_respond_by_after_close CHECK ((respond_by > closes_at)),
  constraint round_seed_shape CHECK ((seed ~ '^[0-9a-f]{64}$'::text)),
  constraint round_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'review'::text, 'published'::text, 'cancelled'::text]))),
  constraint round_term_shape CHECK ((term ~ '^[0-9]{4}(-(spring|summer|autumn|winter))?$'::text)),
  constraint round_window_in_order CHECK ((closes_at > opens_at)),
  constraint round_wishes_range CHECK ((((wishes_minimum >= 1) AND (wishes_minimum <= wishes_maximum)) AND (wishes_maximum <= 100)))
);
CREATE INDEX round_organisation_index ON round USING btree (organisation_id, created_at DESC);
CREATE INDEX round_state_index ON round USING btree (state, closes_at);

-- The learner memberships invited to a round, with the published score where the round ranks by score.
create table round_learner (
  round_id uuid not null,
  membership_id uuid not null,
  score numeric,
  constraint round_learner_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership(id),
  constraint round_learner_pkey PRIMARY KEY (round_id, membership_id),
  constraint round_learner_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE
);
CREATE INDEX round_learner_membership_index ON round_learner USING btree (membership_id);

-- The offers of a round.
create table round_offer (
  round_id uuid not null,
  offer_id uuid not null,
  -- Grows with every change of the provider's ranking; 0 until the provider ranked.
  ranking_version integer not null default 0,
  ranked_at timestamp with time zone,
  ranked_by uuid,
  -- From when on the offer’s places are given by this round, until it is published or cancelled; null before and after.
  running_since timestamp with time zone,
  constraint round_offer_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint round_offer_pkey PRIMARY KEY (round_id, offer_id),
  constraint round_offer_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE
);
CREATE INDEX round_offer_offer_index ON round_offer USING btree (offer_id);
CREATE UNIQUE INDEX round_offer_running_key ON round_offer USING btree (offer_id) WHERE (running_since IS NOT NULL);

-- One execution of an allocation method on frozen input.
create table run (
  id uuid not null,
  round_id uuid not null,
  number integer not null,
  state text not null,
  method text not null,
  input_sha256 text,
  -- The canonical problem (RFC 8785) that was solved, for anyone to run again.
  input text,
  -- @type RunStatistics
  statistics jsonb,
  progress integer not null default 0,
  error text,
  started_at timestamp with time zone not null,
  started_by uuid,
  finished_at timestamp with time zone,
  -- Whether the stored input, solved a second time, gave the same result.
  is_repeatable boolean,
  -- Who stopped it before it had a result.
  cancelled_by uuid,
  constraint run_number_key UNIQUE (round_id, number),
  constraint run_pkey PRIMARY KEY (id),
  constraint run_progress_range CHECK (((progress >= 0) AND (progress <= 100))),
  constraint run_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE,
  constraint run_state_known CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'failed'::text, 'superseded'::text, 'cancelled'::text])))
);
CREATE UNIQUE INDEX run_one_at_a_time_key ON run USING btree (round_id) WHERE (state = 'running'::text);
CREATE INDEX run_running_index ON run USING btree (started_at) WHERE (state = 'running'::text);

-- A search in the catalogue that somebody keeps for later, under a name of their own.
create table saved_search (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  -- @type SavedQuery
  query jsonb not null,
  created_at timestamp with time zone not null,
  constraint saved_search_name_key UNIQUE (person_id, name),
  constraint saved_search_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  constraint saved_search_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint saved_search_pkey PRIMARY KEY (id)
);

-- Public Ed25519 keys that sealed this network, each endorsing the one before it. Private keys are never in the database.
create table seal_key (
  -- The first 16 hex digits of the SHA-256 of the public key.
  id text not null,
  public_key bytea not null,
  first_used_at timestamp with time zone not null,
  predecessor_id text,
  -- Up to which size of the tree the earlier key counts, and with which root.
  predecessor_size bigint,
  predecessor_root bytea,
  -- Signature of this key over its predecessor, size and root.
  endorsement bytea,
  constraint seal_key_endorsement_whole CHECK ((num_nonnulls(predecessor_id, predecessor_size, predecessor_root, endorsement) = ANY (ARRAY[0, 4]))),
  constraint seal_key_pkey PRIMARY KEY (id),
  constraint seal_key_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES seal_key(id),
  constraint seal_key_predecessor_key UNIQUE (predecessor_id),
  constraint seal_key_public_key_length CHECK ((octet_length(public_key) = 32))
);

-- A dated run of an offer. Instants; time_zone is the zone of the place, in which local times are shown.
create table session (
  id uuid not null,
  offer_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  time_zone text not null,
  place text,
  note text,
  constraint session_in_order CHECK ((ends_at > starts_at)),
  constraint session_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (id)
);
CREATE INDEX session_offer_index ON session USING btree (offer_id, starts_at);

-- The rules of this network: one row.
create table setting (
  id integer not null default 1,
  -- Groups of fewer people are hidden in every table, chart and export.
  small_group_threshold integer not null default 10,
  languages text[] not null default ARRAY['en'::text, 'zh-CN'::text],
  time_zone text not null default 'UTC'::text,
  version integer not null default 1,
  constraint setting_pkey PRIMARY KEY (id),
  constraint setting_single_row CHECK ((id = 1)),
  constraint setting_small_group_threshold_range CHECK (((small_group_threshold >= 2) AND (small_group_threshold <= 1000)))
);

-- A link by which somebody without an account reads and signs once. Only hashes of link and code are kept.
create table signing_link (
  id uuid not null,
  signatory_id uuid not null,
  token_sha256 text not null,
  email text not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  used_at timestamp with time zone,
  -- Of the six digits that were mailed when the person wanted to sign: a forwarded link does not sign.
  code_sha256 text,
  code_sent_at timestamp with time zone,
  code_attempts integer not null default 0,
  constraint signing_link_pkey PRIMARY KEY (id),
  constraint signing_link_signatory_id_fkey FOREIGN KEY (signatory_id) REFERENCES agreement_signatory(id) ON DELETE CASCADE,
  constraint signing_link_token_key UNIQUE (token_sha256)
);
CREATE INDEX signing_link_signatory_index ON signing_link USING btree (signatory_id);

-- Faculty, department, plant: the tree below an organisation.
create table unit (
  id uuid not null,
  organisation_id uuid not null,
  parent_id uuid,
  name text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint unit_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 400))),
  constraint unit_of_organisation_key UNIQUE (organisation_id, id),
  constraint unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint unit_parent_fkey FOREIGN KEY (organisation_id, parent_id) REFERENCES unit(organisation_id, id),
  constraint unit_parent_other CHECK ((parent_id <> id)),
  constraint unit_pkey PRIMARY KEY (id)
);
CREATE INDEX unit_parent_index ON unit USING btree (parent_id);

-- What a step of a party's review decided about a proposed version, who and when.
create table version_approval (
  agreement_version_id uuid not null,
  organisation_id uuid not null,
  step text not null,
  decision text not null,
  reason text,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint version_approval_agreement_version_id_fkey FOREIGN KEY (agreement_version_id) REFERENCES agreement_version(id),
  constraint version_approval_decision_known CHECK ((decision = ANY (ARRAY['approved'::text, 'change_asked'::text]))),
  constraint version_approval_pkey PRIMARY KEY (agreement_version_id, organisation_id, step),
  constraint version_approval_reason_given CHECK (((decision = 'approved'::text) OR (reason IS NOT NULL))),
  constraint version_approval_step_known CHECK ((step = ANY (ARRAY['unit'::text, 'legal'::text, 'head'::text])))
);
