import type { Instance } from '../instance/instance.ts';
import type { Problem } from '../problem.ts';
import type { WishExplanation } from '../result.ts';
import { type Positions, rankApplicants } from './positions.ts';
import type { Reason } from './reasons.ts';
import type { Refusal, Seats } from './seats.ts';

/** What explaining needs beyond the instance: how places were filled, and what else decided. */
export interface Account {
  readonly problem: Problem;
  /** The instance as the method looked at it. */
  readonly instance: Instance;
  readonly held: Uint8Array;
  readonly seats: Seats;
  readonly notRunning: ReadonlySet<number>;
  /** Said of a learner whom the offer ranks too low. */
  readonly outranked: 'outranked' | 'turn_too_late' | 'others_wished_it_more' | 'traded' | 'better_for_all';
  /** Said of a learner who is equal to the last one placed. */
  readonly tied: 'lost_lottery' | 'tie_broken_for_more';
}

type Numbered = Extract<Reason, { position: number }>;
type Numbers = Pick<Numbered, 'position' | 'applicants' | 'score' | 'places' | 'lastPosition' | 'lastScore'>;

/** Explains wishes one at a time, so that a million learners need not be held in memory as objects. */
export class Explainer {
  readonly #account: Account;
  readonly #positions: Positions;
  readonly #byHand = new Map<string, { offer: string; note: string | null }[]>();
  readonly #companions = new Map<string, readonly string[]>();

  constructor(account: Account) {
    this.#account = account;
    this.#positions = rankApplicants(account.instance);
    for (const [learner, offer, note] of account.problem.fixed ?? [])
      this.#byHand.set(learner, [...(this.#byHand.get(learner) ?? []), { offer, note: note ?? null }]);
    for (const group of account.problem.together ?? [])
      for (const learner of group)
        this.#companions.set(
          learner,
          group.filter((other) => other !== learner),
        );
  }

  /** The reasons of all wishes of the learner with this index, in the order of their list (ties as drawn). */
  ofLearner(learner: number): WishExplanation[] {
    const { instance } = this.#account;
    const explanations: WishExplanation[] = [];
    for (let wish = instance.start[learner]!; wish < instance.start[learner + 1]!; wish++) {
      explanations.push({
        offer: instance.offerIds[instance.wishOffer[wish]!]!,
        rank: instance.wishTier[wish]! + 1,
        reason: this.#reason(wish, learner),
      });
    }
    return explanations;
  }

  #reason(wish: number, learner: number): Reason {
    const { problem, instance, held, seats, notRunning } = this.#account;
    const offer = instance.wishOffer[wish]!;
    const offerId = instance.offerIds[offer]!;
    const byHand = this.#byHand.get(instance.learnerIds[learner]!);
    const here = byHand?.find((placement) => placement.offer === offerId);
    if (here) return { code: 'placed_by_hand', ...here };
    if (held[wish] === 1) return { code: 'placed', ...this.#numbers(wish, offer) };
    if (byHand && instance.places[learner]! <= 0) return { code: 'placed_by_hand', ...byHand[0]! };
    if (notRunning.has(offer)) return { code: 'not_running', minimum: problem.offers[offer]!.minimum ?? 0 };
    const clash = this.#clash(offerId, learner);
    if (clash !== undefined) return { code: 'clashes', with: clash };
    if (instance.standing[wish] === Infinity) return { code: 'not_ranked' };
    const better = this.#heldAtLeastAsGood(wish, learner);
    if (better.length >= instance.places[learner]!) return { code: 'holds_better', held: better };
    const companions = this.#companions.get(instance.learnerIds[learner]!);
    const refusal = seats.refusal(wish);
    if (companions && refusal === undefined) return { code: 'together', with: companions };
    return this.#refused(refusal, wish, offer, learner);
  }

  #refused(refusal: Refusal | undefined, wish: number, offer: number, learner: number): Reason {
    const { problem, instance, outranked } = this.#account;
    const numbers = this.#numbers(wish, offer);
    const { reserves = [], ceilings = [], organisation = '' } = problem.offers[offer]!;
    const groups = problem.learners[learner]!.groups ?? [];
    switch (refusal) {
      case undefined:
        return { code: outranked === 'outranked' ? 'given_up' : outranked, ...numbers };
      case 'no_places':
        return { code: 'no_places' };
      case 'reserved':
        return { code: 'reserved', reserves: reserves.map(({ group, places }) => ({ group, places })), ...numbers };
      case 'ceiling': {
        const ceiling = ceilings.find(({ group }) => groups.includes(group))!;
        return { code: 'ceiling', group: ceiling.group, ceiling: ceiling.places, ...numbers };
      }
      case 'cap': {
        const cap = problem.caps?.find((entry) => entry.organisation === organisation)?.places ?? 0;
        return { code: 'cap', organisation, cap, ...numbers };
      }
      case 'outranked': {
        const lowest = this.#account.seats.lowest[offer]!;
        const isDrawn = outranked === 'outranked' && instance.standing[lowest] === instance.standing[wish];
        return { code: isDrawn ? this.#account.tied : outranked, ...numbers };
      }
    }
  }

  #numbers(wish: number, offer: number): Numbers {
    const { instance, seats } = this.#account;
    const lowest = seats.lowest[offer]!;
    return {
      position: this.#positions.of[wish]!,
      applicants: this.#positions.applicants[offer]!,
      score: this.#score(wish),
      places: Math.max(0, instance.capacity[offer]!),
      lastPosition: lowest < 0 ? null : this.#positions.of[lowest]!,
      lastScore: lowest < 0 ? null : this.#score(lowest),
    };
  }

  #score(wish: number): number | null {
    const { problem, instance } = this.#account;
    const priorities = problem.offers[instance.wishOffer[wish]!]!.priorities;
    if (priorities === undefined || !('scores' in priorities)) return null;
    return priorities.scores[instance.learnerIds[instance.wishLearner[wish]!]!] ?? null;
  }

  /** Offers that the learner holds through wishes of the same tier or a better one. */
  #heldAtLeastAsGood(wish: number, learner: number): string[] {
    const { instance, held } = this.#account;
    const better: string[] = [];
    for (let other = instance.start[learner]!; other < instance.start[learner + 1]!; other++) {
      if (instance.wishTier[other]! > instance.wishTier[wish]!) break;
      if (held[other] === 1) better.push(instance.offerIds[instance.wishOffer[other]!]!);
    }
    return better;
  }

  /** An offer that the learner holds, by hand or by wish, and that overlaps with `offer`. */
  #clash(offer: string, learner: number): string | undefined {
    const { problem, instance, held } = this.#account;
    if (!problem.clashes?.length) return undefined;
    const mine = new Set((this.#byHand.get(instance.learnerIds[learner]!) ?? []).map((placement) => placement.offer));
    for (let other = instance.start[learner]!; other < instance.start[learner + 1]!; other++)
      if (held[other] === 1) mine.add(instance.offerIds[instance.wishOffer[other]!]!);
    for (const clash of problem.clashes) {
      const other = clash.includes(offer) ? clash.find((id) => id !== offer && mine.has(id)) : undefined;
      if (other !== undefined) return other;
    }
    return undefined;
  }
}
