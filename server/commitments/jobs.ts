import { inNetwork } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { JobDefinition } from '../platform/jobs/job.ts';
import { system } from '../platform/scope.ts';
import { lookAgain } from './look-again.ts';

/** Looks every hour at what time alone changes: late answers, words of agreements, reminders. */
export const lookAgainJob: JobDefinition = {
  name: 'commitment.looked_at',
  every: '17 * * * *',
  run: async (services) => {
    const networks = await services.db
      .selectFrom('platform.network')
      .select(['slug', 'name', 'is_sample as isSample'])
      .execute();
    for (const network of networks) {
      const db = inNetwork(services.db, network.slug);
      await lookAgain({ ...services, db, network, actor: system, requestId: newId(), language: 'en' });
    }
  },
};
