import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import type { Scope } from '../platform/scope.ts';
import { manyAtMost, moveMany } from './move-many.ts';
import { todayAtPlace } from './open-steps.ts';

/**
 * Starts every agreed participation whose first day has come where it takes place. Returns how many. Safe to run twice
 * and in two processes at once: each starts once.
 */
export async function startDueParticipations(scope: Scope): Promise<number> {
  const now = scope.clock.now();
  let started = 0;
  for (;;) {
    const due = await scope.db
      .selectFrom('participation')
      .innerJoin('offer', 'offer.id', 'participation.offer_id')
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom('plan')
            .select('plan.starts_on')
            .whereRef('plan.participation_id', '=', 'participation.id')
            .where('agreed_at', 'is not', null)
            .orderBy('number', 'desc')
            .limit(1)
            .as('in_force'),
        (join) => join.onTrue(),
      )
      .select('participation.id')
      .where('participation.state', '=', sql.lit(participationMachine.moves.agree.to))
      .where('in_force.starts_on', '<=', todayAtPlace(now))
      .orderBy('participation.id')
      .limit(manyAtMost)
      .execute();
    started += await moveMany(
      scope,
      due.map((row) => row.id),
      { move: 'start', action: 'participation.started', reason: null, columns: { started_at: now } },
    );
    if (due.length < manyAtMost) return started;
  }
}
