import type { PublishInput } from '@collegium/contract/allocation.ts';
import type { RoundView } from '@collegium/contract/rounds.ts';
import { judge } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { presentRound, stateAt } from './present.ts';
import type { RoundRow } from './queries.ts';
import { publication, type Verdict } from './publication.ts';
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
  const statement = { id, version, respondBy: respondBy ?? now, eventIds };
  const verdict = await judge(scope, (db) => publication(db, scope, statement), {
    action: 'round.published',
    objectType: 'round',
    details: { runNumber: row.run?.number ?? 0, respondBy: respondBy?.toISOString() ?? null },
  });
  if (!verdict?.is_changed) throw explain(verdict);
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

/** Somebody was quicker, or an offer cannot keep what the result gives. */
function explain(verdict: Verdict | undefined): Problem {
  if (verdict === undefined) return new Problem('round.not_found');
  const { state, is_running, withdrawn, full } = verdict;
  if (state === 'published') return new Problem('round.already_published');
  if (state === 'cancelled') return new Problem('round.is_cancelled');
  if (is_running) return new Problem('round.is_running');
  if (withdrawn > 0) return new Problem('round.offer_withdrawn_since_run');
  if (full > 0) return new Problem('round.places_gone');
  return new Problem('request.version_stale');
}
