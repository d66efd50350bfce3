import { inNetwork, schemaOf } from '@collegium/server/platform/database/database.ts';
import { migrateNetwork } from '@collegium/server/platform/database/migrate.ts';
import type { Services } from '@collegium/server/platform/scope.ts';
import { sql } from 'kysely';
import { insertBase } from './base.ts';
import { complete, isSampleComplete } from './completeness.ts';
import { sampleNetwork } from './network.ts';
import { tellStory } from './story.ts';
import { Teller } from './teller.ts';

export { sampleNetwork } from './network.ts';

const dayMs = 86_400_000;
const storyBeganDaysAgo = 200;
/** Whoever makes the sample world holds this advisory lock; any number, the same in all processes. */
const sampleLock = 4_081_970;

/** Creates the network `sample` with its fictitious world, unless it is there. True when it did. */
export async function ensureSampleWorld(services: Services, url: string): Promise<boolean> {
  return services.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sampleLock})`.execute(connection);
    try {
      if (await isSampleComplete(services)) return false;
      await makeSampleWorld({ ...services, config: { ...services.config, databaseUrl: url } }, url);
      return true;
    } finally {
      await sql`select pg_advisory_unlock(${sampleLock})`.execute(connection);
    }
  });
}

/** Listed among the networks only when all is told: no server works in a world whose clock stands last spring. */
async function makeSampleWorld(services: Services, url: string): Promise<void> {
  const { slug, name, isSample } = sampleNetwork;
  const schema = sql.id(schemaOf(slug));
  await services.db.deleteFrom('platform.network').where('slug', '=', slug).execute();
  await sql`drop schema if exists ${schema} cascade`.execute(services.db);
  await migrateNetwork(url, slug);
  const begin = new Date(services.clock.now().getTime() - storyBeganDaysAgo * dayMs);
  const cast = await services.db
    .transaction()
    .execute((transaction) => insertBase(inNetwork(transaction, slug), begin));
  await tellStory(new Teller(services, cast));
  await forgetOldNews(services);
  await services.db.insertInto('platform.network').values({ slug, name, is_sample: isSample }).execute();
  await sql`comment on schema ${schema} is ${sql.lit(complete)}`.execute(services.db);
}

/** Nobody wants mail about last spring, and what is old was read. */
async function forgetOldNews({ db, clock }: Services): Promise<void> {
  const network = inNetwork(db, sampleNetwork.slug);
  await network.deleteFrom('mail').execute();
  await network
    .updateTable('notification')
    .set((eb) => ({ read_at: eb.ref('created_at') }))
    .where('created_at', '<', new Date(clock.now().getTime() - 10 * dayMs))
    .execute();
}
