import type { Instance } from '../instance/instance.ts';
import { type Hooks, pulse, PULSE_LEARNERS } from './hooks.ts';
import { OfferHeaps } from './offer-heaps.ts';

/**
 * Learner-proposing deferred acceptance with capacities (Gale and Shapley 1962; the many-to-one form of Roth and
 * Sotomayor 1990): each free place of a learner asks down the list; an offer keeps the best who asked.
 * Returns 1 for each wish that is held. Time: the wishes asked, times log of the capacity.
 */
export function deferredAcceptance(instance: Instance, hooks: Hooks = {}): Uint8Array {
  const { start, wishOffer, wishLearner, standing, places } = instance;
  const learners = places.length;
  const next = start.slice(0, learners);
  const heaps = new OfferHeaps(instance);
  const { cut } = heaps;

  for (let learner = 0; learner < learners; learner++) {
    if (learner % PULSE_LEARNERS === 0) pulse(hooks, { stage: 'placing', done: learner, total: learners });
    for (let place = places[learner]!; place > 0; place--) {
      // One chain of asking and being replaced, until a place is free or somebody's list is at its end.
      let asking = learner;
      while (asking >= 0) {
        const wish = next[asking]!;
        if (wish >= start[asking + 1]!) break;
        next[asking] = wish + 1;
        const offer = wishOffer[wish]!;
        if (standing[wish]! > cut[offer]! || standing[wish] === Infinity) continue;
        const replaced = heaps.offer(offer, wish);
        if (replaced !== wish) asking = replaced < 0 ? -1 : wishLearner[replaced]!;
      }
    }
  }
  return heaps.held();
}
