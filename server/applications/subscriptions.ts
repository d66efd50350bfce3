import type { Subscription } from '../platform/events/subscription.ts';
import type { Scope } from '../platform/scope.ts';
import { endWithOffer } from './end-with-offer.ts';
import { endWithRound } from './end-with-round.ts';
import { promoteWaiting } from './promote.ts';

/**
 * Events of applications: `application.submitted`, `.changed` (ranked lists), `.queued` (joined a waiting list), `.accepted`
 * (holds a seat; details.through is claim, promotion or result), `.promoted` (beside .accepted), `.declined`, `.lapsed`,
 * `.withdrawn`, `.offer_withdrawn` (the server ended it, or tells that its offer is gone), `.released` (its round was cancelled).
 */
export const applicationSubscriptions: readonly Subscription[] = [
  {
    action: 'offer.changed',
    name: 'fill new places from the waiting list',
    handle: (scope, event) => promoteWaiting(scope, event.object_id),
  },
  {
    action: 'application.withdrawn',
    name: 'fill a place that was given up while somebody joined the queue',
    handle: (scope, event) => promoteBehind(scope, event.object_id),
  },
  {
    action: 'offer.withdrawn',
    name: 'tell and release those who applied',
    handle: (scope, event) => endWithOffer(scope, event.object_id, event.reason),
  },
  {
    action: 'round.cancelled',
    name: 'release the lists of a cancelled round',
    handle: (scope, event) => endWithRound(scope, event.object_id, event.reason),
  },
];

async function promoteBehind(scope: Scope, applicationId: string): Promise<void> {
  const application = await scope.db
    .selectFrom('application')
    .select('offer_id')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  if (application?.offer_id) await promoteWaiting(scope, application.offer_id);
}
