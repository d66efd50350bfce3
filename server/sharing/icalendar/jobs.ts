import { inNetwork } from '../../platform/database/database.ts';
import type { JobDefinition } from '../../platform/jobs/job.ts';
import type { Scope, Services } from '../../platform/scope.ts';
import { openInternet, type FetchPolicy } from './fetch-calendar.ts';
import { claimDueCalendars } from './outside-queries.ts';
import { readOutsideCalendar } from './read-outside-calendar.ts';

const atOnce = 4;

/** Reads, every minute, the outside calendars that are due, each once an hour. */
export const readCalendarsJob: JobDefinition = {
  name: 'outside_calendar.read',
  every: '* * * * *',
  expireInSeconds: 300,
  run: (services, _data, stop) => readDueCalendars(services, openInternet, stop),
};

/** Reads all outside calendars that are due, a few at a time; what a killed process left is due again in five minutes. */
export async function readDueCalendars(
  services: Pick<Services, 'db' | 'clock'>,
  policy: FetchPolicy,
  stop: AbortSignal,
): Promise<void> {
  const networks = await services.db.selectFrom('platform.network').select('slug').execute();
  for (const { slug } of networks) {
    const scope = { db: inNetwork(services.db, slug), clock: services.clock };
    while (await readSome(scope, policy, stop));
  }
}

/** Reads a few; false when none was due, or the process ends. */
async function readSome(scope: Pick<Scope, 'db' | 'clock'>, policy: FetchPolicy, stop: AbortSignal): Promise<boolean> {
  if (stop.aborted) return false;
  const now = scope.clock.now();
  const due = await claimDueCalendars(scope.db, { now, until: new Date(now.getTime() + 300_000), limit: atOnce });
  await Promise.all(due.map((calendar) => readOutsideCalendar(scope, calendar, policy)));
  return due.length > 0;
}
