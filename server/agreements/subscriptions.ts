import type { Subscription } from '../platform/events/subscription.ts';
import { enterIntoForce } from './enter-into-force.ts';
import { letTakeEffect } from './take-effect.ts';

/** A sealed version enters into force, and what was agreed takes effect, on the same day when that has come. */
export const agreementSubscriptions: readonly Subscription[] = [
  {
    action: 'agreement.sealed',
    name: 'put the sealed version in force',
    handle: async (scope, event) => void (await enterIntoForce(scope, event.object_id)),
  },
  {
    action: 'agreement.request_agreed',
    name: 'let what was agreed take effect',
    handle: async (scope, event) => void (await letTakeEffect(scope, event.object_id)),
  },
];
