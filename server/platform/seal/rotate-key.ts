import { type Database, inNetwork } from '../database/database.ts';
import { newId } from '../ids.ts';
import { recordEvent } from '../audit/change.ts';
import { type Services, system } from '../scope.ts';
import { replaceKeptKey, sealKeyOf } from './kept-key.ts';
import { sealEvents } from './seal-events.ts';

/**
 * Seals everything with the key in use, puts a new one in its place, and has the new one endorse the old in every
 * network. The old private key is gone afterwards. The caller has made sure that the key is the one in the data folder.
 */
export async function rotateKey(services: Services): Promise<{ from: string; to: string }> {
  const networks = await services.db
    .selectFrom('platform.network')
    .select(['slug', 'name', 'is_sample as isSample'])
    .execute();
  const bound = networks.map((network) => ({ ...network, db: inNetwork(services.db, network.slug) }));
  for (const network of bound) await sealEvents(services, network);
  const from = sealKeyOf(services.config).id;
  const to = replaceKeptKey(services.config.dataFolder).id;
  for (const network of bound) {
    await recordRotation(services, network, { from, to });
    await sealEvents(services, network);
  }
  return { from, to };
}

function recordRotation(
  services: Services,
  network: { slug: string; name: string; isSample: boolean; db: Database },
  details: { from: string; to: string },
): Promise<void> {
  const scope = { ...services, db: network.db, network, actor: system, requestId: newId(), language: 'en' };
  return recordEvent(scope, { action: 'seal.key_rotated', objectType: 'seal', objectId: newId(), details });
}
