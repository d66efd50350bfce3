import { inNetwork } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { JobDefinition } from '../platform/jobs/job.ts';
import { system } from '../platform/scope.ts';
import { lapseUnanswered } from './lapse.ts';

/** Takes back, every minute, places whose date to answer has passed. */
export const lapseJob: JobDefinition = {
  name: 'application.lapsed',
  every: '* * * * *',
  run: async (services) => {
    const networks = await services.db
      .selectFrom('platform.network')
      .select(['slug', 'name', 'is_sample as isSample'])
      .execute();
    for (const network of networks) {
      const db = inNetwork(services.db, network.slug);
      await lapseUnanswered({ ...services, db, network, actor: system, requestId: newId(), language: 'en' });
    }
  },
};
