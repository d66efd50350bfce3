import { fillable, WorstHeaps } from '../choice/worst-heaps.ts';
import type { Instance } from '../instance/instance.ts';
import { type Hooks, pulse, PULSE_LEARNERS } from './hooks.ts';

/**
 * Learner-proposing deferred acceptance with capacities (Gale and Shapley 1962; the many-to-one form of Roth and
 * Sotomayor 1990): each free place of a learner asks down the list; an offer keeps the best who asked.
 * Returns 1 for each wish that is held. Time: the wishes asked, times log of the capacity.
 */
export function deferredAcceptance(instance: Instance, hooks: Hooks = {}): Uint8Array {
  const { start, wishOffer, wishLearner, standing, places } = instance;
  const learners = places.length;
  const next = start.slice(0, learners);
  const room = fillable(instance);
  const heaps = new WorstHeaps(instance, room);
  const { size } = heaps;
  const held = new Uint8Array(wishOffer.length);
  // Most who ask a full offer rank below all whom it holds: one look at a small array turns them away.
  const cut = Float64Array.from(room, (places) => (places > 0 ? Infinity : -Infinity));

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
        if (size[offer]! < room[offer]!) {
          heaps.push(offer, wish);
          asking = -1;
        } else {
          const replaced = heaps.exchange(offer, wish);
          if (replaced === wish) continue;
          asking = wishLearner[replaced]!;
        }
        if (size[offer] === room[offer]) cut[offer] = heaps.topStanding(offer);
      }
    }
  }
  for (let offer = 0; offer < room.length; offer++) for (const wish of heaps.wishes(offer)) held[wish] = 1;
  return held;
}
