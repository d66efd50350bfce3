import { pino } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../server/platform/database/database.ts';
import { watchReplica } from '../../server/platform/database/replica.ts';
import type { Finding } from './examine.ts';

const patienceMs = 3_000;

/** Whether the replica is one, lets us in and follows the primary closely enough to be read. */
export async function examineReplica(primary: Database, replica: Database): Promise<Finding> {
  try {
    const { rows } = await sql<{ is_replica: boolean; version: string }>`
      select pg_is_in_recovery() as is_replica, current_setting('server_version') as version`.execute(replica);
    if (!rows[0]?.is_replica) return wrong('DATABASE_REPLICA_URL names a server that follows no other', follow);
    const isNear = await follows(primary, replica);
    if (isNear) return { about: 'database', state: 'good', says: `a replica, PostgreSQL ${rows[0].version}, follows` };
    return wrong('the replica is more than a few seconds behind, or follows another server', lag);
  } catch (error) {
    const says = `the replica cannot be reached: ${error instanceof Error ? error.message : String(error)}`;
    return wrong(says, 'check DATABASE_REPLICA_URL, and that the server runs and lets this user in');
  }
}

const follow = 'name a streaming replica of DATABASE_URL, or leave the variable out';
const lag = 'look at pg_stat_replication on the primary; until then all reads go to the primary';

function wrong(says: string, mend: string): Finding {
  return { about: 'database', state: 'wrong', says, mend };
}

async function follows(primary: Database, replica: Database): Promise<boolean> {
  const watched = watchReplica({ primary, replica, log: pino({ level: 'silent' }), pollMs: 100 });
  for (let waited = 0; waited < patienceMs && !watched.current(); waited += 50) await sleep(50);
  const isNear = watched.current() !== undefined;
  await watched.stop();
  return isNear;
}
