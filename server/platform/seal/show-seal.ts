import type { SealView } from '@collegium/contract/seal.ts';
import type { Scope } from '../scope.ts';
import { findLastCheckpoint, listKeys } from './queries.ts';
import { witnessOf } from './witness.ts';

/** What anybody may keep to check this network with later: its public keys and its latest checkpoint. */
export async function showSeal({ db, network }: Scope): Promise<SealView> {
  const [keys, last] = await Promise.all([listKeys(db), findLastCheckpoint(db)]);
  return {
    keys: keys
      .toSorted((a, b) => a.first_used_at.getTime() - b.first_used_at.getTime())
      .map((key) => ({
        id: key.id,
        publicKey: key.public_key.toString('hex'),
        firstUsedAt: key.first_used_at.toISOString(),
        predecessor: predecessorOf(key),
      })),
    checkpoint: last ? witnessOf({ ...last, network: network.slug, keyId: last.key_id }) : null,
  };
}

function predecessorOf({
  predecessor_id,
  predecessor_size,
  predecessor_root,
  endorsement,
}: Awaited<ReturnType<typeof listKeys>>[number]) {
  if (predecessor_id === null || predecessor_size === null || !predecessor_root || !endorsement) return null;
  return {
    id: predecessor_id,
    size: predecessor_size,
    root: predecessor_root.toString('hex'),
    endorsement: endorsement.toString('hex'),
  };
}
