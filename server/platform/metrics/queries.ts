import { sql } from 'kysely';
import { type Database, inNetwork } from '../database/database.ts';

export interface Backlog {
  network: string;
  /** Audit events that subscribers have not heard yet. */
  events: number;
  /** Mail that waits to be sent. */
  mail: number;
  /** Mail that no server took. */
  failedMail: number;
}

/** What waits in every network: one round trip, each count by an index over only what waits. */
export async function countBacklogs(db: Database): Promise<Backlog[]> {
  const networks = await db.selectFrom('platform.network').select('slug').orderBy('slug').execute();
  if (networks.length === 0) return [];
  const count = sql<number>`count(*)::int`.as('count');
  const parts = networks.map(({ slug }) => {
    const network = inNetwork(db, slug);
    const events = network.selectFrom('audit_event').select(count).where('dispatched_at', 'is', null);
    const mail = network.selectFrom('mail').select(count).where('sent_at', 'is', null);
    const waiting = mail.where('failed_at', 'is', null);
    const failed = mail.where('failed_at', 'is not', null);
    return sql`select ${sql.lit(slug)} as network, (${events}) as events, (${waiting}) as mail, (${failed}) as "failedMail"`;
  });
  const { rows } = await sql<Backlog>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows;
}

export interface JobCount {
  job: string;
  state: string;
  count: number;
}

/** Jobs that wait, run or failed for good; none before the queue was first opened. */
export async function countJobs(db: Database): Promise<JobCount[]> {
  const { rows: present } = await sql<{
    isThere: boolean;
  }>`select to_regclass('jobs.job') is not null as "isThere"`.execute(db);
  if (!present[0]?.isThere) return [];
  const { rows } = await sql<JobCount>`
    select name as job, state::text as state, count(*)::int as count
    from jobs.job where state <> 'completed' and name not like '\\_\\_pgboss%' group by name, state`.execute(db);
  return rows;
}

/** Connections of all Collegium processes to this database, by what they are doing. */
export async function countConnections(db: Database): Promise<{ state: string; count: number }[]> {
  const { rows } = await sql<{ state: string; count: number }>`
    select coalesce(state, 'unknown') as state, count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name like 'collegium%' group by 1`.execute(db);
  return rows;
}
