import { Kysely, PostgresDialect } from 'kysely';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { pino } from 'pino';
import { run } from '../../bin/lib/run.ts';
import { claimPlace } from '../../server/applications/claim.ts';
import { loadConfig } from '../../server/platform/config/config.ts';
import { inNetwork } from '../../server/platform/database/database.ts';
import { createPool, preparing } from '../../server/platform/database/pool.ts';
import type { Tables } from '../../server/platform/database/tables.ts';
import { learner, network, numberedIdInSql } from '../product/world.ts';

export interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

/** The statement that a claim for this offer runs, as the product itself puts it together, caught on its way for learner 0. */
export async function catchStatement(url: string, offerId: string): Promise<Statement> {
  const caught: Statement[] = [];
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparing(createPool(url, { size: 1 })) }),
    log: ({ query }) => void caught.push(query),
  });
  const now = new Date();
  await claimPlace(
    {
      db: inNetwork(db, network.slug),
      network: { ...network, isSample: false },
      actor: learner(0),
      clock: { now: () => now },
      config: { ...loadConfig({}), secret: 'x'.repeat(32) },
      log: pino({ level: 'silent' }),
      requestId: 'bench',
      language: 'en',
      signal: () => {},
    },
    offerId,
    {},
  );
  await db.destroy();
  const [statement] = caught;
  if (!statement) throw new Error('The claim ran no statement');
  return statement;
}

/** The statement for pgbench: learner number `:n`, fresh ids where the application makes fresh ids, the rest as it was. */
export function scriptOf(statement: Statement, clients: number): string {
  const { personId, membershipId, accountId } = learner(0);
  const known = new Map<unknown, string>([
    [accountId, numberedIdInSql(1, ':n')],
    [personId, numberedIdInSql(2, ':n')],
    [membershipId, numberedIdInSql(3, ':n')],
  ]);
  const places = new Map(
    statement.parameters.map((value, index) => [
      index + 1,
      known.get(value) ??
        (isFresh(value) && statement.sql.includes(`$${index + 1}::uuid as "id"`)
          ? 'gen_random_uuid()'
          : literal(value)),
    ]),
  );
  const sql = statement.sql.replace(/\$(\d+)/g, (_, index: string) => places.get(Number(index)) ?? 'null');
  return `\\set i :i + 1\n\\set n :client_id + 1 + (:i - 1) * ${clients}\n${sql.replaceAll('\n', ' ')};\n`;
}

/** Ids that the application makes for each claim: UUIDv7, unlike those of the world. */
function isFresh(value: unknown): boolean {
  return typeof value === 'string' && /^0[0-9a-f]{7}-[0-9a-f]{4}-7/.test(value) && !value.startsWith('00000000');
}

function literal(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return 'null';
}

/** Runs the script for every learner once with pgbench; claims per second, connecting not counted. undefined without pgbench. */
export async function runPgbench(
  url: string,
  script: string,
  { people, connections }: { people: number; connections: number },
): Promise<number | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'collegium-pgbench-'));
  const file = join(folder, 'claim.sql');
  writeFileSync(file, script);
  const { code, output } = await run([
    'pgbench',
    '--no-vacuum',
    '--protocol=prepared',
    '--define=i=0',
    '--jobs=2',
    `--file=${file}`,
    `--client=${connections}`,
    `--transactions=${Math.floor(people / connections)}`,
    url,
  ]);
  rmSync(folder, { recursive: true });
  if (code === 127) return undefined;
  const perSecond = Number(/tps = ([\d.]+) \(without initial/.exec(output)?.[1]);
  if (code !== 0 || !(perSecond > 0)) throw new Error(`pgbench failed: ${output}`);
  return perSecond;
}

/** The same with the driver of the product, for machines without pgbench. */
export async function runDriver(
  url: string,
  script: string,
  { people, connections }: { people: number; connections: number },
): Promise<number> {
  const text = script.split('\n')[2]?.replaceAll(':n', '$1::integer') ?? '';
  const pool = new Pool({ connectionString: url, max: connections });
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  const started = performance.now();
  await Promise.all(
    clients.map(async (client, index) => {
      for (let number = index + 1; number <= people; number += connections)
        await client.query({ name: 'claim', text, values: [number] });
    }),
  );
  const perSecond = people / ((performance.now() - started) / 1_000);
  for (const client of clients) client.release();
  await pool.end();
  return perSecond;
}
