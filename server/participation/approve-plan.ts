import { parties, type Party } from '@collegium/contract/participation.ts';
import type { ParticipationView } from '@collegium/contract/participation/views.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import type { DetailRow } from './detail-query.ts';
import { getParticipation, readParticipation } from './get-participation.ts';
import { isAnyParty, partiesOf } from './policy.ts';
import { presentParticipation } from './present.ts';
import { notWhile } from './refusals.ts';

const { current } = participationMachine.groups;
const { agree } = participationMachine.moves;

/** How often an approval that met another one in the same instant is tried again. */
const attempts = 5;

/**
 * Approves a version of the plan for one's own parties. The third approval puts it in force. Approving twice changes
 * nothing. Throws participation.not_found, plan.not_found, plan.superseded, plan.party_not_yours.
 */
export async function approvePlan(
  scope: MemberScope,
  id: string,
  number: number,
  as: readonly Party[],
): Promise<ParticipationView> {
  for (let attempt = 1; ; attempt += 1) {
    const rows = await approve(scope, id, number, as);
    if (rows.length > 0) return getParticipation(scope, id);
    const row = await readParticipation(scope, id);
    const problem = whyNot(scope, row, number, as);
    if (problem) throw problem;
    if (isApproved(row, number, as)) return presentParticipation(scope.actor, row);
    if (attempt === attempts) throw new Problem('request.conflict');
  }
}

/**
 * One statement. It counts approvals in the snapshot it began with, so it insists that the participation is still of the
 * version in that snapshot: of two simultaneous approvals one matches nothing and is tried again.
 */
function approve(scope: MemberScope, id: string, number: number, as: readonly Party[]) {
  const now = scope.clock.now();
  const isComplete = sql<boolean>`found.approved || ${as}::text[] @> ${parties}::text[]`;
  return change(
    scope,
    (db) =>
      db
        .with('found', (qc) => selectOpenVersion(qc as Database, scope, id, number, as))
        .with('changed', (qc) =>
          qc
            .updateTable('participation')
            .from('found')
            .set((eb) => ({
              version: eb('participation.version', '+', 1),
              state: sql`case when ${isComplete} and participation.state = any(${agree.from}::text[]) then ${agree.to}
                              else participation.state end`,
            }))
            .whereRef('participation.id', '=', 'found.id')
            .whereRef('participation.version', '=', 'found.version')
            .returning(['participation.id', 'found.plan_id', isComplete.as('is_complete')]),
        )
        .with('approved', (qc) =>
          qc
            .insertInto('plan_approval')
            .columns(['plan_id', 'party', 'person_id', 'organisation_id', 'approved_at'])
            .expression((eb) =>
              eb
                .selectFrom('changed')
                .select([
                  'changed.plan_id',
                  sql<Party>`unnest(${as}::text[])`.as('party'),
                  sql<string>`${scope.actor.personId}::uuid`.as('person_id'),
                  sql<string>`${scope.actor.organisationId}::uuid`.as('organisation_id'),
                  sql<Date>`${now}::timestamptz`.as('approved_at'),
                ]),
            )
            .onConflict((conflict) => conflict.doNothing()),
        )
        .with('agreed', (qc) =>
          qc
            .updateTable('plan')
            .from('changed')
            .set({ agreed_at: now })
            .whereRef('plan.id', '=', 'changed.plan_id')
            .where('changed.is_complete', '=', true)
            .returning('plan.participation_id as id'),
        ),
    { action: 'plan.approved', objectType: 'participation', details: { number, as: [...as] } },
    { action: 'plan.agreed', objectType: 'participation', of: 'agreed', details: { number } },
  );
}

/** The version when it is the latest, waits, may be approved by the actor as all of `as`, and lacks one of these. */
function selectOpenVersion(db: Database, { actor }: MemberScope, id: string, number: number, as: readonly Party[]) {
  return db
    .selectFrom('participation')
    .innerJoin('plan', 'plan.participation_id', 'participation.id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('plan_approval')
          .select(sql<string[]>`coalesce(array_agg(party), '{}')`.as('approved'))
          .whereRef('plan_approval.plan_id', '=', 'plan.id')
          .as('already'),
      (join) => join.onTrue(),
    )
    .select(['participation.id', 'participation.version', 'plan.id as plan_id', 'already.approved'])
    .where('participation.id', '=', id)
    .where('participation.state', 'in', [...current])
    .where('plan.number', '=', number)
    .where('plan.agreed_at', 'is', null)
    .where((eb) =>
      eb.and([
        ...as.map((party) => isAnyParty(actor, [party])),
        sql<boolean>`not already.approved @> ${as}::text[]`,
        eb.not(eb.exists(eb.selectFrom('outcome').select('id').whereRef('participation_id', '=', 'participation.id'))),
        eb.not(
          eb.exists(
            eb
              .selectFrom('plan as newer')
              .select('newer.id')
              .whereRef('newer.participation_id', '=', 'participation.id')
              .where('newer.number', '>', number),
          ),
        ),
      ]),
    );
}

function whyNot(scope: MemberScope, row: DetailRow, number: number, as: readonly Party[]): Problem | undefined {
  const mine = partiesOf(scope.actor, row);
  const plan = row.plans.find((one) => one.number === number);
  if (mine.length === 0) return new Problem('participation.not_found');
  if (!plan) return new Problem('plan.not_found', { number });
  if (!as.every((party) => mine.includes(party))) return new Problem('plan.party_not_yours');
  if (isApproved(row, number, as)) return undefined;
  if (row.latest_number !== number) return new Problem('plan.superseded');
  if (!current.includes(row.state)) return notWhile(row.state, scope);
  return row.outcome ? new Problem('plan.work_assessed') : undefined;
}

function isApproved(row: DetailRow, number: number, as: readonly Party[]): boolean {
  const approvals = row.plans.find((plan) => plan.number === number)?.approvals ?? [];
  return as.every((party) => approvals.some((approval) => approval.party === party));
}
