import { recordEvent } from '../platform/audit/change.ts';
import type { Subscription } from '../platform/events/subscription.ts';

/** What follows for rounds from what happens to offers. */
export const allocationSubscriptions: readonly Subscription[] = [
  {
    action: 'offer.withdrawn',
    name: 'rounds leave out withdrawn offers',
    handle: async (scope, event) => {
      const rounds = await scope.db
        .selectFrom('round_offer')
        .innerJoin('round', 'round.id', 'round_offer.round_id')
        .select(['round.id', 'round.state'])
        .where('round_offer.offer_id', '=', event.object_id)
        .where('round.state', 'in', ['draft', 'open', 'closed', 'review'])
        .execute();
      const drafts = rounds.filter(({ state }) => state === 'draft').map(({ id }) => id);
      // A draft loses the offer; in a round that was opened it stays visible, without places, beside the lists that name it.
      if (drafts.length > 0)
        await scope.db
          .deleteFrom('round_offer')
          .where('offer_id', '=', event.object_id)
          .where('round_id', 'in', drafts)
          .execute();
      for (const { id } of rounds)
        await recordEvent(scope, {
          action: 'round.offer_withdrawn',
          objectType: 'round',
          objectId: id,
          reason: event.reason,
          details: { offerId: event.object_id },
        });
    },
  },
];
