import { Socket } from 'node:net';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { Client } from 'pg';
import type { Config } from '../config/config.ts';
import type { Database } from './database.ts';
import { clientOptions, preparingClient } from './pool.ts';
import type { Tables } from './tables.ts';

/**
 * The database for what every request asks first. All requests share one connection, send without waiting for each
 * other's answers, and what one turn of the event loop asks leaves in one piece: half of what a small question costs is
 * waking the other side. Only for reads of a moment outside transactions, as each waits for those before it.
 */
export function connectForLookUps({ databaseUrl }: Pick<Config, 'databaseUrl'>): Database {
  if (databaseUrl === undefined) throw new Error('The interface needs the address of the database.');
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: sharing(databaseUrl) }) });
}

function sharing(url: string): PostgresPool {
  let current: Promise<SharedClient> | undefined;
  return {
    options: {},
    connect: () => {
      if (current) return current;
      const opening = openShared(url, () => {
        if (current === opening) current = undefined;
      });
      current = opening;
      return opening;
    },
    end: async () => {
      const client = await current?.catch(() => undefined);
      await client?.end();
    },
  };
}

interface SharedClient extends PostgresPoolClient {
  end: () => Promise<void>;
}

/** When it breaks, what was asked over it fails, and the next question opens another. */
async function openShared(url: string, onLost: () => void): Promise<SharedClient> {
  const socket = new Socket();
  const client = new Client({ ...clientOptions(url), application_name: 'collegium look-ups', stream: () => socket });
  client.on('error', onLost);
  client.on('end', onLost);
  try {
    await client.connect();
  } catch (error) {
    onLost();
    throw error;
  }
  const gather = gatheringWrites(socket);
  const { query } = preparingClient(client, () => {});
  const gathered = (text: string, values: readonly unknown[]) => {
    gather();
    return query(text, values);
  };
  return { query: gathered as PostgresPoolClient['query'], release: () => {}, end: () => client.end() };
}

/** Holds what is written back until this turn of the event loop is over. */
function gatheringWrites(socket: Socket): () => void {
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    socket.cork();
    setImmediate(() => {
      isHeld = false;
      socket.uncork();
    });
  };
}
