import { migrateNetwork } from '@collegium/server/platform/database/migrate.ts';
import { inNetwork } from '@collegium/server/platform/database/database.ts';
import type { Services } from '@collegium/server/platform/scope.ts';
import { insertBase } from './base.ts';

/** The name under which the sample world lives. */
export const sampleSlug = 'sample';

const dayMs = 86_400_000;

/**
 * Creates the network `sample` with its fictitious world, unless it is there. Killed in the middle it leaves nothing but
 * an empty schema, and the next start begins again.
 */
export async function ensureSampleWorld(services: Services, url: string): Promise<boolean> {
  const there = await services.db
    .selectFrom('platform.network')
    .select('slug')
    .where('slug', '=', sampleSlug)
    .executeTakeFirst();
  if (there) return false;
  await migrateNetwork(url, sampleSlug);
  const begin = new Date(services.clock.now().getTime() - 200 * dayMs);
  return services.db.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('platform.network')
      .values({ slug: sampleSlug, name: 'Blue Coast (sample)', is_sample: true })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return false;
    await insertBase(inNetwork(transaction, sampleSlug), begin);
    return true;
  });
}

/** Makes the sample world on a deployment that hosts no network at all yet, so that there is something to try. */
export async function ensureFirstNetwork(services: Services, url: string): Promise<void> {
  const network = await services.db.selectFrom('platform.network').select('slug').limit(1).executeTakeFirst();
  if (!network) await ensureSampleWorld(services, url);
}
