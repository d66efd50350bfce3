import { ensureFirstNetwork } from '../../samples/sample/first-network.ts';
import { buildApp } from '../../server/app.ts';
import { startJobs } from '../../server/jobs.ts';
import { watchReplica } from '../../server/platform/database/replica.ts';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { openInstallation } from '../installation.ts';
import { closeInOrder, waitForEnd } from '../lifecycle.ts';
import { greet } from '../greeting.ts';

export const command = defineCommand({
  name: 'serve',
  summary: 'Runs the server: pages, interface and jobs in one process.',
  usage: `
Usage: collegium serve [--without-jobs]

  --without-jobs  leave the jobs to \`collegium work\`

Starts the embedded database unless DATABASE_URL is set, and migrates.
Ctrl-C or SIGTERM ends it: requests in hand are answered, then everything stops.`,
  options: { 'without-jobs': { type: 'boolean' } },
  run: async ({ values, io }) => {
    const { ended, onLost } = waitForEnd();
    const { services, database, signals } = await openInstallation(io.env, { isServer: true, onLost });
    await ensureFirstNetwork(services, database.url, () =>
      io.err('Making the sample world: fictitious organisations, people and half a year of their work …'),
    );
    const replica =
      database.replica && watchReplica({ primary: database.db, replica: database.replica, log: services.log });
    const app = await buildApp({ ...services, ...(replica && { replica }) });
    const jobs = values['without-jobs'] ? undefined : startJobs(services, signals, database.url);
    try {
      await app.listen({ host: services.config.host, port: services.config.port });
      io.out(await greet(services));
      await ended;
      return exitCode.ok;
    } finally {
      await closeInOrder([
        () => app.close(),
        async () => jobs?.stop(),
        async () => replica?.stop(),
        () => database.close(),
      ]);
    }
  },
});
