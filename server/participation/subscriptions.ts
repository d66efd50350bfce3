import type { AuditEventRow, Subscription } from '../platform/events/subscription.ts';
import type { Scope } from '../platform/scope.ts';
import { cancelParticipations } from './cancel-participations.ts';
import { ensureParticipations } from './create-participation.ts';

/** A held seat becomes a participation; a seat given up before it began ends it. */
export const participationSubscriptions: readonly Subscription[] = [
  ...['application.accepted', 'application.promoted'].map((action): Subscription => ({
    action,
    name: 'begin the participation',
    handle: (scope, event) => begin(scope, [event]),
    handleMany: begin,
  })),
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

function begin(scope: Scope, events: readonly AuditEventRow[]): Promise<void> {
  return ensureParticipations(
    scope,
    events.map((event) => ({ applicationId: event.object_id, requestId: event.request_id ?? event.id })),
  );
}
