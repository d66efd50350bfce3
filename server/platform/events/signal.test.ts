import { expect, test } from 'vitest';
import { createSignal } from './signal.ts';

const never = new AbortController().signal;

test('a loop that waits is woken at once', async () => {
  const signal = createSignal();
  const waiting = signal.wait(60_000, never);
  signal.fire();
  await expect(waiting).resolves.toBeUndefined();
});

test('what was fired while the loop worked is not forgotten', async () => {
  const signal = createSignal();
  signal.fire();
  await expect(signal.wait(60_000, never)).resolves.toBeUndefined();
});

test('one firing wakes once', async () => {
  const signal = createSignal();
  signal.fire();
  await signal.wait(60_000, never);
  const begun = performance.now();
  await signal.wait(30, never);
  expect(performance.now() - begun).toBeGreaterThan(25);
});

test('stopping ends the wait', async () => {
  const stop = new AbortController();
  const waiting = createSignal().wait(60_000, stop.signal);
  stop.abort();
  await expect(waiting).resolves.toBeUndefined();
});
