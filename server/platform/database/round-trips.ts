import { AsyncLocalStorage } from 'node:async_hooks';

interface Counter {
  count: number;
}

const current = new AsyncLocalStorage<Counter>();

/** Runs `fn` and tells how often it waited for the database. No request of the product may wait more than three times. */
export async function countRoundTrips<T>(fn: () => Promise<T>): Promise<{ result: T; roundTrips: number }> {
  const counter = { count: 0 };
  // Awaited inside: an injected request begins only when somebody waits for its answer.
  const result = await current.run(counter, async () => await fn());
  return { result, roundTrips: counter.count };
}

/** Notes one wait for the database in whatever is being counted, if anything is. */
export function noteRoundTrip(): void {
  const counter = current.getStore();
  if (counter) counter.count += 1;
}
