import type { LearnerResultView, WishExplanation, WishReason } from '@collegium/contract/allocation.ts';
import { pseudonymOf } from './pseudonym.ts';
import type { LearnerAllocationRow } from './result-queries.ts';

/** What a learner got and why, placements by hand included. */
export function presentLearnerResult(row: LearnerAllocationRow): LearnerResultView {
  const offers = new Map(row.offers.map((offer) => [offer.id, offer]));
  const markOf = (id: string) => offers.get(id) ?? { id, title: {}, provider: '' };
  return {
    applicationId: row.id,
    applicationState: row.state,
    applicationVersion: row.version,
    respondBy: row.respond_by?.toISOString() ?? null,
    name: row.name,
    pseudonym: pseudonymOf(row.pseudonym_salt ?? '', row.id),
    placed: row.offer_id === null ? null : { offer: markOf(row.offer_id), rank: row.rank },
    handReason: row.hand_reason,
    wishes: row.explanation.map((wish) => ({
      offer: markOf(wish.offerId),
      rank: wish.rank,
      reason: reasonNow(wish, row),
      numbers: wish.numbers,
    })),
  };
}

/** The stored reason is the run's; a hand that came later is told on top of it. */
function reasonNow(wish: WishExplanation, row: LearnerAllocationRow): WishReason {
  if (row.placed_by_hand_at === null) return wish.reason;
  if (wish.offerId === row.offer_id) return wish.reason === 'placed' ? 'placed' : 'placed_by_hand';
  return wish.reason === 'placed' ? 'moved_by_hand' : wish.reason;
}
