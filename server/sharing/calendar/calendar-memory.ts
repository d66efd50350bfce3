import type { Database } from '../../platform/database/database.ts';
import type { CalendarContent } from './calendar-content.ts';
import { composedBytes } from './compose-calendar.ts';

const bytesAtMost = 64_000_000;

/** What was read of calendars, the last used of it, as long as nothing has changed. One per network and process. */
export class CalendarMemory {
  readonly #known = new Map<string, { calendar: CalendarContent; bytes: number }>();
  readonly #running = new Map<string, Promise<CalendarContent>>();
  readonly #next = new Map<string, Promise<CalendarContent>>();
  #bytes = 0;

  recall(key: string): CalendarContent | undefined {
    return this.#known.get(key)?.calendar;
  }

  /** Keeps what was used last and forgets what was not used for longest. */
  keep(key: string, calendar: CalendarContent): void {
    this.#forget(key);
    const bytes = composedBytes(calendar) + 4 * lengthOf(calendar);
    this.#known.set(key, { calendar, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#known.keys()) {
      if (this.#bytes <= bytesAtMost) break;
      this.#forget(oldest);
    }
  }

  /**
   * Reads a calendar once for all who ask at the same time. A reading that has begun may not have seen what an asker has
   * just written, so who comes then shares the one after it.
   */
  read(key: string, read: () => Promise<CalendarContent>): Promise<CalendarContent> {
    const waiting = this.#next.get(key);
    if (waiting) return waiting;
    const begin = () => {
      this.#next.delete(key);
      const reading = read();
      this.#running.set(key, reading);
      const isOver = () => {
        if (this.#running.get(key) === reading) this.#running.delete(key);
      };
      void reading.then(isOver, isOver);
      return reading;
    };
    const running = this.#running.get(key);
    if (!running) return begin();
    const next = running.then(begin, begin);
    this.#next.set(key, next);
    return next;
  }

  #forget(key: string): void {
    const known = this.#known.get(key);
    if (!known) return;
    this.#known.delete(key);
    this.#bytes -= known.bytes;
  }
}

const memories = new WeakMap<Database, CalendarMemory>();

/** The memory of a network's database. */
export function memoryOf(db: Database): CalendarMemory {
  const memory = memories.get(db) ?? new CalendarMemory();
  memories.set(db, memory);
  return memory;
}

function lengthOf({ resources }: CalendarContent): number {
  return resources.reduce((sum, { head, held }) => sum + head.length + held.hidden.length, 0);
}
