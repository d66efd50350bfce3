import type { Instance } from '../instance/instance.ts';
import type { GroupLimit, Rules } from '../instance/rules.ts';
import type { Refusal } from '../outcome/seats.ts';
import { CapShares } from './cap-shares.ts';
import { fillable, WorstHeaps } from './worst-heaps.ts';

const NOBODY = -1;

/**
 * The places of offers with reserves, ceilings and caps, filled one wish at a time. An offer has a heap per reserve, a
 * heap per ceiling for the open places of that group, and one for all other open places. What it holds is always what
 * it would choose from all who asked: reserves first, in their order, each the best of its group; then the open places,
 * the best of all, no group above its ceiling. A learner counts in one reserve, and here under at most one ceiling.
 */
export class RuledSeats {
  readonly taken: Int32Array;
  readonly #instance: Instance;
  readonly #rules: Rules;
  readonly #room: Int32Array;
  readonly #heaps: WorstHeaps;
  readonly #shares: CapShares;
  /** First heap of each offer: its reserves, then its ceilings, then the rest. */
  readonly #first: Int32Array;
  readonly #reserveRoom: Int32Array;
  /** Members held under each ceiling, by the heap of that ceiling. */
  readonly #underCeiling: Int32Array;

  constructor(instance: Instance, rules: Rules) {
    this.#instance = instance;
    this.#rules = rules;
    const offers = instance.capacity.length;
    this.#room = fillable(instance);
    this.taken = new Int32Array(offers);
    this.#first = new Int32Array(offers + 1);
    const rooms: number[] = [];
    for (let offer = 0; offer < offers; offer++) {
      const room = this.#room[offer]!;
      for (const { group, places } of rules.reserves[offer]!) {
        const ceiling = rules.ceilings[offer]!.find((limit) => limit.group === group)?.places ?? room;
        rooms.push(Math.max(0, Math.min(places, room, ceiling)));
      }
      // One more than may stay: who is too many goes after the newcomer came.
      for (const { places } of rules.ceilings[offer]!) rooms.push(Math.max(0, Math.min(places, room)) + 1);
      rooms.push(room + 1);
      this.#first[offer + 1] = rooms.length;
    }
    this.#reserveRoom = Int32Array.from(rooms);
    this.#heaps = new WorstHeaps(instance, this.#reserveRoom);
    this.#underCeiling = new Int32Array(rooms.length);
    this.#shares = new CapShares(instance, rules);
  }

  /** Lets the offer of `wish` choose again with it: -1 when nobody goes, else the wish that does. */
  admit(wish: number): number {
    const offer = this.#instance.wishOffer[wish]!;
    const { leaves } = this.#insert(offer, wish);
    if (leaves !== NOBODY) return leaves;
    const giver = this.#shares.giver(offer);
    return giver < 0 ? NOBODY : this.#dropLowest(giver);
  }

  /** Why the offer of `wish`, which it does not hold, would not take it; undefined when it would. Changes nothing. */
  refusal(wish: number): Refusal | undefined {
    const offer = this.#instance.wishOffer[wish]!;
    if (this.#instance.capacity[offer]! <= 0) return 'no_places';
    const before = this.#holders(offer);
    const { leaves, because } = this.#insert(offer, wish);
    const isOverCap = leaves === NOBODY && this.#shares.giver(offer) === offer;
    const goes = isOverCap ? this.#dropLowest(offer) : leaves;
    if (goes === wish) return isOverCap ? 'cap' : because;
    this.#refill(offer, before);
    return undefined;
  }

  /** Fills the seats with what an outcome holds. */
  fill(held: Uint8Array): this {
    for (let wish = 0; wish < held.length; wish++) {
      if (held[wish] === 1) this.#insert(this.#instance.wishOffer[wish]!, wish);
    }
    return this;
  }

  /** 1 for each wish that is held. */
  held(): Uint8Array {
    const held = new Uint8Array(this.#instance.wishOffer.length);
    for (let heap = 0; heap < this.#reserveRoom.length; heap++)
      for (const wish of this.#heaps.wishes(heap)) held[wish] = 1;
    return held;
  }

  #insert(offer: number, wish: number): { leaves: number; because: Refusal } {
    const reserves = this.#rules.reserves[offer]!;
    const first = this.#first[offer]!;
    let moving = wish;
    this.#count(offer, wish, 1);
    for (let i = 0; i < reserves.length && moving !== NOBODY; i++) {
      if (!this.#isIn(moving, reserves[i]!) || this.#reserveRoom[first + i] === 0) continue;
      if (this.#heaps.size[first + i]! < this.#reserveRoom[first + i]!) {
        this.#heaps.push(first + i, moving);
        moving = NOBODY;
      } else {
        moving = this.#heaps.exchange(first + i, moving);
      }
    }
    const ceiling = this.#ceilingHeap(offer, wish);
    if (moving !== NOBODY) this.#heaps.push(this.#openHeap(offer, moving), moving);
    if (ceiling >= 0 && this.#underCeiling[ceiling]! > this.#ceilingOf(offer, ceiling)) {
      const leaves = this.#heaps.pop(ceiling);
      this.#count(offer, leaves, -1);
      return { leaves, because: 'ceiling' };
    }
    if (this.taken[offer]! <= this.#room[offer]!) return { leaves: NOBODY, because: 'outranked' };
    const leaves = this.#dropLowest(offer);
    return { leaves, because: leaves === wish && this.#holdsLower(offer, wish) ? 'reserved' : 'outranked' };
  }

  /** Takes out whom the offer would choose last. */
  #dropLowest(offer: number): number {
    let lowest = NOBODY;
    for (let heap = this.#first[offer]! + this.#rules.reserves[offer]!.length; heap < this.#first[offer + 1]!; heap++) {
      if (this.#heaps.size[heap]! > 0 && (lowest < 0 || this.#isLower(this.#heaps.top(heap), this.#heaps.top(lowest))))
        lowest = heap;
    }
    const leaves = lowest >= 0 ? this.#heaps.pop(lowest) : this.#dropFromReserves(offer);
    this.#count(offer, leaves, -1);
    return leaves;
  }

  #dropFromReserves(offer: number): number {
    let heap = this.#first[offer]! + this.#rules.reserves[offer]!.length - 1;
    while (this.#heaps.size[heap] === 0) heap--;
    return this.#heaps.pop(heap);
  }

  #count(offer: number, wish: number, change: number): void {
    this.taken[offer]! += change;
    this.#shares.add(offer, change);
    const ceiling = this.#ceilingHeap(offer, wish);
    if (ceiling >= 0) this.#underCeiling[ceiling]! += change;
  }

  #openHeap(offer: number, wish: number): number {
    const ceiling = this.#ceilingHeap(offer, wish);
    return ceiling >= 0 ? ceiling : this.#first[offer + 1]! - 1;
  }

  #ceilingHeap(offer: number, wish: number): number {
    const ceilings = this.#rules.ceilings[offer]!;
    for (let i = 0; i < ceilings.length; i++) {
      if (this.#isIn(wish, ceilings[i]!)) return this.#first[offer]! + this.#rules.reserves[offer]!.length + i;
    }
    return NOBODY;
  }

  #ceilingOf(offer: number, heap: number): number {
    return this.#rules.ceilings[offer]![heap - this.#first[offer]! - this.#rules.reserves[offer]!.length]!.places;
  }

  #isIn(wish: number, { group }: GroupLimit): boolean {
    return this.#rules.groupsOf[this.#instance.wishLearner[wish]!]!.includes(group);
  }

  #isLower(a: number, b: number): boolean {
    const { standing } = this.#instance;
    return this.#heaps.isWorse(standing[a]!, a, standing[b]!, b);
  }

  #holdsLower(offer: number, wish: number): boolean {
    return this.#holders(offer).some((other) => this.#isLower(other, wish));
  }

  #holders(offer: number): number[] {
    const holders: number[] = [];
    for (let heap = this.#first[offer]!; heap < this.#first[offer + 1]!; heap++)
      holders.push(...this.#heaps.wishes(heap));
    return holders;
  }

  #refill(offer: number, holders: readonly number[]): void {
    for (let heap = this.#first[offer]!; heap < this.#first[offer + 1]!; heap++) {
      while (this.#heaps.size[heap]! > 0) this.#count(offer, this.#heaps.pop(heap), -1);
    }
    for (const wish of holders) this.#insert(offer, wish);
  }
}
