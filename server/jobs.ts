import { keepAgreementsJob } from './agreements/jobs.ts';
import { remindSignatoriesJob } from './agreements/signing/remind.ts';
import { lapseJob } from './applications/jobs.ts';
import { lookAgainJob } from './commitments/jobs.ts';
import { startJob } from './participation/jobs.ts';
import { keepRounds } from './allocation/jobs.ts';
import { startDispatcher } from './platform/events/dispatcher.ts';
import type { Running } from './platform/events/loop.ts';
import type { Signal } from './platform/events/signal.ts';
import { housekeeping } from './platform/jobs/housekeeping.ts';
import type { JobDefinition } from './platform/jobs/job.ts';
import { startJobQueue } from './platform/jobs/job-queue.ts';
import { startMailSender } from './platform/mail/sender.ts';
import { keepSealing } from './platform/seal/jobs.ts';
import { bookingJob } from './sharing/jobs.ts';
import type { Services } from './platform/scope.ts';
import { readCalendarsJob } from './sharing/icalendar/jobs.ts';
import { allSubscriptions } from './subscriptions.ts';

export interface JobSignals {
  events: Signal;
  mail: Signal;
}

/** Everything that is done at a time and not at an event, capability by capability. */
export const allJobs: readonly JobDefinition[] = [
  keepAgreementsJob,
  lapseJob,
  startJob,
  lookAgainJob,
  remindSignatoriesJob,
  housekeeping,
  readCalendarsJob,
  bookingJob,
];

/** Starts all background work of a process. Stopping waits for the pieces in hand; what is left is anybody's. */
export function startJobs(services: Services, signals: JobSignals, databaseUrl: string): Running {
  const running = [
    startDispatcher({ services, subscriptions: allSubscriptions, signal: signals.events }),
    startMailSender({ services, signal: signals.mail }),
    keepRounds(services),
    keepSealing(services),
    startJobQueue({ services, url: databaseUrl, jobs: allJobs, delayMs: 1_000 }),
  ];
  return {
    stop: async () => {
      await Promise.all(running.map((job) => job.stop()));
    },
  };
}
