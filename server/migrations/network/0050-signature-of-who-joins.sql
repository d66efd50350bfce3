-- Who joins an agreement in force signs its text, alone: nobody else signs again.
alter table agreement_request_answer
  add column signed_name text,
  add column office text,
  add column version_hash text,
  add column statement text,
  add constraint agreement_request_answer_signature_whole check (num_nulls(signed_name, office, version_hash, statement) in (0, 4));
comment on column agreement_request_answer.signed_name is 'Of whoever joins: the name under the signature, as it was. Null for all who only agree.';
comment on column agreement_request_answer.office is 'The function in which it was signed.';
comment on column agreement_request_answer.version_hash is 'SHA-256 of the text in force that was signed.';
comment on column agreement_request_answer.statement is 'The words that were declared.';
alter table agreement_request add column seal jsonb;
comment on column agreement_request.seal is '@type AccessionSeal';
