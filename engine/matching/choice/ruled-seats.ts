import type { Instance } from '../instance/instance.ts';
import type { Rules } from '../instance/rules.ts';
import type { Refusal } from '../outcome/seats.ts';
import { CapShares } from './cap-shares.ts';
import { Membership } from './membership.ts';
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
  readonly #membership: Membership;
  readonly #room: Int32Array;
  readonly #heaps: WorstHeaps;
  readonly #shares: CapShares;
  /** First heap of each offer, and first of its open ones: its reserves, then its ceilings, then the rest. */
  readonly #first: Int32Array;
  readonly #open: Int32Array;
  /** The group of each reserve and ceiling by its heap, and the places of each ceiling. */
  readonly #group: Int32Array;
  readonly #ceiling: Int32Array;
  readonly #reserveRoom: Int32Array;
  /** Nobody who ranks lower than this comes in, unless by a reserve. */
  readonly #cut: Float64Array;
  /** Members held under each ceiling, by the heap of that ceiling. */
  readonly #underCeiling: Int32Array;

  constructor(instance: Instance, rules: Rules) {
    this.#instance = instance;
    this.#membership = new Membership(instance, rules);
    const offers = instance.capacity.length;
    this.#room = fillable(instance);
    this.taken = new Int32Array(offers);
    this.#first = new Int32Array(offers + 1);
    this.#open = new Int32Array(offers);
    const rooms: number[] = [];
    const groups: number[] = [];
    const ceilings: number[] = [];
    for (let offer = 0; offer < offers; offer++) {
      const room = this.#room[offer]!;
      for (const { group, places } of rules.reserves[offer]!) {
        const ceiling = rules.ceilings[offer]!.find((limit) => limit.group === group)?.places ?? room;
        rooms.push(Math.max(0, Math.min(places, room, ceiling)));
        groups.push(group);
        ceilings.push(room);
      }
      this.#open[offer] = rooms.length;
      // One more than may stay: who is too many goes after the newcomer came.
      for (const { group, places } of rules.ceilings[offer]!) {
        rooms.push(Math.max(0, Math.min(places, room)) + 1);
        groups.push(group);
        ceilings.push(places);
      }
      rooms.push(room + 1);
      groups.push(NOBODY);
      ceilings.push(room);
      this.#first[offer + 1] = rooms.length;
    }
    this.#group = Int32Array.from(groups);
    this.#ceiling = Int32Array.from(ceilings);
    this.#reserveRoom = Int32Array.from(rooms);
    this.#heaps = new WorstHeaps(instance, this.#reserveRoom);
    this.#underCeiling = new Int32Array(rooms.length);
    this.#cut = new Float64Array(offers).fill(Infinity);
    this.#shares = new CapShares(instance, rules);
  }

  /** Lets the offer of `wish` choose again with it: -1 when nobody goes, else the wish that does. */
  admit(wish: number): number {
    const offer = this.#instance.wishOffer[wish]!;
    if (this.#instance.standing[wish]! > this.#cut[offer]! && !this.#mayReserve(offer, wish)) return wish;
    const leaves = this.#insert(offer, wish);
    return leaves === NOBODY ? this.#giveBack(offer) : leaves;
  }

  /** Whom the organisation of `offer`, which took one more, has to let go for its cap. */
  #giveBack(offer: number): number {
    const giver = this.#shares.giver(offer);
    if (giver < 0) return NOBODY;
    this.#shares.add(giver, -1);
    return this.#dropLowest(giver);
  }

  /** Why the offer of `wish`, which it does not hold, would not take it; undefined when it would. Changes nothing. */
  refusal(wish: number): Refusal | undefined {
    const offer = this.#instance.wishOffer[wish]!;
    if (this.#instance.capacity[offer]! <= 0) return 'no_places';
    const before = this.#holders(offer);
    const leaves = this.#insert(offer, wish);
    const isOverCap = leaves === NOBODY && this.#shares.giver(offer) === offer;
    const goes = isOverCap ? this.#giveBack(offer) : leaves;
    if (goes === wish) return isOverCap ? 'cap' : this.#because(offer, wish);
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

  /** Lets an offer choose with `wish`, whatever its organisation's cap: -1 when nobody goes, else the wish that does. */
  #insert(offer: number, wish: number): number {
    let moving = wish;
    this.#count(offer, wish, 1);
    for (let heap = this.#first[offer]!; heap < this.#open[offer]! && moving !== NOBODY; heap++) {
      if (this.#reserveRoom[heap] === 0 || !this.#isIn(moving, heap)) continue;
      if (this.#heaps.size[heap]! < this.#reserveRoom[heap]!) {
        this.#heaps.push(heap, moving);
        moving = NOBODY;
      } else {
        moving = this.#heaps.exchange(heap, moving);
      }
    }
    if (moving === NOBODY) return this.#settle(offer, wish);
    const heap = this.#openHeap(offer, moving);
    const lowest = this.taken[offer]! > this.#room[offer]! ? this.#lowestOpen(offer) : NOBODY;
    // Where one of the same heap has to go, the two change places, which is quicker than to come first and then go.
    if (this.#isOverCeiling(offer, heap) || lowest === heap) {
      const leaves = this.#heaps.size[heap] === 0 ? moving : this.#heaps.exchange(heap, moving);
      this.#count(offer, leaves, -1);
      if (lowest === heap) this.#lowerCut(offer);
      return leaves;
    }
    this.#heaps.push(heap, moving);
    return this.#settle(offer, wish);
  }

  /** Lets go whom a ceiling or the capacity has no place for after `wish` came in. */
  #settle(offer: number, wish: number): number {
    const ceiling = this.#ceilingHeap(offer, wish);
    if (ceiling >= 0 && this.#isOverCeiling(offer, ceiling)) {
      const leaves = this.#heaps.pop(ceiling);
      this.#count(offer, leaves, -1);
      return leaves;
    }
    if (this.taken[offer]! > this.#room[offer]!) return this.#dropLowest(offer);
    this.#shares.add(offer, 1);
    return NOBODY;
  }

  /** Whether the wish could come in by a reserve, now or while the reserve has room. */
  #mayReserve(offer: number, wish: number): boolean {
    for (let heap = this.#first[offer]!; heap < this.#open[offer]!; heap++) {
      if (this.#reserveRoom[heap] === 0) continue;
      const isFull = this.#heaps.size[heap]! >= this.#reserveRoom[heap]!;
      if (isFull && this.#instance.standing[wish]! > this.#heaps.topStanding(heap)) continue;
      if (this.#isIn(wish, heap)) return true;
    }
    return false;
  }

  /** Why an offer that took its choice without a cap went without `wish`. */
  #because(offer: number, wish: number): Refusal {
    const ceiling = this.#ceilingHeap(offer, wish);
    if (ceiling >= 0 && this.#underCeiling[ceiling]! >= this.#ceiling[ceiling]!) return 'ceiling';
    return this.#holdsLower(offer, wish) ? 'reserved' : 'outranked';
  }

  /** Takes out whom the offer would choose last. */
  #dropLowest(offer: number): number {
    const lowest = this.#lowestOpen(offer);
    // What an offer may hold never grows again, so whoever ranks lower than one who had to go has to go too.
    if (lowest >= 0) this.#cut[offer] = Math.min(this.#cut[offer]!, this.#heaps.topStanding(lowest));
    const leaves = lowest >= 0 ? this.#heaps.pop(lowest) : this.#dropFromReserves(offer);
    this.#count(offer, leaves, -1);
    const isFull = this.taken[offer]! >= this.#room[offer]!;
    if (isFull) this.#lowerCut(offer);
    return leaves;
  }

  /** Nobody comes into a full offer any more who ranks lower than all in its open places. */
  #lowerCut(offer: number): void {
    const lowest = this.#lowestOpen(offer);
    if (lowest >= 0) this.#cut[offer] = Math.min(this.#cut[offer]!, this.#heaps.topStanding(lowest));
  }

  /** The heap of open places whose top ranks lowest, or -1. */
  #lowestOpen(offer: number): number {
    let lowest = NOBODY;
    for (let heap = this.#open[offer]!; heap < this.#first[offer + 1]!; heap++) {
      if (this.#heaps.size[heap]! > 0 && (lowest < 0 || this.#heaps.isTopWorse(heap, lowest))) lowest = heap;
    }
    return lowest;
  }

  #dropFromReserves(offer: number): number {
    let heap = this.#open[offer]! - 1;
    while (this.#heaps.size[heap] === 0) heap--;
    return this.#heaps.pop(heap);
  }

  #count(offer: number, wish: number, change: number): void {
    this.taken[offer]! += change;
    const ceiling = this.#ceilingHeap(offer, wish);
    if (ceiling >= 0) this.#underCeiling[ceiling]! += change;
  }

  #openHeap(offer: number, wish: number): number {
    const ceiling = this.#ceilingHeap(offer, wish);
    return ceiling >= 0 ? ceiling : this.#first[offer + 1]! - 1;
  }

  #ceilingHeap(offer: number, wish: number): number {
    for (let heap = this.#open[offer]!; heap < this.#first[offer + 1]! - 1; heap++)
      if (this.#isIn(wish, heap)) return heap;
    return NOBODY;
  }

  #isOverCeiling(offer: number, heap: number): boolean {
    return heap < this.#first[offer + 1]! - 1 && this.#underCeiling[heap]! > this.#ceiling[heap]!;
  }

  #isIn(wish: number, heap: number): boolean {
    return this.#membership.has(this.#instance.wishLearner[wish]!, this.#group[heap]!);
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
      while (this.#heaps.size[heap]! > 0) {
        this.#count(offer, this.#heaps.pop(heap), -1);
        this.#shares.add(offer, -1);
      }
    }
    for (const wish of holders) this.#insert(offer, wish);
  }
}
