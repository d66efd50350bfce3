import type { Subscription } from '../../platform/events/subscription.ts';
import { inviteAll } from './invite.ts';

/** Calendars are told by mail of what happens to bookings. */
export const calendarSubscriptions: readonly Subscription[] = [
  {
    action: 'booking.*',
    name: 'tell calendars',
    handle: (scope, event) => inviteAll(scope, event.object_id),
  },
];
