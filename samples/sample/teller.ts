import { allSubscriptions } from '@collegium/server/subscriptions.ts';
import { inNetwork } from '@collegium/server/platform/database/database.ts';
import { dispatchPending } from '@collegium/server/platform/events/dispatcher.ts';
import { newId } from '@collegium/server/platform/ids.ts';
import type { Member, MemberScope, Services } from '@collegium/server/platform/scope.ts';
import type { Cast } from './base.ts';
import { sampleNetwork } from './network.ts';

const dayMs = 86_400_000;

/**
 * Tells the story of the sample world through the verbs that people use, at the times at which they would have: the
 * clock stands where the story is. So every fact has its audit event, and nothing is there that the product refuses.
 */
export class Teller {
  readonly cast: Cast;
  readonly services: Services;
  readonly #today: number;
  #now: number;

  constructor(services: Services, cast: Cast) {
    this.cast = cast;
    this.#today = Math.floor(services.clock.now().getTime() / dayMs) * dayMs;
    this.#now = this.#today;
    this.services = { ...services, clock: { now: () => new Date(this.#now) }, signal: () => {} };
  }

  /** Moves the clock to an hour (UTC) of a day counted from today; never into the future. */
  at(day: number, hour = 9): this {
    this.#now = Math.min(this.#today + day * dayMs + hour * 3_600_000, Date.now());
    return this;
  }

  /** The date so many days from today, `YYYY-MM-DD`. */
  day(day: number): string {
    return this.instant(day, 0).slice(0, 10);
  }

  /** The instant at an hour (UTC) of a day counted from today. */
  instant(day: number, hour = 12): string {
    return new Date(this.#today + day * dayMs + hour * 3_600_000).toISOString();
  }

  /** Year and season of a day counted from today. */
  term(day: number): string {
    const date = new Date(this.#today + day * dayMs);
    return `${date.getUTCFullYear()}-${date.getUTCMonth() < 7 ? 'spring' : 'autumn'}`;
  }

  /** The scope of somebody of the cast, by key. */
  as(key: string): MemberScope {
    return this.scopeOf(this.cast.member(key));
  }

  scopeOf(actor: Member): MemberScope {
    return {
      db: inNetwork(this.services.db, sampleNetwork.slug),
      network: sampleNetwork,
      actor,
      clock: this.services.clock,
      config: this.services.config,
      log: this.services.log,
      requestId: newId(),
      language: 'en',
      signal: () => {},
    };
  }

  /** Lets everything follow that follows from what was told. */
  follow(): Promise<void> {
    return dispatchPending({ services: this.services, subscriptions: allSubscriptions }, sampleNetwork);
  }
}
