import { inNetwork } from '../database/database.ts';
import { type Running, startLoop } from '../events/loop.ts';
import { createSignal } from '../events/signal.ts';
import type { Services } from '../scope.ts';
import { SealKeyError } from './kept-key.ts';
import { sealEvents } from './seal-events.ts';

/** How long an event may stay unsealed. */
const everyMs = 60_000;

/** Seals the events of every network when the process starts, and every minute from then on. */
export function keepSealing(services: Services): Running {
  return startLoop({
    name: 'seal',
    signal: createSignal(),
    everyMs,
    log: services.log,
    pass: async (stop) => {
      const networks = await services.db.selectFrom('platform.network').select('slug').execute();
      for (const { slug } of networks) if (!stop.aborted) await sealNetwork(services, slug);
    },
  });
}

/** Seals one network. A record that cannot be sealed is said in the log, and keeps no other network from its seal. */
async function sealNetwork(services: Services, slug: string): Promise<void> {
  try {
    await sealEvents(services, { db: inNetwork(services.db, slug), slug });
  } catch (error) {
    if (!(error instanceof SealKeyError)) throw error;
    services.log.error({ network: slug }, error.message);
  }
}
