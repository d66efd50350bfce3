import type { Services } from '../scope.ts';

/** Long or time-driven work. It may be killed at any moment and is then run again, so it must be idempotent. */
export interface JobDefinition<Data extends object = object> {
  /** `noun.verbed`, for instance `round.closed`. */
  name: string;
  /** When it runs by itself: a cron expression, UTC, at most every minute. Such a job takes no data. */
  every?: string;
  /** How long it may take, in seconds, before it counts as stuck and is run again; 15 minutes unless said. */
  expireInSeconds?: number;
  /** `stop` is aborted when the process ends or the job has taken too long. */
  run: (services: Services, data: Data, stop: AbortSignal) => Promise<void>;
}
