import { startJobs } from '../../server/jobs.ts';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { openInstallation } from '../installation.ts';
import { closeInOrder, waitForEnd } from '../lifecycle.ts';

export const command = defineCommand({
  name: 'work',
  summary: 'Runs jobs only: what follows from events, and mail.',
  usage: `
Usage: collegium work

Any number of them may run, on any machine that reaches the database.
Ctrl-C or SIGTERM ends it when the work in hand is done.`,
  options: {},
  run: async ({ io }) => {
    const { ended, onLost } = waitForEnd();
    const { services, database, signals } = await openInstallation(io.env, { onLost });
    const jobs = startJobs(services, signals, database.url);
    try {
      io.out('Collegium works. Ctrl-C ends it.');
      await ended;
      return exitCode.ok;
    } finally {
      await closeInOrder([() => jobs.stop(), () => database.close()]);
    }
  },
});
