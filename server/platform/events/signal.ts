/** Wakes a loop of the same process at once, so that nobody waits for the next look at the database. */
export interface Signal {
  /** Says that there may be work. Cheap; may be called any number of times. */
  fire: () => void;
  /** Resolves at the next `fire()` (or at once when it came since the last wait), after `ms`, or when `stop` is aborted. */
  wait: (ms: number, stop: AbortSignal) => Promise<void>;
}

/** The signal that the audit helper fires when it has written an event. */
export type EventSignal = Signal;

export function createSignal(): Signal {
  let hasFired = false;
  let wake: (() => void) | undefined;
  return {
    fire() {
      hasFired = true;
      wake?.();
    },
    async wait(ms, stop) {
      if (!hasFired && !stop.aborted) await pause(ms, stop, (resume) => (wake = resume));
      hasFired = false;
    },
  };
}

function pause(ms: number, stop: AbortSignal, expose: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const resume = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', resume);
      resolve();
    };
    const timer = setTimeout(resume, ms);
    stop.addEventListener('abort', resume, { once: true });
    expose(resume);
  });
}
