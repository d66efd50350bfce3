import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inNetwork } from '../database/database.ts';
import { errnoOf } from '../errno.ts';
import type { Services } from '../scope.ts';
import type { JobDefinition } from './job.ts';

const day = 24 * 60 * 60 * 1_000;

/** How long things are kept that nobody needs any more, in milliseconds. */
export const kept = {
  /** Answers to writes with an Idempotency-Key. */
  idempotencyKey: day,
  /** That a mail was sent. */
  sentMail: 30 * day,
  /** Counts of attempts to sign in; the longest window is far shorter. */
  attempt: day,
  /** Uploads that broke off together with the process. */
  draft: day,
};

/** Removes, every night, what has served its purpose. Audit events are kept for ever. */
export const housekeeping: JobDefinition = {
  name: 'platform.tidied',
  every: '17 2 * * *',
  run: async (services) => {
    await tidyPlatform(services);
    const networks = await services.db.selectFrom('platform.network').select('slug').execute();
    for (const { slug } of networks) await tidyNetwork(services, slug);
    await tidyFiles(services);
  },
};

async function tidyPlatform({ db, clock }: Services): Promise<void> {
  const now = clock.now();
  await db.deleteFrom('platform.sign_in').where('expires_at', '<=', now).execute();
  await db.deleteFrom('platform.verification').where('expires_at', '<=', now).execute();
  await db.deleteFrom('platform.rate_limit').where('last_request', '<', before(now, kept.attempt).getTime()).execute();
}

async function tidyNetwork({ db, clock }: Services, slug: string): Promise<void> {
  const now = clock.now();
  const network = inNetwork(db, slug);
  await network.deleteFrom('idempotency_key').where('created_at', '<', before(now, kept.idempotencyKey)).execute();
  await network.deleteFrom('mail').where('sent_at', '<', before(now, kept.sentMail)).execute();
}

async function tidyFiles({ config, clock }: Services): Promise<void> {
  const folder = join(config.dataFolder, 'files', 'incoming');
  const oldest = before(clock.now(), kept.draft);
  for (const name of await listFolder(folder)) {
    const { mtime } = await stat(join(folder, name));
    if (mtime < oldest) await rm(join(folder, name), { force: true });
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}
