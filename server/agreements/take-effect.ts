import type { RequestKind } from '@collegium/contract/agreements/requests.ts';
import { agreementMachine, type AgreementState } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import type { Scope } from '../platform/scope.ts';
import { sealAccession, type SignedAccession } from './signing/accession.ts';
import { today } from './today.ts';

interface Due extends SignedAccession {
  id: string;
  kind: RequestKind;
  reason: string;
  new_end_on: string | null;
  /** Of the text in force. */
  in_force_hash: string | null;
}

const { suspend, resume, terminate } = agreementMachine.moves;

/** What each kind does to the agreement, and what is told. */
const effects = {
  renewal: { action: 'agreement.renewed', from: agreementMachine.groups.bound },
  accession: { action: 'agreement.joined', from: agreementMachine.groups.bound },
  withdrawal: { action: 'agreement.left', from: agreementMachine.groups.bound },
  suspension: { action: 'agreement.suspended', from: suspend.from, to: suspend.to },
  resumption: { action: 'agreement.resumed', from: resume.from, to: resume.to },
  termination: { action: 'agreement.terminated', from: terminate.from, to: terminate.to },
} as const satisfies Record<
  Exclude<RequestKind, 'non_renewal'>,
  { action: string; from: readonly AgreementState[]; to?: AgreementState }
>;

/**
 * Lets everything that was agreed and whose day has come take effect: of one agreement, or of all. Returns how many. Safe to
 * run twice and in two processes at once. Those who take part go on: participations are not touched.
 */
export async function letTakeEffect(scope: Scope, agreementId?: string): Promise<number> {
  const due = await scope.db
    .selectFrom('agreement_request')
    .innerJoin('agreement', 'agreement.id', 'agreement_request.agreement_id')
    .innerJoin('organisation', 'organisation.id', 'agreement_request.organisation_id')
    .leftJoin('agreement_version as held', 'held.id', 'agreement.in_force_version_id')
    .leftJoin('agreement_request_answer as own', (join) =>
      join
        .onRef('own.agreement_request_id', '=', 'agreement_request.id')
        .onRef('own.organisation_id', '=', 'agreement_request.organisation_id'),
    )
    .select([
      'agreement_request.id',
      'agreement_request.agreement_id',
      'agreement_request.kind',
      'agreement_request.reason',
    ])
    .select(['agreement_request.organisation_id', 'organisation.name as organisation_name'])
    .select(['effective_on', 'new_end_on', 'held.number as in_force_number', 'held.hash as in_force_hash'])
    .select(['own.signed_name', 'own.office', 'own.statement', 'own.version_hash', 'own.at as signed_at'])
    .where('agreement_request.state', '=', 'agreed')
    .where('agreement_request.kind', '<>', 'non_renewal')
    .where('effective_on', '<=', today(scope.clock.now()))
    .where('agreement.state', 'in', [...agreementMachine.groups.bound])
    .$if(agreementId !== undefined, (q) => q.where('agreement_request.agreement_id', '=', agreementId ?? ''))
    .orderBy('effective_on')
    .orderBy('agreement_request.id')
    .limit(500)
    .execute();
  let done = 0;
  for (const request of due) {
    const isOtherText = request.version_hash !== null && request.version_hash !== request.in_force_hash;
    if (isOtherText) await giveUp(scope, request);
    else if (await takeEffect(scope, request)) done += 1;
  }
  return done;
}

/** Who signed a text that is no longer in force is not bound by another one: it is asked anew. */
async function giveUp(scope: Scope, request: Due): Promise<void> {
  await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('agreement_request')
          .set({ state: 'recalled' })
          .where('id', '=', request.id)
          .where('state', '=', 'agreed')
          .returning('agreement_id as id'),
      ),
    {
      action: 'agreement.request_recalled',
      objectType: 'agreement',
      reason: 'The text in force was replaced after it was signed.',
      details: { requestId: request.id, organisationId: request.organisation_id },
    },
  );
}

async function takeEffect(scope: Scope, request: Due): Promise<boolean> {
  if (request.kind === 'non_renewal') return false;
  const { action, from, ...effect } = effects[request.kind];
  const to = 'to' in effect ? effect.to : undefined;
  const now = scope.clock.now();
  const isEnd = to === terminate.to;
  const seal = request.kind === 'accession' ? sealAccession(scope, request) : null;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('taken', (qc) =>
          qc
            .updateTable('agreement_request')
            .set({ state: 'done', done_at: now, ...(seal && { seal: jsonb(seal) }) })
            .where('id', '=', request.id)
            .where('state', '=', 'agreed')
            .returning('agreement_id'),
        )
        .with('changed', (qc) =>
          qc
            .updateTable('agreement')
            .from('taken')
            .set((eb) => ({
              version: eb('agreement.version', '+', 1),
              ...(to && { state: to }),
              ...(request.new_end_on && { ends_on: request.new_end_on }),
              ...(isEnd && { ended_at: now, end_reason: request.reason }),
            }))
            .whereRef('agreement.id', '=', 'taken.agreement_id')
            .where('agreement.state', 'in', [...from])
            .returning('agreement.id'),
        )
        .with('closed', (qc) =>
          qc
            .updateTable('agreement_version')
            .from('changed')
            .set({ state: versionMachine.moves.abandon.to, closed_at: now, close_reason: request.reason })
            .whereRef('agreement_version.agreement_id', '=', 'changed.id')
            .where('agreement_version.state', 'in', [...versionMachine.groups.open])
            .where(sql<boolean>`${isEnd}::boolean`),
        )
        .with('joined', (qc) =>
          qc
            .insertInto('agreement_party')
            .columns(['agreement_id', 'organisation_id', 'position', 'joined_on'])
            .expression((eb) =>
              eb
                .selectFrom('changed')
                .select([
                  'changed.id',
                  sql<string>`${request.organisation_id}::uuid`.as('organisation_id'),
                  sql<number>`1000`.as('position'),
                  sql<string>`${request.effective_on}::date`.as('joined_on'),
                ])
                .where(sql<boolean>`${request.kind === 'accession'}::boolean`),
            )
            .onConflict((oc) =>
              oc
                .columns(['agreement_id', 'organisation_id'])
                .doUpdateSet({ joined_on: request.effective_on, left_on: null }),
            ),
        )
        .with('left', (qc) =>
          qc
            .updateTable('agreement_party')
            .from('changed')
            .set({ left_on: sql<string>`greatest(joined_on, ${request.effective_on}::date)` })
            .whereRef('agreement_party.agreement_id', '=', 'changed.id')
            .where('agreement_party.organisation_id', '=', request.organisation_id)
            .where('agreement_party.left_on', 'is', null)
            .where(sql<boolean>`${request.kind === 'withdrawal'}::boolean`),
        ),
    {
      action,
      objectType: 'agreement',
      reason: request.reason,
      details: {
        requestId: request.id,
        organisationId: request.organisation_id,
        effectiveOn: request.effective_on,
        ...(request.new_end_on !== null && { endsOn: request.new_end_on }),
      },
    },
  );
  return rows.length > 0;
}
