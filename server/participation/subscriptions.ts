import type { Subscription } from '../platform/events/subscription.ts';
import { cancelParticipations } from './cancel-participations.ts';
import { ensureParticipation } from './create-participation.ts';

/** A held seat becomes a participation; a seat given up before it began ends it. */
export const participationSubscriptions: readonly Subscription[] = [
  ...['application.accepted', 'application.promoted'].map(
    (action) =>
      ({
        action,
        name: 'begin the participation',
        handle: (scope, event) => ensureParticipation(scope, event.object_id),
      }) satisfies Subscription,
  ),
  {
    action: 'application.withdrawn',
    name: 'cancel what had not begun',
    handle: (scope, event) => cancelParticipations(scope, { applicationId: event.object_id }, event.reason),
  },
  {
    action: 'offer.withdrawn',
    name: 'cancel what had not begun',
    handle: (scope, event) => cancelParticipations(scope, { offerId: event.object_id }, event.reason),
  },
];
