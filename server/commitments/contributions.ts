import { measureDefinitions, type Measure } from '@collegium/contract/commitments/measures.ts';
import type { ContributionInput, ContributionView } from '@collegium/contract/commitments/views.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canCountersign, canRecord, changeable } from './policy.ts';
import { factsOf } from './present.ts';
import { presentContribution } from './present-records.ts';
import { findContribution, findPromise } from './record-queries.ts';

/**
 * Records what was given for a promise that is counted from records. Throws commitment.not_found and contribution.…: not
 * recorded by hand, another currency, outside the time of the promise, without evidence where evidence is needed.
 */
export async function recordContribution(
  scope: MemberScope,
  commitmentId: string,
  input: ContributionInput,
): Promise<ContributionView> {
  const id = newId();
  const { actor, clock } = scope;
  const currency = input.currency ?? null;
  const hasEvidence = Boolean(input.fileId ?? input.evidenceUrl);
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('contribution')
          .columns(columns)
          .expression((eb) =>
            eb
              .selectFrom('commitment')
              .select([
                sql<string>`${id}::uuid`.as('id'),
                'commitment.id as commitment_id',
                'commitment.promiser_id as organisation_id',
                sql<string>`${input.doneOn}::date`.as('done_on'),
                sql<number>`${input.amount}::numeric`.as('amount'),
                sql<string | null>`${currency}::text`.as('currency'),
                sql<string>`${input.description}::text`.as('description'),
                sql<string | null>`${input.evidenceUrl ?? null}::text`.as('evidence_url'),
                sql<string | null>`${input.fileId ?? null}::uuid`.as('file_id'),
                sql<Date>`${clock.now()}::timestamptz`.as('recorded_at'),
                sql<string>`${actor.personId}::uuid`.as('recorded_by'),
              ])
              .where('commitment.id', '=', commitmentId)
              .where(changeable.record(actor))
              .where('commitment.measure', '=', sql<string>`any(${recorded}::text[])`)
              .where('commitment.currency', 'is not distinct from', currency)
              .where(sql<boolean>`${input.doneOn}::date between commitment.starts_on and commitment.ends_on`)
              .where(sql<boolean>`(commitment.measure <> 'attested' or ${hasEvidence})`)
              .where((or) =>
                or.or([
                  or(sql`${input.fileId ?? null}::uuid`, 'is', null),
                  or.exists(
                    or
                      .selectFrom('file')
                      .select('file.id')
                      .where('file.id', '=', input.fileId ?? null)
                      .where('file.organisation_id', '=', actor.organisationId),
                  ),
                ]),
              ),
          )
          .returning('contribution.id'),
      ),
    { action: 'contribution.recorded', objectType: 'contribution', details: { commitmentId } },
  );
  if (rows.length === 0) throw await whyNotRecorded(scope, commitmentId, input);
  return getContribution(scope, id);
}

const columns = [
  'id',
  'commitment_id',
  'organisation_id',
  'done_on',
  'amount',
  'currency',
  'description',
  'evidence_url',
  'file_id',
  'recorded_at',
  'recorded_by',
] as const;
const recorded = Object.entries(measureDefinitions).flatMap(([measure, { source }]) =>
  source === 'record' ? [measure] : [],
);

async function whyNotRecorded(scope: MemberScope, commitmentId: string, input: ContributionInput): Promise<Problem> {
  const promise = await findPromise(scope.db, scope.actor, commitmentId);
  if (!promise || !canRecord(scope.actor, factsOf(promise))) return new Problem('commitment.not_found');
  if (measureDefinitions[promise.measure as Measure].source !== 'record')
    return new Problem('contribution.not_recorded_by_hand');
  if (promise.currency !== (input.currency ?? null))
    return new Problem('contribution.currency_differs', { currency: promise.currency ?? '–' });
  const { starts_on: startsOn, ends_on: endsOn } = promise;
  if (input.doneOn < startsOn || input.doneOn > endsOn)
    return new Problem('contribution.outside_period', { startsOn, endsOn });
  return new Problem(input.fileId ? 'contribution.file_missing' : 'contribution.evidence_missing');
}

/** The other side confirms a record. Throws contribution.not_found, contribution.already_settled, request.version_stale. */
export async function countersignContribution(
  scope: MemberScope,
  id: string,
  version: number,
): Promise<ContributionView> {
  const { actor, clock } = scope;
  return settle(scope, id, version, 'countersign', {
    countersigned_at: clock.now(),
    countersigned_by: actor.personId,
    countersigned_for: actor.organisationId,
  });
}

/** The promiser takes a record back, with a reason. Throws as `countersignContribution`. */
export async function withdrawContribution(
  scope: MemberScope,
  id: string,
  version: number,
  reason: string,
): Promise<ContributionView> {
  const { actor, clock } = scope;
  const columnsOf = { withdrawn_at: clock.now(), withdrawn_by: actor.personId, withdrawal_reason: reason };
  return settle(scope, id, version, 'withdraw', columnsOf, reason);
}

const settlements = {
  countersign: { action: 'contribution.countersigned', by: changeable.countersign },
  withdraw: { action: 'contribution.withdrawn', by: changeable.record },
} as const;

async function settle(
  scope: MemberScope,
  id: string,
  version: number,
  how: keyof typeof settlements,
  values: object,
  reason: string | null = null,
): Promise<ContributionView> {
  const { action, by } = settlements[how];
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('contribution')
          .from('commitment')
          .set((eb) => ({ ...values, version: eb('contribution.version', '+', 1) }))
          .whereRef('commitment.id', '=', 'contribution.commitment_id')
          .where('contribution.id', '=', id)
          .where('contribution.version', '=', version)
          .where('contribution.withdrawn_at', 'is', null)
          .where('contribution.countersigned_at', 'is', null)
          .where(by(scope.actor))
          .returning('contribution.id'),
      ),
    { action, objectType: 'contribution', reason },
  );
  if (rows.length > 0) return getContribution(scope, id);
  const row = await findContribution(scope.db, scope.actor, id);
  const may = how === 'countersign' ? canCountersign : canRecord;
  if (!row?.contribution || !may(scope.actor, factsOf(row))) throw new Problem('contribution.not_found');
  const isSettled = row.contribution.withdrawn_at !== null || row.contribution.countersigned_at !== null;
  throw new Problem(isSettled ? 'contribution.already_settled' : 'request.version_stale');
}

async function getContribution(scope: MemberScope, id: string): Promise<ContributionView> {
  const row = await findContribution(scope.db, scope.actor, id);
  if (!row?.contribution) throw new Problem('contribution.not_found');
  return presentContribution(scope.actor, factsOf(row), row.contribution);
}
