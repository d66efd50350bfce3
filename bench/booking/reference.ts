import { Kysely, PostgresDialect } from 'kysely';
import { pino } from 'pino';
import { loadConfig } from '../../server/platform/config/config.ts';
import { inNetwork } from '../../server/platform/database/database.ts';
import { createPool, preparing } from '../../server/platform/database/pool.ts';
import type { MemberScope } from '../../server/platform/scope.ts';
import type { Tables } from '../../server/platform/database/tables.ts';
import { learner, network } from '../product/world.ts';

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
