import type { HandPlacementInput, LearnerResultView } from '@collegium/contract/allocation.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { presentLearnerResult } from './present-result.ts';
import { isRunning, roundSeenBy } from './queries.ts';
import { sayWhy } from './refuse.ts';
import { findAllocation, resultingRun } from './result-queries.ts';

/**
 * Gives, moves or takes away a place by hand, with a reason that the learner reads. Never more than the offer has: the
 * round's version lets one hand after the other, and the free places are counted in the same statement.
 * Throws round.no_place_left, round.offer_elsewhere, round.learner_elsewhere, round.not_in_review, …
 */
export async function placeByHand(
  scope: MemberScope,
  roundId: string,
  applicationId: string,
  version: number,
  { offerId, reason }: HandPlacementInput,
): Promise<LearnerResultView> {
  const { db } = scope;
  const rows = await change(
    scope,
    (creator) =>
      creator
        .with('touched', (qc) =>
          qc
            .updateTable('round')
            .set((eb) => ({ version: eb('version', '+', 1) }))
            .where('id', '=', roundId)
            .where('organisation_id', '=', scope.actor.organisationId)
            .where('state', '=', 'review')
            .where('version', '=', version)
            .where((eb) => eb.not(isRunning(eb)))
            .where((eb) => eb.exists(allocationOf(db, roundId, applicationId)))
            .$if(offerId !== null, (q) =>
              q.where((eb) => eb.exists(freePlace(db, roundId, applicationId, offerId ?? ''))),
            )
            .returning('id'),
        )
        .with('placed', (qc) =>
          qc
            .updateTable('allocation')
            .set((eb) => ({
              offer_id: offerId,
              rank: eb
                .selectFrom('preference')
                .select('rank')
                .where('application_id', '=', applicationId)
                .where('offer_id', '=', offerId),
              placed_by_hand_at: scope.clock.now(),
              placed_by_hand_by: scope.actor.personId,
              hand_reason: reason,
            }))
            .where('application_id', '=', applicationId)
            .where('run_id', 'in', resultingRun(db, roundId))
            .where((eb) => eb.exists(eb.selectFrom('touched').select('touched.id'))),
        )
        .with('changed', (qc) => qc.selectFrom('touched').select('id')),
    {
      action: 'round.placed_by_hand',
      objectType: 'round',
      reason,
      details: { applicationId, offerId },
    },
  );
  if (rows.length === 0) throw await explain(scope, roundId, applicationId, version, offerId);
  const row = await findAllocation(db, roundId, { applicationId });
  if (!row) throw new Problem('round.learner_elsewhere');
  return presentLearnerResult(row);
}

function allocationOf(db: Database, roundId: string, applicationId: string) {
  return db
    .selectFrom('allocation')
    .select('allocation.id')
    .where('allocation.application_id', '=', applicationId)
    .where('allocation.run_id', 'in', resultingRun(db, roundId));
}

/** The offer, if it is of the round, published, and has a place that this result gives to nobody else. */
function freePlace(db: Database, roundId: string, applicationId: string, offerId: string) {
  return offerOfRound(db, roundId, offerId).where(
    (eb) =>
      eb
        .selectFrom('allocation as other')
        .innerJoin('application', 'application.id', 'other.application_id')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('other.offer_id', '=', 'offer.id')
        .where('other.run_id', 'in', resultingRun(db, roundId))
        .where('other.application_id', '<>', applicationId)
        .where('application.state', '<>', 'withdrawn'),
    '<',
    sql<number>`offer.places - offer.places_taken`,
  );
}

function offerOfRound(db: Database, roundId: string, offerId: string) {
  return db
    .selectFrom('round_offer')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .select('offer.id')
    .where('round_offer.round_id', '=', roundId)
    .where('round_offer.offer_id', '=', offerId)
    .where('offer.state', '=', 'published');
}

async function explain(
  scope: MemberScope,
  roundId: string,
  applicationId: string,
  version: number,
  offerId: string | null,
): Promise<Problem> {
  const { db } = scope;
  const round = await roundSeenBy(db, scope.actor, roundId)
    .select((eb) => [
      eb.exists(allocationOf(db, roundId, applicationId)).as('has_learner'),
      eb.exists(offerOfRound(db, roundId, offerId ?? roundId)).as('has_offer'),
    ])
    .executeTakeFirst();
  return sayWhy(scope, round, {
    version,
    otherwise: 'round.not_in_review',
    unless: ({ state, has_learner, has_offer }) => {
      if (state !== 'review') return undefined;
      if (has_learner !== true) return new Problem('round.learner_elsewhere');
      return new Problem(has_offer === true ? 'round.no_place_left' : 'round.offer_elsewhere');
    },
  });
}
