import { inNetwork } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { JobDefinition } from '../platform/jobs/job.ts';
import { system } from '../platform/scope.ts';
import { startDueParticipations } from './start-due.ts';

/** Starts, every minute, what is agreed and whose first day has come where it takes place. */
export const startJob: JobDefinition = {
  name: 'participation.started',
  every: '* * * * *',
  run: async (services) => {
    const networks = await services.db
      .selectFrom('platform.network')
      .select(['slug', 'name', 'is_sample as isSample'])
      .execute();
    for (const network of networks) {
      const db = inNetwork(services.db, network.slug);
      await startDueParticipations({ ...services, db, network, actor: system, requestId: newId(), language: 'en' });
    }
  },
};
