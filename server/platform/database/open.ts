import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { LoadedConfig } from '../config/config.ts';
import { connect, type Database } from './database.ts';
import { startEmbedded, stopPostmaster } from './embedded/server.ts';
import { DatabaseUnavailable, refuseOldServer } from './server-version.ts';

export interface OpenDatabase {
  db: Database;
  /** For reads that may lag behind, where a replica is configured. Whether it can be reached is not known yet. */
  replica?: Database;
  /** Connection string of the primary. */
  url: string;
  isEmbedded: boolean;
  /** Closes the pools and, after the last process that uses it, the embedded server. */
  close: () => Promise<void>;
}

export interface OpenOptions {
  /** The one server on its data folder: a second one is refused. Without meaning when `DATABASE_URL` is set. */
  isServer?: boolean;
  /** Called when the embedded server ends by itself. */
  onLost?: () => void;
}

type DatabaseSettings = Pick<LoadedConfig, 'dataFolder' | 'databaseUrl' | 'databaseReplicaUrl' | 'databasePool'>;

/** Opens the configured database, or starts or joins the embedded one. Throws `DatabaseUnavailable` with one sentence. */
export async function openDatabase(config: DatabaseSettings, options: OpenOptions = {}): Promise<OpenDatabase> {
  if (config.databaseUrl === undefined) return openEmbedded(config, options);
  const probe = await reach(config.databaseUrl, 'collegium probe');
  try {
    await refuseOldServer(probe);
  } finally {
    await probe.end();
  }
  const db = connect(config.databaseUrl, { size: config.databasePool });
  const replicaUrl = config.databaseReplicaUrl;
  const replica =
    replicaUrl && connect(replicaUrl, { size: config.databasePool, applicationName: 'collegium replica' });
  const close = async () => {
    await db.destroy();
    if (replica) await replica.destroy();
  };
  return { db, ...(replica && { replica }), url: config.databaseUrl, isEmbedded: false, close };
}

async function openEmbedded(config: DatabaseSettings, options: OpenOptions): Promise<OpenDatabase> {
  const { server, presence } = await join(config.dataFolder);
  if (options.isServer === true) await claim(presence, config.dataFolder);
  let isClosing = false;
  presence.on('error', () => {});
  presence.on('end', () => {
    if (!isClosing) options.onLost?.();
  });
  const db = connect(server.url, { size: config.databasePool });
  const close = async () => {
    isClosing = true;
    await db.destroy();
    const isLast = await isAlone(presence);
    await presence.end();
    if (isLast) await stopPostmaster(server.pid);
  };
  return { db, url: server.url, isEmbedded: true, close };
}

const presenceName = 'collegium presence';

/** Every process keeps one session open, so that the last one to leave can tell that it is the last. */
async function join(dataFolder: string): Promise<{ server: { url: string; pid: number }; presence: Client }> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await startEmbedded(dataFolder);
    try {
      return { server, presence: await reach(server.url, presenceName) };
    } catch (error) {
      // It was just being stopped by whoever used it before.
      if (attempt === 20) throw error;
      await sleep(100);
    }
  }
}

async function reach(url: string, applicationName: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new DatabaseUnavailable(`The database cannot be reached: ${reasonOf(error)}.`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

const serverLock = 4_081_961;

/** The session of a server that was killed goes within moments, so its lock is waited for. */
async function claim(presence: Client, dataFolder: string): Promise<void> {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const { rows } = await presence.query<{ got: boolean }>(`select pg_try_advisory_lock(${serverLock}) as got`);
    if (rows[0]?.got) return;
    await sleep(100);
  }
  await presence.end();
  throw new DatabaseUnavailable(
    `Another Collegium server already runs on ${dataFolder}; stop it, or give this one a PORT and a COLLEGIUM_DATA of its own.`,
  );
}

async function isAlone(presence: Client): Promise<boolean> {
  try {
    const { rows } = await presence.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`,
      [presenceName],
    );
    return rows[0]?.others === 0;
  } catch {
    return true;
  }
}
