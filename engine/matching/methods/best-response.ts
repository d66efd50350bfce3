import { chooseAt, chooseWithinCap } from '../choice/choose.ts';
import type { Instance } from '../instance/instance.ts';
import { type Hooks, pulse } from './hooks.ts';

/** Learners who stay together are one unit; everybody else is a unit of one. */
type Unit = readonly number[];

const STEPS_PER_WISH = 20;
const PULSE_STEPS = 1 << 10;

/**
 * Where no method guarantees a stable allocation (learners together, offers that clash, overlapping ceilings), blocking
 * is satisfied one unit at a time, in the order of the file, each by the best offer that would take all of it (after
 * Roth and Vande Vate 1990, and as couples are treated in Roth and Peranson 1999). Ends when nothing blocks, or after a
 * fixed number of steps; then whatever still blocks is reported by the caller.
 */
export class BestResponse {
  readonly held: Uint8Array;
  readonly #instance: Instance;
  readonly #units: readonly Unit[];
  readonly #unitOf: Int32Array;
  /** For each offer, the offers of the same capped organisation, or itself. */
  readonly #peers: readonly (readonly number[])[];
  readonly #atOffer: readonly Set<number>[];
  #queue: number[] = [];
  readonly #isQueued: Uint8Array;
  readonly #askers: readonly number[][];

  /** Starts from what is `held`, which changes in place. */
  constructor(instance: Instance, held: Uint8Array) {
    this.#instance = instance;
    this.held = held;
    const together = instance.together ?? [];
    this.#unitOf = new Int32Array(instance.places.length).fill(-1);
    together.forEach((unit, u) => unit.forEach((learner) => (this.#unitOf[learner] = u)));
    const single = Array.from(instance.places.keys()).filter((learner) => this.#unitOf[learner]! < 0);
    single.forEach((learner, i) => (this.#unitOf[learner] = together.length + i));
    this.#units = [...together, ...single.map((learner) => [learner])];
    this.#peers = peersOf(instance);
    this.#isQueued = new Uint8Array(this.#units.length);
    this.#atOffer = Array.from(instance.capacity, () => new Set<number>());
    this.#askers = Array.from(instance.capacity, () => []);
    instance.wishOffer.forEach((offer, wish) => this.#askers[offer]!.push(this.#unitOf[instance.wishLearner[wish]!]!));
    held.forEach((isHeld, wish) => {
      if (isHeld === 1) this.#atOffer[instance.wishOffer[wish]!]!.add(wish);
    });
  }

  run(hooks: Hooks): Uint8Array {
    const most = STEPS_PER_WISH * this.held.length + this.#units.length;
    // Single learners first: the more there are placed, the better a unit sees where all of it finds room.
    const together = this.#instance.together?.length ?? 0;
    for (let unit = together; unit < this.#units.length; unit++) this.#enqueue(unit);
    for (let unit = 0; unit < together; unit++) this.#enqueue(unit);
    for (let step = 0; this.#queue.length > 0 && step < most;) {
      const now = this.#queue;
      this.#queue = [];
      for (const unit of now) {
        if (step++ % PULSE_STEPS === 0) pulse(hooks, { stage: 'placing', done: Math.min(step, most), total: most });
        this.#isQueued[unit] = 0;
        const move = this.#bestMove(unit);
        if (!move) continue;
        for (const old of move.leaving) this.#release(old);
        this.#take(move.wishes);
        this.#enqueue(unit);
      }
    }
    return this.held;
  }

  /** For each unit that still blocks, the wish of its first learner that it would rather have. */
  blocking(): number[] {
    return this.#units.flatMap((_, unit) => this.#bestMove(unit)?.wishes[0] ?? []);
  }

  /** The best offer that would take the whole unit, and that each of it likes better than what they give up for it. */
  #bestMove(unit: number): { wishes: number[]; leaving: number[] } | undefined {
    const [first, ...rest] = this.#units[unit]!;
    const { start, wishOffer } = this.#instance;
    for (let wish = start[first!]!; wish < start[first! + 1]!; wish++) {
      if (this.held[wish] === 1) continue;
      const wishes = [wish, ...rest.map((learner) => this.#wishFor(learner, wishOffer[wish]!))];
      const leaving = this.#toGiveUp(wishes);
      if (leaving === undefined) continue;
      const chosen = this.#choice(wishes, leaving);
      if (wishes.every((each) => chosen.has(each))) return { wishes, leaving };
    }
    return undefined;
  }

  #wishFor(learner: number, offer: number): number {
    const { start, wishOffer } = this.#instance;
    for (let wish = start[learner]!; wish < start[learner + 1]!; wish++) if (wishOffer[wish] === offer) return wish;
    return -1;
  }

  /**
   * Held wishes that have to go when a unit takes `wishes`, its first learner's choice for all; undefined when somebody
   * cannot have theirs, or would give up what they like as much.
   */
  #toGiveUp(wishes: readonly number[]): number[] | undefined {
    const { wishLearner, wishOffer, wishTier, standing } = this.#instance;
    if (wishes.some((wish) => wish < 0 || standing[wish] === Infinity)) return undefined;
    const first = this.#excess(wishes[0]!);
    const leaving: number[] = [];
    for (const wish of wishes) {
      for (const old of first) {
        const mine = old < 0 ? -1 : this.#wishFor(wishLearner[wish]!, wishOffer[old]!);
        if (mine < 0 || wishTier[mine]! <= wishTier[wish]!) return undefined;
        leaving.push(mine);
      }
    }
    return leaving;
  }

  /** What the learner of `wish` cannot hold beside it: what clashes, and the worst beyond their places; -1 for too few. */
  #excess(wish: number): number[] {
    const { start, wishLearner, wishOffer, places } = this.#instance;
    const learner = wishLearner[wish]!;
    const clashing = this.#instance.clashes?.[wishOffer[wish]!];
    const leaving: number[] = [];
    const keeping: number[] = [];
    for (let other = start[learner]!; other < start[learner + 1]!; other++) {
      if (this.held[other] === 1) (clashing?.has(wishOffer[other]!) ? leaving : keeping).push(other);
    }
    while (keeping.length >= places[learner]!) {
      leaving.push(keeping.pop() ?? -1);
      if (leaving.at(-1) === -1) break;
    }
    return leaving;
  }

  /** Whom the offer of `wishes`, or its capped organisation, chooses out of those it has and `wishes`. */
  #choice(wishes: readonly number[], leaving: readonly number[]): Set<number> {
    const { wishOffer, capacity, rules } = this.#instance;
    const offer = wishOffer[wishes[0]!]!;
    const asking = (o: number): number[] => {
      const staying = [...this.#atOffer[o]!].filter((wish) => !leaving.includes(wish));
      return o === offer ? [...staying, ...wishes] : staying;
    };
    const organisation = rules?.organisation[offer] ?? -1;
    if (!rules || organisation < 0)
      return new Set(chooseAt(this.#instance, rules, offer, asking(offer), capacity[offer]!));
    const askers = new Map(this.#peers[offer]!.map((o) => [o, asking(o)]));
    return new Set(chooseWithinCap(this.#instance, rules, organisation, askers));
  }

  #take(wishes: readonly number[]): void {
    const { wishOffer, rules } = this.#instance;
    const offer = wishOffer[wishes[0]!]!;
    const chosen = this.#choice(wishes, []);
    for (const wish of wishes) {
      this.held[wish] = 1;
      this.#atOffer[offer]!.add(wish);
    }
    const leaving = this.#peers[offer]!.flatMap((o) => [...this.#atOffer[o]!].filter((wish) => !chosen.has(wish)));
    const all = new Set(leaving.flatMap((wish) => this.#withCompanions(wish)));
    for (const wish of all) this.#drop(wish);
    // Who is replaced one for one leaves nothing for others to ask for again, unless ceilings move.
    if (all.size > wishes.length || rules?.ceilings[offer]!.length) this.#reopen(offer);
  }

  /** A unit leaves an offer as a whole. */
  #withCompanions(wish: number): number[] {
    const { wishOffer, wishLearner } = this.#instance;
    const unit = this.#units[this.#unitOf[wishLearner[wish]!]!]!;
    return unit.map((learner) => this.#wishFor(learner, wishOffer[wish]!)).filter((each) => this.held[each] === 1);
  }

  #drop(wish: number): void {
    const { wishOffer, wishLearner } = this.#instance;
    this.held[wish] = 0;
    this.#atOffer[wishOffer[wish]!]!.delete(wish);
    this.#enqueue(this.#unitOf[wishLearner[wish]!]!);
  }

  #release(wish: number): void {
    this.#drop(wish);
    this.#reopen(this.#instance.wishOffer[wish]!);
  }

  /** A place that becomes free may be worth asking for again. */
  #reopen(offer: number): void {
    for (const peer of this.#peers[offer]!) for (const unit of this.#askers[peer]!) this.#enqueue(unit);
  }

  #enqueue(unit: number): void {
    if (this.#isQueued[unit] === 1) return;
    this.#isQueued[unit] = 1;
    this.#queue.push(unit);
  }
}

function peersOf({ capacity, rules }: Instance): number[][] {
  const members = new Map<number, number[]>();
  rules?.organisation.forEach((organisation, offer) => {
    if (organisation >= 0) members.set(organisation, [...(members.get(organisation) ?? []), offer]);
  });
  return Array.from(capacity, (_, offer) => members.get(rules?.organisation[offer] ?? -1) ?? [offer]);
}
