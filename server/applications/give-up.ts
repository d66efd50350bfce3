import type { ApplicationView } from '@collegium/contract/applications.ts';
import { applicationMachine, type ApplicationState } from '@collegium/contract/states/application.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { inWords } from './instants.ts';
import { presentApplication } from './present.ts';
import { begun, findApplication, justMade, withNames } from './queries.ts';

/**
 * Withdraws an application; a seat goes to the first on the waiting list in the same statement.
 * Throws application.not_found, application.already_begun, request.version_stale, request.move_not_allowed.
 */
export function withdrawApplication(
  scope: MemberScope,
  id: string,
  version: number,
  reason: string | undefined,
): Promise<ApplicationView> {
  return giveUp(scope, id, version, 'withdraw', reason ?? null);
}

/**
 * Declines an offered place, which goes back to its offer.
 * Throws application.not_found, application.response_late, request.version_stale, request.move_not_allowed.
 */
export function declinePlace(
  scope: MemberScope,
  id: string,
  version: number,
  reason: string,
): Promise<ApplicationView> {
  return giveUp(scope, id, version, 'decline', reason);
}

type GivingUp = 'withdraw' | 'decline';
const actions = { withdraw: 'application.withdrawn', decline: 'application.declined' } as const;

/**
 * One statement, which takes the rows in the order offer, application, next in the queue, as every statement here does,
 * so that none waits for another in a circle. What it decides on, it reads from rows that it holds, never from its
 * snapshot. The snapshot may miss somebody who joined the queue while we waited for the offer: then the seat stays empty,
 * `queue_length` keeps newcomers behind, and the subscription to this event promotes.
 */
async function giveUp(
  scope: MemberScope,
  id: string,
  version: number,
  move: GivingUp,
  reason: string | null,
): Promise<ApplicationView> {
  const now = scope.clock.now();
  const { personId } = scope.actor;
  const from: ApplicationState[] = [...applicationMachine.moves[move].from];
  const [row] = await change(
    scope,
    (db) =>
      db
        .with('target', (qc) =>
          qc
            .selectFrom('application')
            .select(['id', 'offer_id'])
            .where('id', '=', id)
            .where('person_id', '=', personId),
        )
        .with(
          (cte) => cte('held').materialized(),
          (qc) =>
            qc
              .selectFrom('offer')
              .innerJoin('target', 'target.offer_id', 'offer.id')
              .select(['offer.id', 'offer.state', 'offer.allocated_by', 'offer.queue_length'])
              .forNoKeyUpdate('offer'),
        )
        .with('mine', (qc) =>
          qc
            .selectFrom('target')
            .innerJoin('application', 'application.id', 'target.id')
            .leftJoin('held', 'held.id', 'target.offer_id')
            .select([
              'application.id',
              'application.state as was',
              'held.id as offer_id',
              sql<boolean>`held.state = 'published' and held.allocated_by = 'first_come' and held.queue_length > 0
                and application.state = 'accepted'`.as('is_awaited'),
            ])
            .where('application.version', '=', version)
            .where('application.state', 'in', from)
            .whereRef('application.offer_id', 'is not distinct from', 'target.offer_id')
            .$if(move === 'decline', (q) =>
              q.where((eb) =>
                eb.or([eb('application.respond_by', 'is', null), eb('application.respond_by', '>', now)]),
              ),
            )
            .where((eb) => eb.not(eb.exists(begun(eb))))
            .forNoKeyUpdate('application'),
        )
        .with('left', (qc) =>
          qc
            .updateTable('application')
            .from('mine')
            .set((eb) => ({ ...columnsOf(scope, move, reason), version: eb('application.version', '+', 1) }))
            .whereRef('application.id', '=', 'mine.id')
            .returningAll('application'),
        )
        .with('next', (qc) =>
          qc
            .selectFrom('application')
            .innerJoin('mine', 'mine.offer_id', 'application.offer_id')
            .select('application.id')
            .where('application.state', '=', 'waiting')
            .where('mine.is_awaited', '=', true)
            .orderBy('application.queue_number')
            .limit(1)
            .forNoKeyUpdate('application'),
        )
        .with('promoted', (qc) =>
          qc
            .updateTable('application')
            .from('next')
            .set((eb) => ({ state: 'accepted', responded_at: now, version: eb('application.version', '+', 1) }))
            .whereRef('application.id', '=', 'next.id')
            .returning('application.id'),
        )
        .with('tally', (qc) =>
          qc
            .selectFrom('mine')
            .select([
              'mine.offer_id',
              sql<number>`(mine.was in ('offered', 'accepted'))::integer`.as('seats'),
              sql<number>`(mine.was = 'waiting')::integer`.as('waiting'),
              sql<number>`(select count(*) from promoted)::integer`.as('promoted'),
            ]),
        )
        .with('counted', (qc) =>
          qc
            .updateTable('offer')
            .from('tally')
            .set({
              places_taken: sql`places_taken - tally.seats + tally.promoted`,
              queue_length: sql`queue_length - tally.waiting - tally.promoted`,
            })
            .whereRef('offer.id', '=', 'tally.offer_id'),
        )
        .with('changed', (qc) => withNames(qc.selectFrom('left as application'), justMade)),
    { action: actions[move], objectType: 'application', reason },
    { action: 'application.promoted', objectType: 'application', of: 'promoted' },
    { action: 'application.accepted', objectType: 'application', of: 'promoted', details: { through: 'promotion' } },
  );
  return row ? presentApplication(scope, row) : explainGivingUp(scope, id, version, move);
}

function columnsOf({ actor, clock }: MemberScope, move: GivingUp, reason: string | null) {
  return move === 'withdraw'
    ? {
        state: 'withdrawn' as const,
        withdrawn_at: clock.now(),
        withdrawn_by: actor.personId,
        withdrawal_reason: reason,
      }
    : { state: 'declined' as const, responded_at: clock.now(), decline_reason: reason };
}

async function explainGivingUp(scope: MemberScope, id: string, version: number, move: GivingUp): Promise<never> {
  const row = await findApplication(scope.db, scope.actor, id);
  if (row?.person_id !== scope.actor.personId) throw new Problem('application.not_found');
  refuseMove(scope, row.state, move);
  if (row.version !== version) throw new Problem('request.version_stale');
  if (row.has_begun) throw new Problem('application.already_begun');
  if (move === 'decline' && row.respond_by)
    throw new Problem('application.response_late', { respondBy: inWords(row.respond_by, scope.language) });
  throw new Problem('request.conflict');
}

/** Throws request.move_not_allowed when the state machine has no such move from here. */
export function refuseMove({ language }: MemberScope, state: ApplicationState, move: GivingUp | 'accept'): void {
  if (applicationMachine.moves[move].from.includes(state)) return;
  const words = applicationMachine.states[state];
  throw new Problem('request.move_not_allowed', { state: language.startsWith('zh') ? words['zh-CN'] : words.en });
}
