import type { Clock } from '../clock.ts';
import type { OpenDatabase } from './open.ts';
import { migrateNetwork } from './migrate.ts';

/**
 * Makes the schema of a network with all its tables, then makes the network known. May be repeated after an
 * interruption. Returns false when the network was there already.
 */
export async function ensureNetwork(
  { db, url }: Pick<OpenDatabase, 'db' | 'url'>,
  clock: Clock,
  network: { slug: string; name: string; isSample?: boolean },
): Promise<boolean> {
  await migrateNetwork(url, network.slug);
  const inserted = await db
    .insertInto('platform.network')
    .values({
      slug: network.slug,
      name: network.name,
      is_sample: network.isSample ?? false,
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
