import type { Instance } from '../instance/instance.ts';
import type { Rules } from '../instance/rules.ts';

/** Who is in which group, as bits: asked for every wish, so it lies in one piece of memory. */
export class Membership {
  readonly #words: number;
  readonly #bits: Int32Array;

  constructor({ places }: Instance, { groupNames, groupsOf }: Rules) {
    this.#words = Math.ceil(groupNames.length / 32);
    this.#bits = new Int32Array(places.length * this.#words);
    groupsOf.forEach((groups, learner) => {
      for (const group of groups) this.#bits[learner * this.#words + (group >> 5)]! |= 1 << (group & 31);
    });
  }

  has(learner: number, group: number): boolean {
    return (this.#bits[learner * this.#words + (group >> 5)]! & (1 << (group & 31))) !== 0;
  }
}
