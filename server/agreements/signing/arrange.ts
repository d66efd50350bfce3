import type { DelegatesInput, ReplaceSignatoryInput, SigningMoved } from '@collegium/contract/agreements/signing.ts';
import { type ExpressionBuilder, sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { canArrange } from './policy.ts';
import { findSignatory, type SignatoryRow } from './queries.ts';
import { strangers } from './start-queries.ts';

/**
 * Names somebody else to sign in this place, for instance because the person left. Links that were sent end, and the new
 * signatory is asked. Raises `agreement.signatory_replaced`. Throws `signatory.not_found`, `signature.given`,
 * `signing.not_open`, `signing.person_elsewhere`, `signing.who_unclear`.
 */
export async function replaceSignatory(
  scope: MemberScope,
  signatoryId: string,
  { personId = null, name, email, office, language, reason }: ReplaceSignatoryInput,
): Promise<SigningMoved> {
  if (email !== undefined ? personId !== null || !name : name !== undefined) throw new Problem('signing.who_unclear');
  const signatory = await arranged(scope, signatoryId);
  const now = scope.clock.now();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('agreement_signatory')
            .set((eb) => ({
              person_id: personId,
              name: name ?? null,
              email: email?.toLowerCase() ?? null,
              office: office ?? signatory.office,
              language: language ?? signatory.language,
              asked_at: null,
              reminded_on: null,
              version: eb('version', '+', 1),
            }))
            .where('agreement_signatory.id', '=', signatoryId)
            .where('agreement_signatory.version', '=', signatory.version)
            .where(stillOpen)
            .where((eb) =>
              personId === null
                ? sql<boolean>`true`
                : eb.not(
                    eb.exists(
                      strangers(db, [{ person_id: personId, organisation_id: signatory.organisation_id }], now),
                    ),
                  ),
            )
            .returning('agreement_signatory.id'),
        )
        .with('delegates', (qc) =>
          qc.deleteFrom('agreement_delegate').using('changed').whereRef('signatory_id', '=', 'changed.id'),
        )
        .with('links', (qc) =>
          qc
            .updateTable('signing_link')
            .from('changed')
            .set({ replaced_at: now })
            .whereRef('signing_link.signatory_id', '=', 'changed.id')
            .where('signing_link.replaced_at', 'is', null)
            .where('signing_link.used_at', 'is', null),
        ),
    happeningOf('agreement.signatory_replaced', signatory, reason),
  );
  if (rows.length === 0) throw new Problem('signing.person_elsewhere');
  return { id: signatoryId, agreementId: signatory.agreement_id };
}

/**
 * Names who may sign in the person's place: members of the same organisation. Replaces those named before. Raises
 * `agreement.delegates_named`. Throws as `replaceSignatory` does.
 */
export async function nameDelegates(
  scope: MemberScope,
  signatoryId: string,
  { personIds }: DelegatesInput,
): Promise<SigningMoved> {
  const signatory = await arranged(scope, signatoryId);
  const now = scope.clock.now();
  const named = personIds.map((person_id) => ({ person_id, organisation_id: signatory.organisation_id }));
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('agreement_signatory')
            .set((eb) => ({ version: eb('version', '+', 1) }))
            .where('agreement_signatory.id', '=', signatoryId)
            .where('agreement_signatory.version', '=', signatory.version)
            .where(stillOpen)
            .where((eb) => eb.not(eb.exists(strangers(db, named, now))))
            .returning('agreement_signatory.id'),
        )
        .with('gone', (qc) =>
          qc
            .deleteFrom('agreement_delegate')
            .using('changed')
            .whereRef('signatory_id', '=', 'changed.id')
            .where('person_id', '<>', sql<string>`all(${personIds}::uuid[])`),
        )
        .with('named', (qc) =>
          qc
            .insertInto('agreement_delegate')
            .columns(['signatory_id', 'person_id', 'named_at', 'named_by'])
            .expression((eb) =>
              eb
                .selectFrom(['changed', sql<{ id: string }>`unnest(${personIds}::uuid[])`.as<'one'>(sql`one (id)`)])
                .select([
                  'changed.id as signatory_id',
                  'one.id as person_id',
                  sql<Date>`${now}::timestamptz`.as('named_at'),
                  sql<string>`${scope.actor.personId}::uuid`.as('named_by'),
                ]),
            )
            .onConflict((oc) => oc.columns(['signatory_id', 'person_id']).doNothing()),
        ),
    happeningOf('agreement.delegates_named', signatory),
  );
  if (rows.length === 0) throw new Problem('signing.person_elsewhere');
  return { id: signatoryId, agreementId: signatory.agreement_id };
}

/** Has a new link sent to somebody who signs by one; the earlier one ends. Raises `agreement.link_asked`. */
export async function askForLink(scope: MemberScope, signatoryId: string): Promise<SigningMoved> {
  const signatory = await arranged(scope, signatoryId);
  if (signatory.email === null) throw new Problem('signing_link.not_a_link');
  if (signatory.before.length > 0)
    throw new Problem('signature.not_your_turn', { names: signatory.before.map(({ name }) => name).join(', ') });
  await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('agreement_signatory')
          .set({ asked_at: null })
          .where('agreement_signatory.id', '=', signatoryId)
          .where(stillOpen)
          .returning('agreement_signatory.id'),
      ),
    happeningOf('agreement.link_asked', signatory),
  );
  return { id: signatoryId, agreementId: signatory.agreement_id };
}

/** While the version is being signed and this signature is missing. */
function stillOpen(eb: ExpressionBuilder<Tables, 'agreement_signatory'>) {
  return eb.and([
    eb.exists(
      eb
        .selectFrom('agreement_version')
        .select('agreement_version.id')
        .whereRef('agreement_version.id', '=', 'agreement_signatory.agreement_version_id')
        .where('agreement_version.state', '=', 'signing'),
    ),
    eb.not(
      eb.exists(
        eb
          .selectFrom('agreement_signature as given')
          .select('given.id')
          .whereRef('given.signatory_id', '=', 'agreement_signatory.id')
          .where('given.refused_at', 'is', null),
      ),
    ),
  ]);
}

async function arranged(scope: MemberScope, id: string): Promise<SignatoryRow> {
  const signatory = await findSignatory(scope.db, id);
  if (!signatory || !canArrange(scope.actor, signatory)) throw new Problem('signatory.not_found');
  if (signatory.given) throw new Problem('signature.given');
  if (signatory.version_state !== 'signing') throw new Problem('signing.not_open');
  return signatory;
}

function happeningOf(
  action: string,
  { id, agreement_id, agreement_version_id, organisation_id }: SignatoryRow,
  reason?: string,
) {
  return {
    action,
    objectType: 'agreement',
    objectId: agreement_id,
    ...(reason !== undefined && { reason }),
    details: { signatoryId: id, versionId: agreement_version_id, organisationId: organisation_id },
  };
}
