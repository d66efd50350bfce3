import { overlappingOffers } from '../choice/overlap.ts';
import type { Instance } from '../instance/instance.ts';
import { BestResponse } from './best-response.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import { flexibleDeferredAcceptance } from './flexible-deferred-acceptance.ts';
import type { Hooks } from './hooks.ts';

/** Deferred acceptance in the form that the instance's rules call for. Returns 1 for each wish that is held. */
export function propose(instance: Instance, hooks: Hooks): Uint8Array {
  const { rules } = instance;
  if (needsNegotiation(instance))
    return new BestResponse(instance, new Uint8Array(instance.wishOffer.length)).run(hooks);
  return rules ? flexibleDeferredAcceptance(instance, rules, hooks) : deferredAcceptance(instance, hooks);
}

/** Whether the instance holds what makes a stable allocation uncertain. */
export function needsNegotiation(instance: Instance): boolean {
  const { rules, together, clashes } = instance;
  return Boolean(together ?? clashes) || (rules !== undefined && overlappingOffers(instance, rules).length > 0);
}
