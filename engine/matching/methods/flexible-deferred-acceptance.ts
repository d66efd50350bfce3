import { RuledSeats } from '../choice/ruled-seats.ts';
import type { Instance } from '../instance/instance.ts';
import type { Rules } from '../instance/rules.ts';
import { type Hooks, pulse, PULSE_LEARNERS } from './hooks.ts';

/**
 * Deferred acceptance with minority reserves (Hafalir, Yenmez and Yildirim 2013), ceilings per group (Abdulkadiroğlu
 * and Sönmez 2003) and caps per organisation (Kamada and Kojima 2015). Needs each applicant of an offer to fall under
 * at most one of its ceilings. Returns 1 for each wish that is held.
 */
export function flexibleDeferredAcceptance(instance: Instance, rules: Rules, hooks: Hooks = {}): Uint8Array {
  const { start, wishLearner, standing, places } = instance;
  const learners = places.length;
  const next = start.slice(0, learners);
  const seats = new RuledSeats(instance, rules);
  for (let learner = 0; learner < learners; learner++) {
    if (learner % PULSE_LEARNERS === 0) pulse(hooks, { stage: 'placing', done: learner, total: learners });
    for (let place = places[learner]!; place > 0; place--) {
      let asking = learner;
      while (asking >= 0) {
        const wish = next[asking]!;
        if (wish >= start[asking + 1]!) break;
        next[asking] = wish + 1;
        if (standing[wish] === Infinity) continue;
        const leaves = seats.admit(wish);
        if (leaves !== wish) asking = leaves < 0 ? -1 : wishLearner[leaves]!;
      }
    }
  }
  return seats.held();
}
