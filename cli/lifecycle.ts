import { DatabaseUnavailable } from '../server/platform/database/server-version.ts';
import { exitCode } from './exit-codes.ts';

/** Work in hand gets this long to end before the process goes anyway. */
const patienceMs = 8_000;

/** Waits for Ctrl-C, a service manager's SIGTERM, or the loss of the embedded database. */
export function waitForEnd(): { ended: Promise<void>; onLost: () => void } {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  const onLost = () =>
    reject(
      new DatabaseUnavailable('The embedded database ended by itself; start again, nothing acknowledged is lost.'),
    );
  // Nobody may be waiting yet while the rest still starts.
  promise.catch(() => {});
  return { ended: promise, onLost };
}

/** Closes one thing after the other. A step that hangs does not keep the process: it is ended after a few seconds. */
export async function closeInOrder(steps: (() => Promise<unknown>)[]): Promise<void> {
  const deadline = setTimeout(() => process.exit(exitCode.failed), patienceMs);
  try {
    for (const step of steps) await step();
  } finally {
    clearTimeout(deadline);
  }
}
