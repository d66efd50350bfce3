import { Worker } from 'node:worker_threads';
import type { Stretch, Window } from './busy-times.ts';
import { CalendarNotFetched } from './fetch-calendar.ts';

const timeLimitMs = 10_000;

/**
 * Reads busy times in a thread of its own with limits of time and memory, so that somebody’s strange calendar costs
 * nobody else anything. Throws CalendarNotFetched: not_a_calendar, or too_slow when the limit was reached.
 */
export async function readBusyTimes(text: string, window: Window, limitMs = timeLimitMs): Promise<Stretch[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Stretch[]>();
  const worker = new Worker(new URL('./busy-worker.ts', import.meta.url), {
    workerData: { text, window },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    env: {},
  });
  const timer = setTimeout(() => reject(new CalendarNotFetched('too_slow')), limitMs);
  worker.once('message', resolve);
  worker.once('error', (error) => reject(new CalendarNotFetched('not_a_calendar', error)));
  worker.once('exit', () => reject(new CalendarNotFetched('not_a_calendar')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
