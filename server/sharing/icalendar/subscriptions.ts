import type { Subscription } from '../../platform/events/subscription.ts';
import { inviteAll } from './invite.ts';

/** Calendars are told by mail of what happens to bookings. */
export const calendarSubscriptions: readonly Subscription[] = [
  {
    action: 'booking.*',
    name: 'tell calendars',
    handle: (scope, event) => inviteAll(scope, event.object_id),
  },
  {
    action: 'swap.accepted',
    name: 'tell calendars',
    handle: async (scope, event) => {
      const pairs = await scope.db
        .selectFrom('booking_swap')
        .select(['booking_id', 'other_id'])
        .where('id', '=', event.object_id)
        .execute();
      for (const id of pairs.flatMap((pair) => [pair.booking_id, pair.other_id])) await inviteAll(scope, id);
    },
  },
];
