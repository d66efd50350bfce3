import { change } from '../platform/audit/change.ts';
import { startLoop, type Running } from '../platform/events/loop.ts';
import { createSignal } from '../platform/events/signal.ts';
import { listNetworks, systemScope } from '../platform/networks.ts';
import type { Scope, Services } from '../platform/scope.ts';
import { endCancelledRuns, startWaitingRuns, stopThreads, type Threads } from './runner.ts';

/** How often the clock and the waiting runs are looked at: a round closes and a run starts within this time. */
const everyMs = 1_000;

/**
 * Closes rounds when their window ends and carries out the runs that were asked for. A loop of its own and not a job of
 * the queue: a coordinator who asked for a run waits for it in front of the page.
 */
export function keepRounds(services: Services): Running {
  const threads: Threads = new Map();
  const loop = startLoop({
    name: 'rounds',
    signal: createSignal(),
    everyMs,
    log: services.log,
    pass: async () => {
      const networks = await listNetworks(services.db);
      for (const network of networks) await closeDueRounds(systemScope(services, network));
      await startWaitingRuns(
        services,
        networks.map(({ slug }) => slug),
        threads,
      );
      await endCancelledRuns(services, threads);
    },
  });
  return {
    stop: async () => {
      await loop.stop();
      await stopThreads(threads);
    },
  };
}

/** Closes the rounds whose window has ended; tells how many. */
export async function closeDueRounds(scope: Scope): Promise<number> {
  const now = scope.clock.now();
  const due = await scope.db
    .selectFrom('round')
    .select('id')
    .where('state', '=', 'open')
    .where('closes_at', '<=', now)
    .execute();
  for (const { id } of due)
    await change(
      scope,
      (db) =>
        db.with('changed', (qc) =>
          qc
            .updateTable('round')
            .set((eb) => ({ state: 'closed', version: eb('version', '+', 1) }))
            .where('id', '=', id)
            .where('state', '=', 'open')
            .where('closes_at', '<=', now)
            .returning('id'),
        ),
      { action: 'round.closed', objectType: 'round' },
    );
  return due.length;
}
