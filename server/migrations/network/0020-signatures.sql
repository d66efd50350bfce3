create table agreement_signing (
  agreement_version_id uuid constraint agreement_signing_pkey primary key
    constraint agreement_signing_version_fkey references agreement_version (id),
  check_code text not null,
  due_on date not null,
  started_at timestamptz not null,
  started_by uuid not null,
  started_for uuid not null,
  constraint agreement_signing_check_code_key unique (check_code),
  constraint agreement_signing_check_code_shape check (check_code ~ '^[2-9A-HJ-NP-Z]{16}$')
);
comment on table agreement_signing is 'That a version approved by all is being signed, and until when.';
comment on column agreement_signing.check_code is 'Printed on the document: with it anybody who holds the document checks it. 80 random bits.';

create table agreement_signatory (
  id uuid constraint agreement_signatory_pkey primary key,
  agreement_version_id uuid not null constraint agreement_signatory_version_fkey references agreement_signing (agreement_version_id),
  organisation_id uuid not null constraint agreement_signatory_organisation_id_fkey references organisation (id),
  kind text not null default 'signatory',
  step integer not null default 1,
  person_id uuid constraint agreement_signatory_person_id_fkey references person (id),
  name text,
  email text,
  office text,
  language text not null default 'en',
  asked_at timestamptz,
  reminded_on date,
  declined_at timestamptz,
  declined_by text,
  decline_reason text,
  version integer not null default 1,
  constraint agreement_signatory_kind_known check (kind in ('signatory', 'witness')),
  constraint agreement_signatory_step_range check (step between 1 and 20),
  constraint agreement_signatory_who check (person_id is null or email is null),
  constraint agreement_signatory_named check (email is null or name is not null),
  constraint agreement_signatory_decline_whole check (num_nonnulls(declined_at, declined_by, decline_reason) in (0, 3))
);
create index agreement_signatory_version_index on agreement_signatory (agreement_version_id, step);
create index agreement_signatory_person_index on agreement_signatory (person_id);
comment on table agreement_signatory is 'Who is to sign a version, for whom and in which order. Neither person nor address: any administrator of the organisation.';
comment on column agreement_signatory.email is 'Of somebody without an account, who signs by a link.';
comment on column agreement_signatory.office is 'The function in which the person signs, as it will stand on the document.';
comment on column agreement_signatory.step is 'Those with a lower step sign first; those with the same step in any order.';
comment on column agreement_signatory.asked_at is 'When it became their turn and they were told.';

create table agreement_delegate (
  signatory_id uuid not null constraint agreement_delegate_signatory_id_fkey references agreement_signatory (id) on delete cascade,
  person_id uuid not null constraint agreement_delegate_person_id_fkey references person (id),
  named_at timestamptz not null,
  named_by uuid not null,
  constraint agreement_delegate_pkey primary key (signatory_id, person_id)
);
create index agreement_delegate_person_index on agreement_delegate (person_id);
comment on table agreement_delegate is 'Who may sign in a signatory''s place.';

create table agreement_signature (
  id uuid constraint agreement_signature_pkey primary key,
  signatory_id uuid not null constraint agreement_signature_signatory_id_fkey references agreement_signatory (id),
  method text not null,
  person_id uuid,
  email text,
  name text not null,
  office text not null,
  version_hash text not null,
  statement text not null,
  language text not null,
  signed_at timestamptz,
  signed_on date,
  recorded_at timestamptz not null,
  recorded_for uuid not null,
  file_id uuid constraint agreement_signature_file_id_fkey references file (id),
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_for uuid,
  refused_at timestamptz,
  refused_by uuid,
  refused_for uuid,
  refusal_reason text,
  constraint agreement_signature_method_known check (method in ('signed_in', 'link', 'elsewhere')),
  constraint agreement_signature_hash_shape check (version_hash ~ '^[0-9a-f]{64}$'),
  constraint agreement_signature_name_length check (char_length(name) between 1 and 300),
  constraint agreement_signature_office_length check (char_length(office) between 1 and 300),
  constraint agreement_signature_elsewhere check ((method = 'elsewhere') = (file_id is not null) and (method = 'elsewhere') = (signed_on is not null) and (method = 'elsewhere') = (signed_at is null)),
  constraint agreement_signature_confirmed_by_another check (confirmed_for is distinct from recorded_for or confirmed_for is null),
  constraint agreement_signature_refusal_whole check (num_nonnulls(refused_at, refused_by, refused_for, refusal_reason) in (0, 4)),
  constraint agreement_signature_decided_once check (confirmed_at is null or refused_at is null)
);
create unique index agreement_signature_given_key on agreement_signature (signatory_id) where refused_at is null;
comment on table agreement_signature is 'A signature: who, in which function, when, on which text (version_hash), in which words. One given elsewhere counts when another party confirmed it.';
comment on column agreement_signature.signed_at is 'When it was given here; null for one given elsewhere, which has a day (signed_on) and its document.';
comment on column agreement_signature.recorded_for is 'The organisation whose member signed, or brought the document; that of the signatory when it was signed by link.';

create table signing_link (
  id uuid constraint signing_link_pkey primary key,
  signatory_id uuid not null constraint signing_link_signatory_id_fkey references agreement_signatory (id) on delete cascade,
  token_sha256 text not null,
  email text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  replaced_at timestamptz,
  used_at timestamptz,
  code_sha256 text,
  code_sent_at timestamptz,
  code_attempts integer not null default 0,
  constraint signing_link_token_key unique (token_sha256)
);
create index signing_link_signatory_index on signing_link (signatory_id);
comment on table signing_link is 'A link by which somebody without an account reads and signs once. Only hashes of link and code are kept.';
comment on column signing_link.code_sha256 is 'Of the six digits that were mailed when the person wanted to sign: a forwarded link does not sign.';
comment on column agreement_version.seal is '@type AgreementSeal; what the platform signed when the last signature was given';
