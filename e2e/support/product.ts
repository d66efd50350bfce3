import { createServer } from 'node:net';
import { once } from 'node:events';
import { pino } from 'pino';
import { type Cast, insertBase } from '../../samples/sample/base.ts';
import { ensureSampleWorld } from '../../samples/sample/index.ts';
import { buildApp } from '../../server/app.ts';
import { startJobs } from '../../server/jobs.ts';
import { loadConfig } from '../../server/platform/config/config.ts';
import { ensureNetwork } from '../../server/platform/database/create-network.ts';
import { type Database, inNetwork } from '../../server/platform/database/database.ts';
import { createSignal } from '../../server/platform/events/signal.ts';
import type { Services } from '../../server/platform/scope.ts';
import { createTestDatabase } from '../../server/testing/database.ts';
import { createScratchFolder } from '../../server/testing/scratch-folder.ts';
import { startSmtpServer, type TestSmtpServer } from '../../server/testing/smtp-server.ts';
import { rmSync } from 'node:fs';

const dayMs = 86_400_000;

/** The product as it runs for people: pages, interface, jobs and mail, with a clock that a journey may move. */
export interface Product {
  /** Address of the network’s pages. */
  url: string;
  services: Services;
  /** The tables of the network. */
  network: Database;
  /** The people and organisations of the sample world, before anything happened. */
  cast: Cast;
  mails: TestSmtpServer;
  /** How far the clock is ahead of the real one. */
  ahead: { ms: number };
  close: () => Promise<void>;
}

/**
 * Starts the product on a database of its own, with the people of the sample world, and with the half year of their work
 * when `hasHistory`. `more` are further settings, which may need the address at which it will be.
 */
export async function startProduct(
  more: (url: string) => Promise<Record<string, string>> = async () => ({}),
  hasHistory = false,
): Promise<Product> {
  const [database, mails, port] = [await createTestDatabase(), await startSmtpServer(), await findFreePort()];
  const folder = createScratchFolder('journey');
  const loaded = loadConfig({
    COLLEGIUM_DATA: folder,
    COLLEGIUM_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: mails.url,
    MAIL_FROM: 'Collegium <noreply@sample.example>',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...(await more(`http://127.0.0.1:${port}`)),
  });
  const config = { ...loaded, secret: 'a secret for journeys only, 32 long', databaseUrl: database.url };
  const ahead = { ms: 0 };
  const clock = { now: () => new Date(Date.now() + ahead.ms) };
  const signals = { events: createSignal(), mail: createSignal() };
  const signal = () => {
    signals.events.fire();
    signals.mail.fire();
  };
  const services: Services = { db: database.db, clock, config, log: pino({ level: config.logLevel }), signal };
  await ensureNetwork(database, clock, { slug: 'sample', name: 'Blue Coast (sample)', isSample: true });
  const network = inNetwork(database.db, 'sample');
  const cast = await insertBase(network, new Date(Date.now() - 30 * dayMs));
  // Before the jobs, which would tell the same events beside it.
  if (hasHistory) await ensureSampleWorld(services, database.url);
  const app = await buildApp(services);
  const jobs = startJobs(services, signals, database.url);
  await app.listen({ host: '127.0.0.1', port });
  const close = async () => {
    await app.close();
    await jobs.stop();
    await database.close();
    await mails.close();
    rmSync(folder, { recursive: true });
  };
  return { url: `${config.url}/sample`, services, network, cast, mails, ahead, close };
}

/** The address stands in the configuration before the server listens, so its port is found first. */
async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was free.');
  return address.port;
}
