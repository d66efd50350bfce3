import type { Instance } from '../instance/instance.ts';
import type { Problem } from '../problem.ts';
import { priorityLists } from './priority-lists.ts';
import { type Hooks, pulse, PULSE_LEARNERS } from './hooks.ts';

/**
 * Top trading cycles for offers with priorities (Shapley and Scarf 1974; Abdulkadiroğlu and Sönmez 2003): every learner
 * points to the best offer with places left, every offer to whom it ranks highest of those left, and along each cycle
 * the learners get what they point to. Returns 1 for each wish that is held.
 */
export function topTradingCycles(problem: Problem, instance: Instance, seed: string, hooks: Hooks): Uint8Array {
  const { start, wishOffer, standing, places } = instance;
  const lists = priorityLists(problem, instance, seed);
  const left = instance.capacity.slice();
  const isGone = Uint8Array.from(places, (count) => (count > 0 ? 0 : 1));
  const nextWish = start.slice(0, places.length);
  const nextListed = new Int32Array(left.length);
  const held = new Uint8Array(wishOffer.length);
  const seenAt = new Int32Array(places.length).fill(-1);
  let done = 0;

  /** The wish that the learner points with, or -1 when none is left. */
  const pointed = (learner: number): number => {
    let wish = nextWish[learner]!;
    while (wish < start[learner + 1]! && (standing[wish] === Infinity || left[wishOffer[wish]!]! <= 0)) wish++;
    nextWish[learner] = wish;
    return wish < start[learner + 1]! ? wish : -1;
  };
  /** Whom the offer points to; whoever points to it is on its list, so there is somebody. */
  const favourite = (offer: number): number => {
    const list = lists[offer]!;
    while (isGone[list[nextListed[offer]!]!] === 1) nextListed[offer]!++;
    return list[nextListed[offer]!]!;
  };

  for (let first = 0; first < places.length; first++) {
    const path: number[] = [];
    /** Whoever pointed to somebody who left has to look again. */
    const stepBack = (): number => {
      const before = path.pop();
      if (before === undefined) return first;
      seenAt[before] = -1;
      return before;
    };
    for (let learner = first; isGone[first] === 0;) {
      if (done % PULSE_LEARNERS === 0) pulse(hooks, { stage: 'placing', done, total: places.length });
      const wish = pointed(learner);
      if (wish < 0) {
        isGone[learner] = 1;
        done++;
        learner = stepBack();
      } else if (seenAt[learner]! < 0) {
        seenAt[learner] = path.length;
        path.push(learner);
        learner = favourite(wishOffer[wish]!);
      } else {
        for (const member of path.splice(seenAt[learner]!)) {
          const traded = nextWish[member]!;
          held[traded] = 1;
          left[wishOffer[traded]!]!--;
          isGone[member] = 1;
          done++;
        }
        learner = stepBack();
      }
    }
  }
  return held;
}
