import { startDispatcher } from './platform/events/dispatcher.ts';
import type { Running } from './platform/events/loop.ts';
import type { Signal } from './platform/events/signal.ts';
import { startMailSender } from './platform/mail/sender.ts';
import type { Services } from './platform/scope.ts';
import { allSubscriptions } from './subscriptions.ts';

export interface JobSignals {
  events: Signal;
  mail: Signal;
}

/** Starts all background work of a process. Stopping waits for the pieces in hand; what is left is anybody's. */
export function startJobs(services: Services, signals: JobSignals): Running {
  const running = [
    startDispatcher({ services, subscriptions: allSubscriptions, signal: signals.events }),
    startMailSender({ services, signal: signals.mail }),
  ];
  return {
    stop: async () => {
      await Promise.all(running.map((job) => job.stop()));
    },
  };
}
