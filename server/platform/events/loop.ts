import type { FastifyBaseLogger } from 'fastify';
import type { Signal } from './signal.ts';

export interface Loop {
  name: string;
  /** Wakes the loop before its time. */
  signal: Signal;
  everyMs: number;
  log: Pick<FastifyBaseLogger, 'error'>;
  /** Does what is there to do, and returns; must look at `stop` between two pieces of work. */
  pass: (stop: AbortSignal) => Promise<void>;
}

/** Something that runs until it is told to stop. `stop()` resolves when the piece of work in hand is finished. */
export interface Running {
  stop: () => Promise<void>;
}

/** The longest pause after passes that failed, for instance while the database is away. */
const longestPauseMs = 30_000;

/** Repeats `pass`. A pass that throws is logged and tried again after a growing pause. */
export function startLoop({ name, signal, everyMs, log, pass }: Loop): Running {
  const controller = new AbortController();
  const stop = controller.signal;
  const run = async () => {
    let failures = 0;
    while (!stop.aborted) {
      try {
        await pass(stop);
        failures = 0;
      } catch (error) {
        failures += 1;
        log.error({ err: error, loop: name }, 'background work failed and will be tried again');
      }
      await signal.wait(failures === 0 ? everyMs : Math.min(everyMs * 2 ** failures, longestPauseMs), stop);
    }
  };
  const ended = run();
  return {
    async stop() {
      controller.abort();
      await ended;
    },
  };
}
