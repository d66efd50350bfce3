import type { PublishInput } from '@collegium/contract/allocation.ts';
import type { RoundView } from '@collegium/contract/rounds.ts';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem, problemOfDatabase } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { presentRound, stateAt } from './present.ts';
import type { RoundRow } from './queries.ts';
import { publication } from './publication.ts';
import { findBlockedOffers } from './publish-queries.ts';
import { getManagedRound } from './rounds.ts';

/**
 * Publishes the result, in one statement however many learners there are: places are offered until the date for
 * answers, the offers' places are taken, the seed is revealed, and every learner has an event. Of two who publish at
 * once one wins. Throws round.already_published, round.respond_by_passed, round.places_gone, …
 */
export async function publishRound(
  scope: MemberScope,
  id: string,
  version: number,
  input: PublishInput,
): Promise<RoundView> {
  const now = scope.clock.now();
  const row = await getManagedRound(scope, id);
  const respondBy = input.respondBy === undefined ? row.respond_by : new Date(input.respondBy);
  refuse(row, version, respondBy, now);
  const eventIds = Array.from({ length: row.applications ?? 0 }, newId);
  const rows = await changeOrExplain(() =>
    change(scope, (db) => publication(db, scope, { id, version, respondBy: respondBy ?? now, eventIds }), {
      action: 'round.published',
      objectType: 'round',
      details: { runNumber: row.run?.number ?? 0, respondBy: respondBy?.toISOString() ?? null },
    }),
  );
  if (rows.length === 0) throw await explain(scope, id);
  const published = { state: 'published', published_at: now, seed_revealed_at: now, respond_by: respondBy } as const;
  return presentRound(scope.actor, { ...row, ...published, version: version + 1 }, now);
}

function refuse(row: RoundRow, version: number, respondBy: Date | null, now: Date): void {
  const state = stateAt(row, now);
  if (state === 'published') throw new Problem('round.already_published');
  if (state === 'cancelled') throw new Problem('round.is_cancelled');
  if (state !== 'review') throw new Problem('round.not_in_review');
  if (row.run?.state === 'running') throw new Problem('round.is_running');
  if (row.version !== version) throw new Problem('request.version_stale');
  if (respondBy === null || respondBy <= now) throw new Problem('round.respond_by_passed');
}

/** Should the places of an offer run out between check and update, the constraint still refuses, in our words. */
async function changeOrExplain<T>(publish: () => Promise<T>): Promise<T> {
  try {
    return await publish();
  } catch (error) {
    if (problemOfDatabase(error)?.code === 'offer.places_below_taken') throw new Problem('round.places_gone');
    throw error;
  }
}

/** The one diagnostic read: somebody was quicker, or an offer cannot keep what the result gives. */
async function explain(scope: MemberScope, id: string): Promise<Problem> {
  const { state, withdrawn, full } = await findBlockedOffers(scope.db, id);
  if (state === 'published') return new Problem('round.already_published');
  if (withdrawn > 0) return new Problem('round.offer_withdrawn_since_run');
  if (full > 0) return new Problem('round.places_gone');
  return new Problem('request.version_stale');
}
