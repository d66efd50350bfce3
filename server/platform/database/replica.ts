import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from './database.ts';

/** How long after a write its author reads from the primary alone. */
export const ownWriteSeconds = 10;
/** A replica that lags further behind is left alone. Half of the above, so that no write is missed in between. */
const lagAtMostMs = (ownWriteSeconds * 1_000) / 2;
const everyMs = 1_000;

/** A replica of the database, and whether it is near enough to be read. */
export interface ReplicaReads {
  /** The replica while it lags less than half of `ownWriteSeconds`; undefined otherwise. */
  current: () => Database | undefined;
  /** A read failed there: leave it alone until it is seen to be near again. */
  giveUp: (error: unknown) => void;
  /** Ends the watch; the pools belong to whoever opened them. */
  stop: () => Promise<void>;
}

/**
 * Watches how far a replica is behind. Every second the primary is asked how far its log reaches; the replica is as new
 * as the last of these answers that it has replayed. That holds whatever the clocks of the machines say, and whether or
 * not anything is written, and a replica whose stream broke grows old.
 */
export function watchReplica({
  primary,
  replica,
  log,
  pollMs = everyMs,
}: {
  primary: Database;
  replica: Database;
  log: FastifyBaseLogger;
  pollMs?: number;
}): ReplicaReads {
  const ended = new AbortController();
  let asked: { at: number; position: number }[] = [];
  let asNewAs = Number.NEGATIVE_INFINITY;
  let wasNear: boolean | undefined;
  const isNear = () => performance.now() - asNewAs < lagAtMostMs;

  async function look(): Promise<void> {
    const at = performance.now();
    asked.push({ at, position: await writtenPosition(primary) });
    const replayed = await replayedPosition(replica);
    const reached = asked.filter(({ position }) => position <= replayed);
    asNewAs = reached.at(-1)?.at ?? asNewAs;
    asked = asked.filter(({ position }) => position > replayed).slice(-60);
  }

  async function watch(): Promise<void> {
    while (!ended.signal.aborted) {
      const error = await look().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      const near = isNear();
      if (near !== wasNear && !ended.signal.aborted) {
        if (near) log.info('reads that may lag go to the replica');
        else log.warn({ err: error }, 'the replica is not near enough; all reads go to the primary');
        wasNear = near;
      }
      await sleep(pollMs, undefined, { signal: ended.signal }).catch(() => {});
    }
  }

  const watching = watch();
  return {
    current: () => (isNear() ? replica : undefined),
    giveUp: (error) => {
      log.warn({ err: error }, 'the replica could not answer; the primary did');
      asNewAs = Number.NEGATIVE_INFINITY;
    },
    stop: async () => {
      ended.abort();
      await watching;
    },
  };
}

/** How far the log of the primary reaches: whatever was acknowledged before lies before it. */
async function writtenPosition(primary: Database): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select pg_current_wal_insert_lsn() - '0/0' as position`.execute(primary);
  return rows[0]?.position ?? Number.POSITIVE_INFINITY;
}

/** How far the replica has come; not at all when it is none. */
async function replayedPosition(replica: Database): Promise<number> {
  const { rows } = await sql<{ position: number | null }>`
    select pg_last_wal_replay_lsn() - '0/0' as position where pg_is_in_recovery()`.execute(replica);
  return rows[0]?.position ?? Number.NEGATIVE_INFINITY;
}
