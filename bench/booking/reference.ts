import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { pino } from 'pino';
import { loadConfig } from '../../server/platform/config/config.ts';
import { inNetwork } from '../../server/platform/database/database.ts';
import { createPool, preparing } from '../../server/platform/database/pool.ts';
import { newId } from '../../server/platform/ids.ts';
import type { MemberScope } from '../../server/platform/scope.ts';
import type { Tables } from '../../server/platform/database/tables.ts';
import { learner, network } from '../product/world.ts';
import { percentile } from './requests.ts';

export interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

/** The statements that a verb runs, as the product itself puts them together. */
export async function catchStatements(
  url: string,
  verb: (scope: MemberScope) => Promise<unknown>,
): Promise<Statement[]> {
  const caught: Statement[] = [];
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparing(createPool(url, { size: 1 })) }),
    log: ({ query }) => void caught.push(query),
  });
  await verb({
    db: inNetwork(db, network.slug),
    network: { ...network, isSample: false },
    actor: learner(0),
    clock: { now: () => new Date() },
    config: { ...loadConfig({}), secret: 'x'.repeat(32) },
    log: pino({ level: 'silent' }),
    requestId: 'bench',
    language: 'en',
    signal: () => {},
  });
  await db.destroy();
  return caught;
}

/** The same statement for another resource and time: the values that the application put into it are exchanged. */
export function exchanged(statement: Statement, values: ReadonlyMap<string, string>): unknown[] {
  return statement.parameters.map((value) => {
    if (typeof value !== 'string') return value;
    if (/^0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value) && !value.startsWith('00000000'))
      return newId();
    let text = value;
    for (const [known, other] of values) text = text.replaceAll(known, other);
    return text;
  });
}

/** Runs prepared statements over so many connections with the bare driver; per second. */
export async function runPlain(
  url: string,
  text: string,
  all: readonly unknown[][],
  connections: number,
): Promise<number> {
  const pool = new Pool({ connectionString: url, max: connections });
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  for (const client of clients) await client.query('select 1');
  const started = performance.now();
  await Promise.all(
    clients.map(async (client, index) => {
      for (let number = index; number < all.length; number += connections)
        await client.query({ name: 'plain', text, values: all[number] as unknown[] });
    }),
  );
  const perSecond = all.length / ((performance.now() - started) / 1_000);
  for (const client of clients) client.release();
  await pool.end();
  return perSecond;
}

/** Milliseconds of the slowest in twenty, one after another, prepared and warm. */
export async function plainP95(url: string, statements: readonly Statement[], repeat: number): Promise<number> {
  const pool = new Pool({ connectionString: url, max: 1 });
  const times: number[] = [];
  for (let run = 0; run < repeat + 3; run += 1) {
    const started = performance.now();
    for (const { sql: text, parameters } of statements)
      await pool.query({ name: text.slice(0, 20), text, values: [...parameters] });
    if (run >= 3) times.push(performance.now() - started);
  }
  await pool.end();
  return percentile(times, 0.95);
}
