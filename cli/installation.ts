import { pino } from 'pino';
import { systemClock } from '../server/platform/clock.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { withSecret } from '../server/platform/config/secret.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { type OpenDatabase, openDatabase, type OpenOptions } from '../server/platform/database/open.ts';
import { createSignal } from '../server/platform/events/signal.ts';
import type { JobSignals } from '../server/jobs.ts';
import type { Services } from '../server/platform/scope.ts';
import type { Io } from './command.ts';

/** What a long-running command works with: configuration, a migrated database, and what lives as long as the process. */
export interface Installation {
  services: Services;
  database: OpenDatabase;
  signals: JobSignals;
}

/** Opens everything in the order in which it may fail: settings, database, migrations. */
export async function openInstallation(env: Io['env'], options: OpenOptions = {}): Promise<Installation> {
  const loaded = withSecret(loadConfig(env));
  const database = await openDatabase(loaded, options);
  // Threads that work apart open a connection of their own, also to the embedded server.
  const config = { ...loaded, databaseUrl: database.url };
  try {
    await migrate(database.url);
  } catch (error) {
    await database.close();
    throw error;
  }
  const signals = { events: createSignal(), mail: createSignal() };
  const signal = () => {
    signals.events.fire();
    signals.mail.fire();
  };
  const log = pino({ level: config.logLevel });
  return { services: { db: database.db, clock: systemClock, config, log, signal }, database, signals };
}
