import type { Clock } from '../clock.ts';

const firstPauseMs = 1_000;
const longestPauseMs = 10 * 60_000;

/**
 * Events whose subscribers failed, and when to try them again. Kept by the process and not by the database: after a
 * restart, often with a repaired program, all are tried at once.
 */
export class Setbacks {
  readonly #clock: Clock;
  readonly #byId = new Map<string, { failures: number; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes another failure; tells how many there were and how long the event is left alone. */
  add(id: string): { failures: number; pauseMs: number } {
    const failures = (this.#byId.get(id)?.failures ?? 0) + 1;
    const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
    this.#byId.set(id, { failures, until: this.#clock.now().getTime() + pauseMs });
    return { failures, pauseMs };
  }

  clear(id: string): void {
    this.#byId.delete(id);
  }

  /** Ids to leave alone for now. */
  waiting(): string[] {
    const now = this.#clock.now().getTime();
    return [...this.#byId].filter(([, { until }]) => until > now).map(([id]) => id);
  }
}
