import { randomBytes } from 'node:crypto';
import { commitSeed } from '@collegium/matching';
import { pickText } from '@collegium/contract/pick-text.ts';
import type { RoundView } from '@collegium/contract/rounds.ts';
import { change } from '../platform/audit/change.ts';
import { Problem, problemOfDatabase } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { listOffersRunningElsewhere } from './collect-queries.ts';
import { refuseMove } from './refuse.ts';
import { getRound } from './rounds.ts';

/**
 * Opens a round from now on; its offers are in no other running round. Draws its seed and publishes the seed's commitment, so that nobody can choose the lottery
 * after having seen the applications. Throws round.no_offers, round.no_learners, round.offers_in_another, round.closes_in_past, …
 */
export async function openRound(scope: MemberScope, id: string, version: number): Promise<RoundView> {
  const now = scope.clock.now();
  const seed = randomBytes(32).toString('hex');
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('round')
            .set((eb) => ({
              state: 'open',
              opens_at: now,
              seed,
              seed_commitment: commitSeed(seed),
              seed_committed_at: now,
              pseudonym_salt: randomBytes(32).toString('hex'),
              version: eb('version', '+', 1),
            }))
            .where('id', '=', id)
            .where('organisation_id', '=', scope.actor.organisationId)
            .where('state', '=', 'draft')
            .where('version', '=', version)
            .where('closes_at', '>', now)
            .where((eb) =>
              eb.exists(eb.selectFrom('round_offer').select('offer_id').whereRef('round_id', '=', 'round.id')),
            )
            .where((eb) =>
              eb.exists(eb.selectFrom('round_learner').select('membership_id').whereRef('round_id', '=', 'round.id')),
            )
            .returning('id'),
        )
        .with('running', (qc) =>
          qc
            .updateTable('round_offer')
            .from('changed')
            .set({ running_since: now })
            .whereRef('round_offer.round_id', '=', 'changed.id'),
        ),
    { action: 'round.opened', objectType: 'round', details: { commitment: commitSeed(seed) } },
  ).catch((error: unknown) => explainConflict(scope, id, error));
  if (rows.length > 0) return getRound(scope, id);
  throw await refuseMove(scope, id, {
    version,
    otherwise: 'round.not_draft',
    because: (row) => {
      if (row.state !== 'draft' || row.version !== version) return undefined;
      if (!row.offers) return new Problem('round.no_offers');
      if (!row.learners) return new Problem('round.no_learners');
      return new Problem('round.closes_in_past');
    },
  });
}

/** The constraint says that an offer is in another running round; one read says which. */
async function explainConflict(scope: MemberScope, id: string, error: unknown): Promise<never> {
  if (problemOfDatabase(error)?.code !== 'round.offers_in_another') throw error;
  const offers = await listOffersRunningElsewhere(scope.db, id);
  const first = pickText(offers[0]?.title ?? {}, scope.language);
  throw new Problem('round.offers_in_another', { count: offers.length, first });
}
