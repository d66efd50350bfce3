import type { Subscription } from '../platform/events/subscription.ts';
import { followGrants } from './follow-agreement.ts';

/** What an agreement opens follows the version in force. */
export const grantSubscriptions: readonly Subscription[] = [
  'agreement.entered_into_force',
  'agreement.party_merged',
  'agreement.terminated',
  'agreement.expired',
].map((action) => ({
  action,
  name: 'follow the version in force with what it opens',
  handle: (scope, event) => followGrants(scope, event.object_id),
}));
