import { randomInt } from 'node:crypto';
import type { SignatoryInput, SigningMoved, StartSigningInput } from '@collegium/contract/agreements/signing.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import { jsonb } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { actsForParty } from '../policy.ts';
import { today } from '../today.ts';
import { findApproved } from './start-queries.ts';

const { start_signing: start } = versionMachine.moves;

/**
 * Begins the signing of the version that all approved: who signs, in which order, until when. Raises
 * `agreement.signing_started`. Throws `agreement.not_found`, `signing.not_approved`, `signing.other_text`,
 * `signing.party_missing`, `signing.not_a_party`, `signing.person_elsewhere`, `signing.due_passed`, `signing.who_unclear`.
 */
export async function startSigning(
  scope: MemberScope,
  agreementId: string,
  input: StartSigningInput,
): Promise<SigningMoved> {
  const now = scope.clock.now();
  for (const { personId, name, email } of input.signatories)
    if ((email !== undefined && (personId || !name)) || (name !== undefined && email === undefined))
      throw new Problem('signing.who_unclear');
  const found = await findApproved(scope.db, scope.actor, agreementId, input, now);
  if (!found) throw new Problem('agreement.not_found');
  if (found.state !== 'approved') throw new Problem('signing.not_approved');
  if (found.hash !== input.hash) throw new Problem('signing.other_text');
  checkParties(found.parties, input.signatories);
  if (found.strangers.length > 0) throw new Problem('signing.person_elsewhere');
  if (input.dueOn < found.today) throw new Problem('signing.due_passed');

  const rows = input.signatories.map((signatory) => rowOf(signatory, found.id));
  const signing = {
    agreement_version_id: found.id,
    check_code: newCheckCode(),
    due_on: input.dueOn,
    started_at: now,
    started_by: scope.actor.personId,
    started_for: scope.actor.organisationId,
  };
  const changed = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('agreement_version')
            .set((eb) => ({ state: start.to, version: eb('version', '+', 1) }))
            .where('id', '=', found.id)
            .where('state', 'in', [...start.from])
            .where('hash', '=', input.hash)
            .where(sql<boolean>`${input.dueOn}::date >= ${today(now)}`)
            .where((eb) =>
              eb.exists(
                eb
                  .selectFrom('agreement')
                  .select('agreement.id')
                  .where('agreement.id', '=', agreementId)
                  .where(actsForParty(scope.actor, 'agreement:sign')),
              ),
            )
            .returning('id'),
        )
        .with('signing', (qc) =>
          qc
            .insertInto('agreement_signing')
            .columns(Object.keys(signing) as (keyof typeof signing)[])
            .expression((eb) =>
              eb
                .selectFrom('changed')
                .select([
                  'changed.id as agreement_version_id',
                  sql<string>`${signing.check_code}::text`.as('check_code'),
                  sql<string>`${signing.due_on}::date`.as('due_on'),
                  sql<Date>`${now}::timestamptz`.as('started_at'),
                  sql<string>`${signing.started_by}::uuid`.as('started_by'),
                  sql<string>`${signing.started_for}::uuid`.as('started_for'),
                ]),
            )
            .returning('agreement_version_id'),
        )
        .with('signatories', (qc) =>
          qc
            .insertInto('agreement_signatory')
            .columns(signatoryColumns)
            .expression((eb) =>
              eb
                .selectFrom([
                  'signing',
                  sql<
                    (typeof rows)[number]
                  >`jsonb_populate_recordset(null::${sql.table('agreement_signatory')}, ${jsonb(rows)})`.as<'one'>(
                    sql`one`,
                  ),
                ])
                .select(signatoryColumns.map((column) => `one.${column}` as const)),
            ),
        ),
    {
      action: 'agreement.signing_started',
      objectType: 'agreement',
      objectId: agreementId,
      details: { versionId: found.id, number: found.number, hash: input.hash, dueOn: input.dueOn },
    },
  );
  if (changed.length === 0) throw new Problem('signing.not_approved');
  return { id: found.id, agreementId };
}

function checkParties(parties: { id: string; name: string }[], signatories: SignatoryInput[]): void {
  const known = new Set(parties.map(({ id }) => id));
  if (signatories.some(({ organisationId }) => !known.has(organisationId))) throw new Problem('signing.not_a_party');
  const signing = new Set(
    signatories.filter(({ kind }) => kind !== 'witness').map(({ organisationId }) => organisationId),
  );
  const missing = parties.filter(({ id }) => !signing.has(id));
  if (missing.length > 0)
    throw new Problem('signing.party_missing', { organisations: missing.map(({ name }) => name).join(', ') });
}

const signatoryColumns = [
  'id',
  'agreement_version_id',
  'organisation_id',
  'kind',
  'step',
  'person_id',
  'name',
  'email',
  'office',
  'language',
  'version',
] as const;

function rowOf(input: SignatoryInput, versionId: string) {
  return {
    id: newId(),
    agreement_version_id: versionId,
    organisation_id: input.organisationId,
    kind: input.kind ?? 'signatory',
    step: input.step ?? 1,
    person_id: input.personId ?? null,
    name: input.name ?? null,
    email: input.email?.toLowerCase() ?? null,
    office: input.office ?? null,
    language: input.language ?? 'en',
    version: 1,
  };
}

/** Without the digits and letters that are mistaken for each other. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function newCheckCode(): string {
  return Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
