import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { isTheirTurn } from './queries.ts';

/** The signing of the version that is open, else of the latest that was signed, with everybody who signs. One round trip. */
export function findSigning(db: Database, agreementId: string, now: Date) {
  return db
    .selectFrom('agreement')
    .innerJoin('agreement_version', 'agreement_version.agreement_id', 'agreement.id')
    .leftJoin('agreement_signing as signing', 'signing.agreement_version_id', 'agreement_version.id')
    .select([
      'agreement.id as agreement_id',
      'agreement.reference',
      'agreement_version.id as version_id',
      'agreement_version.number',
      'agreement_version.state',
      'agreement_version.hash',
      'agreement_version.terms',
      'agreement_version.sealed_at',
      'signing.due_on',
      'signing.check_code',
      'signing.started_at',
    ])
    .select([
      jsonArrayFrom(partiesOfAgreement()).as('parties'),
      jsonArrayFrom(signatoriesOfVersion(now)).as('signatories'),
      jsonArrayFrom(joinedVersion()).as('joined'),
    ])
    .where('agreement.id', '=', agreementId)
    .where('agreement_version.hash', 'is not', null)
    .where('agreement_version.state', 'in', ['approved', 'signing', 'sealed', 'returned', 'superseded'])
    .where((eb) =>
      eb.or([eb('agreement_version.state', '=', 'approved'), eb('signing.agreement_version_id', 'is not', null)]),
    )
    .orderBy('agreement_version.number', 'desc')
    .limit(1);
}
export type SigningRow = NonNullable<Awaited<ReturnType<ReturnType<typeof findSigning>['executeTakeFirst']>>>;
export type SignatoryInSigning = SigningRow['signatories'][number];

function partiesOfAgreement() {
  const eb = expressionBuilder<Tables, 'agreement'>();
  return eb
    .selectFrom('agreement_party')
    .innerJoin('organisation', 'organisation.id', 'agreement_party.organisation_id')
    .select(['agreement_party.organisation_id', 'left_on', 'organisation.name', 'organisation.short_mark'])
    .whereRef('agreement_party.agreement_id', '=', 'agreement.id')
    .orderBy('agreement_party.position');
}

/** Who joined the version since, by its own signature. */
function joinedVersion() {
  const eb = expressionBuilder<Tables, 'agreement_version'>();
  return eb
    .selectFrom('agreement_request as joining')
    .innerJoin('organisation', 'organisation.id', 'joining.organisation_id')
    .innerJoin('agreement_request_answer as own', (join) =>
      join
        .onRef('own.agreement_request_id', '=', 'joining.id')
        .onRef('own.organisation_id', '=', 'joining.organisation_id'),
    )
    .select(['organisation.id', 'organisation.name as organisation_name', 'organisation.short_mark'])
    .select(['joining.effective_on', 'own.signed_name', 'own.office', 'own.statement', 'own.at'])
    .whereRef('joining.agreement_id', '=', 'agreement_version.agreement_id')
    .whereRef('own.version_hash', '=', 'agreement_version.hash')
    .where('joining.state', '=', 'done')
    .orderBy('joining.effective_on')
    .orderBy('organisation.name');
}

function signatoriesOfVersion(now: Date) {
  const eb = expressionBuilder<Tables, 'agreement_version'>();
  return eb
    .selectFrom('agreement_signatory')
    .innerJoin('organisation', 'organisation.id', 'agreement_signatory.organisation_id')
    .leftJoin('person', 'person.id', 'agreement_signatory.person_id')
    .selectAll('agreement_signatory')
    .select([
      'organisation.name as organisation_name',
      'organisation.short_mark',
      'person.name as person_name',
      sql<boolean>`${isTheirTurn()}`.as('is_their_turn'),
      hasLeft(now).as('has_left'),
      lastLinkExpiry().as('link_expires_at'),
      jsonArrayFrom(delegates()).as('delegates'),
      jsonObjectFrom(signature()).as('signature'),
    ])
    .whereRef('agreement_signatory.agreement_version_id', '=', 'agreement_version.id')
    .orderBy('agreement_signatory.step')
    .orderBy('organisation.name')
    .orderBy('agreement_signatory.id');
}

function hasLeft(now: Date) {
  const eb = expressionBuilder<Tables, 'agreement_signatory'>();
  const stays = eb
    .selectFrom('membership')
    .select('membership.id')
    .whereRef('membership.person_id', '=', 'agreement_signatory.person_id')
    .whereRef('membership.organisation_id', '=', 'agreement_signatory.organisation_id')
    .where((m) =>
      m.or([m('membership.ended_on', 'is', null), m('membership.ended_on', '>', sql<string>`${now}::date`)]),
    );
  return sql<boolean>`(agreement_signatory.person_id is not null and not exists (${stays}))`;
}

function delegates() {
  const eb = expressionBuilder<Tables, 'agreement_signatory'>();
  return eb
    .selectFrom('agreement_delegate')
    .innerJoin('person as delegate', 'delegate.id', 'agreement_delegate.person_id')
    .select(['delegate.id', 'delegate.name'])
    .whereRef('agreement_delegate.signatory_id', '=', 'agreement_signatory.id')
    .orderBy('delegate.name');
}

function lastLinkExpiry() {
  const eb = expressionBuilder<Tables, 'agreement_signatory'>();
  return eb
    .selectFrom('signing_link')
    .select('signing_link.expires_at')
    .whereRef('signing_link.signatory_id', '=', 'agreement_signatory.id')
    .where('replaced_at', 'is', null)
    .orderBy('signing_link.sent_at', 'desc')
    .limit(1);
}

function signature() {
  const eb = expressionBuilder<Tables, 'agreement_signatory'>();
  return eb
    .selectFrom('agreement_signature as given')
    .leftJoin('file', 'file.id', 'given.file_id')
    .leftJoin('person as confirmer', 'confirmer.id', 'given.confirmed_by')
    .selectAll('given')
    .select([
      'file.name as file_name',
      'file.size_bytes',
      'file.sha256 as file_sha256',
      'confirmer.name as confirmer_name',
    ])
    .whereRef('given.signatory_id', '=', 'agreement_signatory.id')
    .where('given.refused_at', 'is', null);
}
